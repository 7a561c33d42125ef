/** P17: a long run at a steady pace; the slope of the heap after collection, without its first quarter. */
import { type Others, run, startOthers, usage } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { startProduct } from './product-child.ts';
import { report } from './words.ts';

const SAMPLE_S = 30;
/** Turns a second: well below what goes, so that the run is about memory. */
const RATE = 100;

/** Least squares: megabytes a minute. */
function slope(samples: readonly { readonly minute: number; readonly heap: number }[]): number {
  const mean = (pick: 'minute' | 'heap'): number => samples.reduce((sum, one) => sum + one[pick], 0) / samples.length;
  const [x, y] = [mean('minute'), mean('heap')];
  const over = samples.reduce((sum, { minute, heap }) => sum + (minute - x) * (heap - y), 0);
  return over / samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
}

async function sampled(others: Others, minutes: number) {
  const { product, stop } = await startProduct({ node: ['--expose-gc'] });
  const samples: { minute: number; heap: number }[] = [];
  const began = performance.now();
  while ((performance.now() - began) / 60_000 < minutes) {
    await run(others, product, { script: report, people: 16, seconds: SAMPLE_S, rate: RATE });
    await product.ask('collect');
    samples.push({ minute: (performance.now() - began) / 60_000, heap: (await usage(product)).heap / 1e6 });
  }
  await stop();
  return samples;
}

async function measure({ minutes }: Options): Promise<Result[]> {
  const samples = await sampled(await startOthers(), minutes);
  const counted = samples.slice(Math.floor(samples.length / 4));
  const value = slope(counted);
  const [first, last] = [counted[0]?.heap ?? 0, counted.at(-1)?.heap ?? 0];
  const note = `${minutes} min at ${RATE} turns/s, ${first.toFixed(1)} → ${last.toFixed(1)} MB`;
  return [{ id: 'P17', median: value, min: value, max: value, note }];
}

export const soak: Measure = { ids: ['P17'], run: measure };
