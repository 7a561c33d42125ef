/** How values are shown at the desk: instants, waits, and what must not stand open in a list. */
import { isDay, type Moment } from '../claims/clocks/days.ts';
import type { Lang, Renderer } from '../locales/render.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const china = (at: number): string => new Date(at + 8 * 60 * minute).toISOString();

export const clock = (at: number): string => china(at).slice(11, 16);
/** The hour alone today, else with the day. */
export const when = (at: number, now: number): string =>
  china(at).slice(0, 10) === china(now).slice(0, 10) ? clock(at) : `${china(at).slice(5, 10)} ${clock(at)}`;

/** A day, or a day with its time. */
export const momentText = (renderer: Pick<Renderer, 'show'>, lang: Lang, at: Moment): string =>
  renderer.show(lang, { kind: isDay(at) ? 'day' : 'instant', answer: at });

/** Minutes, hours or days, rounded down: never longer than it was. */
export function wait(renderer: Renderer, lang: Lang, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute));
  if (minutes < 1) return renderer.sentence(lang, 'desk.wait.now');
  if (minutes < 60) return renderer.sentence(lang, 'desk.wait.minutes', { n: minutes });
  if (ms < 2 * day) return renderer.sentence(lang, 'desk.wait.hours', { n: Math.floor(minutes / 60) });
  return renderer.sentence(lang, 'desk.wait.days', { n: Math.floor(ms / day) });
}

/** A digit as it is typed, in either width. */
const D = '\\d\uFF10-\uFF19';
const hides = (pattern: string): RegExp => new RegExp(pattern.replaceAll('#', `[${D}]`).replaceAll('@', D), 'gu');
/** Those of the mainland, and what stands on vehicles of Hong Kong and Macao here. */
const PROVINCES =
  '\u4eac\u6d25\u6caa\u6e1d\u5180\u8c6b\u4e91\u8fbd\u9ed1\u6e58\u7696\u9c81\u65b0\u82cf\u6d59\u8d63\u9102\u6842\u7518\u664b\u8499\u9655\u5409\u95fd\u8d35\u7ca4\u9752\u85cf\u5ddd\u5b81\u743c';

/** Numbers of identity cards (18, 15), bank cards, mobile phones and plates, wherever and however they stand in a text. */
const HIDDEN: readonly (readonly [pattern: RegExp, as: string])[] = [
  [hides('(?<![@Xx])(#{3})#{3}[ -]?#{8}[ -]?#{3}[@Xx\uFF38\uFF58](?![@Xx])'), '$1***************'],
  [hides('(?<!#)((?:\\+|00)?86[ -]?)?([1\uFF11][3-9\uFF13-\uFF19]#)[ .-]?#{4}[ .-]?(#{4})(?!#)'), '$1$2****$3'],
  [hides('(?<!#)(#{3})#{12}(?!#)'), '$1************'],
  [hides('(?<!#)(#{4})#{8,11}(#{4})(?!#)'), '$1********$2'],
  [hides('(?<!#)(#{4})(?:[ -]#{4}){3}(?:[ -]?#{1,3})?(?!#)'), '$1************'],
  [/([\p{Script=Han}][A-Z])[ ·.-]?[A-Z0-9]{3,4}([A-Z0-9]{2})(?![A-Z0-9])/gu, '$1***$2'],
  [new RegExp(`([${PROVINCES}][a-z])[ ·.-]?(?=[a-z]{0,5}\\d)[a-z0-9]{3,4}([a-z0-9]{2})(?![a-z0-9])`, 'giu'), '$1***$2'],
];
/** Marks that nobody sees: they turn text around, or part digits from one another so that no mask finds them. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const BETWEEN = /(?<=[0-9A-Za-z])[\u200c\u200d]+(?=[0-9A-Za-z])/g;
export const masked = (text: string): string =>
  HIDDEN.reduce((shown, [pattern, as]) => shown.replace(pattern, as), text.replace(UNSEEN, '').replace(BETWEEN, ''));
/** “张*”: names stand in full nowhere but where they were asked for with a reason. */
export const maskedNames = (names: string): string =>
  names
    .split('、')
    .map((name) => `${[...name.trim()][0] ?? ''}*`)
    .join('、');
/** A name, as it can stand in the middle of other text. */
export const oneLine = (text: string): string => text.replace(UNSEEN, '').replace(/[\p{Zl}\p{Zp}\p{Cc}]+/gu, ' ');
