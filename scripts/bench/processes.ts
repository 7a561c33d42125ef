/** P13: two processes on one PostgreSQL beside one on SQLite, whole turns without a web server. */
import { Client } from 'pg';
import { Child } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { key, newDir, removeDir } from './product-child.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';
import type { Round, Taken, Where } from './turns.ts';

const url = process.env.TEST_DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/test';
const PEOPLE = 16;

const start = (where: Where): Promise<Child<object>> => Child.start<object>('turns.ts', [JSON.stringify(where)]);

async function onDatabase<T>(sql: string, otherwise: T): Promise<T | 'done'> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
    return 'done';
  } catch {
    return otherwise;
  } finally {
    await client.end().catch(() => {});
  }
}

async function measure(options: Options): Promise<Result[]> {
  const schema = `lipei_bench_${process.pid}`;
  if ((await onDatabase(`CREATE SCHEMA ${schema}`, 'none')) === 'none') {
    process.stderr.write('P13 is left out: no PostgreSQL answers at TEST_DATABASE_URL.\n');
    return [];
  }
  const dir = newDir();
  const database = `${url}?options=-c%20search_path%3D${schema}`;
  const one = [await start({ dataDir: dir, key })];
  const two = [await start({ dataDir: dir, key, database }), await start({ dataDir: dir, key, database })];
  const rate = async (children: readonly Child<object>[], seconds: number): Promise<number> => {
    const round: Round = { people: PEOPLE / children.length, seconds };
    const taken = await Promise.all(children.map((child) => child.ask<Taken>(round)));
    return taken.reduce((sum, { turns, seconds: s }) => sum + turns / s, 0);
  };
  const { results, noisy } = await rounds(options.rounds, async (warming) => {
    const seconds = options.seconds * (warming ? 3 : 1);
    return [await rate(two, seconds), await rate(one, seconds)] as const;
  });
  for (const child of [...one, ...two]) child.kill();
  await onDatabase(`DROP SCHEMA ${schema} CASCADE`, 'none');
  removeDir(dir);
  const [many, single] = [results.map(([a]) => a), results.map(([, b]) => b)];
  const note = `PostgreSQL ${spread(many).median.toFixed(0)}/s, SQLite ${spread(single).median.toFixed(0)}/s; the database shares the processors${noiseNote(noisy)}`;
  return [{ id: 'P13', ...ratios(many, single), note }];
}

export const processes: Measure = { ids: ['P13'], run: measure };
