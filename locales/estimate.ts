/** An estimate as a claimant reads it. Sentences are in estimate.json and estimate.explanation.njk; arithmetic comes from the trace. */
import { type Missing, missingText } from './estimate-missing.ts';
import { type Person, peopleName, personName } from './estimate-people.ts';
import { whys } from './estimate-whys.ts';

type Values = Readonly<Record<string, unknown>>;
export type SentenceOf = (key: string, values?: Values) => string;

interface Note {
  readonly key: string;
  readonly values: Values;
}
interface Leaf {
  readonly name: string;
  readonly shown: string;
  readonly about?: Values;
}
interface Line {
  readonly victim: string;
  readonly vehicle?: string;
  readonly policy?: string | undefined;
  readonly limb?: string;
  readonly amount?: string;
  readonly formula?: string;
  readonly rounding?: 'rounded' | 'shared';
  readonly legend?: readonly Leaf[];
}
interface Item extends Line {
  readonly item: string;
  readonly called: string;
  readonly missing: readonly Missing[];
  readonly reason?: Note;
}
type Layer = 'compulsory' | 'commercial' | 'tortfeasor' | 'victimBears';
type Row = Readonly<Record<string, string>>;
/** The shape of `claims/compensation/explain.ts`; locales import nothing of ours. */
export interface Told extends Readonly<Record<Layer, readonly Line[]>> {
  readonly of: Row;
  readonly victims: readonly Person[];
  readonly items: readonly Item[];
  readonly limbs: readonly { readonly limb: string; readonly items: readonly string[] }[];
  readonly losses: readonly Row[];
  readonly total: string | undefined;
  readonly sums: Readonly<Record<Layer, string>>;
  readonly payable: readonly Row[];
  readonly advanced: readonly Row[];
  readonly payWithin: string | undefined;
  readonly sueWithin: string | undefined;
  readonly assumptions: readonly Note[];
  readonly missing: readonly Missing[];
  readonly sources: readonly Row[];
}

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
  (key: string, values: Values): string => {
    const worded = Object.entries(values).map(([k, v]) => [k, NAMED[k] ? sentence(`estimate.${NAMED[k]}.${v}`) : v]);
    return sentence(key, Object.fromEntries(worded));
  };

/** Numbers with the units of a language. */
export const worded = (sentence: SentenceOf) => ({
  leaf: (shown: string, { counts }: { readonly counts: string }): string =>
    sentence(`estimate.unit.${counts}`, { n: shown }),
  least: ([first = '', limit = '']: readonly string[]): string => sentence('estimate.least', { first, limit }),
});

const LAYERS: readonly Layer[] = ['compulsory', 'commercial', 'tortfeasor', 'victimBears'];

export function explained(told: Told, sentence: SentenceOf): string {
  const say = noted(sentence);
  const lineOf = teller(sentence);
  const several = told.victims.length > 1;
  const label = (row: Line, name: string): string => (several ? [row.victim, name].filter(Boolean).join(' · ') : name);
  const used = LAYERS.filter((layer) => told[layer].length > 0);
  return sentence('estimate.explanation', {
    of: told.of,
    items: told.items.map((row) => itemText(row, label(row, called(row, sentence)), sentence)),
    losses: several ? told.losses.map((row) => sentence('estimate.lossOf', row)) : [],
    total: told.total ?? '',
    limbs: told.limbs.map((row) => limbText(row, sentence)),
    layers: used.map((layer, i) => ({
      head: sentence(`estimate.layer.${layer}`, { who: peopleName(told.victims, sentence) }),
      sum: told.sums[layer],
      turn: i === used.length - 1 ? '└─' : '├─',
      bar: i === used.length - 1 ? ' ' : '│',
      lines: told[layer].map((row) =>
        lineOf(
          row,
          layer === 'victimBears' ? personName(row.victim, told.victims, sentence) : label(row, placed(row, sentence)),
        ),
      ),
    })),
    payable: told.payable.map((row) => paid(row, told.victims, sentence)),
    advanced: told.advanced.map(({ by, amount }) => sentence(`estimate.advanced.${by}`, { amount })),
    kept: told.victimBears.length > 0,
    whys: whys(told, sentence),
    missing: [...new Set(told.missing.map((one) => missingText(one, sentence)))],
    payWithin: told.payWithin ?? '',
    sueWithin: told.sueWithin ?? '',
    assumptions: told.assumptions.map(({ key, values }) => say(key, values)),
    sources: told.sources.map((row) => sourceText(row, sentence)),
  });
}

