/** How likely each intent is, and the features that spoke for it. */
import { type Class, INTENTS, type Intent } from './labels.ts';
import { linear } from './linear.ts';
import model from './model/weights.json' with { type: 'json' };

export interface Scored {
  readonly intent: Intent;
  /** From 0 to 1; all together are 1. */
  readonly confidence: number;
}

const classes = model.classes as readonly Class[];
const judge = linear(model);
/** Where the likelihood of each intent stands. */
const columns = INTENTS.map((intent) => classes.indexOf(intent));
const CRISIS = classes.indexOf('crisis');

export interface Likely {
  /** All intents, the likeliest first. */
  readonly intents: readonly Scored[];
  /** How likely it is that somebody speaks of harming himself; counted under `human` as well. */
  readonly crisis: number;
  /** The features that spoke most for a class. */
  evidence(of: Class): readonly string[];
}

export function likely(text: string): Likely {
  const { powers, evidence } = judge(text);
  const crisis = powers[CRISIS] ?? 0;
  const intents = INTENTS.map((intent, i) => ({
    intent,
    confidence: (powers[columns[i] ?? 0] ?? 0) + (intent === 'human' ? crisis : 0),
  })).sort((a, b) => b.confidence - a.confidence);
  return { intents, crisis, evidence: (of) => evidence(classes.indexOf(of)) };
}
