/** Server-sent events: that something has changed, never what; the page fetches the part anew, with all its checks. */
import { QUEUE } from '../../bots/acts.ts';
import type { ConversationId } from '../../store/ports.ts';
import { absentHolder } from '../handing.ts';
import { readCookie } from '../people/cookie.ts';
import { may } from '../people/rights.ts';
import { signedIn } from '../people/sessions.ts';
import { seen } from '../seen.ts';
import type { Answer, Colleague, Desk } from '../web/visit.ts';

/** Milliseconds between two looks whether she is still signed in, and sign of life for proxies. */
const BEAT = 5_000;
/** Changes within this time are told once: at once to who talks, less often to the many who only see the queue. */
const TOGETHER: Readonly<Record<string, number>> = { lines: 50, queue: 100 };
const APART: Readonly<Record<string, number>> = { lines: 0, queue: 1_500 };

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};

/** Bytes that a screen may leave unread beside what the system's own buffers take; events are some twenty bytes each. */
const MOST_UNREAD = 4096;

interface Screen {
  readonly writableLength: number;
  write(text: string): unknown;
  destroy(): unknown;
}

/** Nobody waits for a screen: one that reads nothing is ended, and comes back by itself when it reads again. */
export function createFeed(res: Screen): (text: string) => void {
  return (text) => {
    if (res.writableLength > MOST_UNREAD) res.destroy();
    else res.write(text);
  };
}

/** GET /workbench/live and /workbench/c/:id/live */
export async function live(desk: Desk, visit: Colleague): Promise<Answer> {
  const { res, params, me } = visit;
  const topics: [ConversationId, string][] = [[QUEUE, 'queue']];
  if (params.id) topics.push([(await seen(desk, visit)).conversation.id, 'lines']);
  res.writeHead(200, HEADERS);
  const feed = createFeed(res);
  const tell = createTeller((event) => feed(`event: ${event}\ndata: 1\n\n`));
  const leave = topics.map(([topic, event]) => desk.wake.subscribe(topic, () => tell(event)));
  const lookAtHolder = watchHolder(desk, visit, () => tell('holder'));
  const beat = setInterval(
    () => void Promise.all([look(desk, visit, feed), lookAtHolder()]).catch((error) => desk.onError(error, 'live')),
    BEAT,
  );
  res.once('close', () => {
    clearInterval(beat);
    for (const end of leave) end();
    desk.streams.delete(res);
  });
  desk.streams.add(res);
  feed('retry: 2000\n\n');
  // Whatever happened between the page and its stream.
  for (const [, event] of topics) tell(event);
  await stay(desk, me.account.id);
  return { kind: 'open' };
}

/** Several changes at once are one event. */
function createTeller(write: (event: string) => void): (event: string) => void {
  const due = new Set<string>();
  const told = new Map<string, number>();
  return (event) => {
    if (due.has(event)) return;
    due.add(event);
    const since = performance.now() - (told.get(event) ?? Number.NEGATIVE_INFINITY);
    const wait = Math.max(TOGETHER[event] ?? 0, (APART[event] ?? 0) - since);
    setTimeout(() => {
      due.delete(event);
      told.set(event, performance.now());
      write(event);
    }, wait).unref();
  };
}

/** A colleague falls silent without a word: told when whoever looks at her conversation may take it over, or no more. */
function watchHolder(desk: Desk, { params, me }: Colleague, changed: () => void): () => Promise<void> {
  const { id } = params;
  if (!id || !may(me.account, 'lead')) return async () => {};
  let before: boolean | undefined;
  return async () => {
    const handoff = await desk.store.handoffOf(id as ConversationId);
    const now = (await absentHolder(desk, me.account, { handoff })) !== undefined;
    // What the page showed at first is not known here: at worst it is told once too often.
    if (now !== before) changed();
    before = now;
  };
}

/** A stream ends with the session, and keeps somebody present who is. */
async function look(desk: Desk, { req, res, me }: Colleague, feed: (text: string) => void): Promise<void> {
  const { store, now, config } = desk;
  const secret = readCookie(req, config.cookieSecure);
  const still = secret && (await signedIn({ store, now, key: config.key }, secret, true));
  if (!still) {
    // Told before, and it has not left since: nobody reads.
    if (res.writableEnded) res.destroy();
    else res.end('event: out\ndata: 1\n\n');
    return;
  }
  feed('event: beat\ndata: 1\n\n');
  await stay(desk, me.account.id);
}

/** Who has said that she is here stays here as long as a page of hers is open; who is away stays away. */
async function stay({ store, now }: Desk, id: string): Promise<void> {
  const mine = (await store.presence(0)).find(({ adjuster }) => adjuster === id);
  if (mine && now() - mine.seenAt >= BEAT * 3)
    await store.present({ adjuster: id, seenAt: now(), maxOpen: mine.maxOpen, ringing: mine.ringing });
}
