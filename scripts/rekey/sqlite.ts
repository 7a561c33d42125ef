/** SQLite: everything in one transaction, so that a kill at any moment leaves the old key or the new one. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { databasePath } from '../../store/key.ts';
import type { Seal } from '../../store/ports.ts';
import { holdAlone } from '../../store/sqlite/alone.ts';
import { refuseDamagedLog } from '../../store/sqlite/wal.ts';
import { lostSecret, SECRET } from '../../store/tables/meta.ts';
import { ALREADY, isDone, type KeyRow, type Keys, PAGE, type Rekeyed, worker } from './work.ts';

/** Milliseconds for which another tool may hold the database. */
const PATIENCE = 10_000;

export function rekeySqlite(dataDir: string, keys: Keys, say: (done: number) => void): Rekeyed {
  const path = databasePath(dataDir);
  if (!existsSync(path))
    throw new Error(`There is no database in ${dataDir}: set DATA_DIR to the one whose key changes.`);
  const hold = holdAlone(dataDir);
  try {
    refuseDamagedLog(path);
    const db = new DatabaseSync(path, { timeout: PATIENCE });
    try {
      return rekey(db, keys, say);
    } finally {
      db.close();
    }
  } finally {
    hold.release();
  }
}

function rekey(db: DatabaseSync, keys: Keys, say: (done: number) => void): Rekeyed {
  // What was wrapped with the old key is to be nowhere, not in pages that are free either.
  db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN IMMEDIATE');
  try {
    const found = db.prepare('SELECT value FROM meta WHERE name = ?').get(SECRET)?.value;
    if (!(found instanceof Uint8Array)) throw lostSecret();
    if (isDone(found, keys.to)) {
      db.exec('ROLLBACK');
      return ALREADY;
    }
    const work = worker(keys);
    db.prepare('UPDATE meta SET value = ? WHERE name = ?').run(work.secret(found), SECRET);
    const done = { already: false, keys: wrapAll(db, work, say), seals: sealAll(db, work) };
    db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    return done;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function wrapAll(db: DatabaseSync, work: ReturnType<typeof worker>, say: (done: number) => void): number {
  const next = db.prepare(
    'SELECT kind, id, wrapped FROM keys WHERE wrapped IS NOT NULL AND (kind, id) > (?, ?) ORDER BY kind, id LIMIT ?',
  );
  const write = db.prepare('UPDATE keys SET wrapped = ? WHERE kind = ? AND id = ?');
  let [last, count]: [Pick<KeyRow, 'id'> & { readonly kind: string }, number] = [{ kind: '', id: '' }, 0];
  for (;;) {
    const rows = next.all(last.kind, last.id, PAGE) as unknown as KeyRow[];
    for (const row of rows) write.run(work.key(row), row.kind, row.id);
    count += rows.length;
    const end = rows.at(-1);
    if (!end) return count;
    last = end;
    say(count);
  }
}

function sealAll(db: DatabaseSync, work: ReturnType<typeof worker>): number {
  const seals = db.prepare('SELECT number, last, at, hash, mac FROM seals ORDER BY number').all() as unknown as Seal[];
  const write = db.prepare('UPDATE seals SET mac = ? WHERE number = ?');
  for (const seal of seals) write.run(work.seal(seal), seal.number);
  return seals.length;
}
