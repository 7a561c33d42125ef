/** After all the killing: what each phone was promised against what the database holds. */
import type { ConversationId, Store } from '../../store/ports.ts';
import type { Sent } from './phone.ts';
import { inOrder, type Told, toldIn, transcript } from './told.ts';
import { openWorld } from './world.ts';

/** Each count must be nought. */
export interface Verdict {
  lost: number;
  doubled: number;
  unanswered: number;
  contradictory: number;
  disordered: number;
  /** Conversations whose greeting is missing or said twice. */
  ungreeted: number;
  /** Claims more or fewer than reports submitted, or a claim whose events are not those of a quiet run. */
  wrongClaims: number;
  readonly details: string[];
}

export const innocent = (): Verdict => ({
  ...{ lost: 0, doubled: 0, unanswered: 0, contradictory: 0, disordered: 0, ungreeted: 0, wrongClaims: 0 },
  details: [],
});

export interface Expected {
  readonly told: Told;
  /** Types of the events of each claim, in order. */
  readonly events: readonly (readonly string[])[];
}

const known = new Map<string, Promise<Expected>>();

/** What a quiet run of the same words comes to. */
export function expectedOf(texts: readonly string[]): Promise<Expected> {
  const name = texts.join('\n');
  const found = known.get(name) ?? quiet(texts);
  known.set(name, found);
  return found;
}

async function quiet(texts: readonly string[]): Promise<Expected> {
  const world = await openWorld();
  const conversation = await world.open();
  await world.runner.idle();
  for (const text of texts) {
    await world.say(conversation, text);
    await world.runner.idle();
  }
  const told = toldIn(await transcript(world.store, conversation));
  const events = await eventsOf(world.store, conversation);
  await world.dispose();
  return { told, events };
}

export async function eventsOf(store: Store, conversation: ConversationId): Promise<string[][]> {
  const bound = await store.bindings(conversation);
  return Promise.all(bound.map(async ({ claim }) => (await store.events(claim)).map(({ type }) => type)));
}

/** `sent` is what was acknowledged, in order; `script` the words with which the same conversation goes quietly. */
export async function judge(
  store: Store,
  conversation: string,
  sent: readonly Sent[],
  script: readonly string[],
  verdict: Verdict,
): Promise<void> {
  const expected = await expectedOf(script.slice(0, sent.length));
  const lines = await transcript(store, conversation as ConversationId);
  const told = toldIn(lines);
  const ids = told.exchanges.map(({ id }) => id);
  const blame = (what: Exclude<keyof Verdict, 'details'>, how: string) => {
    verdict[what] += 1;
    verdict.details.push(`${what}: ${how} (conversation ${conversation})`);
  };
  for (const { id, text } of sent) if (!ids.includes(id)) blame('lost', `“${text}” was acknowledged as ${id}`);
  if (ids.length > sent.length) blame('doubled', `${ids.length} messages stand there, ${sent.length} were sent`);
  if (told.exchanges.some(({ text }, i) => text !== sent[i]?.text) || !inOrder(lines)) blame('disordered', 'see it');
  if (told.unasked.join() !== expected.told.unasked.join()) blame('ungreeted', `“${told.unasked.join()}” was said`);
  for (const [i, { text, keys }] of told.exchanges.entries()) {
    const right = expected.told.exchanges[i]?.keys ?? [];
    if (keys.length === 0 && right.length > 0) blame('unanswered', `“${text}”`);
    else if (keys.join() !== right.join()) blame('contradictory', `“${text}”: ${keys.join()} for ${right.join()}`);
  }
  const events = await eventsOf(store, conversation as ConversationId);
  if (JSON.stringify(events) !== JSON.stringify(expected.events)) blame('wrongClaims', JSON.stringify(events));
}
