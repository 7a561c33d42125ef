/** What an estimate lacks, as a claimant reads it, and who can supply it. */
import type { SentenceOf } from './estimate.ts';

export type Missing = { readonly item?: string; readonly kind: string } & Partial<
  Readonly<Record<'fact' | 'parameter' | 'date' | 'region', string | null>>
>;

/** Which figure or fact is missing; a fact names its own paper (`estimate.fact.*`). */
export function missingText({ kind, fact, parameter, date, region, item }: Missing, sentence: SentenceOf): string {
  const of = item ? `${sentence(`estimate.item.${item}`)} · ` : '';
  if (kind === 'fact') return of + sentence('estimate.missing.fact', { what: sentence(`estimate.fact.${fact}`) });
  const { word, supplied } = known(parameter ?? '');
  const what = sentence(`estimate.parameter.${word}`);
  return of + sentence(supplied, { what, date, region: region ?? sentence('estimate.region.none') });
}

/** Statistics come from an office or a court, limits from an insurer; a rule is for a person to look at. */
const [STATISTIC, LIMIT, RULE] = [
  'estimate.missing.statistic',
  'estimate.missing.limit',
  'estimate.missing.rule',
] as const;
type Known = readonly [of: RegExp, word: string, supplied: typeof STATISTIC | typeof LIMIT | typeof RULE];
const KNOWN: readonly Known[] = [
  [/^practice\.wageSeries/, 'wageSeries', STATISTIC],
  [/^standard\.unifiedFrom/, 'unifiedFrom', STATISTIC],
  [/^compulsory\.\w+\.limit/, 'limit', LIMIT],
  [/^limb\./, 'limb', RULE],
  [/^cover\./, 'cover', RULE],
  [/^compulsory\.recourse/, 'recourse', RULE],
  [/^disability\.coefficients/, 'coefficients', RULE],
  [/^fault\./, 'fault', RULE],
  [/\.years\b/, 'years', RULE],
];

function known(parameter: string): Readonly<Record<'word' | 'supplied', string>> {
  const [area, ...name] = parameter.split('.');
  if (area === 'stats') return { word: name.at(-1) ?? '', supplied: STATISTIC };
  const [, word, supplied] = KNOWN.find(([of]) => of.test(parameter)) ?? [undefined, 'other', RULE];
  return { word, supplied };
}
