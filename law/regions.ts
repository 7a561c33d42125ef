/** The statistical names, with the cities whose figures are published apart; `regions.json` is the one list of them. */
import listed from './regions.json' with { type: 'json' };

/** Where an accident can be measured: provinces and cities with figures of their own. */
export const REGIONS: readonly string[] = [...listed.provinces, ...listed.cities];
/** National figures have a name too. */
const KNOWN: readonly string[] = [...REGIONS, listed.whole];

/** What is wrong with a region, and what to write where that is plain; undefined: it is in the list. */
export function wrongRegion(region: string): string | undefined {
  if (KNOWN.includes(region)) return undefined;
  const meant = KNOWN.find((name) => listed.titles.some((title) => region === name + title));
  return meant
    ? `region ${region}: write ${meant}`
    : `region ${region} is none of the statistical names (law/regions.json): ${KNOWN.join(' ')}`;
}
