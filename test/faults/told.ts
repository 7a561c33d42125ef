/** What a conversation has come to, without what differs from run to run: ids, claim numbers, instants, addresses. */
import type { ConversationId, Json, JsonObject, Store, StoredActivity } from '../../store/ports.ts';

/** One message of a person and the bot's answer to it. */
export interface Exchange {
  readonly id: string;
  readonly text: string;
  /** Keys of what the bot said. */
  readonly keys: readonly string[];
}

export interface Told {
  /** What the bot said unasked: the greeting, timers. */
  readonly unasked: readonly string[];
  readonly exchanges: readonly Exchange[];
}

interface Shown {
  readonly text?: string;
  readonly replyToId?: string;
  readonly channelData?: { readonly key?: string };
}

export async function transcript(store: Store, conversation: ConversationId): Promise<readonly StoredActivity[]> {
  const lines: StoredActivity[] = [];
  for (;;) {
    const page = await store.activities(conversation, lines.at(-1)?.seq ?? 0, 500);
    lines.push(...page);
    if (page.length < 500) return lines;
  }
}

const shown = (line: StoredActivity) => line.payload as unknown as Shown;
const keyOf = (line: StoredActivity) => String(shown(line).channelData?.key);

/**
 * Where several messages came together, danger was told in one of them and others came behind it, help is said once more at the
 * end. Who waits for each answer is told it once: when turns of either are compared, this line is left out.
 */
const isLastWord = (line: StoredActivity): boolean => /^(?:emergency|crisis)\.again$/.test(keyOf(line));

export function toldIn(lines: readonly StoredActivity[]): Told {
  const said = lines.filter((line) => line.direction === 'bot' && !isLastWord(line));
  const users = lines.filter((line) => line.direction === 'user');
  const known = new Set(users.map((line) => line.id));
  return {
    unasked: said.filter((line) => !known.has(shown(line).replyToId ?? '')).map(keyOf),
    exchanges: users.map((line) => ({
      id: line.id,
      text: shown(line).text ?? '',
      keys: said.filter((one) => shown(one).replyToId === line.id).map(keyOf),
    })),
  };
}

/** Replies stand in the order of the messages they answer. */
export function inOrder(lines: readonly StoredActivity[]): boolean {
  const order = lines.filter((line) => line.direction === 'user').map((line) => line.id);
  const replies = lines.flatMap((line) => shown(line).replyToId ?? []).map((id) => order.indexOf(id));
  return replies.every((place, i) => place >= (replies[i - 1] ?? 0));
}

/** The whole outcome as one comparable value. */
export async function outcome(store: Store, conversation: ConversationId): Promise<Json> {
  const now = await store.conversation(conversation);
  const lines = await transcript(store, conversation);
  const bound = await store.bindings(conversation);
  const events = await Promise.all(bound.map(({ claim }) => store.events(claim)));
  const tickets = (await store.tickets(10_000)).filter((ticket) => ticket.conversation === conversation);
  return plain({
    waiting: (now?.arrivals ?? 0) - (now?.handled ?? 0),
    floor: now?.floor ?? '',
    state: now?.state ?? {},
    lines: lines.filter((line) => !isLastWord(line)).map(({ direction, payload }) => ({ direction, payload })),
    // A claim's id, by which they come, is chance.
    claims: events.map((list) => list.map(({ type, by, via, data }) => plain({ type, by, via, data }))).sort(byText),
    tickets: tickets.map(({ kind, data }) => JSON.stringify(plain({ kind, data }))).sort(),
  });
}

const byText = (one: unknown, other: unknown): number => JSON.stringify(one).localeCompare(JSON.stringify(other));

const varying = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
  /\bH?\d{12}\b|\b\d{4} \d{4} \d{4}\b/g,
  /\/(?:receipt|chat\/papers)\/[^"\s]+/g,
  // Of a list of papers, over its claim's number.
  /\b[0-9a-f]{64}\b/g,
  /[\w-]{20,}\|(?=\d{7})/g,
] as const;

/** Without ids, claim numbers and signed addresses. */
export function plain(value: unknown): JsonObject {
  return JSON.parse(varying.reduce((text, pattern) => text.replace(pattern, '…'), JSON.stringify(value)));
}

/**
 * Of messages that came in a burst: the next words stand before the answer to the first there. Which answer belongs to which
 * message is compared by `toldIn`.
 */
export const withoutOrder = (end: Json) => ({
  ...(end as object),
  lines: (end as { lines: Json[] }).lines.map((line) => JSON.stringify(line).replace(/…\d{7}/, '')).sort(),
});

/** Throws an error that names the first place where two values differ. */
export function expectAlike(what: string, one: unknown, other: unknown): void {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) {
    if (one !== other) throw new Error(`${what}: ${JSON.stringify(one)} and not ${JSON.stringify(other)}`);
    return;
  }
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [mine, its] = [one, other].map((whole) => (whole as Record<string, unknown>)[name]);
    expectAlike(`${what}.${name}`, mine, its);
  }
}
