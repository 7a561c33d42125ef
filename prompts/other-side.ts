/** Who was on the other side: a car by its plate, or what kind of road user, or why there is none. */

import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { negated } from './negation.ts';
import { bare, normal } from './normal.ts';
import { isPlate, plate, platesIn } from './plate.ts';
import { sideOf } from './plate-sides.ts';
import { withSigns } from './plate-spelled.ts';

export type OtherKind = 'car' | 'nonMotor' | 'pedestrian' | 'fled' | 'uninsured' | 'none' | 'unknown';
export type OtherSide = { readonly kind: 'car'; readonly plate: string } | { readonly kind: OtherKind };

const CHOICES = ['fled', 'car', 'nonMotor', 'pedestrian', 'uninsured', 'none', 'unknown'] as const;

/** In order of weight: what a flow must know before anything else comes first. */
const WORDS: readonly (readonly [Exclude<OtherKind, 'unknown'>, RegExp])[] = [
  [
    'fled',
    /对方跑|跑了(?!.?[趟次步圈公里])|跑掉|跑路|逃逸|逃跑|逃走|逃了|肇逃|开走了|溜了|没停就走|没停车就走|不见了|找不到(?:人|对方|车)|\bfled\b|ran away|drove off|drove away|hit[- ]and[- ]run|left the scene|escaped/g,
  ],
  [
    'uninsured',
    /(?:交强险?|保险)(?:也|还|都|根本)?(?:没|未)(?:买|投|交|上)|(?:没有?|无|未)(?:买|投|上|交)?(?:过)?(?:任何)?(?:交强|保险|车险|三者)(?:险)?|(?:没|未)(?:投保|上险|交强)|脱保|断保|保险(?:早)?(?:过期|到期)|\buninsured\b|no insurance|not insured|without insurance/g,
  ],
  [
    'none',
    /没有对方|没对方|无对方|自己(?:撞|摔|翻|倒|碰|开|蹭|刮|滑)|自撞|自摔|单方|单车事故|只有我(?:一)?(?:辆|个)?(?:车|人)?|护栏|栏杆|隔离带|绿化带|花坛|路灯|电线杆|电杆|柱子|墙|树上|撞树|撞了树|一棵树|石墩|石头|沟里|翻车|侧翻|乘客|自己车上的人|no other (?:side|party|car|vehicle)|nobody else|no one else|single[- ]vehicle|only my car|hit a (?:tree|wall|pole|barrier)/g,
  ],
  [
    'nonMotor',
    /电动(?:自行)?车|电动[二三]轮|电瓶车|电摩|电单车|自行车|单车(?!事故)|脚踏车|三轮车?|骑(?:电动|单|自行)?车|骑行|外卖(?:员|骑手|小哥|车)|骑手|非机动车|轮椅|平衡车|滑板车|助力车|老头乐|人力车|e-?bikes?|e-?scooters?|electric bikes?|bicycles?|\bbikes?\b|cyclists?|scooters?|tricycles?|non-motor/g,
  ],
  [
    'pedestrian',
    /行人|走路的?|路人|步行|过马路的?(?:人|老|小|孩)?|过斑马线|走人行道|老太太|老太婆|老大爷|老大妈|老爷子|老头(?!乐)|老人家?|大爷|大妈|小孩|小朋友|孩子|学生|环卫工|pedestrians?|walking|on foot|\bchild\b|old (?:man|woman|lady)/g,
  ],
  [
    'car',
    /汽车|轿车|小车|货车|卡车|客车|公交车?|出租车|网约车|的士|面包车|越野车|皮卡|大巴|中巴|泥头车|渣土车|罐车|挂车|摩托车?|机车|机动车|私家车|新能源车?|特斯拉|比亚迪|宝马|奔驰|奥迪|大众|丰田|本田|另一辆车|另外一辆|对方(?:的)?车|前车|后车|两车|一辆车|(?:也是)?开车的|\bcars?\b|\btrucks?\b|\bvans?\b|\bbus(?:es)?\b|\btaxis?\b|\bvehicle\b|lorry|\bsuv\b|motorcycles?|motorbikes?/g,
  ],
];
const UNKNOWN =
  /不知道|不清楚|不晓得|不记得|没记住|没看清|没看到|记不清|忘了|跳过|说不清|不确定|don't know|do not know|not sure|unknown|skip|no idea|didn't see/;
