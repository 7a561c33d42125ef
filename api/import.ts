/** A first load: one claim a line, `{"number", "claim": as PUT takes it, "events": as POST takes them}`. */
import { createHash } from 'node:crypto';
import { parseObject } from '../channels/web/body.ts';
import { Refusal } from '../channels/web/errors.ts';
import type { JsonObject } from '../store/ports.ts';
import { once } from './attempts.ts';
import { postEvent, putClaim } from './claims.ts';
import type { Call } from './deps.ts';
import { type FieldError, Problem } from './problem.ts';
import { misfits } from './schemas.ts';

export type Imported =
  | { readonly status: 'done'; readonly events: number }
  | { readonly status: 'refused'; readonly errors: readonly FieldError[] };

type Where = Pick<Call, 'store' | 'law' | 'branches'>;
/** A load calls nobody by itself: whoever serves finds what is new. */
const NOBODY = { webhook: '', as: undefined, webhooks: { receiver: () => undefined, nudge: () => {} } };

const KEY = { id: 'import', name: 'import', hash: '', scopes: [], createdAt: 0, revokedAt: null, usedOn: null };

/** The same line again changes nothing for as long as answers are kept; what is impossible keeps what came before it. */
export async function importLine(where: Where, now: number, line: string): Promise<Imported> {
  try {
    const body = parseObject(Buffer.from(line));
    const errors = misfits('ImportedClaim', body);
    if (errors.length > 0) return { status: 'refused', errors };
    const {
      number,
      claim,
      events = [],
    } = body as unknown as { number: string; claim: JsonObject; events?: JsonObject[] };
    const call = callOf(where, now, number);
    await within('/claim', once(call(claim), putClaim));
    for (const [i, event] of events.entries()) await within(`/events/${i}`, once(call(event, i), postEvent));
    return { status: 'done', events: events.length };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    return { status: 'refused', errors: errorsOf(error) };
  }
}

const callOf =
  (where: Where, at: number, number: string) =>
  (body: JsonObject, n?: number): Call => {
    const print = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    const none = { cursor: 0, limit: 1, ifMatch: undefined, ifNoneMatch: undefined };
    // A claim that is put again is compared; an event would happen twice.
    const idempotency = n === undefined ? undefined : { id: `${number}:${n}`, print };
    return { ...none, ...NOBODY, ...where, key: KEY, at, number, body, idempotency };
  };

const errorsOf = (error: Refusal): readonly FieldError[] =>
  (error instanceof Problem ? error.more.errors : undefined) ?? [{ pointer: '', expected: error.message }];

/** Says in which part of the line it was. */
async function within<T>(pointer: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    const errors = errorsOf(error).map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
    throw new Problem(error.status, error.code, error.message, { errors });
  }
}
