/** Why less is paid than was lost, or that nothing is: only what really stands in the arithmetic of this case. */
import type { SentenceOf, Told } from './estimate.ts';
import { peopleName } from './estimate-people.ts';

/** In the order in which they are told. */
const KNOWN = [
  'limit',
  'shareOfLimit',
  'fault',
  'faultShared',
  'nonMedicare',
  'policyLimit',
  'afterDeductible',
  'afterGratuitous',
  'mentalDistress',
  'inLimits',
  'excludedProperty',
  'tortfeasorOnly',
];

export function whys(told: Told, sentence: SentenceOf): string[] {
  const lines = [...told.compulsory, ...told.commercial, ...told.tortfeasor];
  const names = new Set(lines.flatMap((row) => row.legend ?? []).map((one) => one.name));
  if ([...names].some((name) => name.startsWith('paid') && name !== 'paidByOthers')) names.add('limit');
  const kept = told.victimBears.length > 0;
  if (kept) names.add('fault');
  else if (names.delete('fault')) names.add('faultShared');
  return [
    ...(kept ? [] : [sentence('estimate.why.nothingKept', { who: peopleName(told.victims, sentence) })]),
    ...excluded(told, sentence),
    ...KNOWN.filter((name) => names.has(name)).map((name) => sentence(`estimate.why.${name}`)),
    ...carried(told, sentence),
  ];
}

/** The reason is what the driver did, not want of cover. */
const excluded = ({ assumptions }: Told, sentence: SentenceOf): string[] =>
  assumptions.flatMap(({ key, values }) =>
    key === 'estimate.assumption.excluded'
      ? [
          sentence('estimate.why.excluded', {
            vehicle: values.vehicle,
            exclusion: sentence(`estimate.word.${values.exclusion}`),
          }),
        ]
      : [],
  );

/** Who is carried by a car, and who drives it, is no third party to it. */
const carried = ({ victims }: Told, sentence: SentenceOf): string[] => [
  ...new Set(
    victims.flatMap(({ rides }) => (rides ? [sentence(`estimate.why.${rides.as}`, { vehicle: rides.vehicle })] : [])),
  ),
];
