/**
 * `npm run -s understand`: one JSON object a line in, `{"id"?, "text", "reference_time"?}`, one a line out, in the same order:
 * `{"id", "intent", "confidence", "intents", "evidence", "entities"}`. A line that cannot be read gives `{"id", "error"}`, and the next one is read.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { understand } from '../understanding/understand.ts';

interface Asked {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly reference_time?: unknown;
}
/** Intents that are shown: the others are next to impossible. */
const SHOWN = 3;

const rounded = (share: number): number => Number(share.toFixed(4));

function answer(line: string): object {
  const asked = parsed(line);
  if (typeof asked === 'string') return { error: asked };
  const id = asked.id === undefined ? {} : { id: asked.id };
  if (typeof asked.text !== 'string') return { ...id, error: 'text: expected a string' };
  const at = asked.reference_time === undefined ? Date.now() : instant(asked.reference_time);
  if (Number.isNaN(at)) return { ...id, error: 'reference_time: expected an instant, ISO 8601 with its offset' };
  const { intent, confidence, intents, evidence, crisis, entities } = understand(asked.text, at);
  const likeliest = intents.slice(0, SHOWN).map((one) => ({ intent: one.intent, confidence: rounded(one.confidence) }));
  const help = crisis ? { crisis } : {};
  return { ...id, intent, confidence: rounded(confidence), intents: likeliest, evidence, ...help, entities };
}

function parsed(line: string): Asked | string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  return 'expected one JSON object, {"text": "..."}';
}

const instant = (given: unknown): number =>
  typeof given === 'string' && /(?:Z|[+-]\d\d:?\d\d)$/.test(given) ? Date.parse(given) : Number.NaN;

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  // A reader that is slower than we are must not fill our memory.
  if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, 'drain');
}
