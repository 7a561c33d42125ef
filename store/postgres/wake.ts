import type { ConversationId, Wake } from '../ports.ts';
import { localWake } from '../wake.ts';
import type { Database } from './database.ts';
import { sql } from './statement.ts';

/** Milliseconds between two looks at what is listened to, in case a word of another process was lost. */
const LOOK = 3_000;

const newest = sql<{ id: ConversationId; seq: number }>('SELECT id, seq FROM conversations WHERE id = ANY(?)');

interface Listened {
  listeners: number;
  /** The last line seen by a look. */
  seq: number | undefined;
}

/** Wakes listeners here and, through `tell`, in every other process. */
export class SharedWake implements Wake {
  readonly #db: Pick<Database, 'all'>;
  readonly #tell: (conversation: string) => void;
  readonly #local = localWake();
  readonly #listened = new Map<ConversationId, Listened>();
  readonly #timer: NodeJS.Timeout;

  constructor(db: Pick<Database, 'all'>, tell: (conversation: string) => void) {
    this.#db = db;
    this.#tell = tell;
    // While the database is away there is nothing to see.
    this.#timer = setInterval(() => void this.look().catch(() => {}), LOOK).unref();
  }

  wake(conversation: ConversationId): void {
    this.#local.wake(conversation);
    this.#tell(conversation);
  }

  subscribe(conversation: ConversationId, listener: () => void): () => void {
    const entry = this.#listened.get(conversation) ?? { listeners: 0, seq: undefined };
    entry.listeners += 1;
    this.#listened.set(conversation, entry);
    const end = this.#local.subscribe(conversation, listener);
    let ended = false;
    return () => {
      end();
      if (!ended) entry.listeners -= 1;
      ended = true;
      if (entry.listeners === 0 && this.#listened.get(conversation) === entry) this.#listened.delete(conversation);
    };
  }

  /** Another process has something new. */
  hear(conversation: string): void {
    this.#local.wake(conversation as ConversationId);
  }

  /** Looks itself what is new in the conversations somebody listens to. */
  async look(): Promise<void> {
    if (this.#listened.size === 0) return;
    for (const { id, seq } of await this.#db.all(newest, [...this.#listened.keys()])) {
      const entry = this.#listened.get(id);
      if (!entry || entry.seq === seq) continue;
      entry.seq = seq;
      this.#local.wake(id);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