/** Behind “对方”, “撞了”, “被” and their like stands the other side; a plate there is theirs. */
const THEIR_PLATE =
  /(?:对方|另一(?:辆|台|方)|他的?车?|她的?车?|肇事车?|那(?:辆|台)?车|other (?:car|side|plate))[^,。;!?\n]{0,10}$/;
const ABOUT_THEM =
  /(?:对方|[后前左右]面?有一?[个辆台位](?:骑)?|撞(?:了|到|上|倒)?|碰(?:了|到|上|倒)?|刮(?:了|到)?|蹭(?:了|到)?|剐(?:了|蹭)?|带倒|轧(?:了|到)?|被|把|让|跟|和|与|另一|hit|by|with) ?(?:了|到|是|一?(?:个|辆|台|位)|an? |骑|走路的?)?[^,。;!?\n]{0,8}$/;

interface Hit {
  readonly kind: Exclude<OtherKind, 'unknown'>;
  readonly start: number;
  readonly end: number;
}

const hitsIn = (text: string): Hit[] =>
  WORDS.flatMap(([kind, pattern]) =>
    matches(pattern, text).map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  ).filter((hit) => hit.kind === 'uninsured' || hit.kind === 'none' || !negated(text, hit.start));

/** E-bikes and people on foot need no insurance, so that “没保险” about them says nothing. */
function weightiest(hits: readonly Hit[]): Hit | undefined {
  const soft = hits.some((hit) => hit.kind === 'nonMotor' || hit.kind === 'pedestrian');
  const order = WORDS.map(([kind]) => kind).filter((kind) => !(soft && (kind === 'uninsured' || kind === 'none')));
  return order.map((kind) => hits.find((hit) => hit.kind === kind)).find((hit) => hit !== undefined);
}

/** “对方是电动车”: said of the other side in so many words. */
export const saysWhoTheyAre = (text: string): boolean =>
  /对方(?:是|骑)|^(?:他|她|人家|老汉|老人|大爷|大妈)(?:是)?(?:骑|走路)/.test(text);

export function otherSide(): Kind<OtherSide> {
  return {
    kind: 'otherSide',
    find: (text): readonly Found<OtherSide>[] => {
      const plain = normal(text);
      const theirs = platesIn(plain.text).filter((hit) =>
        THEIR_PLATE.test(plain.text.slice(Math.max(0, hit.start - 16), hit.start)),
      );
      if (theirs.length > 0)
        return theirs.map((hit) => ({ value: carOf(hit.plate), span: plain.span(hit.start, hit.end) }));
      const told = hitsIn(plain.text).filter((hit) => isAboutThem(plain.text, hit));
      const hit = weightiest(told);
      return hit ? [{ value: { kind: hit.kind }, span: plain.span(hit.start, hit.end) }] : [];
    },
    read: (input: Input, now): Read<OtherSide> => {
      const plates = plate().read(input, now);
      const said = plates.kind === 'value' ? [plates.value] : plates.kind === 'ambiguous' ? plates.options : [];
      if (said.length === 0) return answered(bare(input.text));
      if (DENIES.test(bare(input.text)) && !THEIRS.test(bare(input.text))) return problem('notAnOption');
      const { text, own } = withoutOwn(input.text);
      const [only, ...more] = said.filter((option) => !own.has(option)).map(carOf);
      if (only) return more.length === 0 ? value(only) : { kind: 'ambiguous', options: [only, ...more] };
      const rest = /对方|[他她人跑撞]|other|they|he |she /.test(text) ? answered(text) : undefined;
      return rest?.kind === 'value' ? rest : problem('ownPlate');
    },
    accepts: isOtherSide,
    choices: CHOICES,
  };
}

