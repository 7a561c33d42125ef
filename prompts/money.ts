/** Amounts of money in yuan, in digits and words, as whole fen. */

import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches, SignClass } from './matches.ts';
import { type Amount, amountAt } from './money-amount.ts';
import { MONEY_START } from './money-number.ts';
import { bare, normal } from './normal.ts';
import { HAN_NUMBER } from './numerals.ts';

export interface Money {
  /** Hundredths of a yuan; of a range the lower end. */
  readonly fen: number;
  readonly approx: boolean;
  readonly maxFen?: number;
}

/** 100 million yuan. */
const LARGEST_FEN = 10_000_000_000;
/** “给一部分”: a small number without a unit is none of money. */
const LEAST_BARE = 1_000;
/** “垫了3000和4500”: what goes on with amounts, but for the number of the ambulance. */
const ROW = /^ ?[和跟、+] ?$/;
/** “电瓶车修了四百五”, “配一副1200”. */
const MENDED = /(?:修|换)(?:好)?了$|配了?一?副$/;
const LEAST_IN_ROW = 20_000;
const REACH = 12;
/** Nobody tells more of them in one message. */
const MOST = 100;
const NUMBER_SIGN = new SignClass(new RegExp(`[\\d${HAN_NUMBER}亿]`));
const LITTLE =
  '(?:了|过|的|是|出|去|我|他|她|你|就|要|对方|人家|他们|我们|老人|能|可以|才|只|得|到手|挣|赚|拿|算|按|:|大概|大约|差不多|快|将近|近|约|about | ){0,5}';
/** Words before a number that make it money even without a unit, and those that make it a wage or a price by the day. */
const PAID = new RegExp(
  `(?:给|付|花|出|赔|垫|交|收|要|扣|欠|借|转|掏|补|退|罚|亏|凑|押金|费用?|款|工资|[月年日]薪|收入|赔偿|金额|红包|修车|彩超|b超|ct|核磁|拍片|挂号|床位|打车|路费|车损|损失|报销|拐杖|轮椅|支具|护具|拖车|住宿|输液|换药|石膏|医药|药费|[两三四几]笔,?|工钱|一共|总共|合计|共计|开价|张嘴|张口|报价|人民币|rmb|cny|paid|cost|pay|[每一]天|每[日月]|按天|一个月)${LITTLE}$`,
);
/** These say little: “我爸才40” is an age. */
const ONLY = /(?:就|才)(?:要|是|给|赔)?$/;
const LEAST_AFTER_ONLY = 100_000;
/** Calls for help: “给120打电话”. */
const EMERGENCY = [110, 119, 120, 122];
const CALLS = /(?:[给打叫拨报转]|报了|打了|就|要|才)$/;
const ABOUT = /(?:大概|大约|差不多|将近|接近|约|快|近)$/;
/** “一百五一天”. */
const RATE_AFTER = /^(?:一天|每天|一个月|每月|\/天|一个人|一人|每人)/;
/** “青一块紫一块”, “两块钢板”: pieces, unless somebody pays them. */
const PIECES = /^[一二两三四五六七八九1-9]块$/;
/** “能赔几万” asks. */
const ASKED = /(?:能|会|可以|要|得|该|一般)(?:赔|给|拿|花|出|付|得|交|要)(?:个|我|到|多)?$/;
/** A number of hundreds with nothing else in its clause: “三百六”. */
const ALONE_BEFORE = /(?:^|[,。;!?、 ])$/;
const ALONE_AFTER = /^(?:$|[,。;!?、 ])/;
/** Units that make a number something else. */
const NOT_MONEY =
  /^[a-z\d]|^火急|^ ?(?:公里|千米|米|厘米|毫米|毫升|升|斤|公斤|克|吨|天|个?月|年|岁|号|点|时|分钟?|小时|秒|个|人|次|趟|辆|台|处|级|度|层|楼|栋|名|位|米|针|片|根|句|遍|种|户|册|页|条|步|单|顿|夜|瓦|转|字|度|%|％|成|倍|km|kg|cm|mm|ml|days?|months?|years?|people|metres?|km\/h)/;

export function money(): Kind<Money> {
  return {
    kind: 'money',
    find: (text): readonly Found<Money>[] => {
      const plain = normal(text);
      return amountsIn(plain.text).map(({ amount, start }) => ({
        value: shaped(amount),
        span: plain.span(start, amount.end),
      }));
    },
    read: ({ text }: Input): Read<Money> => answered(bare(text).slice(0, 400)),
    accepts: isMoney,
  };
}

const shaped = ({ fen, maxFen, approx }: Amount): Money => ({ fen, approx, ...(maxFen !== undefined && { maxFen }) });

