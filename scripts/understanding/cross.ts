/** Cross-validation: what each fifth of the lessons is taken for by a model that the other four taught. */
import { eachFeature } from '../../understanding/features.ts';
import type { Class } from '../../understanding/labels.ts';
import type { Example } from './material.ts';
import { type Answer, type Marks, marksOf } from './measure.ts';
import { likelihoods, type Model, trainIntents } from './train.ts';

const PARTS = 5;

export function crossed(examples: readonly Example[]): Marks {
  const answers = new Map<string, Answer>();
  for (let part = 0; part < PARTS; part += 1) {
    const model = trainIntents(examples.filter((_, i) => i % PARTS !== part));
    const numbers = new Map(model.features.map((feature, number) => [feature, number]));
    for (const [i, { text }] of examples.entries())
      if (i % PARTS === part) answers.set(text, taken(model, numbers, text));
  }
  return marksOf(examples, (text) => answers.get(text) ?? { intent: 'out_of_scope' });
}

function taken({ classes, weights, bias }: Model<Class>, numbers: ReadonlyMap<string, number>, text: string): Answer {
  const row = new Set<number>();
  eachFeature(text, (feature) => {
    const number = numbers.get(feature);
    if (number !== undefined) row.add(number);
  });
  const likely = likelihoods([...row], 1 / Math.sqrt(row.size || 1), weights, bias);
  const found = classes[likely.indexOf(Math.max(...likely))] ?? 'out_of_scope';
  return found === 'crisis' ? { intent: 'human', crisis: true } : { intent: found };
}
