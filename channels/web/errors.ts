import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'restify';

type Headers = Readonly<Record<string, string>>;

/** An answer other than success that a client can understand. Codes are stable, messages are for developers. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Headers;

  constructor(status: number, code: string, message: string, headers: Headers = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const badArgument = (message: string) => new Refusal(400, 'BadArgument', message);
export const unauthorized = () =>
  new Refusal(401, 'Unauthorized', 'Send "Authorization: Bearer <token>".', { 'WWW-Authenticate': 'Bearer' });
export const expired = () => new Refusal(403, 'TokenExpired', 'The token has expired.');
export const forbidden = (message: string) => new Refusal(403, 'BadArgument', message);
export const notFound = (what: string) => new Refusal(404, 'NotFound', `${what} not found.`);
export const tooMany = (seconds: number) =>
  new Refusal(429, 'TooManyRequests', 'Too many requests, try again later.', { 'Retry-After': String(seconds) });

export const busy = (seconds: number) =>
  new Refusal(503, 'ServiceUnavailable', 'Try again in a moment.', { 'Retry-After': String(seconds) });

/** Too many at once: not all of them come back in the same second. */
export const later = () => busy(1 + Math.floor(Math.random() * 3));

/** Answers with JSON; `undefined` is an empty body. */
export function reply(res: Response, status: number, body?: unknown, headers: Headers = {}): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  const type: Headers = body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' };
  res.sendRaw(status, text, { ...type, 'Content-Length': String(Buffer.byteLength(text)), ...headers });
}

/** Milliseconds that a refused client may go on sending; closing at once would often lose the answer on its way. */
const LINGER = 2000;

function linger(req: Request): void {
  if (req.complete) return;
  req.unpipe();
  req.resume();
  setTimeout(() => req.complete || req.socket.destroy(), LINGER).unref();
}

/** The store's own words for “not now” (see store/errors.ts): a sender that tries again later may succeed. */
const BUSY = new Set(['StoreUnavailable', 'StoreBusy', 'StoreFull']);
export const isBusy = (err: unknown): boolean => err instanceof Error && BUSY.has(err.name);
/** Seconds. */
const BUSY_RETRY = 2;

function asRefusal(err: unknown): Refusal | undefined {
  if (err instanceof Refusal) return err;
  if (err instanceof Error && err.name === 'UnknownPerson') return notFound('Conversation');
  return isBusy(err) ? busy(BUSY_RETRY) : undefined;
}

/** What restify itself found wrong (unknown path, wrong method), without its words. */
export function fromRestify(err: unknown): Refusal | undefined {
  const status = err instanceof Error && 'statusCode' in err ? err.statusCode : undefined;
  if (status === 404) return notFound('Path');
  if (status === 405) return new Refusal(405, 'MethodNotAllowed', 'This path does not know the method.');
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Refusal(status, 'BadArgument', 'The request is malformed.')
    : undefined;
}

export type OnError = (err: unknown, incidentId: string) => void;

/** What an answer and our log share, so that one finds the other. */
export const incidentId = () => randomBytes(6).toString('hex');

function internal(incident: string): Refusal {
  return new Refusal(500, 'ServerError', `Something went wrong on our side, incident ${incident}`);
}

/** How an error looks to whom it is told. */
export type Tell = (res: Response, refusal: Refusal) => void;
const tell: Tell = (res, { status, code, message, headers }) =>
  reply(res, status, { error: { code, message } }, headers);

/** Answers with an error; nothing of an unexpected one leaves the process but the number of its incident. */
export function fail(req: Request, res: Response, err: unknown, onError: OnError, as: Tell = tell): void {
  const known = asRefusal(err);
  const incident = incidentId();
  // A full disk is told to the client as “later”, and to us as what it is.
  if (!known || isBusy(err)) onError(err, incident);
  if (req.socket.destroyed || res.headersSent) {
    // Nobody is there any more, or an answer is already on its way.
    res.destroy();
    return;
  }
  as(res, known ?? internal(incident));
  linger(req);
}
