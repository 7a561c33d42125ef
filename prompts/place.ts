/** Where: in words, or a place shared from the map. */

import { answersNothing } from './answers-nothing.ts';
import { type Found, type Input, type Kind, type Location, type Now, problem, type Read, value } from './kind.ts';
import { canMatch, matches, searched } from './matches.ts';
import { bare, type Normal, normal } from './normal.ts';
import { phonesIn } from './phone.ts';
import { besideIn } from './place-beside.ts';
import { englishPlaces } from './place-english.ts';
import { onlyTells } from './place-none.ts';
import { behindOpeners, isSentence, spotIn, tells } from './place-sentence.ts';
import {
  AT_FACILITY,
  FACILITY,
  HAPPENED,
  isGeneric,
  ON_ROUTE,
  PLACE_END,
  PLACE_TAIL,
  type Road,
  roadOf,
  SPOT,
  TELLING,
  withoutGrumble,
} from './place-words.ts';
import { platesIn } from './plate.ts';
import { momentOf } from './time-calendar.ts';
import { phrasesIn } from './time-phrase.ts';

export interface Place {
  /** As written; may be empty where a place on the map was shared. */
  readonly text: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly road?: Road;
}

const LONGEST = 200;
/** At most this many beginnings of a place are looked at in one text. */
const MOST = 200;
const WINDOW = 40;
const MARKER =
  /(?:行驶?至|行驶?到|走到|开到|骑到|路过|途经|经过|经由|沿着|沿(?![江河海湖滨].{0,2}[路街道])|位于|走(?=[^,。;!?\n去来了不这那的]{2,5}(?:路|大道|街)(?:[,上到]|的时候))|地点[就是为在:]{0,3}|(?:出事|事发|撞|被撞)的?地方[是在就:]{1,3}|位置[就是为在:]{0,3}|地址(?:应该)?[是为:]{0,2}|(?<![现正实存家住])在|到|于|从|至)/g;
