/** What an estimate lacks, as a claimant reads it. */
import type { SentenceOf } from './estimate.ts';

export type Missing = { readonly item?: string; readonly kind: string } & Partial<
  Readonly<Record<'fact' | 'parameter' | 'date' | 'region', string | null>>
>;

/** Which figure or fact is missing, and who can supply it. */
export function missingText({ kind, fact, parameter, date, region, item }: Missing, sentence: SentenceOf): string {
  const of = item ? `${sentence(`estimate.item.${item}`)} · ` : '';
  if (kind === 'fact') return of + sentence('estimate.missing.fact', { what: sentence(`estimate.fact.${fact}`) });
  const what = sentence(`estimate.parameter.${family(parameter ?? '')}`, { name: parameter });
  return of + sentence('estimate.missing.figure', { what, date, region: region ?? sentence('estimate.region.none') });
}
const FAMILIES = [
  'urbanIncome',
  'urbanConsumption',
  'ruralIncome',
  'ruralConsumption',
  'wageSeries',
  'mealPerDay',
  'nutritionPerDay',
  'nursingPerDay',
  'transportPerDay',
  'lodgingPerDay',
  'industryPerDay',
  'unifiedFrom',
  'limit',
  'limb',
  'cover',
  'coefficients',
];
const family = (parameter: string): string => FAMILIES.find((name) => parameter.split('.').includes(name)) ?? 'other';
