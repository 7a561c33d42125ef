/** P7: from fork to ready, ours (database opened, migrations looked at) and a plain bot; one after the other. */
import { Child } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { newDir, removeDir, startProduct } from './product-child.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';

async function timed(start: () => Promise<() => Promise<void>>): Promise<number> {
  const began = performance.now();
  const stop = await start();
  const took = performance.now() - began;
  await stop();
  return took;
}

async function measure(options: Options): Promise<Result[]> {
  const dir = newDir();
  const { results, noisy } = await rounds(options.rounds, async () => ({
    ours: await timed(async () => {
      const { product } = await startProduct({ dir });
      return () => product.stop();
    }),
    theirs: await timed(async () => {
      const bot = await Child.start('plain/bot.js', ['echo']);
      return () => bot.stop();
    }),
  }));
  removeDir(dir);
  const [a, b] = [results.map((round) => round.ours), results.map((round) => round.theirs)];
  const note = `ours ${spread(a).median.toFixed(0)} ms, plain echo ${spread(b).median.toFixed(0)} ms${noiseNote(noisy)}`;
  return [{ id: 'P7', ...ratios(a, b), note }];
}

export const cold: Measure = { ids: ['P7'], run: measure };
