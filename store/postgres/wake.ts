import type { ConversationId, Wake } from '../ports.ts';
import { localWake } from '../wake.ts';
import type { Database } from './database.ts';
import { sql } from './statement.ts';

/** Milliseconds between two looks at what is listened to, in case a word of another process was lost. */
const LOOK = 3_000;

const newest = sql<{ id: ConversationId; seq: number }>('SELECT id, seq FROM conversations WHERE id = ANY(?)');

export interface SharedWake extends Wake {
  /** Another process has something new. */
  hear(conversation: string): void;
  /** Looks itself what is new in the conversations somebody listens to. */
  look(): Promise<void>;
  stop(): void;
}

/** Wakes listeners here and, through `tell`, in every other process. */
export function sharedWake(db: Pick<Database, 'all'>, tell: (conversation: string) => void): SharedWake {
  const local = localWake();
  /** Per conversation somebody listens to: how many, and the last line seen by a look. */
  const listened = new Map<ConversationId, { listeners: number; seq: number | undefined }>();

  async function look(): Promise<void> {
    if (listened.size === 0) return;
    for (const { id, seq } of await db.all(newest, [...listened.keys()])) {
      const entry = listened.get(id);
      if (!entry || entry.seq === seq) continue;
      entry.seq = seq;
      local.wake(id);
    }
  }
  // While the database is away there is nothing to see.
  const timer = setInterval(() => void look().catch(() => {}), LOOK).unref();

  function subscribe(conversation: ConversationId, listener: () => void): () => void {
    const entry = listened.get(conversation) ?? { listeners: 0, seq: undefined };
    entry.listeners += 1;
    listened.set(conversation, entry);
    const end = local.subscribe(conversation, listener);
    let ended = false;
    return () => {
      end();
      if (ended) return;
      ended = true;
      entry.listeners -= 1;
      if (entry.listeners === 0) listened.delete(conversation);
    };
  }

  return {
    subscribe,
    wake(conversation) {
      local.wake(conversation);
      tell(conversation);
    },
    hear: (conversation) => local.wake(conversation as ConversationId),
    look,
    stop: () => clearInterval(timer),
  };
}
