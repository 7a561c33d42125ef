/** A time that runs until something is due, as text; the page goes on counting by itself (static/clock.js). */
import { type Pressure, pressure } from '../claims/contact.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import { wait } from './shown.ts';

/** Percent of the promised time from which on it is pressing. */
export const WARNING = 80;
const second = 1_000;
const day = 24 * 60 * 60 * second;

export interface Clock {
  readonly from: number;
  readonly due: number;
  readonly state: Pressure;
  readonly text: string;
}

export const stateOf = (times: { readonly from: number; readonly due: number }, now: number): Pressure =>
  pressure(times, now, WARNING);

export function clockOf(
  renderer: Renderer,
  lang: Lang,
  { from, due }: { readonly from: number; readonly due: number },
  now: number,
): Clock {
  const state = stateOf({ from, due }, now);
  const left = Math.abs(due - now);
  const t = left < 2 * day ? counted(left) : wait(renderer, lang, left);
  return { from, due, state, text: renderer.sentence(lang, `desk.clock.${state}`, { t }) };
}

/** 7:05, 1:07:05 */
function counted(ms: number): string {
  const all = Math.floor(ms / second);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
