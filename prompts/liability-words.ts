/** Words by which people say who bears how much of the fault. */

export type Share = 'full' | 'main' | 'equal' | 'minor' | 'none';

const DUTY = '(?:的?(?:事故)?责任?)';
/** Words for a share, in the order in which they are tried. */
const SHARES: readonly (readonly [Share, string])[] = [
  ['none', `(?:没有?|无|零|不负|不承担|不用负|不用承担|没啥|没什么)(?:任何|事故|什么|半点|一点)?${DUTY}`],
  [
    'full',
    `(?:全部?|百分之?百的?|100%的?)${DUTY}|(?:一切|所有)${DUTY}|(?:fully|entirely|completely) (?:at fault|liable|responsible)|fully to blame`,
  ],
  ['main', `(?:主要?|大部分|大头|大半)${DUTY}|(?:mainly|mostly|primarily) (?:at fault|liable|responsible|to blame)`],
  ['minor', `(?:次要?|小部分|小头|少部分)${DUTY}|partly (?:at fault|liable|responsible|to blame)`],
  [
    'equal',
    `(?:同|同等|对等|相同|均等|平等|一半的?|对半|各半|平)${DUTY}|同等(?![条情待学对看重大])|equally (?:at fault|liable|responsible|to blame)`,
  ],
];
export const SHARE = new RegExp(SHARES.map(([, words]) => `(${words})`).join('|'), 'g');
export const shareNamed = (match: RegExpMatchArray): Share | undefined =>
  SHARES[match.slice(1).findIndex((group) => group !== undefined)]?.[0];

export const OURS =
  "我(?:们|方|这边|这方|自己|家|爸|妈|老公|老婆|爱人|儿子|女儿|弟|哥|的车|车)?|本人|本车|己方|咱们?|自己|(?<![a-z'])(?:i|i'm|we|we're)(?![a-z])";
export const THEIRS =
  "对方(?:司机|车主|车)?|对面|另一方|[他她](?:们|家|自己|那边)?|人家|那边|前车|后车|肇事(?:方|者|司机|车)?|货车|[轿卡客面挂]车|面包车|大巴|公交车?|出租车?|网约车|渣土车|三轮车?|摩托车?|电动车?|电瓶车|自行车|骑车的|骑手|外卖员?|行人|老人|老太太|老头|伤者|死者|司机|the other (?:driver|party|side|car)|(?<![a-z'])(?:he|she|they)(?:'s|'re)?(?![a-z])";
export const PARTY = new RegExp(`(${OURS})|(${THEIRS})`, 'g');

/** “主责在我”, “全部责任归对方”. */
export const LIES_WITH = new RegExp(
  `^(?:全部?|都|主要|完全|肯定|就|也)?(?:是|在|归|由|属于|该)(?:于)?(?:(${OURS})|(${THEIRS}))`,
);
/** “都是我的责任”, “责任全在他”. */
export const ALL_OF = new RegExp(
  `(?:全都?|都|全部|完全|就)(?:是|怪|算|赖|在)(?:(${OURS})|(${THEIRS}))的?(?:责任?|过?错|问题)|(?<![要分等次主同])责任(?:全部?|都|完全)?(?:是|在|归)(?:(${OURS})|(${THEIRS}))|(?:all|entirely|completely) (?:(my|our)|(his|her|their|the other (?:driver|party|side)'s)) fault`,
  'g',
);
export const HALVES =
  /五五[开分责]|(?<!\d)50?[/:比]50?(?!\d)开?|对半(?:开|分|负|承担|赔)|各(?:自)?(?:占|负|承担|打|担)?(?:一半|百分之五十|50%|五成|半责|五十大板)|一人一半|一半一半|一家一半|平责|半责/g;

