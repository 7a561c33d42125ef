/**
 * Whether something found in running text is said of the accident itself, plainly enough to be held against an answer that was
 * given before. Strict: what is not plain asks nothing, since a needless question costs more than a missed one.
 */
import { tellsOfAnother } from './casualties-told.ts';
import { countsIn } from './count.ts';
import type { Now } from './kind.ts';
import { clauseAround } from './negation.ts';
import { normal } from './normal.ts';
import { place } from './place.ts';
import { sideOf } from './plate-sides.ts';
import { time } from './time.ts';

export type Told = 'when' | 'where' | 'phone' | 'ownPlate' | 'other';

/** Little words around a value that is the whole message. */
const AROUND =
  /[\s,，.。!！;；:：、~～“”"]|大概|大约|左右|应该|好像|可能|记得|其实|准确|具体|确切|那个?|就|是|在|的|了|我|吧|啊|呀|哦|嗯|哈|对|it was|it is|at|on|about|around/g;
const HIT =
  /撞|碰(?![头面上见巧])|刮|蹭|剐|追尾|翻(?:车|了|进)|轧|压(?:到|了)|碾|车祸|出(?:的|了)?事|事故|crash|collid|collision|\bhit\b|knocked|ran into|accident/;
/** What tells of another moment, another place or somebody else’s word. */
const BESIDE: Readonly<Record<'when' | 'where', RegExp>> = {
  when: /又|再|第[一二三四]次|后来|接着|然后|才|已经|到现在|之[前后]|以[前后]|说|听|据|以为|差点|不是|不到|上次|上回|去年|以前|later|after|before|until|said|again/,
  where:
    /送|医院|回|往|从|出发|经过|路过|途经|住|家|去|来自|追到|跑到|开到|开回|停到|拖到|挪到|推到|移到|逃到|去年|上次|上回|以前|经常|平时|差点|说|听|据|不是|towards?|from|live|home|hospital|said/,
};
const NAMED: Readonly<Record<Told, RegExp>> = {
  when: /(?:时间|日期|time|date)[\s是在为:]*(?:is|was)?\s?$/,
  where: /(?:地点|位置|地址|地方|place|location)[\s是在为:]*(?:is|was)?\s?$/,
  phone:
    /(?:^|我的?|本人|联系|这个|打我|打这个|my )(?:电话|手机号?|号码|联系方式|phone|number)?(?:号码?)?[\s是为:]*(?:is )?$|打(?:我)?这个(?:号|电话)?[\s:]*$/,
  ownPlate: /(?:^|我的?车?|投保车辆?|本车|my )(?:车牌号?|plate)[\s是为:]*(?:is )?$/,
  other: /(?:对方|他|她|their|his|her)的?(?:车牌号?|plate)[\s是为:]*(?:is )?$/,
};
/** Somebody else’s number, or one that was dialled. */
const OTHERS =
  /对方|[他她]|老[公婆]|爸|妈|父|母|儿|女|哥|弟|姐|妹|司机|交警|警察|家属|家人|朋友|同事|医院|医生|保险|客服|打(?!我|这个)了?|拨|接|his|her|their|wife|husband/;
const MORE = /还有|另外|第[二三四]|又|[两三四几]辆|多车|连环|also|another|second/;
type Span = readonly [start: number, end: number];

/** As much is looked at before what was found, and so much is read around it. */
const REACH = 24;
const WINDOW = 80;

/** `span` in `text` as written. */
export function isStated(field: Told, text: string, [start, end]: Span): boolean {
  if (isAlone(text, start, end)) return true;
  const before = normal(text.slice(Math.max(0, start - WINDOW), start)).text;
  const plain = `${before}${normal(text.slice(start, end + WINDOW)).text}`;
  const to = before.length + normal(text.slice(start, end)).text.length;
  const clause = clauseAround(plain, before.length, to, REACH);
  if (field === 'phone') return NAMED.phone.test(clause.before) && !OTHERS.test(`${clause.before}${clause.after}`);
  if (field === 'when' || field === 'where') return isOfAccident(field, clause, plain.slice(to));
  if (MORE.test(clause.before)) return false;
  const side = field === 'other' ? 'other' : 'own';
  return NAMED[field].test(clause.before) || sideOf(plain, before.length, to) === side;
}

/** The value and nothing besides. */
const isAlone = (text: string, start: number, end: number): boolean =>
  text.length <= 200 && `${text.slice(0, start)} ${text.slice(end)}`.replace(AROUND, '') === '';

function isOfAccident(field: 'when' | 'where', { before, after }: { before: string; after: string }, rest: string) {
  if (BESIDE[field].test(before) || /不是|不对/.test(before)) return false;
  if (NAMED[field].test(before)) return true;
  // “车祸是昨晚九点”, “事故发生在…”.
  if (HIT.test(before) && after.replace(AROUND, '') === '') return true;
  const until = HIT.exec(after);
  if (until) return !BESIDE[field].test(after.slice(0, until.index));
  // “昨晚九点，我右转撞了他”: the moment in a clause of its own, and the accident in the next.
  const next = /^[,。;\n ]([^,。;!?\n]{1,40})/.exec(rest)?.[1] ?? '';
  const alone = `${before}${after}`.replace(AROUND, '') === '';
  const hit = alone ? HIT.exec(next) : null;
  return hit !== null && !BESIDE[field].test(next.slice(0, hit.index));
}

/** Who carries, drives or stands by is counted among no injured, nor are those besides. */
const HELPERS =
  /人(?:一起)?(?:抬|送|扶|帮|陪|看|围|骑|坐|开|来|过来|去|打)|[个名位](?:交警|警察|医生|护士)|还有|另外|其他|其中|别的|又|除了|以为|说|听|people (?:helped|carried|came|watched)|also|another|besides/;
const NOBODY =
  /^[^,，。]{0,3}(?:没有?人(?:员)?(?:受伤|伤)|无人受伤|nobody (?:is |was )?(?:hurt|injured))[^,，。]{0,2}$/;

/** “一共伤了两个人”: how many in all, and not that somebody is. */
export function saysHowMany(text: string): boolean {
  const plain = normal(text.slice(0, 200)).text;
  if (NOBODY.test(plain.trim())) return true;
  return countsIn(plain).length > 0 && !HELPERS.test(plain) && !tellsOfAnother(plain);
}

/** A time or a place, and nothing besides. */
export const saysOnlyFact = (text: string, now: Now): boolean =>
  text.length <= 60 &&
  [time(), place()].some((kind) => kind.find(text, now).some(({ span }) => isAlone(text, ...span)));
