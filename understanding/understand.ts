/** A message on its own: what is wanted, how sure that is and by which words, and what facts are in it. Pure. */
import { evidenceFor, type Scored, scored } from './classify.ts';
import { crisisIn } from './crisis.ts';
import { type Entities, entitiesIn } from './entities.ts';
import type { Intent } from './labels.ts';

export interface Understood {
  readonly intent: Intent;
  readonly confidence: number;
  /** All intents, the likeliest first; where danger or despair was heard that comes first, whatever else is likely. */
  readonly intents: readonly Scored[];
  /** The words and concepts that decided, the strongest first. */
  readonly evidence: readonly string[];
  /** Words of self-harm: crisis help and a person, whatever else was said. */
  readonly crisis?: true;
}

/** From here on danger is taken seriously although something else is likelier: a question too many harms nobody. */
const DANGER_FROM = 0.2;

/** What a message asks for. An empty one asks for nothing and is out of scope. */
export function intentOf(text: string): Understood {
  const likely = scored(text);
  const despair = crisisIn(text);
  if (despair !== undefined) return { ...first(likely, 'human', 1), evidence: [despair], crisis: true };
  const danger = likely.find(({ intent }) => intent === 'emergency');
  const intent = danger && danger.confidence >= DANGER_FROM ? 'emergency' : (likely[0]?.intent ?? 'out_of_scope');
  return { ...first(likely, intent), evidence: evidenceFor(text, intent) };
}

/** The order in which one intent is put first, with at least so much confidence. */
function first(likely: readonly Scored[], intent: Intent, atLeast = 0) {
  const own = likely.find((one) => one.intent === intent)?.confidence ?? 0;
  const confidence = Math.max(own, atLeast);
  const others = likely.filter((one) => one.intent !== intent);
  return { intent, confidence, intents: [{ intent, confidence }, ...others] };
}

/** `at`: milliseconds, what “today” and “last night” count from. */
export const understand = (text: string, at: number): Understood & { readonly entities: Entities } => ({
  ...intentOf(text),
  entities: entitiesIn(text, { at }),
});
