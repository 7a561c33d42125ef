/**
 * Traditional characters, each followed by its simplified form. Made with the dictionaries of opencc-js 1.4.2 (MIT and
 * Apache-2.0): characters that stand for one other; which of several is meant matters to nobody here.
 */
import data from './simplified.json' with { type: 'json' };

const { pairs } = data;

export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)]),
);