/** “不对 是川AD54321” takes back an earlier plate, whosever that was; “不对，对方是…” answers. */
const DENIES =
  /^(?:不对|不是|不不|[说填写搞弄输打记发]错|错了|更正|改成|改为|(?:no|wrong|sorry|not)(?![a-z]))(?!我的?[,，。 ])/;
const THEIRS = /对方|对面|前车|后车|撞|追尾|[他她]的|那辆|other|their|his |her |hit/;

const carOf = (plate: string): OtherSide => ({ kind: 'car', plate });

/** “我的是京A12345，对方跑了”: plates that are said to be one's own (or not to be theirs), and the words besides them. */
function withoutOwn(given: string): { text: string; own: ReadonlySet<string> } {
  const plain = normal(given).text;
  const written = platesIn(plain).length > 0 ? [plain] : withSigns(plain);
  const hits = written.flatMap((text) =>
    platesIn(text).map((hit) => ({ ...hit, side: sideOf(text, hit.start, hit.end) })),
  );
  const theirs = new Set(hits.filter(({ side }) => side === 'other').map((hit) => hit.plate));
  const own = hits.filter((hit) => hit.side === 'own' || theirs.size > 0).filter((hit) => !theirs.has(hit.plate));
  const text = plain
    .split(/[,。;!?\n]/)
    .filter((clause) => platesIn(clause).length === 0)
    .join(',');
  return { text: bare(text), own: new Set(own.map((hit) => hit.plate)) };
}

function isAboutThem(text: string, hit: Hit): boolean {
  if (hit.kind === 'fled') return /对方|他|车|人|肇事|撞|fled|hit|drove|ran/.test(text);
  if (hit.kind === 'uninsured')
    return /对方|他|她|they|other|he |she /.test(text.slice(Math.max(0, hit.start - 12), hit.start));
  return (
    ABOUT_THEM.test(text.slice(Math.max(0, hit.start - 14), hit.start)) ||
    (hit.kind === 'none' && /^(?:自|单|护栏)/.test(text.slice(hit.start)))
  );
}

/** “就那辆车”, “就这一辆”: nobody besides the car that was told of. */
const ONE_CAR = /^(?:就|只|仅|仅仅)(?:有|是)?(?:我)?(?:的)?(?:这|那)?(?:一)?[辆台部](?:车子?)?(?:了|啊|呀|而已)?$/;
/** “没有别的”, “除了我妈没有别人”. */
const NO_OTHERS =
  /没有?(?:别|其他|其它|旁)(?:的)?(?:人|车|对方)?(?:了|啊)?(?:$|,)|^(?:just|only) (?:that|the|this|one|my)(?: one)? (?:car|vehicle)$|^(?:no one|nobody|nothing) else$/;

function answered(core: string): Read<OtherSide> {
  const place = /^(?:第|选)?([1-6一二三四五六])(?:项|(?<=[第选].)个)?[.)、]?$/.exec(core)?.[1];
  const index = place ? '123456'.indexOf(place) + '一二三四五六'.indexOf(place) + 1 : -1;
  const tapped = CHOICES[index];
  if (tapped) return value({ kind: tapped });
  if (ONE_CAR.test(core)) return value({ kind: 'none' });
  const hit = weightiest(hitsIn(core));
  if (hit) return value({ kind: hit.kind });
  if (UNKNOWN.test(core)) return value({ kind: 'unknown' });
  if (NO_OTHERS.test(core)) return value({ kind: 'none' });
  if (/^(?:没有?|无|冇|none|no)(?:了|的|啊)?$/.test(core)) return value({ kind: 'none' });
  return problem('notAnOption');
}

function isOtherSide(v: unknown): v is OtherSide {
  if (typeof v !== 'object' || v === null) return false;
  const { kind, plate: number } = v as Record<string, unknown>;
  if (number !== undefined) return kind === 'car' && typeof number === 'string' && isPlate(number);
  return kind === 'unknown' || CHOICES.some((choice) => choice === kind);
}
