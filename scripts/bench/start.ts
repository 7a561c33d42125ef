/** P7: from fork to ready: the product as `npm start` starts it, and a plain bot; one after the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Child } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { key, newDir, removeDir } from './product-child.ts';
import { root } from './root.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';

async function plain(): Promise<number> {
  const began = performance.now();
  const bot = await Child.start('plain/bot.js', ['echo']);
  const took = performance.now() - began;
  await bot.stop();
  return took;
}

/** Until it has said where it listens; database opened, migrations looked at. */
export async function product(dir: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/start.cjs'], {
    cwd: root,
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', DATA_DIR: dir, LIPEI_KEY: key, LOG_LEVEL: 'error' },
      ALLOW_ANONYMOUS_CONNECTOR: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  const took = performance.now() - began;
  if (child.exitCode !== null) throw new Error('The product does not start.');
  child.kill('SIGTERM');
  await ended;
  return took;
}

async function measure(options: Options): Promise<Result[]> {
  const dir = newDir();
  const { results, noisy } = await rounds(options.rounds, async () => ({
    ours: await product(dir),
    theirs: await plain(),
  }));
  removeDir(dir);
  const [a, b] = [results.map(({ ours }) => ours), results.map(({ theirs }) => theirs)];
  const note = `ours ${spread(a).median.toFixed(0)} ms, plain echo ${spread(b).median.toFixed(0)} ms${noiseNote(noisy)}`;
  return [{ id: 'P7', ...ratios(a, b), note }];
}

export const cold: Measure = { ids: ['P7'], run: measure };
