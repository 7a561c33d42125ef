/** Days of the solar terms, as far as people name a day by them. */
import { dayNumber } from './time-calendar.ts';

/** Terms of the sun that are also said of a day; 大雪 and 小雪 may be the weather. Month and the constant of their formula. */
export const TERMS: Readonly<Record<string, readonly [number, number]>> = {
  立春: [2, 3.87],
  春分: [3, 20.646],
  清明: [4, 4.81],
  谷雨: [4, 20.1],
  立夏: [5, 5.52],
  夏至: [6, 21.37],
  立秋: [8, 7.5],
  秋分: [9, 23.042],
  霜降: [10, 23.438],
  立冬: [11, 7.438],
  冬至: [12, 21.94],
};

/** Solar terms by the usual formula for 2000–2099. */
export function solarTerm(year: number, month: number, constant: number): number | undefined {
  const y = year % 100;
  return dayNumber(year, month, Math.floor(y * 0.2422 + constant) - Math.floor(y / 4));
}
