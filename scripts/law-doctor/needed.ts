/** What the rules ask the law for, by name: the doctor says which of it nobody entered. A rule that asks for something new adds it here (test/law/asked.test.ts). */
import { CLOCKS } from '../../claims/clocks/rules/index.ts';
import { LIMBS } from '../../claims/compensation/case.ts';
import { ITEMS } from '../../claims/compensation/items/index.ts';
import { REASONS } from '../../claims/deductions/reasons/index.ts';
import { LAW as LOST_INCOME } from '../../claims/documents/lostIncome/coach.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { STAGES } from '../../claims/stages/rules/index.ts';
import type { LawView } from '../../law/types.ts';

const all = (prefix: string, names: string): string[] => names.split(' ').map((name) => `${prefix}.${name}`);
const steps = (id: string): string[] => [id, ...all(id, 'reduceFrom floorFrom floor')];
const items = ITEMS.map(({ name }) => name);

/** One value for the whole country. */
export const NATIONAL: readonly string[] = [
  ...['standard.base', 'standard.pilotsFrom', 'interpretation.two'],
  ...[...steps('award.years'), ...steps('dependants.years'), 'disability.coefficients', 'funeral.months'],
  ...all('dependants', 'minorUntil cap capOrder'),
  ...['nursing.years.max', 'lostIncome.pastRetirement', 'lostIncome.retirementAge'],
  ...all('practice', 'appraisalFee workInjury severalGrades dependants'),
  'liability.motorWithoutFault.max',
  ...all('calendar', 'daysPerYear monthsPerYear'),
  ...items.map((name) => `item.${name}`),
  ...[...items.map((name) => `limb.${name}`), 'limb.mentalDistress.first'],
  ...LIMBS.flatMap((limb) => [`compulsory.${limb}.limit`, `compulsory.${limb}.limit.noFault`]),
  'compulsory.recourse.property',
  ...all('fault', 'full primary equal secondary none'),
  ...all('cover', 'drunk unlicensed intent stolen flight dooring expiredLicence'),
  ...all('apportion', 'victims vehicles uninsured commercial'),
  ...['clock.amber', 'clock.limitation.tail', ...CLOCKS.map(({ law }) => law)],
  ...STAGES.flatMap(({ usual }) => usual),
  ...[...DOCUMENTS.flatMap(({ law }) => law), ...Object.values(LOST_INCOME), 'document.originals'],
  ...REASONS.flatMap(({ law, figures = {} }) => [
    ...law,
    ...Object.values(figures).flatMap((one) => Object.values(one).map((figure) => figure.law)),
  ]),
].filter((id, i, ids) => ids.indexOf(id) === i);

/** Each region has its own; without one an award cannot be computed unless the figure comes with the case. */
export const REGIONAL: readonly string[] = ['stats.urbanIncome', 'stats.urbanConsumption'];
/** Used for days without a rate, or for dependants without a number of supporters; regions without one ask for it. */
export const RATES: readonly string[] = [
  'stats.wage.industryPerDay',
  ...all('stats', 'mealPerDay nutritionPerDay nursingPerDay transportPerDay lodgingPerDay burden'),
];

/** Funeral: the sum the region's courts published, else the wage series they use and its wage. What is lacking, by name. */
export function funeralLacks(view: LawView): string | undefined {
  const get = (id: string) => view.get(id, 'law:doctor');
  if (get('stats.funeral').status === 'value') return undefined;
  const series = get('practice.wageSeries');
  if (series.status === 'missing') return 'practice.wageSeries';
  const wage = `stats.wage.${series.value}`;
  return get(wage).status === 'missing' ? wage : undefined;
}
