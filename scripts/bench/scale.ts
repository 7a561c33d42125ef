/** P9: a thousand stored claims and conversations, and many. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../store/sqlite.ts';
import { Child } from './children.ts';
import { fill, numberOf } from './fill.ts';
import type { Measure, Options, Result } from './options.ts';
import { key, newDir, removeDir } from './product-child.ts';
import { progressTimes } from './progress.ts';
import { noiseNote, rounds } from './rounds.ts';
import { product } from './start.ts';
import { quantile, ratios, spread } from './stats.ts';
import type { Taken } from './turns.ts';

const FEW = 1000;
const LOOKS = 4000;

interface Looks {
  readonly claims: readonly number[];
  readonly queue: readonly number[];
}

async function timesOf(calls: number, call: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    const began = performance.now();
    await call();
    times.push((performance.now() - began) * 1000);
  }
  return times.sort((a, b) => a - b);
}

async function look(dataDir: string, rows: number): Promise<Looks> {
  const store = await openSqlite({ dataDir, kek: Buffer.from(key, 'base64') });
  const any = (): string => numberOf(Math.floor(Math.random() * rows));
  await timesOf(LOOKS, () => store.claimByNumber(any()));
  const claims = await timesOf(LOOKS, () => store.claimByNumber(any()));
  const queue = await timesOf(LOOKS / 4, () => store.tickets(20));
  await store.close();
  return { claims, queue };
}

async function turns(dirs: readonly string[], { rounds: count, seconds }: Options) {
  const bots = await Promise.all(
    dirs.map((dataDir) => Child.start<object>('turns.ts', [JSON.stringify({ dataDir, key })])),
  );
  const all = await rounds(count, async (warming) => {
    const rates: number[] = [];
    for (const bot of bots) {
      const taken = await bot.ask<Taken>({ people: 16, seconds: seconds * (warming ? 3 : 1) });
      rates.push(taken.turns / taken.seconds);
    }
    return rates;
  });
  for (const bot of bots) bot.kill();
  return all;
}

async function measure(options: Options): Promise<Result[]> {
  const [few, many] = [newDir(), newDir()];
  const began = performance.now();
  await fill(few, FEW, key);
  await fill(many, options.rows, key);
  const size = statSync(join(many, 'lipei.db')).size / 1e6;
  const made = `${options.rows} claims, ${size.toFixed(0)} MB, made in ${((performance.now() - began) / 1000).toFixed(0)} s`;
  const { results, noisy } = await turns([few, many], options);
  const [beside, besideMany] = await progressTimes([few, many]);
  const [small, large] = [await look(few, FEW), await look(many, options.rows)];
  const start = `a start with them takes ${(await product(many)).toFixed(0)} ms`;
  removeDir(few);
  removeDir(many);
  const growth = (of: keyof Looks): number => quantile(large[of], 0.5) / quantile(small[of], 0.5);
  const times = (of: keyof Looks): string =>
    `${quantile(small[of], 0.5).toFixed(0)} → ${quantile(large[of], 0.5).toFixed(0)} µs`;
  const rates = ratios(
    results.map(([, b = 0]) => b),
    results.map(([a = 0]) => a),
  );
  return [
    { id: 'P9a', ...rates, note: `${made}; ${start}${noiseNote(noisy)}` },
    { id: 'P9b', ...spread([growth('claims')]), note: times('claims') },
    { id: 'P9c', ...spread([growth('queue')]), note: times('queue') },
    { id: 'P9d', ...spread([quantile(large.claims, 0.99) / 1000]) },
    {
      id: 'P9e',
      ...spread([besideMany / beside]),
      note: `${beside.toFixed(0)} → ${besideMany.toFixed(0)} µs, without the commit`,
    },
  ];
}

export const scale: Measure = { ids: ['P9a', 'P9b', 'P9c', 'P9d', 'P9e'], run: measure };
