import type { Inbox } from '../../channels/contract.ts';
import type {
  Accepted,
  Arrival,
  Conversation,
  ConversationId,
  Device,
  Direction,
  FileId,
  FileRecord,
  Files,
  JsonObject,
  PersonId,
  Store,
  StoredActivity,
  Wake,
} from '../../store/ports.ts';

/** What the bot answers to one arrival. */
export type Script = (arrival: Arrival) => readonly JsonObject[];

const say = (text: string): JsonObject => ({ type: 'message', text, from: { id: 'lipei', name: 'bot', role: 'bot' } });
const echo: Script = ({ payload, shown }) => (shown ? [say(`echo: ${String(payload.text ?? '')}`)] : []);

interface Held {
  row: Conversation;
  readonly lines: StoredActivity[];
  readonly keys: Map<string, { activityId: string; seq: number }>;
}

type FakeStore = Pick<
  Store,
  | 'conversation'
  | 'activities'
  | 'accepted'
  | 'addFile'
  | 'file'
  | 'fileUse'
  | 'dropFile'
  | 'addDevice'
  | 'device'
  | 'revokeDevices'
  | 'noteOrigin'
>;

/** In-memory ports with a scripted bot behind them: as the real ones behave, without a disk. */
export class Fake {
  readonly conversations = new Map<ConversationId, Held>();
  readonly records = new Map<FileId, FileRecord>();
  readonly origins = new Map<ConversationId, string>();
  readonly bytes = new Map<FileId, { original: Buffer; display: Buffer | null }>();
  readonly devices = new Map<string, Device>();
  readonly arrivals: Arrival[] = [];
  readonly listeners = new Map<ConversationId, Set<() => void>>();
  /** Thrown by the next call of a port. */
  failWith: unknown;
  /** Thrown between opening a conversation and accepting its first arrival. */
  failAfterOpening: unknown;
  /** How many lines were read from transcripts. */
  linesRead = 0;
  script: Script = echo;
  now = Date.UTC(2026, 2, 5, 1, 30);
  #gate = Promise.resolve();
  #open = () => {};

  /** From now on the bot thinks until `release`. */
  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  release(): void {
    this.#open();
  }

  #maybeFail(): void {
    const err = this.failWith;
    this.failWith = undefined;
    if (err !== undefined) throw err;
  }

  #held(id: ConversationId): Held {
    const held = this.conversations.get(id);
    if (!held) throw new Error(`no conversation ${id}`);
    return held;
  }

  write(id: ConversationId, direction: Direction, payload: JsonObject): StoredActivity {
    const { lines } = this.#held(id);
    const seq = lines.length + 1;
    const at = Math.max(this.now, (lines.at(-1)?.at ?? 0) + 1);
    const line = { conversation: id, seq, id: `${id}|${String(seq).padStart(7, '0')}`, direction, at, payload };
    lines.push(line);
    const held = this.#held(id);
    held.row = { ...held.row, lastSeq: seq };
    this.wake.wake(id);
    return line;
  }

  async #answer(arrival: Arrival): Promise<void> {
    await this.#gate;
    const held = this.#held(arrival.conversation);
    for (const payload of this.script(arrival)) this.write(arrival.conversation, 'bot', payload);
    held.row = { ...held.row, handled: held.row.handled + 1 };
  }

  readonly wake: Wake = {
    wake: (id) => {
      for (const listener of this.listeners.get(id) ?? []) listener();
    },
    subscribe: (id, listener) => {
      const all = this.listeners.get(id) ?? new Set();
      this.listeners.set(id, all.add(listener));
      return () => void all.delete(listener);
    },
  };

  readonly inbox: Inbox = {
    accept: async (arrival): Promise<Accepted> => {
      this.#maybeFail();
      const held = this.conversations.get(arrival.conversation);
      if (!held) return { status: 'unknown' };
      const known = held.keys.get(arrival.key);
      if (known) return { status: 'duplicate', ...known };
      if (held.row.arrivals - held.row.handled >= 50) return { status: 'full' };
      const number = held.row.arrivals + 1;
      held.row = { ...held.row, arrivals: number };
      this.arrivals.push(arrival);
      const line = arrival.shown ? this.write(arrival.conversation, 'user', arrival.payload) : undefined;
      const accepted = { activityId: line?.id ?? `${held.row.id}|e${number}`, seq: line?.seq ?? held.lines.length };
      held.keys.set(arrival.key, accepted);
      void this.#answer(arrival);
      return { status: 'accepted', ...accepted, number, at: arrival.at };
    },
    open: async ({ id, channel, user, locale, at }) => {
      this.#maybeFail();
      const person = `person of ${user}` as PersonId;
      const start = { version: 0, handled: 0, arrivals: 0, floor: 'bot', failures: 0, lastSeq: 0 } as const;
      const fresh: Conversation = { id, channel, person, ...start, state: {}, revokedAt: null, createdAt: at };
      const held = this.conversations.get(id) ?? { row: fresh, lines: [], keys: new Map() };
      this.conversations.set(id, held);
      if (this.failAfterOpening) throw this.failAfterOpening;
      const payload = { type: 'conversationUpdate', membersAdded: [{ id: user }], ...(locale ? { locale } : {}) };
      await this.inbox.accept({ channel, conversation: id, key: 'open', at, payload, shown: false });
      return held.row;
    },
  };

  readonly store: FakeStore = {
    conversation: async (id) => {
      this.#maybeFail();
      return this.conversations.get(id)?.row;
    },
    activities: async (id, after, limit) => {
      const lines = this.conversations.get(id)?.lines ?? [];
      const found = lines.filter(({ seq }) => seq > after).slice(0, limit);
      this.linesRead += found.length;
      return found;
    },
    accepted: async (_channel, id, key) => this.conversations.get(id)?.keys.get(key),
    fileUse: async (id) => {
      const all = [...this.records.values()].filter(({ conversation }) => conversation === id);
      return { count: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0) };
    },
    dropFile: async (id) => void this.records.delete(id),
    addFile: async (file) => void this.records.set(file.id, file),
    file: async (id) => this.records.get(id),
    addDevice: async (hash, device) => void this.devices.set(hash, device),
    device: async (hash, now) => {
      const found = this.devices.get(hash);
      return found && found.expiresAt > now ? found : undefined;
    },
    noteOrigin: async (conversation, origin) => void this.origins.set(conversation, origin),
    revokeDevices: async (id) => {
      for (const [hash, { conversation }] of this.devices) if (conversation === id) this.devices.delete(hash);
      const held = this.conversations.get(id);
      if (held) held.row = { ...held.row, revokedAt: this.now };
    },
  };

  readonly files: Files = {
    put: async (id, _person, original, display) => void this.bytes.set(id, { original, display }),
    original: async (id) => this.bytes.get(id)?.original,
    display: async (id) => this.bytes.get(id)?.display ?? this.bytes.get(id)?.original,
    remove: async (id) => void this.bytes.delete(id),
  };
}