function amountsIn(text: string): { amount: Amount; start: number }[] {
  const found: { amount: Amount; start: number }[] = [];
  let next = 0;
  for (const match of matches(MONEY_START, text)) {
    if (found.length >= MOST || match.index < next || isInsideNumber(text, match.index, next)) continue;
    const amount = amountAt(text, match.index);
    if (!amount) continue;
    next = amount.end;
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    const after = text.slice(amount.end, amount.end + REACH);
    const between = text.slice(found.at(-1)?.amount.end ?? match.index, match.index);
    const row = ROW.test(between) && amount.fen >= LEAST_IN_ROW && !NOT_MONEY.test(after);
    if (!row && !isMoneyHere(amount, text.slice(match.index, amount.end), before, after)) continue;
    if (amount.fen <= LARGEST_FEN && amount.fen > 0)
      found.push({ amount: { ...amount, approx: amount.approx || ABOUT.test(before) }, start: match.index });
  }
  return found;
}

function isMoneyHere(amount: Amount, words: string, before: string, after: string): boolean {
  const yuan = amount.fen / 100;
  // “一万多点” is no hour.
  const other = amount.large && after.startsWith('点') ? false : NOT_MONEY.test(after);
  if (other || /(?:第|[a-z\d.:/-])$/.test(before)) return false;
  if (/^一[毛块]钱?$/.test(words) && /^钱?[都也]?[没不未]/.test(after)) return false;
  if (PIECES.test(words)) return PAID.test(before) || (!words.startsWith('一') && ALONE_AFTER.test(after));
  if (/^几/.test(words) && !/[好了]$/.test(before) && (!amount.unit || ASKED.test(before))) return false;
  if (amount.unit || amount.large || (RATE_AFTER.test(after) && amount.fen >= LEAST_BARE)) return true;
  if (EMERGENCY.includes(yuan) && CALLS.test(before)) return false;
  const alone = /[百佰]/.test(words) && ALONE_BEFORE.test(before) && ALONE_AFTER.test(after);
  return (
    alone ||
    (amount.fen >= LEAST_IN_ROW && MENDED.test(before)) ||
    (amount.fen >= LEAST_BARE && PAID.test(before)) ||
    (amount.fen >= LEAST_AFTER_ONLY && ONLY.test(before))
  );
}

/** Sums of a hundred yuan or more, whatever stands around them; of a normal text. */
export function sumsNamed(
  text: string,
): readonly { readonly fen: number; readonly start: number; readonly end: number }[] {
  let next = 0;
  return matches(MONEY_START, text).flatMap(({ index }) => {
    const amount = index < next || isInsideNumber(text, index, next) ? undefined : amountAt(text, index);
    if (!amount || amount.fen < LEAST_BARE * 10) return [];
    next = amount.end;
    return [{ fen: amount.fen, start: index, end: amount.end }];
  });
}

/** No amount begins in the middle of a number that was none. */
const isInsideNumber = (text: string, at: number, next: number): boolean =>
  at > next && NUMBER_SIGN.at(text, at - 1) && NUMBER_SIGN.at(text, at);

function answered(core: string): Read<Money> {
  if (/^(?:负|-|minus )/.test(core) || /[¥块元]-\d|-[¥]/.test(core)) return problem('negative');
  const found = amountsIn(core).map(({ amount }) => amount);
  const alone = core.replace(/^(?:大概|大约|约|差不多|一共|总共|就|about |around )+/, '');
  const direct = found.length === 0 ? amountAt(alone, 0) : undefined;
  const amounts = direct && /^ ?(?:左右|上下|吧|了|呢|整|的样子)*$/.test(alone.slice(direct.end)) ? [direct] : found;
  const approx = /大概|大约|约|差不多|左右|上下|about|around|近/.test(core);
  const options = [
    ...new Map(
      amounts.map((amount) => [
        `${amount.fen}-${amount.maxFen}`,
        shaped({ ...amount, approx: amount.approx || approx }),
      ]),
    ).values(),
  ];
  const [only] = options;
  if (!only || options.some((option) => option.fen > LARGEST_FEN)) return problem('notMoney');
  return options.length === 1 ? value(only) : { kind: 'ambiguous', options };
}

function isMoney(v: unknown): v is Money {
  if (typeof v !== 'object' || v === null) return false;
  const { fen, approx, maxFen } = v as Record<string, unknown>;
  const whole = (n: unknown): n is number => typeof n === 'number' && Number.isSafeInteger(n) && n >= 0;
  return whole(fen) && typeof approx === 'boolean' && (maxFen === undefined || (whole(maxFen) && maxFen >= fen));
}

/** “一天五千”, “每月三千多”: a rate, and no total. */
export const isByDay = (text: string): boolean =>
  /(?:[一每]天|每[日月周]|天天|一个月|一晚|[\d元块]\/天)\D{0,6}[\d一二两三四五六七八九十百千万]|[\d一二两三四五六七八九十百千万]\s?[元块多]?钱?(?:左右)?(?:[一每]天|[一每]日|一晚|每月|一个月)|\d+天\s?[\d一二两三四五六七八九十]|(?:a|per|every|each) (?:day|month|week)/i.test(
    text.slice(0, 200),
  ) && !/(?:一共|总共|合计)[^,，。不没]{0,3}[\d一二两三四五六七八九十]|in all|in total/i.test(text);
