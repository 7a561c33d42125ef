/** A linear model over the features of a message: how likely each of its classes is, and the features that spoke for one. */
import { ROOT, Trie } from '../prompts/trie.ts';
import { conceptNames } from './concepts.ts';
import { type ConceptAs, conceptName, LONGEST_GRAM, pairName, show } from './features.ts';
import { once } from './once.ts';

/** As `npm run understand:train` writes it. */
export interface Written {
  readonly classes: readonly string[];
  readonly scale: number;
  readonly bias: readonly number[];
  /** One a line. */
  readonly features: string;
  /** Feature by feature, a byte a class. */
  readonly weights: string;
}

export interface Judged {
  /** In the order of the classes; from 0 to 1, all together are 1. */
  readonly powers: Float64Array;
  /** The features that spoke most for the class at this place. */
  evidence(at: number): readonly string[];
}

export function linear(model: Written): (text: string) => Judged {
  const width = model.classes.length;
  const bias = Float64Array.from(model.bias);
  const taught = once(() => tablesOf(model));
  return (text) => {
    const tables = taught();
    const features = known(tables, text);
    // Whole numbers first: what one feature weighs is a byte.
    const votes = new Int32Array(width);
    for (const feature of features) {
      const from = feature * width;
      for (let i = 0; i < width; i += 1) votes[i] = (votes[i] ?? 0) + (tables.weights[from + i] ?? 0);
    }
    const powers = powersOf(bias, votes, model.scale / Math.sqrt(features.length || 1));
    return { powers, evidence: (at) => evidenceIn(tables, model.features, { features, at, width }) };
  };
}

type Tables = ReturnType<typeof tablesOf>;
function tablesOf(model: Written) {
  const names = model.features.split('\n');
  const short = names.map((name) => (name.length <= LONGEST_GRAM ? name : ''));
  const named = new Map(names.flatMap((name, number) => (NAMED.test(name) ? [[name, number] as const] : [])));
  return {
    starts: startsOf(names),
    grams: new Trie(short),
    named,
    concepts: conceptsOf(named),
    pairs: pairsOf(named),
    weights: new Int8Array(Buffer.from(model.weights, 'base64')),
    /** In which text each feature was seen last, as far as a byte can tell. */
    seen: new Uint8Array(names.length),
    /** Number of the text, counted up to what a byte holds; then what was seen is forgotten. */
    turn: { now: 0 },
  };
}
/** Where each name begins in the row of all: names are only needed for evidence, and would be 90,000 strings. */
function startsOf(names: readonly string[]): Int32Array {
  let next = 0;
  return Int32Array.from([...names, ''], (name) => {
    const start = next;
    next += name.length + 1;
    return start;
  });
}

/** All but characters and pairs of concepts. */
const NAMED = /^(?:[a-z]|[?#])/;

/** For each concept its numbers, or -1. */
function conceptsOf(named: ReadonlyMap<string, number>) {
  const numbers = (as: ConceptAs) => Int32Array.from(conceptNames(), (_, one) => named.get(conceptName(as, one)) ?? -1);
  return { c: numbers('c'), cf: numbers('cf'), cl: numbers('cl') };
}

/** For each two concepts the number of their pair, or -1. */
function pairsOf(named: ReadonlyMap<string, number>): Int32Array {
  const count = conceptNames().length;
  return Int32Array.from(
    { length: count * count },
    (_, i) => named.get(pairName(Math.floor(i / count), i % count)) ?? -1,
  );
}

const LAST_TURN = 255;
/** Numbers of the known features of a text, each once. */
function known({ grams, named, concepts, pairs, seen, turn }: Tables, text: string): readonly number[] {
  const count = conceptNames().length;
  const found: number[] = [];
  if (turn.now === LAST_TURN) seen.fill(0);
  turn.now = (turn.now % LAST_TURN) + 1;
  const note = (number: number): void => {
    if (number < 0 || seen[number] === turn.now) return;
    seen[number] = turn.now;
    found.push(number);
  };
  let node = ROOT;
  show(text, {
    // From each place on one sign more is shown every time, so that the way goes on from the one before.
    gram: (words, from, to) => {
      node = to - from > 1 && node === ROOT ? ROOT : grams.next(to - from > 1 ? node : ROOT, words.charCodeAt(to - 1));
      if (node !== ROOT) note(grams.wordAt(node));
    },
    concept: (as, one) => note(concepts[as][one] ?? -1),
    pair: (one, other) => note(pairs[one * count + other] ?? -1),
    named: (feature) => note(named.get(feature) ?? -1),
  });
  return found;
}

/** What was voted, each vote worth `share`, as shares of one. */
function powersOf(bias: Float64Array, votes: Int32Array, share: number): Float64Array {
  const sums = bias.map((own, i) => own + (votes[i] ?? 0) * share);
  const most = sums.reduce((max, sum) => Math.max(max, sum), Number.NEGATIVE_INFINITY);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
}

interface Asked {
  readonly features: readonly number[];
  readonly at: number;
  readonly width: number;
}
/** The features that spoke most for a class, the strongest first, of equal ones the first told: why it was chosen. */
function evidenceIn({ starts, weights }: Tables, names: string, { features, at, width }: Asked): readonly string[] {
  const most: { readonly feature: number; readonly weight: number }[] = [];
  for (const feature of features) {
    const weight = weights[feature * width + at] ?? 0;
    if (weight <= (most.length < SHOWN ? 0 : (most[SHOWN - 1]?.weight ?? 0))) continue;
    let place = most.length;
    while (place > 0 && (most[place - 1]?.weight ?? 0) < weight) place -= 1;
    most.splice(place, 0, { feature, weight });
    if (most.length > SHOWN) most.pop();
  }
  return most.map(({ feature }) => names.slice(starts[feature], (starts[feature + 1] ?? 0) - 1));
}
const SHOWN = 3;
