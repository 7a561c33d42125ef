import { RESTORE, StoreBusy, StoreDamaged, StoreFull, StoreUnavailable } from '../errors.ts';

/** Somebody else's transaction got in between: the same from the start may succeed. */
export class Rivalry extends StoreBusy {}

/** Two processes may make these at the same moment; whoever looks again finds what the other made. */
const RIVAL_KEYS = new Set([
  'conversations_pkey',
  'keys_pkey',
  'claims_number_key',
  'claim_events_pkey',
  'claim_numbers_pkey',
  'claim_numbers_claim_key',
  'api_answers_pkey',
  'inbox_pkey',
]);

/** SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html) → what callers can do about it. */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const UNIQUE_VIOLATION = '23505';
const LOCK_NOT_AVAILABLE = '55P03';
const DISK_FULL = '53100';
/** Classes: connection lost, out of resources, operator's intervention, input or output failed. */
const PASSING = /^(08|53|57|58)/;
/** A database that only reads: the old machine after a switch to another. */
const READ_ONLY = '25006';
const IDLE_TOO_LONG = '25P03';
/** Pages or indexes that are broken. */
const CORRUPT = /^XX00[12]$/;

/** What PostgreSQL or the way to it says, as one of the store's own errors where callers can do something about it. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error;
  const cause = { cause: error };
  const state = stateOf(error);
  if (state === undefined)
    return isTransport(error) ? new StoreUnavailable('The database is out of reach.', cause) : error;
  if (state === SERIALIZATION_FAILURE || state === DEADLOCK || isRivalKey(state, error)) {
    return new Rivalry('Another transaction came first.', cause);
  }
  if (state === LOCK_NOT_AVAILABLE) return new StoreBusy('Another process holds this conversation.', cause);
  if (state === DISK_FULL) return new StoreFull('The disk of the database is full.', cause);
  if (CORRUPT.test(state)) return new StoreDamaged(`The database is damaged: ${RESTORE}.`, cause);
  if (PASSING.test(state) || state === READ_ONLY || state === IDLE_TOO_LONG) {
    return new StoreUnavailable(`The database cannot do this now (${state}).`, cause);
  }
  // What PostgreSQL adds to its errors are values of rows.
  return new Error(
    `PostgreSQL refused a statement (${state}, ${'constraint' in error ? error.constraint : error.message}).`,
  );
}

/** After these a connection is of no more use. */
export const breaksConnection = (error: unknown): boolean =>
  error instanceof Error && (stateOf(error)?.startsWith('57P') || (stateOf(error) === undefined && isTransport(error)));

const isRivalKey = (state: string, error: Error): boolean =>
  state === UNIQUE_VIOLATION && 'constraint' in error && RIVAL_KEYS.has(String(error.constraint));

/** Errors of the server have a severity; those of sockets only a code. */
function stateOf(error: Error): string | undefined {
  if (!('severity' in error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Of sockets (`ECONNREFUSED`, `ENOTFOUND` …), or of pg itself, which has no codes for a connection that ended. */
const SOCKET = /^E[A-Z_]+$/;
const ENDED = /^(?:Connection terminated|Client has encountered|Client was closed|Cannot use a pool|timeout )/;

const isTransport = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'string' && SOCKET.test(error.code)) ||
  error instanceof AggregateError ||
  ENDED.test(error.message);
