/**
 * Places where a test may kill the process or let an input or output fail. Without `LIPEI_FAILPOINT` and without a hook
 * both functions do nothing.
 */
import { StoreUnavailable } from './errors.ts';

export const failpoints = [
  'accept.beforeTx',
  'accept.midTx',
  'accept.afterCommit',
  'turn.beforeCommit',
  'commit.midTx',
  'commit.afterCommit',
  'deliver.beforeSend',
  'deliver.afterSend',
  'deliver.afterMark',
  'timer.beforeTurn',
  'telling.beforeTurn',
  'file.afterRecord',
  'file.afterWrite',
  'migration.mid',
  'checkpoint.mid',
  'erase.mid',
  'upkeep.mid',
  'backup.mid',
] as const;
export type Failpoint = (typeof failpoints)[number];

/** Called before each input or output, with its name. What it throws takes the place of the operation. */
export type IoHook = (operation: string) => void;

/** What `failAt` throws: to the rest of the program (which may go by the name) a disk that failed. */
export class InjectedFault extends StoreUnavailable {}

const { point: deadly, hit: deadlyHit } = parse(process.env.LIPEI_FAILPOINT);
let hits = 0;
let hook: IoHook | undefined;

/** A named point. `LIPEI_FAILPOINT=name` kills the process (SIGKILL) there, `name:3` when it is passed for the third time. */
export function failpoint(point: Failpoint): void {
  if (point === deadly) {
    hits += 1;
    if (hits === deadlyHit) process.kill(process.pid, 'SIGKILL');
  }
  hook?.(point);
}

/** Counts one input or output. */
export function io(operation: string): void {
  hook?.(operation);
}

/** Sets or, with `undefined`, removes the hook. One at a time. */
export function onIo(next: IoHook | undefined): void {
  hook = next;
}

/** A hook that fails the k-th operation (from 1) only, or that one and all that follow: a disk that stumbles, a disk that is gone. */
export function failAt(k: number, mode: 'once' | 'forever'): IoHook {
  let count = 0;
  return (operation) => {
    count += 1;
    if (count === k || (mode === 'forever' && count > k)) {
      throw new InjectedFault(`Injected fault ${mode} at operation ${count} (${operation}).`);
    }
  };
}

function parse(wish: string | undefined): { point: string | undefined; hit: number } {
  if (!wish) return { point: undefined, hit: 0 };
  const [point, hit = '1'] = wish.split(':');
  if (!failpoints.some((known) => known === point) || !(Number(hit) >= 1)) {
    throw new Error(`LIPEI_FAILPOINT=${wish} is not a failpoint. Use one of ${failpoints.join(', ')}, or name:n.`);
  }
  return { point, hit: Number(hit) };
}
