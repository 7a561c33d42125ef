/** A message on its own: what is wanted, how sure that is and by which words, and what facts are in it. Pure. */
import { hanIn } from '../prompts/han.ts';
import { likely, type Scored } from './classify.ts';
import { crisisIn } from './crisis.ts';
import { type Entities, entitiesIn } from './entities.ts';
import type { Intent } from './labels.ts';
import { BESIEGED } from './moneyPatterns.ts';
import { tellsOfDeath } from './opening.ts';
import { sureWish } from './talkWish.ts';

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
const DANGER_FROM = 0.12;
const DESPAIR_FROM = 0.35;
const DIGITS_ALONE = /^[\d\s-]{6,}$/;
/** Somebody who tells of a death grieves: there, and in answers to questions, it takes more. */
const DESPAIR_IN_GRIEF = 0.6;

/** What a message asks for. An empty one asks for nothing and is out of scope. */
export function intentOf(text: string): Understood {
  const { intents, crisis, evidence } = likely(text);
  const despair = crisisIn(text);
  if (despair !== undefined) return { ...first(intents, 'human', 1), evidence: [despair], crisis: true };
  if (isDespair(text, crisis, false)) return { ...first(intents, 'human'), evidence: evidence('crisis'), crisis: true };
  // A row of digits is some number: it tells of no danger, whatever stands in the lessons.
  const possible = DIGITS_ALONE.test(text) ? intents.filter((one) => one.intent !== 'emergency') : intents;
  const danger = possible.find((one) => one.intent === 'emergency');
  const intent = danger && danger.confidence >= DANGER_FROM ? 'emergency' : (possible[0]?.intent ?? 'out_of_scope');
  return { ...first(intents, intent), evidence: evidence(intent) };
}

/** The order in which one intent is put first, with at least so much confidence. */
function first(all: readonly Scored[], intent: Intent, atLeast = 0) {
  const own = all.find((one) => one.intent === intent)?.confidence ?? 0;
  const confidence = Math.max(own, atLeast);
  const others = all.filter((one) => one.intent !== intent);
  return { intent, confidence, intents: [{ intent, confidence }, ...others] };
}

/** As the lessons hear it. Who plainly wants something of her money speaks of that. */
const isDespair = (text: string, crisis: number, asking: boolean): boolean =>
  crisis >= DESPAIR_FROM && crisis >= despairFrom(text, asking) && (crisis >= BEYOND_DOUBT || !wantsMoney(text));
const BEYOND_DOUBT = 0.9;
function wantsMoney(text: string): boolean {
  const wish = sureWish(text) ?? sureWish(text, 'settlement');
  return (wish !== undefined && wish !== 'none') || BESIEGED.test(text);
}
const despairFrom = (text: string, asking: boolean): number =>
  asking || tellsOfDeath(text) || PAYS.test(text) ? DESPAIR_IN_GRIEF : DESPAIR_FROM;
/** “我把钱付出去了”: the list hears despair in such words, the lessons only where they are sure. */
const PAYS = /钱(?:都)?(?:付|还|交|打|转|汇|给)(?:出去|掉|清|完)?了|把钱/;

/** Too short for anything but the words of the list: a number, a plate, the words of a button. */
const isBrief = (text: string): boolean => hanIn(text) < 8 && (text.match(/[a-z]{2,}/gi) ?? []).length < 4;

/** The words of self-harm in a message, whatever else is in it; undefined where there are none. */
export function despairIn(text: string, asking: boolean): string | undefined {
  const told = crisisIn(text);
  if (told !== undefined || isBrief(text)) return told;
  const { crisis, evidence } = likely(text);
  return isDespair(text, crisis, asking) ? evidence('crisis').join(' ') : undefined;
}

/** `at`: milliseconds, what “today” and “last night” count from. */
export const understand = (text: string, at: number): Understood & { readonly entities: Entities } => ({
  ...intentOf(text),
  entities: entitiesIn(text, { at }),
});
