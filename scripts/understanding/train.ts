/**
 * Multinomial logistic regression over sparse features, by stochastic gradient descent with a step of its own for each weight
 * (AdaGrad). The same material gives the same weights: the order is drawn from a fixed seed.
 */
import { eachFeature } from '../../understanding/features.ts';
import { CLASSES, type Class } from '../../understanding/labels.ts';
import type { Example } from './material.ts';

export interface Lesson {
  readonly text: string;
  /** What each class should get of the whole, in their order. */
  readonly meant: readonly number[];
}

export interface Model<C extends string = string> {
  readonly classes: readonly C[];
  readonly features: readonly string[];
  /** Feature by feature, one weight a class. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

const ROUNDS = 25;
/** So many features of a sentence are hidden each time, so that no single one is relied on. */
const HIDDEN = 0.3;
const STEP = 0.15;
const BIAS_STEP = 0.01;
const SHRINK = 1e-4;
/** Part of the meaning that goes to the routes a reasonable person would accept as well. */
const ACCEPTABLE = 0.1;
/** A feature of one example alone would be learnt by heart. */
const SEEN_AT_LEAST = 2;

export function train<C extends string>(classes: readonly C[], lessons: readonly Lesson[]): Model<C> {
  const width = classes.length;
  const { features, rows } = numbered(lessons);
  const weights = new Float64Array(features.length * width);
  const learnt = new Float64Array(features.length * width).fill(1e-6);
  const bias = new Float64Array(width);
  const average = new Average(weights.length, width);
  const order = lessons.map((_, i) => i);
  const random = drawn(7);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const i of order) {
      const seen = (rows[i] ?? []).filter(() => random() > HIDDEN);
      step(seen, lessons[i]?.meant ?? [], weights, learnt, bias);
    }
    if (round >= ROUNDS / 2) average.add(weights, bias);
  }
  return { classes, features, weights: average.weights, bias: average.bias };
}

/** The mean of the later rounds: what the order of the sentences happened to do evens out. */
class Average {
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  #count = 0;

  constructor(size: number, width: number) {
    this.weights = new Float64Array(size);
    this.bias = new Float64Array(width);
  }

  add(weights: Float64Array, bias: Float64Array): void {
    this.#count += 1;
    for (const [mean, values] of [
      [this.weights, weights],
      [this.bias, bias],
    ] as const)
      for (let i = 0; i < mean.length; i += 1)
        mean[i] = (mean[i] ?? 0) + ((values[i] ?? 0) - (mean[i] ?? 0)) / this.#count;
  }
}

/** The lessons that tell intents apart. */
export const trainIntents = (examples: readonly Example[]): Model<Class> =>
  train(
    CLASSES,
    examples.map((example) => ({ text: example.text, meant: meaningOf(example) })),
  );

function meaningOf({ intent, acceptable_intents = [], crisis }: Example): readonly number[] {
  const own: Class = crisis ? 'crisis' : intent;
  const others = crisis ? [] : acceptable_intents.filter((one) => one !== intent);
  return CLASSES.map((name) => {
    if (name === own) return others.length > 0 ? 1 - ACCEPTABLE : 1;
    return others.some((one) => one === name) ? ACCEPTABLE / others.length : 0;
  });
}

function numbered(lessons: readonly Lesson[]) {
  const texts = lessons.map(({ text }) => {
    const seen = new Set<string>();
    eachFeature(text, (feature) => seen.add(feature));
    return [...seen];
  });
  const counts = new Map<string, number>();
  for (const features of texts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].filter(([, count]) => count >= SEEN_AT_LEAST).map(([feature]) => feature);
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  return { features, rows: texts.map((seen) => seen.flatMap((feature) => numbers.get(feature) ?? [])) };
}

/** One example: what is too likely becomes less likely by its features, what is meant more. */
function step(
  row: readonly number[],
  meant: readonly number[],
  weights: Float64Array,
  learnt: Float64Array,
  bias: Float64Array,
) {
  const width = bias.length;
  const share = 1 / Math.sqrt(row.length || 1);
  const likely = likelihoods(row, share, weights, bias);
  for (let i = 0; i < width; i += 1) {
    const wrong = (likely[i] ?? 0) - (meant[i] ?? 0);
    bias[i] = (bias[i] ?? 0) - BIAS_STEP * wrong;
    if (Math.abs(wrong) < 1e-4) continue;
    for (const feature of row) {
      const at = feature * width + i;
      const weight = weights[at] ?? 0;
      const slope = wrong * share + SHRINK * weight;
      const sum = (learnt[at] ?? 0) + slope * slope;
      learnt[at] = sum;
      weights[at] = weight - (STEP * slope) / Math.sqrt(sum);
    }
  }
}

export function likelihoods(
  row: readonly number[],
  share: number,
  weights: Float64Array,
  bias: Float64Array,
): Float64Array {
  const sums = Float64Array.from(bias);
  const width = sums.length;
  for (const feature of row)
    for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (weights[feature * width + i] ?? 0) * share;
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
}

function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** As the product reads it: weights as small whole numbers; features that weigh less than `least` of 127 for every class are left out. */
export function written({ classes, features, weights, bias }: Model, least = 16): object {
  const width = classes.length;
  const rows = features.map((feature, n) => [feature, weights.subarray(n * width, (n + 1) * width)] as const);
  const most = rows.reduce((max, [, row]) => row.reduce((m, w) => Math.max(m, Math.abs(w)), max), 0);
  const scale = most / 127;
  const kept = rows.filter(([, row]) => row.some((weight) => Math.abs(weight) >= least * scale));
  const bytes = Int8Array.from(kept.flatMap(([, row]) => [...row].map((weight) => Math.round(weight / scale))));
  return {
    classes,
    scale,
    bias: [...bias].map((value) => Number(value.toFixed(4))),
    features: kept.map(([feature]) => feature).join('\n'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
