import { randomUUID } from 'node:crypto';
import type {
  Arrival,
  ClaimEvent,
  ClaimId,
  ClaimWrite,
  Conversation,
  ConversationId,
  FileId,
  FileRecord,
  Files,
  Job,
  NewJob,
  Store,
  TurnWork,
} from '../../store/ports.ts';

/** A store under test, with its files. `reopen` closes it and opens the same data again, as a restart does. */
export interface Opened {
  readonly store: Store;
  readonly files: Files;
  reopen(): Promise<Opened>;
  /** Closes it and removes its data. */
  dispose(): Promise<void>;
}
export type Open = () => Promise<Opened>;

export const T0 = Date.UTC(2026, 0, 5, 1, 30);
export const DAY = 86_400_000;
/** What the clock of a store under the contract says. */
export const NOW = T0 + 60_000;

export const id = {
  conversation: (text: string = randomUUID()) => text as ConversationId,
  claim: (text: string = randomUUID()) => text as ClaimId,
  file: (text: string = randomUUID()) => text as FileId,
};

export const start = (
  store: Store,
  over: Partial<Parameters<Store['openConversation']>[0]> = {},
): Promise<Conversation> =>
  store.openConversation({ id: id.conversation(), channel: 'directline', person: 'new', at: T0, state: {}, ...over });

export function message(conversation: Conversation, key: string, over: Partial<Arrival> = {}): Arrival {
  const payload = { type: 'message', text: `text of ${key}` };
  return { channel: conversation.channel, conversation: conversation.id, key, at: T0, payload, shown: true, ...over };
}

/** A turn that changes nothing but the version; `over` says what it does. */
export function turn({ id: conversation, version, handled }: Conversation, over: Partial<TurnWork> = {}): TurnWork {
  const none = { said: [], events: [], claims: [], bindings: [], tickets: [], jobs: [], cancelJobs: [], audit: [] };
  const expected = { conversation, expectedVersion: version, expectedHandled: handled, handledUpTo: handled };
  return { ...expected, cause: { kind: 'arrival' }, at: T0, floor: 'bot', state: {}, push: false, ...none, ...over };
}

export const bot = (text: string) => ({ direction: 'bot', payload: { text } }) as const;

export const job = (key: string, dueAt: number, over: Partial<NewJob> = {}): NewJob => ({
  key,
  kind: 'remind',
  dueAt,
  payload: {},
  ...over,
});

export function event(claim: ClaimId, over: Partial<ClaimEvent> = {}): ClaimEvent {
  return {
    id: randomUUID(),
    claim,
    type: 'reported',
    v: 1,
    at: T0,
    by: 'person',
    via: 'directline',
    data: {},
    ...over,
  };
}

export function claimWrite(claim: ClaimId, number: string, over: Partial<ClaimWrite> = {}): ClaimWrite {
  const dates = { accidentFrom: T0, accidentTo: T0, updatedAt: T0 };
  const row = { id: claim, expectedVersion: 0, number, status: 'reported', ...dates };
  return { ...row, facts: {}, plates: [], phones: [], ...over };
}

export function fileOf(conversation: Conversation, over: Partial<FileRecord> = {}): FileRecord {
  const what = { type: 'image/jpeg', name: 'photo.jpg', size: 3, sha256: 'ab'.repeat(32) };
  return {
    id: id.file(),
    person: conversation.person,
    conversation: conversation.id,
    ...what,
    receivedAt: T0,
    ...over,
  };
}

/** The value, or a failure that says what was missing. */
export function must<T>(value: T | undefined, what = 'value'): T {
  if (value === undefined) throw new Error(`The ${what} is not there.`);
  return value;
}

export const fresh = async (store: Store, conversation: Conversation): Promise<Conversation> =>
  must(await store.conversation(conversation.id), 'conversation');

/** Commits a turn on the conversation as it is now and returns it as it is then. */
export async function commit(store: Store, conversation: Conversation, over: Partial<TurnWork>): Promise<Conversation> {
  const committed = await store.commit(turn(await fresh(store, conversation), over));
  if (committed.status !== 'committed') throw new Error('The turn was stale.');
  return fresh(store, conversation);
}

export const onlyJob = async (store: Store, now: number): Promise<Job> =>
  must((await store.dueJobs(now, 10))[0], 'job');

export async function rejection(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('This was expected to fail and did not.');
}
