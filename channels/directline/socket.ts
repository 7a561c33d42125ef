import { WebSocket } from 'ws';
import type { ConversationId, JsonObject, Store } from '../../store/ports.ts';
import { activitySet, type LinkTo } from './present.ts';
import { readPage } from './transcript.ts';

const PAGE = 50;

interface Parts {
  readonly ws: WebSocket;
  readonly store: Pick<Store, 'activities'>;
  readonly conversation: ConversationId;
  /** What the client has seen. */
  readonly seq: number;
  readonly linkTo: LinkTo;
  /** Whether this client may still see the conversation: its cookie may have been revoked, in another process too. */
  readonly mayRead: () => Promise<boolean>;
  /** A page has left up to here. */
  onSeen(seq: number): void;
  onError(err: unknown): void;
}

/** One open stream. */
export interface Socket {
  readonly ws: WebSocket;
  /** There may be something new. */
  pump(): void;
  /** Sends something that is not in the transcript. */
  aside(activity: JsonObject): void;
}

/**
 * Sends one conversation's transcript to one client, in the store's order, nothing lost and nothing twice: whatever
 * woke it, it reads on from its own watermark. The next page is read when the last one has left for the system's
 * own buffers, so a client that does not read costs one page (`PAGE_BYTES`, and the links in it) until it is ended for
 * not answering a ping.
 */
export function createSocket({ ws, store, conversation, seq, linkTo, mayRead, onSeen, onError }: Parts): Socket {
  let sent = seq;
  let running = false;
  let again = false;

  const write = (text: string) =>
    new Promise<void>((resolve, reject) => ws.send(text, (err) => (err ? reject(err) : resolve())));

  async function sendNew(): Promise<void> {
    while (ws.readyState === WebSocket.OPEN) {
      const lines = await readPage(store, conversation, sent, PAGE);
      const last = lines.at(-1);
      if (!last || ws.readyState !== WebSocket.OPEN) return;
      if (!(await mayRead())) return ws.close(1008);
      const set = activitySet(lines, sent, linkTo);
      sent = last.seq;
      if (set.activities.length > 0) await write(JSON.stringify(set));
      onSeen(sent);
    }
  }

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await sendNew();
      } while (again);
    } catch (err) {
      // The client comes back with its watermark; a socket that went away while we wrote is no error of ours.
      if (ws.readyState === WebSocket.OPEN) onError(err);
      ws.close(1011);
    } finally {
      running = false;
    }
  }

  return {
    ws,
    pump: () => void run(),
    aside(activity) {
      if (ws.readyState !== WebSocket.OPEN || ws.bufferedAmount > 0) return;
      ws.send(JSON.stringify({ activities: [activity], watermark: String(sent) }), () => {});
    },
  };
}
