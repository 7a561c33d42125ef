/** How much memory is in use, in megabytes. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Of this process: what is still referred to. */
export function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** Of another process: all that it holds. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
