/** P14: what waiting for the disk costs. The product itself refuses to run with less; the bench opens its store. */
import { run, startOthers } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { startProduct } from './product-child.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios } from './stats.ts';
import { report } from './words.ts';

async function measure(options: Options): Promise<Result[]> {
  const others = await startOthers();
  const full = await startProduct({ synchronous: 'FULL' });
  const normal = await startProduct({ synchronous: 'NORMAL' });
  const { results, noisy } = await rounds(options.rounds, async (warming) => {
    const load = { script: report, people: 16, seconds: options.seconds * (warming ? 3 : 1) };
    const rate = async ({ product }: typeof full): Promise<number> => {
      const { turns, seconds } = await run(others, product, load);
      return turns / seconds;
    };
    return [await rate(full), await rate(normal)] as const;
  });
  await Promise.all([full.stop(), normal.stop()]);
  const note = `over HTTP${noiseNote(noisy)}`;
  return [
    {
      id: 'P14',
      ...ratios(
        results.map(([a]) => a),
        results.map(([, b]) => b),
      ),
      note,
    },
  ];
}

export const synchronous: Measure = { ids: ['P14'], run: measure };
