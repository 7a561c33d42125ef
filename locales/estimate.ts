/** An estimate as a claimant reads it. Sentences are in estimate.json and estimate.njk; arithmetic comes from the trace. */
type Values = Readonly<Record<string, unknown>>;
export type SentenceOf = (key: string, values?: Values) => string;

/** Values that are names in the code and have a word of their own. */
const NAMED: Readonly<Record<string, string>> = {
  name: 'word',
  exclusion: 'word',
  outcome: 'word',
  fault: 'word',
  item: 'item',
};

/** Says a note of the computation, its names as words. */
export const noted =
  (sentence: SentenceOf) =>
  (key: string, values: Values): string =>
    sentence(
      key,
      Object.fromEntries(
        Object.entries(values).map(([k, v]) => [k, NAMED[k] ? sentence(`estimate.${NAMED[k]}.${v}`) : v]),
      ),
    );

export const explained = (): string => '';
