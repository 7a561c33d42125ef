import type { Request } from 'restify';
import type { JsonObject } from '../../store/ports.ts';
import { badArgument, Refusal } from './errors.ts';

export const MAX_JSON = 256 * 1024;
const MAX_DEPTH = 32;

/**
 * How slow a sender may be: in every `windowMs` it must send this many bytes a second, so that nobody sends much at once
 * and then lets us hold it; and it must be through after `maxMs`.
 */
export interface Pace {
  readonly windowMs: number;
  readonly bytesPerSecond: number;
  readonly maxMs: number;
}
const JSON_PACE: Pace = { windowMs: 1800, bytesPerSecond: 256, maxMs: 60_000 };

/** Whether a sender is too slow, by the clock and what it has sent altogether. */
export function pacer({ windowMs, bytesPerSecond, maxMs }: Pace, startedAt: number) {
  let [since, before] = [startedAt, 0];
  return (now: number, received: number): boolean => {
    if (now - startedAt > maxMs) return true;
    if (now - since < windowMs) return false;
    if (received - before < (bytesPerSecond * windowMs) / 1000) return true;
    [since, before] = [now, received];
    return false;
  };
}

export const tooLarge = (code: string, message: string) => new Refusal(413, code, message);
const jsonTooLarge = (most: number) => tooLarge('MessageSizeTooBig', `A body may have ${most} bytes at most.`);
export const malformed = (what: string) => badArgument(`The body is not ${what}.`);
const unsupported = (message: string) => new Refusal(415, 'UnsupportedMediaType', message);

/** Reads a request's body chunk by chunk; rejects what is too slow, broken off or, by `take`'s throwing, unwanted. */
export function receive(req: Request, pace: Pace, take: (chunk: Buffer) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const tooSlow = pacer(pace, performance.now());
  let received = 0;
  const watch = setInterval(() => {
    if (tooSlow(performance.now(), received))
      reject(new Refusal(408, 'RequestTimeout', 'The body arrives too slowly.'));
  }, 200);
  const onData = (chunk: Buffer) => {
    received += chunk.length;
    try {
      take(chunk);
    } catch (err) {
      reject(err);
    }
  };
  const brokenOff = () => req.readableEnded || reject(badArgument('The body broke off.'));
  req.on('data', onData).once('end', resolve).once('error', brokenOff).once('close', brokenOff);
  return promise.finally(() => {
    clearInterval(watch);
    // Every request closes in the end.
    req.off('data', onData).off('close', brokenOff);
  });
}

const hasBody = (req: Request) =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** Compressed bodies are refused: nobody needs them here, and they hide how large they are. */
export function refuseEncoded(req: Request): void {
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw unsupported('Send the body without Content-Encoding.');
}

export function requireJson(req: Request): void {
  const type = req.headers['content-type'] ?? '';
  const json = /^(application|text)\/json\s*(;\s*charset="?utf-8"?\s*)?;?$/i.test(type.trim());
  if (!json) throw unsupported('Send "Content-Type: application/json" in UTF-8.');
}

/** Depth of nesting without parsing: brackets outside of strings. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i += 1;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{' || c === '[') depth += 1;
    else if (c === '}' || c === ']') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that could reach a prototype and numbers that JSON cannot write are dropped, broken characters replaced. */
function harmless(key: string, value: unknown): unknown {
  if (UNSAFE.has(key)) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}

/**
 * Where `harmless` might find something: names that reach a prototype, escapes, numbers with an exponent or with very many
 * digits. Most texts have none of them, and to look at each value makes reading several times as long.
 */
const SUSPECT = /\\u|__proto__|constructor|prototype|[:,[]\s*-?\d(?:[\d.]*[eE]|[\d.]{300})/;

/** JSON from outside → an object without traps; throws a `Refusal`. A byte order mark is tolerated. */
export function parseObject(bytes: Buffer): JsonObject {
  let value: unknown;
  try {
    const text = utf8.decode(bytes);
    if (tooDeep(text)) throw new Error('too deep');
    value = SUSPECT.test(text) ? JSON.parse(text, harmless) : JSON.parse(text);
  } catch {
    throw malformed('valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('a JSON object');
  return value as JsonObject;
}

/** The bytes of a JSON body, for whoever must know whose they are before they are read. */
export async function readJsonBytes(req: Request, most = MAX_JSON): Promise<Buffer> {
  requireJson(req);
  refuseEncoded(req);
  if (Number(req.headers['content-length'] ?? 0) > most) throw jsonTooLarge(most);
  const chunks: Buffer[] = [];
  let size = 0;
  await receive(req, JSON_PACE, (chunk) => {
    size += chunk.length;
    if (size > most) throw jsonTooLarge(most);
    chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

/** The body as an object; an absent one is an empty object. */
export const readJson = async (req: Request): Promise<JsonObject> =>
  hasBody(req) ? parseObject(await readJsonBytes(req)) : {};
