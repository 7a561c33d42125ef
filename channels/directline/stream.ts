import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ConversationId, JsonObject } from '../../store/ports.ts';
import { incidentId } from '../web/errors.ts';
import { randomId } from '../web/ids.ts';
import { fromOurPage, publicOrigin } from '../web/origin.ts';
import { CHANNEL, type Context } from './deps.ts';
import { linker } from './files.ts';
import { createSocket, type Socket } from './socket.ts';
import type { Claims } from './tokens.ts';

/** The open streams of this process. */
export interface Streams {
  /** A message was accepted: if its answer takes long, the person sees that someone is typing. */
  expectAnswer(conversation: ConversationId): void;
  /** Ends the streams of a conversation whose cookie was revoked. */
  end(conversation: ConversationId): void;
  close(): void;
}

/** A client sends nothing but empty frames. */
const MAX_FRAME = 4096;
const MAX_SOCKETS = 20;
/** Milliseconds; a socket that has not answered by the next time is dead. */
const PING_EVERY = 30_000;
const TYPING_AFTER = 400;
const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;

/** Plain HTTP, because there is no WebSocket yet. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 0\r\n\r\n`);
}

const addressOf = (req: IncomingMessage) =>
  URL.canParse(req.url ?? '', 'http://localhost') ? new URL(req.url ?? '', 'http://localhost') : undefined;

/** What the ticket in a stream's address permits, or the status of the refusal. */
async function admit(req: IncomingMessage, { signer, store, config }: Shared): Promise<Claims | string> {
  const url = addressOf(req);
  const verdict = signer.verify('stream', url?.searchParams.get('t') ?? '');
  if (verdict.status !== 'ok' || verdict.claims.conv !== PATH.exec(url?.pathname ?? '')?.[1]) return '403 Forbidden';
  if (req.headers.cookie?.includes('lipei_device=') && !fromOurPage(req, config)) return '403 Forbidden';
  const { dev, conv } = verdict.claims;
  if (dev !== undefined && !(await store.device(dev, config.now()))) return '403 Forbidden';
  const known = await store.conversation(conv as ConversationId);
  return known?.channel === CHANNEL ? verdict.claims : '404 Not Found';
}

/** Each call pings every socket and ends those that did not answer the last one. */
export function createSweep(all: Iterable<WebSocket>): () => void {
  const asked = new WeakSet<WebSocket>();
  return () => {
    for (const ws of all) {
      if (asked.has(ws)) ws.terminate();
      asked.add(ws);
      ws.once('pong', () => asked.delete(ws)).ping();
    }
  };
}

const typing = (conversation: ConversationId, now: number, name?: string): JsonObject => ({
  type: 'typing',
  id: `${conversation}|${randomId()}`,
  timestamp: new Date(now).toISOString(),
  channelId: CHANNEL,
  conversation: { id: conversation },
  from: { id: 'lipei', role: 'bot', ...(name ? { name } : {}) },
  ...(name ? { channelData: { speaker: 'person' } } : {}),
});

type Shared = Omit<Context, 'streams'>;
const unref = (ms: number, run: () => void) => void setTimeout(run, ms).unref();

export function createStreams(server: Server, context: Shared): Streams {
  const { store, wake, config, later = unref } = context;
  const wss = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
  const open = new Map<ConversationId, Set<Socket>>();
  const waiting = new Set<ConversationId>();
  const pings = setInterval(createSweep(wss.clients), PING_EVERY);
  pings.unref();
  const report = (err: unknown) => context.onError(err, incidentId());

  function attach(ws: WebSocket, req: IncomingMessage, { conv, seq = 0, dev }: Claims): void {
    const conversation = conv as ConversationId;
    const mayRead = async () => dev === undefined || (await store.device(dev, config.now())) !== undefined;
    const linkTo = linker(context, conversation, publicOrigin(req, config));
    const onSeen = (upTo: number) => context.onSeen?.(conversation, upTo);
    const socket = createSocket({ ws, store, conversation, seq, linkTo, mayRead, onSeen, onError: report });
    const sockets = open.get(conversation) ?? new Set();
    open.set(conversation, sockets.add(socket));
    // Listening begins before reading: what is said in between wakes the socket.
    const unsubscribe = wake.subscribe(conversation, socket.pump);
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      unsubscribe();
      sockets.delete(socket);
      if (sockets.size === 0) open.delete(conversation);
    });
    socket.pump();
  }

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const admitted = await admit(req, context);
    if (typeof admitted === 'string') return refuse(socket, admitted);
    const sockets = open.get(admitted.conv as ConversationId);
    if (sockets && sockets.size >= MAX_SOCKETS) return refuse(socket, '429 Too Many Requests');
    wss.handleUpgrade(req, socket, head, (ws) => attach(ws, req, admitted));
  }

  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ours = PATH.test(addressOf(req)?.pathname ?? '');
    if (!ours && server.listenerCount('upgrade') > 1) return;
    socket.on('error', () => socket.destroy());
    upgrade(req, socket, head).catch((err) => {
      report(err);
      refuse(socket, '500 Internal Server Error');
    });
  });

  /** Only while the store still holds something unanswered, and not where a person of the insurer speaks. */
  async function showTyping(conversation: ConversationId): Promise<void> {
    waiting.delete(conversation);
    const now = open.has(conversation) ? await store.conversation(conversation) : undefined;
    if (!now || now.floor === 'person' || now.handled >= now.arrivals) return;
    for (const socket of open.get(conversation) ?? []) socket.aside(typing(conversation, config.now()));
  }

  const deaf = context.onTyping?.((conversation, name) => {
    for (const socket of open.get(conversation) ?? []) socket.aside(typing(conversation, config.now(), name));
  });

  return {
    expectAnswer(conversation) {
      if (waiting.has(conversation)) return;
      waiting.add(conversation);
      later(TYPING_AFTER, () => void showTyping(conversation).catch(report));
    },
    end(conversation) {
      for (const { ws } of open.get(conversation) ?? []) ws.close(1008);
    },
    close() {
      clearInterval(pings);
      deaf?.();
      for (const ws of wss.clients) ws.terminate();
      wss.close();
    },
  };
}
