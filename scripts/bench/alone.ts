/** P5: a turn without web server and database, ours and a plain waterfall's; in processes of their own, round by round. */
import { Child } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';
import { report } from './words.ts';

const TURNS = 2000;

async function measure(options: Options): Promise<Result[]> {
  const ours = await Child.start<object>('bot-alone.ts');
  const theirs = await Child.start<object>('plain/inprocess.js');
  const { results, noisy } = await rounds(options.rounds, async (warming) => {
    const count = TURNS * (warming ? 5 : 1);
    return {
      ours: await ours.ask<number>({ count }),
      theirs: await theirs.ask<number>({ count, script: report }),
    };
  });
  const [a, b] = [results.map((round) => round.ours), results.map((round) => round.theirs)];
  const note = `ours ${spread(a).median.toFixed(0)} µs, waterfall ${spread(b).median.toFixed(0)} µs, no database in either${noiseNote(noisy)}`;
  ours.kill();
  theirs.kill();
  return [{ id: 'P5', ...ratios(a, b), note }];
}

export const inProcess: Measure = { ids: ['P5'], run: measure };
