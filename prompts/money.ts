/** Amounts of money in yuan, in digits and words, as whole fen. */
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
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
const NUMBER_SIGN = new RegExp(`[\\d${HAN_NUMBER}亿]`);
/** Words before a number that make it money even without a unit. */
const PAID =
  /(?:给|付|花|赔|垫|交|收|要|扣|欠|借|转|押金|费用?|工资|赔偿|金额|一共|总共|合计|共计|开价|张嘴|张口|报价|药费|医药费|就|才|人民币|rmb|cny|paid|cost|pay)(?:了|过|的|是|出|去|我|他|她|你|就|要|对方|人家|他们|我们|:|大概|大约|差不多|快|将近|近|约|about | )*$/;
/** Units that make a number something else. */
const NOT_MONEY =
  /^[a-z\d]|^ ?(?:公里|千米|米|厘米|毫米|毫升|升|斤|公斤|克|吨|天|个?月|年|岁|号|点|时|分钟?|小时|秒|个|人|次|趟|辆|台|处|级|度|层|楼|栋|名|位|米|针|片|根|条|步|%|％|成|倍|km|kg|cm|mm|ml|days?|months?|years?|people|metres?|km\/h)/;

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
  for (const match of text.matchAll(MONEY_START)) {
    if (match.index < next || isInsideNumber(text, match.index, next)) continue;
    const amount = amountAt(text, match.index);
    if (!amount) continue;
    next = amount.end;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const isMoney =
      (amount.unit || amount.large || (amount.fen >= LEAST_BARE && PAID.test(before))) &&
      !NOT_MONEY.test(text.slice(amount.end)) &&
      !/(?:第|[a-z\d.:/-])$/.test(before);
    if (isMoney && amount.fen <= LARGEST_FEN && amount.fen > 0) found.push({ amount, start: match.index });
  }
  return found;
}

/** No amount begins in the middle of a number that was none. */
const isInsideNumber = (text: string, at: number, next: number): boolean =>
  at > next && NUMBER_SIGN.test(text.charAt(at - 1)) && NUMBER_SIGN.test(text.charAt(at));

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