/** “我占30%”, “他负七成责任”. */
const PART = '(\\d{1,3}%|百分之[一二三四五六七八九十]{1,3}|[一二三四五六七八九十]成|(?<!\\d)\\d成)';
export const PARTS = new RegExp(
  `(?:(${OURS})|(${THEIRS}))(?:只|就|得|该|被|也|这边)?(?:负|占|担|承担|负责|有|是|判|定|认定){0,2}[了的]?(?:事故)?(?:责任)?${PART}(?:的?责任)?`,
  'g',
);
const TENTHS = '[一二三四五六七八九1-9]';
const NOT_COUNTED = '(?![\\d一二三四五六七八九十个人天月岁万千百块元责要])';
/** “我七他三”, “我主他次”. */
export const BOTH = new RegExp(
  `(?:(${OURS})|(${THEIRS}))[是占负]?(${TENTHS}|主|次)[成分]?[,、 ]?(?:(${OURS})|(${THEIRS}))[是占负]?(${TENTHS}|主|次)[成分]?${NOT_COUNTED}`,
  'g',
);
/** “三七开，我三”, “主次责任，对方主”. */
export const SPLIT = new RegExp(
  `(${TENTHS}{2}[开分]?|主次责?任?)[,、 ]{0,2}(?:(${OURS})|(${THEIRS}))(?:是|占|负|拿|那个|承担|得)?(${TENTHS}|主|次)[成分]?${NOT_COUNTED}`,
  'g',
);

/** Before a share: disputed, asked, supposed, or claimed by the other side. */
export const UNSETTLED_BEFORE =
  /怎么(?:可能|会|能|就|成|判|定)|咋(?:会|就|成|判)|不认(?!识)|不同意|不接受|不承认|不可能|是不是|是否|会不会|算不算|该不该|有没有|有无|难道|哪(?:里|儿)?(?:来|是|有)|如果|假如|要是|万一|倘若|假设|应该|估计|大概率|好像|可能|说不定|怕是|[觉认]得|认为|感觉|(?:[他她]们?|对方|人家|家属)(?:非|硬|一直|总|老|就|却|还|都|又)?(?:说|讲|咬定|要我|让我|赖|称|认为|觉得)|不(?:知道|清楚|确定|晓得)|谁|说自己|填成?|[写输]成|(?<!交警|民警|大队|法院)(?:想|非要|硬|就)?(?:让|要|逼|叫)我们?[^,。;]{0,4}(?:认|背|承担|负|担|全|主)|(?<![a-z])(?:if|whether|not|should|says?|claims?|think)(?![a-z])/;
/** “凭什么我主责”, but “为什么对方全责还不赔” asks something else. */
export const WHY = /凭什么|凭啥|为什么|为啥|为何|why/;
export const GOES_ON = /^(?:的)?(?:,|还|却|也|都|保险|不|要|只|没|得|就|我)/;
export const UNSETTLED_AFTER =
  /^(?:的)?(?:吗|么|嘛|吧|呢?\?|还是|是吧|对吧|没有?$|不$|的话|合理[吗不么]|不合理|不公平|不可能)/;
export const DENIED = /(?:不是|并非|不算|不能算|不该|没判|没定|没说)(?:我|他|她|对方|的)?$/;
export const DISPUTED =
  /[不唔]服|唔认|(?<!谁都|都)不认(?![识得])|不同意(?!赔)|不接受|有异议|复核|申诉|dispute|disagree|appeal/;
/** “无责赔付”, “全责方”: terms of the trade; “没有责任认定书”: a paper. */
export const TERM_AFTER =
  /^(?:赔付|赔偿限额|限额|方|代赔|险|追偿|比例|认定(?!我|他|对方|为)|划分|判定|书|心|感|的?情况)/;
/** “他追尾我全责”, “被对方撞”: not the one who bears it. */
export const OBJECT_BEFORE = /(?:撞|追尾|碰|蹭|刮|剐|怼|顶|怪|给|赔|跟|和|与|把|让|叫|被|hit )[了到上着的]?$/;
/** “被判了主责”: of who speaks. */
export const OF_SPEAKER = /(?:被|给)(?:交警|大队|警察)?(?:判|定|认定|划)(?:了|为|成|的|个|是){0,2}$/;
/** What brings fault upon somebody. */
export const DROVE =
  /闯|追尾|逆行|酒驾|醉驾|逃逸|撞|变道|并道|超速|违章|违规|刮|碰|蹭|转弯|左转|右转|倒车|让行|红灯|没让|开门|超车|压线|疲劳|走神|手机/;
/** “对方闯红灯，负全责”: the one who bears it stands in the clause before. */
export const GOES_BACK = /^(?:所以|就|应|要|得|被|负|承担|判|定|认定|了|的|是|为|交警|大队){0,5}$/;
