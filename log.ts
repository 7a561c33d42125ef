/** Logs that say what failed and where, never what a person wrote or who it was. */
import { createHmac, randomUUID } from 'node:crypto';
import { type Logger, pino } from 'pino';
import type { Metrics } from './metrics.ts';

/** Counts and logs one fault; `id` is the incident number that an answer may have named. */
export type Fault = (error: unknown, id?: string) => void;

export interface Log {
  readonly log: Logger;
  fault(what: string): Fault;
}

export function createLog(level: string, metrics: Metrics): Log {
  const redact = { paths: ['*.text', '*.payload', '*.phone'], remove: true };
  const log = pino({ level, base: null, redact }, output());
  const fault =
    (what: string): Fault =>
    (error, id = randomUUID()) => {
      // An outage is one fault with many witnesses: counted apart, and told without its places.
      if (isOutage(error)) {
        metrics.count('store_unavailable');
        log.warn({ id, what, fault: kindOf(error) }, 'the database is out of reach');
        return;
      }
      metrics.count('faults');
      log.error({ id, what, fault: kindOf(error), at: placeOf(error) }, 'something failed');
    };
  return { log, fault };
}

/** So many bytes of lines wait for a disk that is full; further ones are dropped. */
const MOST_WAITING = 1_000_000;

/** A full disk or a reader that went away costs lines of the log, never the program. */
function output() {
  const stream = pino.destination({ sync: true, maxLength: MOST_WAITING });
  stream.on('error', () => {});
  return stream;
}

/** Libraries that print may quote what somebody sent; of what they print only the place is kept, where one looks for it. */
export function captureConsole(level: string): void {
  const log = pino({ level, base: null }, output());
  process.stdout.on('error', () => {});
  const printed = (): void => log.debug({ at: placeOf(new Error('printed')).slice(1) }, 'a library printed something');
  for (const name of ['debug', 'info', 'log', 'warn', 'error'] as const) console[name] = printed;
}

/** What is counted and logged of turns: how long they took, and which conversation failed. */
export const turnWatch = (metrics: Metrics, fault: Log['fault']) => ({
  turn: (milliseconds: number): void => metrics.turn(milliseconds),
  stale: (): void => metrics.count('turns_stale'),
  failed: (conversation: string, error: unknown): void => fault(`turn in ${pseudonym(conversation)}`)(error),
});

/** A log says which conversation, not whose. */
export const pseudonym = (id: string): string => createHmac('sha256', 'log').update(id).digest('hex').slice(0, 12);

const isOutage = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'StoreUnavailable' || error.name === 'StoreBusy');

/** Kind and place of a fault: messages may quote what a person wrote, so they are not logged. */
const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
function placeOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const places = stack.filter((line) => line.startsWith('    at '));
  return places.slice(0, 6).map((line) => line.trim());
}
