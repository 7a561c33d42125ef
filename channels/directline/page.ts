import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'restify';
import type { JsonObject } from '../../store/ports.ts';
import { notFound } from '../web/errors.ts';
import { publicOrigin } from '../web/origin.ts';
import type { Context } from './deps.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Not every browser counts a WebSocket to the same host as `'self'`, so the host is named. */
function policy(req: Request, context: Pick<Context, 'config'>): string {
  const { host } = new URL(publicOrigin(req, context.config));
  return (
    `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://${host} wss://${host}; ` +
    "img-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'"
  );
}

const HEADERS = {
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Kept, but asked for again each time: a new version is seen at once, an old one costs an empty answer.
  'Cache-Control': 'no-cache',
  Vary: 'Accept-Encoding',
};

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** Packed when it is first asked for, in a thread of its own: neither a start nor a conversation waits for it. */
  readonly packed?: (coding: Coding) => Promise<Buffer>;
}

const CODINGS = ['br', 'gzip'] as const;
type Coding = (typeof CODINGS)[number];

const pack: Readonly<Record<Coding, (plain: Buffer) => Promise<Buffer>>> = {
  br: (plain) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    return promisify(brotliCompress)(plain, { params });
  },
  gzip: (plain) => promisify(gzip)(plain, { level: 9 }),
};

const PACKED = /^(text|application)\/|svg/;

function asset(plain: Buffer, type: string): Asset {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  if (!PACKED.test(type) || plain.length < 200) return { type, etag, plain };
  const done: Partial<Record<Coding, Promise<Buffer>>> = {};
  return {
    ...{ type, etag, plain },
    packed: (coding) => {
      done[coding] ??= pack[coding](plain);
      return done[coding];
    },
  };
}

type Assets = ReadonlyMap<string, Asset>;

/** Every file that can be asked for, read once: a path that is not on the list does not exist. */
function readAssets(dir: string): Assets {
  const assets = new Map<string, Asset>();
  for (const entry of existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }) : []) {
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || entry.name.startsWith('.') || type === undefined) continue;
    assets.set(relative(dir, path).split(sep).join('/'), asset(readFileSync(path), type));
  }
  return assets;
}

const accepts = (req: Request, coding: Coding) =>
  new RegExp(`(^|[ ,])${coding}( *(;q=(1|0\\.[1-9]))|,|$)`).test(String(req.headers['accept-encoding'] ?? ''));

async function send(req: Request, res: Response, asset: Asset, more: Record<string, string>): Promise<void> {
  const { type, etag, plain, packed } = asset;
  const headers = { ...HEADERS, ETag: etag, ...more };
  if (req.headers['if-none-match']?.includes(etag)) return void res.sendRaw(304, '', headers);
  const coding = packed && CODINGS.find((one) => accepts(req, one));
  const body = packed && coding ? await packed(coding) : plain;
  const encoded: Record<string, string> = coding === undefined ? {} : { 'Content-Encoding': coding };
  res.sendRaw(200, body, { ...headers, ...encoded, 'Content-Type': type, 'Content-Length': String(body.length) });
}

const JSON_TYPE = 'application/json; charset=utf-8';
const jsonAsset = (value: JsonObject) => asset(Buffer.from(JSON.stringify(value)), JSON_TYPE);

/** Milliseconds; figures on the card change with the law, at the turn of a day. */
const WORDS_LIFE = 3_600_000;

/** Words and cards are packed once an hour per language; only what exists is remembered. */
function createWords({ words, config }: Pick<Context, 'words' | 'config'>) {
  const cache = new Map<string, { readonly packed: Asset; readonly until: number }>();
  return (path: string): Asset | undefined => {
    const found = cache.get(path);
    if (found && config.now() < found.until) return found.packed;
    const [, kind, lang = ''] = /^(words|card)\/([a-zA-Z-]{2,10})\.json$/.exec(path) ?? [];
    const value = kind === 'words' ? words.page(lang) : kind === 'card' ? words.card(lang) : undefined;
    if (!value) return undefined;
    const packed = jsonAsset(value);
    cache.set(path, { packed, until: config.now() + WORDS_LIFE });
    return packed;
  };
}

/** The page, its static parts and its words. */
export function createPage(context: Context) {
  const assets = readAssets(context.pageDir);
  const words = createWords(context);
  const find = (path: string) =>
    assets.get(path) ?? (path === 'config.json' ? jsonAsset(context.words.config()) : words(path));
  const serve = async (req: Request, res: Response, path: string, more: Record<string, string> = {}) => {
    const found = find(path);
    if (!found) throw notFound('Page');
    await send(req, res, found, { 'Content-Security-Policy': policy(req, context), ...more });
  };
  return {
    home: async (req: Request, res: Response) => serve(req, res, 'index.html'),
    part: async (req: Request, res: Response) => serve(req, res, String(req.params['*'])),
    /** At the root, because a service worker only serves paths below its own. */
    worker: async (req: Request, res: Response) => serve(req, res, 'sw.js', { 'Service-Worker-Allowed': '/' }),
  };
}
