/** One signed POST to a receiver: nothing is followed, and of the answer its head alone is read. */
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { SIGNATURE, signed, TIME } from '../../channels/web/signed.ts';
import type { Receiver } from './address.ts';

export const ID = 'x-lipei-id';
/** Milliseconds for all of it. */
const PATIENCE = 10_000;

export interface Letter {
  /** The same however often it is sent: who has seen it drops it. */
  readonly id: string;
  readonly body: string;
}
export type Called =
  | { readonly status: 'taken'; readonly answer: number }
  | { readonly status: 'failed'; readonly reason: string; readonly answer?: number; readonly retryAfter?: number };

/** Over `timestamp.body`; the timestamp is seconds since 1970. */
export function signedHeaders(secret: string, now: number, { id, body }: Letter): Record<string, string> {
  const at = String(Math.floor(now / 1000));
  return {
    ...{ 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)) },
    ...{ 'user-agent': 'lipei', [ID]: id, [TIME]: at, [SIGNATURE]: signed(secret, `${at}.`, body) },
  };
}

export async function call(
  to: Receiver,
  secret: string,
  now: number,
  letter: Letter,
  end: AbortSignal,
): Promise<Called> {
  const { url, lookup } = to;
  const signal = AbortSignal.any([end, AbortSignal.timeout(PATIENCE)]);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = url.protocol === 'https:' ? secure : plain;
  const headers = signedHeaders(secret, now, letter);
  // A connection of its own: one that was looked up earlier might be used without a new look.
  const req = send(url, { method: 'POST', headers, signal, agent: false, ...(lookup ? { lookup } : {}) }, resolve);
  req.once('error', reject).end(letter.body);
  try {
    return outcome(await promise);
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error, signal) };
  } finally {
    req.on('error', () => {});
    req.destroy();
  }
}

function outcome(answer: IncomingMessage): Called {
  const { statusCode: code = 0, headers } = answer;
  // What it says besides is of no use, and is not read.
  answer.on('error', () => {});
  if (code >= 200 && code < 300) return { status: 'taken', answer: code };
  const after = headers['retry-after'] ?? '';
  return {
    ...{ status: 'failed', reason: `status ${code}`, answer: code },
    ...(/^\d{1,5}$/.test(after) ? { retryAfter: Number(after) * 1000 } : {}),
  };
}

/** Short and stable; an error's own words may hold an address. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no answer in time';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && error.message === 'its address is private') return error.message;
  return /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'the connection failed';
}
