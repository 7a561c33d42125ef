/** How likely each intent is: a linear model over the features of a message, and the features that spoke for it. */
import { ROOT, Trie } from '../prompts/trie.ts';
import { conceptNames } from './concepts.ts';
import { type ConceptAs, conceptName, LONGEST_GRAM, pairName, show } from './features.ts';
import { type Class, INTENTS, type Intent } from './labels.ts';
import model from './model/weights.json' with { type: 'json' };
import { once } from './once.ts';

export interface Scored {
  readonly intent: Intent;
  /** From 0 to 1; all together are 1. */
  readonly confidence: number;
}

const classes = model.classes as readonly Class[];
const width = classes.length;
const bias = Float64Array.from(model.bias);
/** Where the likelihood of each intent stands. */
const columns = INTENTS.map((intent) => classes.indexOf(intent));

const taught = once(() => {
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
  };
});
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

/** Number of the text, counted up to what a byte holds; then what was seen is forgotten. */
let turn = 0;
const LAST_TURN = 255;
/** Numbers of the known features of a text, each once. */
function known(text: string): readonly number[] {
  const { grams, named, concepts, pairs, seen } = taught();
  const count = conceptNames().length;
  const found: number[] = [];
  if (turn === LAST_TURN) seen.fill(0);
  turn = (turn % LAST_TURN) + 1;
  const note = (number: number): void => {
    if (number < 0 || seen[number] === turn) return;
    seen[number] = turn;
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

export interface Likely {
  /** All intents, the likeliest first. */
  readonly intents: readonly Scored[];
  /** How likely it is that somebody speaks of harming himself; counted under `human` as well. */
  readonly crisis: number;
  /** The features that spoke most for a class. */
  evidence(of: Class): readonly string[];
}

export function likely(text: string): Likely {
  const features = known(text);
  const { weights } = taught();
  // Whole numbers first: what one feature weighs is a byte.
  const votes = new Int32Array(width);
  for (const feature of features) {
    const from = feature * width;
    for (let i = 0; i < width; i += 1) votes[i] = (votes[i] ?? 0) + (weights[from + i] ?? 0);
  }
  const powers = powersOf(votes, model.scale / Math.sqrt(features.length || 1));
  const crisis = powers[CRISIS] ?? 0;
  const intents = INTENTS.map((intent, i) => ({
    intent,
    confidence: (powers[columns[i] ?? 0] ?? 0) + (intent === 'human' ? crisis : 0),
  })).sort((a, b) => b.confidence - a.confidence);
  return { intents, crisis, evidence: (of) => evidenceIn(features, of) };
}
const CRISIS = classes.indexOf('crisis');

/** What was voted, each vote worth `share`, as shares of one. */
function powersOf(votes: Int32Array, share: number): Float64Array {
  const sums = new Float64Array(width);
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < width; i += 1) {
    const sum = (bias[i] ?? 0) + (votes[i] ?? 0) * share;
    sums[i] = sum;
    if (sum > most) most = sum;
  }
  let whole = 0;
  for (let i = 0; i < width; i += 1) {
    const power = Math.exp((sums[i] ?? 0) - most);
    sums[i] = power;
    whole += power;
  }
  for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) / whole;
  return sums;
}

/** The features that spoke most for a class, the strongest first, of equal ones the first told: why it was chosen. */
function evidenceIn(features: readonly number[], of: Class): readonly string[] {
  const at = classes.indexOf(of);
  const { starts, weights } = taught();
  const most: { readonly feature: number; readonly weight: number }[] = [];
  for (const feature of features) {
    const weight = weights[feature * width + at] ?? 0;
    if (weight <= (most.length < SHOWN ? 0 : (most[SHOWN - 1]?.weight ?? 0))) continue;
    let place = most.length;
    while (place > 0 && (most[place - 1]?.weight ?? 0) < weight) place -= 1;
    most.splice(place, 0, { feature, weight });
    if (most.length > SHOWN) most.pop();
  }
  return most.map(({ feature }) => model.features.slice(starts[feature], (starts[feature + 1] ?? 0) - 1));
}
const SHOWN = 3;
