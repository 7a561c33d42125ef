/**
 * Paper plates of new cars (临时行驶车号牌): the number of an ordinary plate, or four signs, with 临 – 试 and 超 for cars
 * on trial and oversize ones. Kept with the mark at the end, since an ordinary plate may have the same number.
 */
const PAPER = '临时行驶车号牌|临时(?:行驶)?(?:号牌|牌照|车牌|牌)|临(?:牌|字|号)';
/** Behind the number. “京A12345临时停在路边” and “京A12345临近路口” hold none. */
const AFTER = new RegExp(
  `^[ ·.\\-_]{0,2}(?:[的是(]?(?:${PAPER})[)]?|[(]?([临试超])[)]?(?![一-鿿]|\\d)|临(?=[的和与跟]))`,
);
/** Right before the province: “临牌京A12345”, “临时牌照号是京A12345”, “临京A12345”. */
const BEFORE = new RegExp(`(?:(?:${PAPER})(?:号码?)?[是为: ]{0,2}|临[ ·:]?)$`);
/** Between the head and the number: “京A·临12345”, “京A临时12345”. */
const BETWEEN = /^([a-z])[ ·.\-_]{0,2}临(?:时|牌)?[ ·.\-_]{0,2}(?=[a-z0-9])/;

export interface Mark {
  /** The sign that the plate ends with. */
  readonly sign: string;
  readonly end: number;
}

/** What stands behind a number that ends at `end`. */
export function markAfter(text: string, end: number): Mark | undefined {
  const match = AFTER.exec(text.slice(end, end + 12));
  return match ? { sign: match[1] ?? '临', end: end + match[0].length } : undefined;
}

/** Whether a mark stands before the province at `start`. */
export const markBefore = (text: string, start: number): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 14), start));

/** Length of letter, mark and separators where a mark stands inside; `text` begins behind the province. */
export const markInside = (text: string): number | undefined => BETWEEN.exec(text.slice(0, 10))?.[0].length;

const SPOKEN_OF = new RegExp(`${PAPER}|临[a-z]?\\d{4}|\\d{4}[临试超](?![一-鿿])`);
/** Speaks of a paper plate, or gives its number without the province. */
export const isPaper = (text: string): boolean => SPOKEN_OF.test(text.slice(0, 200));

/** “临牌”, “还没上牌”, “没有车牌”: there is no number to tell. `core` is bare. */
const NONE =
  /(?:没|未|无|冇)(?:有|来得及|上|挂|办|装|拿|领|下来|发|选|正式|到|好|过|的){0,4}(?:车牌|牌照|号牌|牌子|牌|车号)|(?:车牌|牌照|号牌|牌子|牌)(?:照|号)?(?:都|也|还)*(?:没|未)(?:有|上|挂|办|装|拿|领|下来|发|到)|临时(?:行驶)?(?:车)?(?:号牌|牌照|车牌|牌)|临牌|(?:车牌|牌照|号牌|牌子)(?:都|也|被|撞|给)*(?:掉|丢|飞)了|新车|裸车|\b(?:no|without|not have|not got|doesn't have|don't have|hasn't got|haven't got)(?: an?| any| its| the)?(?: number| licen[cs]e| registration)? ?(?:plates?|tags?)\b|(?:temporary|temp|paper|trade|dealer)(?: number| licen[cs]e)? ?(?:plates?|tags?)|(?:not|un) ?(?:yet )?registered|brand new car|\bnew car\b/;

export const saysNoPlate = (core: string): boolean => !/\d/.test(core) && core.length <= 60 && NONE.test(core);
