/** Scripts and styles of the desk, and htmx as it was installed. Read once; what is not on the list does not exist. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { notFound } from '../../channels/web/errors.ts';
import type { Answer, Desk, Visit } from '../web/visit.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const DIR = join(import.meta.dirname, '../static');

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
}

function assetOf(path: string): Asset {
  const bytes = readFileSync(path);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', bytes, etag };
}

const assets = new Map<string, Asset>();
function known(name: string): Asset | undefined {
  if (assets.size === 0) {
    for (const file of readdirSync(DIR)) assets.set(file, assetOf(join(DIR, file)));
    assets.set('htmx.js', assetOf(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')));
  }
  return assets.get(name);
}

/** GET /workbench/static/:name */
export async function asset(_desk: Desk, { params }: Visit): Promise<Answer> {
  const found = known(params.name ?? '');
  if (!found) throw notFound('Page');
  const headers = { 'Cache-Control': 'no-cache', ETag: found.etag };
  return { kind: 'bytes', type: found.type, bytes: found.bytes, headers };
}
