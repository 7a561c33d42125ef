/** Whether a database file is what SQLite wrote. What is sealed in it is not looked at: that is noticed when it is read. */
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { StoreDamaged } from '../errors.ts';
import { OWNERLESS } from '../tables/keys.ts';
import { translate } from './errors.ts';

/** The quick one looks at each page, and not whether one fits the other. */
export type Check = 'integrity_check' | 'quick_check';

/** The first thing that is broken, in SQLite's words, which name tables and pages; undefined where nothing is. */
export function findDamage(path: string, check: Check = 'integrity_check'): string | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: 1_000 });
    const first = (sql: string) => Object.values(db?.prepare(sql).get() ?? {})[0];
    const found = first(`PRAGMA ${check}(1)`);
    if (found !== 'ok') return String(found);
    if (check === 'quick_check') return undefined;
    const strays = first('PRAGMA foreign_key_check') ?? first(OWNERLESS);
    return strays === undefined ? undefined : `rows of ${strays} belong to nothing that is there`;
  } catch (error) {
    if (!(translate(error) instanceof StoreDamaged)) throw error;
    return String(error instanceof Error ? error.message : error);
  } finally {
    db?.close();
  }
}

/** The same on another thread: it reads everything, which takes seconds where there is much. */
export function findDamageAside(path: string, check?: Check): Promise<string | undefined> {
  const worker = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: { path, check } });
  worker.unref();
  return new Promise((found, failed) => {
    worker.once('message', found);
    worker.once('error', failed);
  });
}
