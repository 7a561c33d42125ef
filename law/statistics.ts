/**
 * What “上一年度” means (人身损害赔偿解释 22): the figures of a statistical year are used from the region's change-over day
 * of the next year (1 January where none is known, or the day of publication) to the day before the one after.
 * One place, so that an imported table and a typed-in one cannot differ.
 */
import type { Day, Unit } from './types.ts';

/** First and last day on which the figures of `year` are used. */
export function usedDuring(year: number, changeOver = '01-01'): { readonly from: Day; readonly to: Day } {
  return { from: `${year + 1}-${changeOver}`, to: dayBefore(`${year + 2}-${changeOver}`) };
}

export function dayBefore(day: Day): Day {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The statistics that a table may bring, by parameter. */
export const STATISTICS: Readonly<Record<string, { readonly unit: Unit; readonly about: string }>> = {
  urbanIncome: { unit: 'CNYPerYear', about: 'Urban income per head' },
  urbanConsumption: { unit: 'CNYPerYear', about: 'Urban consumption per head' },
  ruralIncome: { unit: 'CNYPerYear', about: 'Rural income per head' },
  ruralConsumption: { unit: 'CNYPerYear', about: 'Rural consumption per head' },
  'wage.onPost': { unit: 'CNYPerYear', about: 'Average wage, staff on post, urban non-private units' },
  'wage.employed': { unit: 'CNYPerYear', about: 'Average wage, employed persons, urban non-private units' },
  'wage.practitioner': { unit: 'CNYPerYear', about: 'Average wage, persons working, urban non-private units' },
  'wage.private': { unit: 'CNYPerYear', about: 'Average wage, urban private units' },
  'wage.staff': { unit: 'CNYPerYear', about: 'Average wage of staff' },
  'wage.industryPerDay': { unit: 'CNYPerDay', about: 'Average wage of the trade, a day' },
  funeral: { unit: 'CNY', about: 'Funeral costs as published (six months of wages)' },
  mealPerDay: { unit: 'CNYPerDay', about: 'Meals in hospital, a day' },
  nutritionPerDay: { unit: 'CNYPerDay', about: 'Extra food, a day' },
  nursingPerDay: { unit: 'CNYPerDay', about: 'Nursing by a carer, a day' },
  transportPerDay: { unit: 'CNYPerDay', about: 'Local transport, a day' },
  lodgingPerDay: { unit: 'CNYPerDay', about: 'Lodging, a day' },
  burden: { unit: 'ratio', about: 'Burden coefficient: dependants per earner' },
};
