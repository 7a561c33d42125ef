/** Whether a database file is what SQLite wrote. What is sealed in it is not looked at: that is noticed when it is read. */
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { StoreDamaged } from '../errors.ts';
import { translate } from './errors.ts';

/** The quick one does not compare indexes with their tables. */
export type Check = 'integrity_check' | 'quick_check';

/** The first thing that is broken, in SQLite's words, which name tables and pages; undefined where nothing is. */
export function findDamage(path: string, check: Check = 'integrity_check'): string | undefined {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: 1_000 });
    const [found] = Object.values(db.prepare(`PRAGMA ${check}(1)`).get() ?? {});
    return found === 'ok' ? undefined : String(found);
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
