/** A stand-in for the server: serves the page and speaks just enough of Direct Line and of the page's routes. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import busboy from 'busboy';
import { type WebSocket, WebSocketServer } from 'ws';
import { answer, greeting, newTalk, type Said, type Talk } from './script.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'channels/directline/page');
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; img-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
const CONFIG = { insurerName: '示例财产保险', insurerHotline: '95500', languages: ['zh-CN', 'en'] };

interface Conversation {
  readonly id: string;
  readonly user: string;
  readonly lines: Record<string, unknown>[];
  readonly seen: Map<string, string>;
  readonly sockets: Set<WebSocket>;
  readonly talk: Talk;
}

interface Asked {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
}

const conversations = new Map<string, Conversation>();
const cookies = new Map<string, string>();
const files = new Map<string, { type: string; bytes: Buffer }>();

function json({ res }: Asked, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
}

function push(c: Conversation, activity: Record<string, unknown>): string {
  const id = `${c.id}|${String(c.lines.length + 1).padStart(7, '0')}`;
  const line = { ...activity, type: 'message', id, timestamp: new Date().toISOString() };
  c.lines.push(line);
  for (const ws of c.sockets) ws.send(JSON.stringify({ activities: [line], watermark: String(c.lines.length) }));
  return id;
}

const bot = (c: Conversation, said: Said) =>
  push(c, { from: { id: 'lipei', name: '理赔助手', role: 'bot' }, locale: 'zh-CN', ...said });

function reply(c: Conversation, text: string): void {
  for (const said of answer(c.talk, text)) bot(c, said);
}

function accept(c: Conversation, activity: Record<string, unknown>): string {
  const key = String((activity.channelData as Record<string, unknown> | undefined)?.clientActivityID ?? randomUUID());
  const known = c.seen.get(key);
  if (known) return known;
  if (activity.type !== 'message') return `${c.id}|event`;
  const id = push(c, { ...activity, from: { id: c.user, role: 'user' } });
  c.seen.set(key, id);
  const text = String(activity.text || (activity.attachments ? '照片' : '定位'));
  if (!activity.attachments || c.talk.answers?.has('ownPlate')) setTimeout(() => reply(c, text), 30);
  return id;
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

function token(asked: Asked): void {
  const cookie = /lipei_device=([\w-]+)/.exec(asked.req.headers.cookie ?? '')?.[1] ?? '';
  let c = conversations.get(cookies.get(cookie) ?? '');
  const resumed = c !== undefined;
  if (!c) {
    c = {
      id: randomUUID(),
      user: `dl_${randomUUID()}`,
      lines: [],
      seen: new Map(),
      sockets: new Set(),
      talk: newTalk(),
    };
    conversations.set(c.id, c);
    bot(c, greeting());
    const fresh = randomUUID();
    cookies.set(fresh, c.id);
    asked.res.setHeader('set-cookie', `lipei_device=${fresh}; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000`);
  }
  json(asked, 200, { token: `t.${c.id}.s`, conversationId: c.id, userId: c.user, expires_in: 1800, resumed });
}

async function upload(asked: Asked, c: Conversation): Promise<void> {
  const type = asked.req.headers['content-type'] ?? '';
  const parser = busboy({ headers: { 'content-type': type }, defParamCharset: 'utf8' });
  let activity: Record<string, unknown> = {};
  const attachments: Record<string, string>[] = [];
  parser.on('file', (name, stream, info) => {
    const chunks: Buffer[] = [];
    stream
      .on('data', (d: Buffer) => chunks.push(d))
      .on('end', () => {
        if (name === 'activity') activity = JSON.parse(Buffer.concat(chunks).toString());
        else {
          const id = randomUUID();
          files.set(id, { type: info.mimeType, bytes: Buffer.concat(chunks) });
          attachments.push({ contentType: info.mimeType, contentUrl: `/files/${id}`, name: info.filename ?? '' });
        }
      });
  });
  parser.on('close', () => json(asked, 200, { id: accept(c, { ...activity, attachments }) }));
  asked.req.pipe(parser);
}

async function directline(asked: Asked): Promise<void> {
  const { req, url } = asked;
  const auth = /^Bearer t\.([\w-]+)\.s$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
  const c = conversations.get(auth);
  if (!c) return json(asked, 403, { error: { code: 'TokenExpired', message: '' } });
  const stream = { conversationId: c.id, token: `t.${c.id}.s`, expires_in: 1800 };
  const ws = (from: string) => `ws://${req.headers.host}/stream/${c.id}?watermark=${from}`;
  const from = Number(url.searchParams.get('watermark')) || 0;
  if (url.pathname.endsWith('/tokens/refresh')) return json(asked, 200, stream);
  if (url.pathname.endsWith('/upload')) return upload(asked, c);
  if (url.pathname.endsWith('/activities')) {
    if (req.method === 'POST') return json(asked, 200, { id: accept(c, await bodyOf(req)) });
    const page = c.lines.slice(from, from + 20);
    return json(asked, 200, { activities: page, watermark: String(from + page.length) });
  }
  return json(asked, req.method === 'POST' ? 201 : 200, {
    ...stream,
    streamUrl: ws(req.method === 'POST' ? '0' : String(from)),
  });
}

function part(path: string): Buffer | undefined {
  const [, kind = '', lang = ''] = /^\/page\/(words|card)\/(zh-CN|en)\.json$/.exec(path) ?? [];
  if (path === '/page/config.json') return Buffer.from(JSON.stringify(CONFIG));
  if (kind === 'words') return readFileSync(join(ROOT, 'locales', lang, 'page.json'));
  if (kind === 'card') return Buffer.from(JSON.stringify(card(lang)));
  const file = path === '/' ? 'index.html' : (/^\/(?:page\/)?([\w.-]+)$/.exec(path)?.[1] ?? '');
  return file && existsSync(join(PAGE, file)) ? readFileSync(join(PAGE, file)) : undefined;
}

/** The card as the server makes it of locales/<lang>/sceneCard.json. */
function card(lang: string) {
  const words: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'locales', lang, 'sceneCard.json'), 'utf8'));
  const list = (name: string) =>
    Object.keys(words)
      .filter((k) => k.startsWith(name))
      .map((k) => words[k] ?? '');
  const distances = list('distance').map((text) => {
    const [road = '', rest = ''] = text
      .replace('{{least}}', text.includes('most') ? '50' : '150')
      .replace('{{most}}', '100')
      .split(/[：:] ?/);
    return { road, text: rest };
  });
  return {
    title: words.title,
    steps: list('step'),
    photos: list('photo'),
    distances,
    dont: list('dont'),
    note: words.note,
  };
}

