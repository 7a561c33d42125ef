/** How values are shown at the desk: instants, waits, and what must not stand open in a list. */
import type { Lang, Renderer } from '../locales/render.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const china = (at: number): string => new Date(at + 8 * 60 * minute).toISOString();

export const clock = (at: number): string => china(at).slice(11, 16);
/** The hour alone today, else with the day. */
export const when = (at: number, now: number): string =>
  china(at).slice(0, 10) === china(now).slice(0, 10) ? clock(at) : `${china(at).slice(5, 10)} ${clock(at)}`;

/** Minutes, hours or days, rounded down: never longer than it was. */
export function wait(renderer: Renderer, lang: Lang, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minute));
  if (minutes < 1) return renderer.sentence(lang, 'desk.wait.now');
  if (minutes < 60) return renderer.sentence(lang, 'desk.wait.minutes', { n: minutes });
  if (ms < 2 * day) return renderer.sentence(lang, 'desk.wait.hours', { n: Math.floor(minutes / 60) });
  return renderer.sentence(lang, 'desk.wait.days', { n: Math.floor(ms / day) });
}

/** Numbers of identity cards, mobile phones, bank cards and plates, wherever they stand in a text. */
const HIDDEN: readonly (readonly [pattern: RegExp, as: string])[] = [
  [/(?<![\dXx])(\d{3})\d{12}(?:\d[\dXx]{2})(?![\dXx])/g, '$1***************'],
  [/(?<!\d)(\d{4})\d{8,11}(\d{4})(?!\d)/g, '$1********$2'],
  [/(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)/g, '$1****$2'],
  [/([\p{Script=Han}][A-Z])[ ·]?[A-Z0-9]{3,4}([A-Z0-9]{2})(?![A-Z0-9])/gu, '$1***$2'],
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