const called = ({ item, called: name }: Item, sentence: SentenceOf): string =>
  [sentence(`estimate.item.${item}`), name].filter(Boolean).join(' · ');
const placed = ({ vehicle, policy, limb }: Line, sentence: SentenceOf): string =>
  [
    vehicle && sentence('estimate.vehicle', { vehicle }),
    policy && sentence('estimate.policy', { policy }),
    limb && sentence(`estimate.limb.${limb}`),
  ]
    .filter(Boolean)
    .join(' · ');

const limbText = ({ limb, items }: Told['limbs'][number], sentence: SentenceOf): string =>
  sentence('estimate.limbHolds', {
    limb: sentence(`estimate.limb.${limb}`),
    items: items.map((item) => sentence(`estimate.item.${item}`)).join(sentence('estimate.and')),
  });

interface ToldLine {
  readonly text: string;
  readonly legend: string;
}
/** Numbers that say themselves what they are. */
const PLAIN = new Set(
  'loss limit amount perDay perYear perMonth days months years persons daysPerYear monthsPerYear yearsCounted nothing'.split(
    ' ',
  ),
);

const teller =
  (sentence: SentenceOf) =>
  (row: Line, label: string): ToldLine => {
    const kind = row.formula === undefined ? 'amount' : (row.rounding ?? 'formula');
    const legend =
      row.formula === undefined ? [] : (row.legend ?? []).filter((leaf) => leaf.about || !PLAIN.has(leaf.name));
    return {
      text: sentence(`estimate.line.${kind}`, { label, amount: row.amount ?? '', formula: row.formula ?? '' }),
      legend: legend.map((leaf) => legendText(leaf, sentence)).join(sentence('estimate.list')),
    };
  };

/** A statistic says of which year it is, years from which age they come. */
function legendText({ name, shown, about = {} }: Leaf, sentence: SentenceOf): string {
  const called = sentence(`estimate.leaf.${name}`, about);
  return sentence('estimate.line.legend', {
    shown,
    name: about.year ? sentence('estimate.line.ofYear', { name: called, year: about.year }) : called,
  });
}

function itemText(row: Item, label: string, sentence: SentenceOf): ToldLine {
  const [missing] = row.missing;
  if (missing)
    return {
      text: sentence('estimate.line.missing', { label, reason: missingText({ ...missing, item: '' }, sentence) }),
      legend: '',
    };
  if (row.reason)
    return {
      text: sentence('estimate.line.not', { label, reason: noted(sentence)(row.reason.key, row.reason.values) }),
      legend: '',
    };
  return teller(sentence)(row, label);
}

const PAYERS = new Set(['insurer', 'driver', 'rescueFund']);
function paid({ from = '', to = '', vehicle = '', amount }: Row, of: readonly Person[], sentence: SentenceOf): string {
  const who = (id: string): string =>
    PAYERS.has(id) ? sentence(`estimate.payer.${id}`, { vehicle }) : personName(id, of, sentence);
  return sentence('estimate.pays', { from: who(from), to: who(to), amount });
}

const sourceText = ({ title, number, article, mark }: Row, sentence: SentenceOf): string =>
  sentence(article ? 'estimate.source' : number ? 'estimate.sourceWhole' : 'estimate.sourceCustom', {
    title,
    number,
    article,
    mark: sentence(`estimate.mark.${mark}`),
  });