function statics({ req, res, url }: Asked): void {
  const found = part(url.pathname);
  const file = files.get(url.pathname.slice('/files/'.length));
  if (file) return void res.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  if (!found) return void res.writeHead(404).end();
  const type = TYPES[url.pathname === '/' ? '.html' : extname(url.pathname)] ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'content-security-policy': CSP,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (!/gzip/.test(String(req.headers['accept-encoding']))) return void res.writeHead(200, headers).end(found);
  res.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(found));
}

async function route(asked: Asked): Promise<void> {
  const { pathname } = asked.url;
  if (pathname === '/api/chat/token') return token(asked);
  if (pathname === '/api/chat/forget') {
    cookies.delete(/lipei_device=([\w-]+)/.exec(asked.req.headers.cookie ?? '')?.[1] ?? '');
    asked.res.writeHead(204, { 'set-cookie': 'lipei_device=; Path=/; Max-Age=0' }).end();
    return;
  }
  if (pathname.startsWith('/v3/directline/')) return directline(asked);
  statics(asked);
}

export interface Running {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** Starts the stub on a free port of this machine. */
export async function startStub(port = 0): Promise<Running> {
  const server = createServer((req, res) => {
    route({ req, res, url: new URL(req.url ?? '/', 'http://stub') }).catch(() => res.writeHead(500).end());
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (req, socket, head) => {
    const url = new URL(req.url ?? '/', 'http://stub');
    const c = conversations.get(url.pathname.split('/')[2] ?? '');
    if (!c) return void socket.destroy();
    sockets.handleUpgrade(req, socket, head, (ws) => {
      c.sockets.add(ws);
      ws.on('close', () => c.sockets.delete(ws));
      const missed = c.lines.slice(Number(url.searchParams.get('watermark')));
      if (missed.length) ws.send(JSON.stringify({ activities: missed, watermark: String(c.lines.length) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    for (const ws of sockets.clients) ws.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
