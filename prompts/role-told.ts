/** Who speaks, as a whole story shows it: “我开车撞了…”, “我妈被撞了”. Only what leaves no doubt; it is read back. */
import { has } from './matches.ts';
import { normal } from './normal.ts';
import { remembered } from './remembered.ts';

export type RoleTold = 'driver' | 'injured' | 'family';

const KIN =
  '(?:爸|妈|父亲|母亲|老公|老婆|爱人|媳妇|丈夫|妻子|儿子|女儿|孩子|娃|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥|姐|弟|妹|岳父|岳母|公公|婆婆)';
const STRUCK = '(?:撞|碰|刮|剐|蹭|带倒|轧|压|碾|追尾)';

/** The one who speaks sat at the wheel. */
const DROVE =
  /(?:我|俺|咱)(?:是)?(?:给[^,，。]{1,4})?开(?:的|着)?(?:大|小|网约|出租)?(?:货|出租|三轮|网约|客|渣土|农用)[^门,，。]{0,4}(?:的|车)?|俺开(?:的)?车|我(?:自己|当时|昨[天晚]|今[天早]|刚才|刚刚|正)?(?:在)?(?:开着?|驾)(?:自己的?|我的?|公司的?|老公的?|老婆的?)?(?:小|货|轿|面包|出租|网约)?车|我(?:的车|这车|车)(?:被|让|给|把|从|右转|左转|直行|倒车|起步|刹车|没刹住)|我(?:右转|左转|直行|倒车|变道|超车|掉头|起步|追尾)|我(?:开车|不小心|没注意|没看到|没看见)?(?:就)?(?:把|将)[^,。]{1,12}(?:撞|碰|刮|蹭|带倒)|我(?:不小心)?(?:撞|碰|刮|蹭)(?:了|到|倒|上|伤)|撞(?:到|在|上)?了?我(?:的)?车|我被[^,。]{0,8}追尾|i was driving|i hit (?:a|an|the|another)|i ran into|my car (?:hit|was hit|was rear)|i rear-ended|rear-ended me|hit my car/;
/** On foot or on a bicycle. */
const WALKED = new RegExp(
  `我(?:当时|昨[天晚]|今[天早]|刚才|刚刚|正)?(?:在)?(?:骑着?(?:电动车|电瓶车|自行车|单车|共享单车|车)|走路|步行|过马路|走斑马线|站在路边|在路边)[^。!?]{0,30}(?:被|让|给)[^,。]{0,14}${STRUCK}|(?:被|让)[^,。]{0,12}(?:车|司机|人)${STRUCK}(?:了|倒|飞|伤)[^。]{0,12}我(?:骨折|腿|手|头|腰)|i was (?:walking|crossing|cycling|riding my)[^.]{0,60}hit`,
);
const KIN_STRUCK = new RegExp(
  `我(?:的)?${KIN}[^。!?]{0,30}(?:被|让|给|遭)[^,。]{0,16}${STRUCK}|${STRUCK}(?:了|到|倒|伤)我(?:的)?${KIN}|my (?:mum|mom|mother|dad|father|wife|husband|son|daughter|brother|sister|grand\\w+)[^.]{0,60}(?:was|got|been) (?:hit|struck|knocked|run over)`,
);

/** “我女儿开车被追尾”: she may be driver or hurt. */
const KIN_DROVE = new RegExp(`我(?:的)?${KIN}[^,。]{0,4}(?:开|驾)`);

/** Undefined where the story shows it not, or two ways. */
export const roleTold = remembered(roleIn);
function roleIn(text: string): RoleTold | undefined {
  const words = normal(text).text.toLowerCase().slice(0, 600);
  if (has(KIN_DROVE, words)) return undefined;
  const told = [
    ...(has(KIN_STRUCK, words) ? (['family'] as const) : []),
    ...(has(WALKED, words) ? (['injured'] as const) : []),
    ...(has(DROVE, words) ? (['driver'] as const) : []),
  ];
  return told.length === 1 ? told[0] : undefined;
}
