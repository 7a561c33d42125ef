/** Shows an answer in words: full dates, masked phones, plates as they stand on the car. One small function a kind. */
import { paperShows } from './papers.ts';
import type { Lang, Sentence } from './render.ts';
import { deductionShows } from './showDeductions.ts';
import { type NewsItem, showNews } from './showNews.ts';
import { progressShows } from './showProgress.ts';

export interface Answered {
  readonly kind: string;
  readonly answer: unknown;
}
type Has = (lang: Lang, key: string) => boolean;

export function shower(lang: Lang, sentence: Sentence, has: Has): (answered: Answered) => string {
  const t = (key: string, values?: Readonly<Record<string, unknown>>): string => sentence(lang, key, values);
  const option = (kind: string, name: string): string | undefined =>
    has(lang, `choices.${kind}.${name}`) ? t(`choices.${kind}.${name}`) : undefined;

  const shows: Readonly<Record<string, (answer: unknown) => string>> = {
    time: (a) => showTime(a as TimeAnswer, t),
    instant: (a) => showInstant(String(a), t),
    place: (a) => showPlace(a as { text: string; latitude?: number }, t),
    plate: (a) => String(a).replace(/^(..)/, '$1·'),
    phone: (a) => maskedPhone(String(a)),
    count: (a) => t('show.people', { count: Number(a) }),
    casualties: (a) => showCasualties(a as CasualtiesAnswer, t, option),
    otherSide: (a) => showOther(a as { kind: string; plate?: string }, t, option),
    text: (a) => (String(a).length > 80 ? `${String(a).slice(0, 80)}…` : String(a)),
    photo: (a) => t('show.photos', { count: (a as readonly unknown[]).length }),
    caller: (a) => String(a) || t('common.unset.caller'),
    money: (a) => showMoney(a as { fen: number; maxFen?: number }, t),
    number: (a) => String(a).replace(/(\d{4})(?=\d)/g, '$1 '),
    field: (a) => fieldName(String(a), t, has, lang),
    ...paperShows(t),
    ...progressShows(t, (iso) => showDate(iso, t)),
    ...deductionShows(lang, sentence, t),
    news: (a) => showNews(a as readonly NewsItem[], { t, has: (key) => has(lang, key), show: all }),
  };
  const all = ({ kind, answer }: Answered): string => {
    const several = kind.startsWith('several.') && Array.isArray(answer);
    if (several)
      return answer.map((one) => option(kind.slice('several.'.length), one) ?? String(one)).join(t('show.comma'));
    if (answer === 'unknown' && !/^(?:choice|several)\./.test(kind)) return option(kind, answer) ?? t('common.unknown');
    if (typeof answer === 'string') {
      const label = option(kind.replace(/^(?:choice|several)\./, ''), answer);
      if (label !== undefined) return label;
    }
    return (shows[kind] ?? String)(answer);
  };
  return all;
}

/** With thousands separators; whole yuan without their zeros. */
function showMoney({ fen, maxFen }: { fen: number; maxFen?: number }, t: T): string {
  const yuan = (of: number): string =>
    (of / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }).replace('.00', '');
  return maxFen === undefined
    ? t('show.money', { yuan: yuan(fen) })
    : t('show.moneyRange', { from: yuan(fen), to: yuan(maxFen) });
}

type T = (key: string, values?: Readonly<Record<string, unknown>>) => string;
type Option = (kind: string, name: string) => string | undefined;
interface TimeAnswer {
  readonly start: string;
  readonly end: string;
  readonly approx: boolean;
  readonly grain: string;
}
interface CasualtiesAnswer {
  readonly count: number | null;
  readonly dead: number;
  readonly state?: string;
  /** Person by person, null where it was not said. */
  readonly states?: readonly (string | null)[];
  readonly hospital?: string;
}

/** Always with year, month, day and weekday, so that a wrong day is seen at once. */
function showTime(time: TimeAnswer, t: T): string {
  const moment = momentOf(time);
  const values = { date: showDate(time.start, t), from: time.start.slice(11, 16), to: time.end.slice(11, 16) };
  if (time.start.slice(0, 10) !== time.end.slice(0, 10) && time.grain === 'day')
    return t('show.time.days', { ...values, last: showDate(time.end, t) });
  if (time.grain === 'day') return t('show.time.day', values);
  if (time.grain === 'daypart') return t('show.time.daypart', values);
  const key = time.approx || time.grain === 'now' ? 'show.time.about' : 'show.time.exact';
  return t(key, { date: showDate(moment, t), from: moment.slice(11, 16) });
}

/** The moment that was meant: “刚刚” is the end of its span, “八点左右” (19:40 to 20:59) its full hour, “半小时前” the middle. */
function momentOf({ start, end, approx, grain }: TimeAnswer): string {
  if (grain === 'now') return end;
  if (!approx) return start;
  const hour = 3_600_000;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const meant = grain === 'hour' ? Math.ceil(from / hour) * hour : Math.round((from + to) / 2 / 60_000) * 60_000;
  return `${new Date(meant + 8 * hour).toISOString().slice(0, 19)}+08:00`;
}

function showInstant(iso: string, t: T): string {
  return t('show.time.exact', { date: showDate(iso, t), from: iso.slice(11, 16) });
}

function showDate(iso: string, t: T): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const weekday = new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return t('show.date', {
    year,
    month,
    day,
    weekday: t(`show.weekday.${weekday}`),
    monthName: t(`show.month.${month}`),
  });
}

function showPlace(place: { text: string; latitude?: number }, t: T): string {
  if (place.latitude === undefined) return place.text;
  return place.text ? t('show.placed', { place: place.text }) : t('show.located');
}

/** S35: first three and last four digits at most. */
const maskedPhone = (phone: string): string => phone.replace(/^(1\d\d|0\d{2,3}|\+\d{2})-?\d+(\d{4})$/, '$1****$2');

function showCasualties(c: CasualtiesAnswer, t: T, option: Option): string {
  if (c.count === 0) return option('casualties', 'none') ?? '';
  if (c.count === null && c.dead > 0) return option('casualties', 'died') ?? '';
  // “1 人，去世了”: the number of dead says no more.
  const dead = c.dead > 0 && !(c.state === 'died' && c.dead === c.count);
  const state = c.state ? lowered(option('injuredState', c.state) ?? '') : undefined;
  const parts = [
    c.count === null ? t('show.peopleUnknown') : t('show.people', { count: c.count }),
    state,
    ...statesOf(c, t, option),
    dead ? t('show.dead', { count: c.dead }) : undefined,
    c.hospital,
  ];
  return parts.filter((part) => part !== undefined).join(t('show.comma'));
}

function statesOf({ states = [] }: CasualtiesAnswer, t: T, option: Option): string[] {
  return states.flatMap((state, i) =>
    state === null ? [] : [t('show.nth', { n: i + 1, state: lowered(option('injuredState', state) ?? state) })],
  );
}

/** A label inside a list begins small: “1 person, in hospital”. */
const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

function showOther(other: { kind: string; plate?: string }, t: T, option: Option): string {
  if (other.plate) return t('show.otherCar', { plate: other.plate.replace(/^(..)/, '$1·') });
  return option('otherSide', other.kind) ?? t('common.unknown');
}

function fieldName(name: string, t: T, has: Has, lang: Lang): string {
  const key = `labels.${name.replace(/\.\d+(?=\.|$)/g, '')}`;
  const n = /\.(\d+)(?=\.|$)/.exec(name)?.[1];
  return has(lang, key) ? t(key, n ? { n: Number(n) } : undefined) : name;
}
