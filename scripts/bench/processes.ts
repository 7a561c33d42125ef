/** P13: two processes on one PostgreSQL beside one on SQLite, over HTTP; each message goes to either. */
import { Client } from 'pg';
import { type Child, type Others, run, startOthers } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { startProduct } from './product-child.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';
import { report } from './words.ts';

const url = process.env.TEST_DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/test';

async function answers(sql: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function rate(others: Others, bots: readonly Child[], seconds: number): Promise<number> {
  const [bot, ...besides] = bots;
  if (!bot) return 0;
  const ran = await run(others, bot, { script: report, people: 16, seconds }, besides);
  return ran.turns / ran.seconds;
}

async function compared(options: Options, schema: string): Promise<Result> {
  const others = await startOthers();
  const database = `${url}?options=-c%20search_path%3D${schema}`;
  const one = await startProduct();
  const two = [await startProduct({ database }), await startProduct({ database })];
  const { results, noisy } = await rounds(options.rounds, async (warming) => {
    const seconds = options.seconds * (warming ? 3 : 1);
    const pair = two.map(({ product }) => product);
    return { many: await rate(others, pair, seconds), single: await rate(others, [one.product], seconds) };
  });
  for (const { stop } of [one, ...two]) await stop();
  const [many, single] = [results.map((round) => round.many), results.map((round) => round.single)];
  const rates = `PostgreSQL ${spread(many).median.toFixed(0)}/s, SQLite ${spread(single).median.toFixed(0)}/s`;
  const note = `${rates}; database, bots and crowd share the processors${noiseNote(noisy)}`;
  return { id: 'P13', ...ratios(many, single), note };
}

async function measure(options: Options): Promise<Result[]> {
  const schema = `lipei_bench_${process.pid}`;
  if (!(await answers(`CREATE SCHEMA ${schema}`))) {
    process.stderr.write('P13 is left out: no PostgreSQL answers at TEST_DATABASE_URL.\n');
    return [];
  }
  try {
    return [await compared(options, schema)];
  } finally {
    await answers(`DROP SCHEMA ${schema} CASCADE`);
  }
}

export const processes: Measure = { ids: ['P13'], run: measure };