/** Where a clause begins. */
const HEAD = /(?:^|[,。;!?\n: ])(?=[^,。;!?\n: ])/g;
/** Where the name of a place ends and what happened there begins. */
const STOP =
  /[,。;!?、\n"()]|撞|碰|刮|蹭|剐|追尾|追了|翻车|侧翻|轧|压|摔|倒车|被|把|跟(?!前)|给|因|时(?!代)|的时候|发生|出(?:了|的)?(?:车祸|事|险)|等红|等灯|停着|停车(?!场|库)|掉头|调头|左转|右转|变道|超车|刹车|打滑|失控|开车|骑车|走路|过马路|对方|一辆|一个|一台|人受伤|and (?:hit|a car|was|then)|when |hit |was |we |i |he /;
/** A clause that begins with a place has no person, time or vehicle before the name ends. */
const TELLS =
  /[我你他她它们俺咱谁在到从躺坐骑开等夜早晚午老岁点分病赔报吗没不要想能会走去来过回问有让说哪]|沿(?![江河海湖滨])|停(?!车)|医(?!院)|车(?!站|库)|人(?!民|行)|[今昨前明]天|横穿|[堵封满懒写卡刚]|更正|限速|星期|礼拜|周[一二三四五六日末]|[上下]班|[上放]学(?!院)|业务|急诊|抢救|店门|保险|公司|什么|怎么/;
const ON_MOTORWAY = /高速(?:公路)?(?:服务区|收费站|出入?口|入口|口)$/;
const BETWEEN_ROADS = /^(?:和|与|跟|同|及|、| and )/;
const LEAD =
  /^(?:(?:我们?)?(?:就|是|现在|人)?(?:在|位于|于)|(?:事故|出险|案发|发生)?(?:地点|位置|地址)(?:就?是|在|为|:)*|就?是: ?|发生在|at |on |it (?:was|happened) (?:at|on) |the place is )+ ?/;
const ASKS = /[?]|吗$|怎么|什么|多少|为啥|多久|^(?:where|what|which|who|how|why|can|could|do|does|is|are) /;
const NOT_A_PLACE =
  /^(?:不知道|不清楚|不晓得|不记得|忘了?|没有?|无|是的?|不是|好的?|嗯|对的?|你好|您好|在吗|人工|转人工|跳过|谢谢|什么|随便|都行|可以|ok|okay|yes|no|none|hello|hi|skip|unknown|don't know|i don't know|not sure|no idea)+$/;
/** Rules of one city that a person must hear of there (北京市实施办法 73). */
export const inBeijing = (text: string): boolean => /北京|beijing/i.test(text);

/** “这里” tells only who is there. */
const VAGUE =
  /^(?:就?在?(?:我?这里|我?这儿|我?这边|那里|那儿|那边|现场|原地|路上|路边|马路上|街上|外面|附近|家门口)|here|there|on the road|nearby|outside)$/;

export function place(): Kind<Place> {
  return { kind: 'place', find, read, accepts: isPlace };
}

function find(text: string): readonly Found<Place>[] {
  const plain = normal(text);
  return placesIn(plain.text, () => capitals(plain, text)).map(({ start, end }) => {
    const span = plain.span(start, end);
    return { value: placed(text.slice(...span), undefined), span };
  });
}

/** The normal text with the capitals as they were written. */
function capitals(plain: Normal, text: string): string {
  if (!/[a-z]/.test(plain.text) || [...plain.text].length !== plain.text.length) return plain.text;
  if (plain.text.length === text.length) return text;
  const written = Array.from({ length: plain.text.length }, (_, i) => text.slice(...plain.span(i, i + 1))).join('');
  // A word of one region may be longer or shorter than that of everywhere.
  return written.length === plain.text.length ? written : plain.text;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Places named in a normal text: behind a marker such as 在, or at the head of a clause. */
function placesIn(text: string, written: () => string): readonly Stretch[] {
  const found: Stretch[] = englishPlaces(text, written);
  found.push(...matches(ON_ROUTE, text).map((one) => ({ start: one.index, end: one.index + one[0].length })));
  if (!canMatch(PLACE_END, text)) return found.length > 0 ? found : besideIn(text);
  const marked = new Set(matches(MARKER, text).map((match) => match.index + match[0].length));
  const heads = searched(HEAD, text).map((match) => match.index + match[0].length);
  for (const from of [...new Set([...marked, ...heads])].sort((a, b) => a - b).slice(0, MOST)) {
    if (found.some((other) => from < other.end && from >= other.start)) continue;
    const end = endOfPlace(text, from);
    if (end !== undefined && (marked.has(from) || !TELLS.test(text.slice(from, end)))) found.push({ start: from, end });
  }
  return (found.length > 0 ? found : besideIn(text)).sort((a, b) => a.start - b.start);
}

/** The end of the last place noun before something happens, if the name is one of its own. */
function endOfPlace(text: string, from: number): number | undefined {
  const window = text.slice(from, from + WINDOW);
  const stop = STOP.exec(window)?.index ?? window.length;
  let end = 0;
  let stem = '';
  let telling = false;
  for (const match of searched(PLACE_END, window.slice(0, stop))) {
    const gap = window.slice(end, match.index);
    if (end > 0 && (gap.length > 14 || / $/.test(gap))) break;
    if (end > 0 && /^(?:和|与|跟|同)/.test(gap) && !BETWEEN_ROADS.test(gap)) break;
    stem += gap;
    end = match.index + match[0].length;
    const named = TELLING.test(match[0]) || (SPOT.test(match[0]) && HAPPENED.test(text.slice(from + end)));
    if (named) stem += match[0];
    telling ||=
      FACILITY.test(match[0]) && (AT_FACILITY.test(window.slice(end)) || ON_MOTORWAY.test(window.slice(0, end)));
  }
  if (end === 0 || (!telling && isGeneric(stem.trim())) || / {2}|[一-鿿] [一-鿿]/.test(window.slice(0, end)))
    return undefined;
  PLACE_TAIL.lastIndex = end;
  return from + end + (PLACE_TAIL.exec(window.slice(0, stop))?.[0].length ?? 0);
}

function placed(text: string, location: Location | undefined): Place {
  const road = roadOf(normal(text).text);
  const at = location && { latitude: location.latitude, longitude: location.longitude };
  return { text, ...at, ...(road && { road }) };
}

function read({ text, location }: Input, now: Now): Read<Place> {
  const words = withoutGrumble(text.trim());
  const shared = location && isOnEarth(location) ? location : undefined;
  if (words.length > LONGEST) return problem('tooLong', { max: LONGEST });
  if (shared) return value(placed(words, shared));
  const core = bare(words);
  if (/\p{Extended_Pictographic}/u.test(words) && !/[\p{L}\p{N}]/u.test(words)) return problem('notAPlace');
  if ([...core].length < 2 || VAGUE.test(core)) return problem('tooShort');
  const asks = ASKS.test(core) && core.search(PLACE_END) < 0 && find(words).length === 0;
  const rest = behindOpeners(core);
  if (asks || answersNothing(core) || NOT_A_PLACE.test(core) || onlyTells(core) || !namesSomething(rest, now))
    return problem('notAPlace');
  if (isSentence(rest) && find(words).length === 0) return problem('notAPlace');
  return value(placed(stated(words, now), undefined));
}

/** Without a time and “在” before it; of a whole story only the place in it. */
function stated(words: string, now: Now): string {
  const [only, ...others] = find(words);
  const happened = /撞|追尾|刮|蹭|剐|碰|翻车|hit|crash|happened|accident|collision|knocked/i.test(words);
  if (only && others.length === 0 && (happened || isSentence(bare(words)))) return only.value.text;
  const spot = !only && (happened || tells(words)) ? spotIn(words) : undefined;
  if (spot !== undefined) return spot;
  const plain = normal(words);
  const first = phrasesIn(plain.text, momentOf(now), false)[0];
  const timed = first && first.start <= 1 && (first.clock || first.span || first.parts.length > 0) ? first.end : 0;
  const lead = /^[ ,、的]*/.exec(plain.text.slice(timed))?.[0].length ?? 0;
  const start = timed + lead + (LEAD.exec(plain.text.slice(timed + lead))?.[0].length ?? 0);
  const rest = start > 0 ? words.slice(plain.span(start - 1, start)[1]).trim() : words;
  return [...rest].length >= 2 ? rest : words;
}

/** Something is left besides times, phone numbers, plates, digits and signs. */
function namesSomething(core: string, now: Now): boolean {
  const others = [...phrasesIn(core, momentOf(now), false), ...phonesIn(core), ...platesIn(core)];
  const rest = others.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    core,
  );
  return (rest.match(/\p{L}/gu) ?? []).length >= 2 || (/\d/.test(rest) && /\p{L}/u.test(rest));
}

const isOnEarth = ({ latitude, longitude }: Location): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

function isPlace(v: unknown): v is Place {
  if (typeof v !== 'object' || v === null) return false;
  const { text, latitude, longitude, road } = v as Record<string, unknown>;
  const pinned = typeof latitude === 'number' && typeof longitude === 'number' && isOnEarth({ latitude, longitude });
  if (typeof text !== 'string' || text.length > LONGEST || (text.length < 2 && !pinned)) return false;
  return (
    (pinned || (latitude === undefined && longitude === undefined)) &&
    (road === undefined || road === 'road' || road === 'motorway' || road === 'offRoad')
  );
}
