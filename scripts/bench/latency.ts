/** P4: how long people wait at half the rate that goes, and while somebody else holds the database. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { run, startOthers } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { startProduct } from './product-child.ts';
import { spread } from './stats.ts';
import { report } from './words.ts';

const STALL = 3000;

async function hold(dir: string): Promise<void> {
  const db = new DatabaseSync(join(dir, 'lipei.db'), { timeout: 1000 });
  await sleep(1000);
  db.exec('BEGIN IMMEDIATE');
  await sleep(STALL);
  db.exec('ROLLBACK');
  db.close();
}

async function measure({ rounds, seconds }: Options): Promise<Result[]> {
  const others = await startOthers();
  const { product, dir, stop } = await startProduct();
  await run(others, product, { script: report, people: 16, seconds: seconds * 4 });
  const full = await run(others, product, { script: report, people: 16, seconds });
  const rate = full.turns / full.seconds / 2;
  const half = [];
  for (let i = 0; i < rounds; i += 1)
    half.push(await run(others, product, { script: report, people: 16, seconds, rate }));
  const [held] = await Promise.all([
    run(others, product, { script: report, people: 16, seconds: 6, rate: rate / 4 }),
    hold(dir),
  ]);
  await stop();
  const note = `at ${rate.toFixed(0)} turns/s`;
  return [
    { id: 'P4a', ...spread(half.map(({ turn }) => turn.p99)), note },
    { id: 'P4b', ...spread(half.map(({ ack }) => ack.p99)), note },
    { id: 'P4c', ...spread([held.ack.max]), note: `held for ${STALL} ms: who comes first waits that long` },
  ];
}

export const latency: Measure = { ids: ['P4a', 'P4b', 'P4c'], run: measure };
