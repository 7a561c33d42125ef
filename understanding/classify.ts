/** How likely each intent is: a linear model over the features of a message, and the features that spoke for it. */
import { eachFeature } from './features.ts';
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
const taught = once(() => {
  const names = model.features.split('\n');
  const numbers = new Map(names.map((feature, number) => [feature, number]));
  return { names, numbers, weights: new Int8Array(Buffer.from(model.weights, 'base64')) };
});

/** Numbers of the known features of a text, each once. */
function known(text: string): readonly number[] {
  const { numbers } = taught();
  const found = new Set<number>();
  eachFeature(text, (feature) => {
    const number = numbers.get(feature);
    if (number !== undefined) found.add(number);
  });
  return [...found];
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
  const share = model.scale / Math.sqrt(features.length || 1);
  const sums = Float64Array.from(model.bias);
  for (const feature of features)
    for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (weights[feature * width + i] ?? 0) * share;
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  const part = (name: Class): number => (powers[classes.indexOf(name)] ?? 0) / whole;
  const crisis = part('crisis');
  const intents = INTENTS.map((intent) => ({
    intent,
    confidence: part(intent) + (intent === 'human' ? crisis : 0),
  })).sort((a, b) => b.confidence - a.confidence);
  return { intents, crisis, evidence: (of) => evidenceIn(features, of) };
}

/** The features that spoke most for a class, the strongest first: why it was chosen. */
function evidenceIn(features: readonly number[], of: Class): readonly string[] {
  const at = classes.indexOf(of);
  const { names, weights } = taught();
  return features
    .map((feature) => [feature, weights[feature * width + at] ?? 0] as const)
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([feature]) => names[feature] ?? '');
}
const SHOWN = 3;
