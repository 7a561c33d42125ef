/** Rounds in which every variant has its turn, one after the other; a round that began while others used the machine is repeated. */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Processors that others keep busy, measured while the benchmark itself rests. */
async function foreignLoad(): Promise<number> {
  const times = () => cpus().map(({ times: { idle, ...busy } }) => ({ idle, busy: sum(Object.values(busy)) }));
  const before = times();
  await sleep(400);
  const shares = times().map((now, i) => {
    const busy = now.busy - (before[i]?.busy ?? 0);
    return busy / (busy + now.idle - (before[i]?.idle ?? 0) || 1);
  });
  return sum(shares);
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export interface Rounds<T> {
  readonly results: readonly T[];
  /** Rounds that count although others used more than one processor when they began. */
  readonly noisy: number;
}

/** A first round warms up and does not count. As many noisy rounds as are asked for are thrown away, then they count, marked. */
export async function rounds<T>(count: number, round: (warming: boolean) => Promise<T>): Promise<Rounds<T>> {
  await round(true);
  const results: T[] = [];
  let noisy = 0;
  for (let spare = count; results.length < count; ) {
    const busy = (await foreignLoad()) > 1;
    if (busy && spare > 0) {
      spare -= 1;
      await sleep(1000);
      continue;
    }
    results.push(await round(false));
    if (busy) noisy += 1;
  }
  return { results, noisy };
}

export const noiseNote = (noisy: number): string =>
  noisy > 0 ? `; ${noisy} rounds began while others used the machine` : '';
