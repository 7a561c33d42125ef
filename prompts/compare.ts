/** What was told later, beside what was answered before: the same, the same more exactly, or something else. */
import { normal } from './normal.ts';
import type { Place } from './place.ts';
import { PLACE_END } from './place-words.ts';
import { minuteOf, type TimeSpan } from './time-calendar.ts';

/** `same`: nothing new in it. `finer`: it may be taken for what it makes more exact. `other`: both cannot be right. */
export type Beside = 'same' | 'finer' | 'other';

/** Minutes by which people round: “八点” is said at ten to, “傍晚” of half past seven. Of two hours one is wrong. */
const SLACK: Readonly<Record<TimeSpan['grain'], number>> = { minute: 5, hour: 10, now: 120, daypart: 60, day: 0 };

export function besideTime(before: TimeSpan, told: TimeSpan): Beside {
  const [from, to] = [minuteOf(before.start), minuteOf(before.end)];
  const [start, end] = [minuteOf(told.start), minuteOf(told.end)];
  const slack = before.grain === 'hour' && told.grain === 'hour' ? 0 : Math.max(SLACK[before.grain], SLACK[told.grain]);
  if (end + slack < from || start - slack > to) return 'other';
  const within = start >= from && end <= to;
  const exact = told.grain === 'minute' && !told.approx && before.grain !== 'minute';
  return (within || exact) && end - start < to - from ? 'finer' : 'same';
}

const REGION = /^.{1,8}?(?:省|自治区|市|州|[区县旗](?!间)|镇|乡)/;
const LEAD =
  /^(?:就|是|我|在|位于|于|的|上|与|和|跟|同|及|交|至|到|往|由|靠近|the|at|on|near|and|of|corner|\s|[,，、])+/i;
const NUMBERS = /(?<!\d)\d{1,5}(?:\.\d{1,2})?(?=号|弄|公里|米|栋)|(?<![a-z\d])k\d{1,4}(?:\+\d{1,3})?(?!\d)/g;
/** Latin words of the name of a place; “road” and its like are none. */
const LATIN =
  /(?<![a-z])(?!(?:the|near|road|street|avenue|lane|and|crossing|junction|corner|north|south|east|west)(?![a-z]))[a-z]{3,20}(?![a-z])/g;

export function besidePlace(before: Place, told: Place): Beside {
  const [old, fresh] = [written(before.text), written(told.text)];
  if (fresh === '' || old === fresh) return 'same';
  if (old === '' || isWithin(old, fresh)) return 'finer';
  if (isWithin(fresh, old)) return 'same';
  const [olds, news] = [namesIn(old), namesIn(fresh)];
  // A town and a road in it, a school and the road it lies on: not to be compared.
  if (olds.length === 0 || news.length === 0) return 'same';
  const shared = news.some((name) => olds.some((other) => name.includes(other) || other.includes(name)));
  if (!shared) return sortOf(old) === sortOf(fresh) ? 'other' : 'same';
  if (differs(old.match(NUMBERS), fresh.match(NUMBERS))) return 'other';
  const all = olds.every((name) => news.some((other) => other.includes(name)));
  return all && fresh.length > old.length ? 'finer' : 'same';
}

const written = (text: string): string =>
  normal(text)
    .text.replace(/[\s,，.。!！、]/g, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .replace(/(?<=[一-鿿]) | (?=[一-鿿])/g, '')
    .trim();

/** Every character of the one, in order, in the other: “朝阳路口” in “朝阳路和青年路口”. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at >= short.length;
}

/** What stands before “路”, “大道”, “高速” and their like, without province, town and district. */
function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACE_END)) {
    const name = bareName(text.slice(from, match.index));
    if (name.length >= 1 && !/^\d/.test(match[0])) names.push(name);
    from = match.index + match[0].length;
  }
  return [...names, ...(text.match(LATIN) ?? [])];
}

function bareName(stem: string): string {
  let name = stem.replace(LEAD, '');
  for (let n = 0; n < 4 && REGION.test(name); n += 1) name = name.replace(REGION, '');
  return name.replace(LEAD, '');
}

/** A road is no school: only places of one sort can exclude one another. */
const sortOf = (text: string): string =>
  /路|街|大道|高速|国道|省道|县道|桥|隧道|巷|环|road|street|avenue|expressway/.test(text) ? 'road' : 'spot';

const differs = (olds: readonly string[] | null, news: readonly string[] | null): boolean =>
  olds !== null && news !== null && !news.some((number) => olds.includes(number));
