import { failpoint } from '../failpoints.ts';
import { type Dialect, type Migration, migrations } from '../schema.ts';
import { refuseUnknown, SQL } from '../tables/migrations.ts';
import type { Database } from './database.ts';

/*
 * Why not kysely's Migrator: it needs an asynchronous dialect around the one synchronous connection (more code than what
 * follows) and would hold a transaction across awaits, which `Database.transaction` rules out.
 */
const SQLITE: Dialect = {
  text: 'TEXT',
  int: 'INTEGER',
  bytes: 'BLOB',
  end: ' STRICT',
  keyed: ' STRICT, WITHOUT ROWID',
};

/** Refuses a database that a newer version of the program wrote. To be called inside a transaction, before anything else. */
export function refuseNewer(db: Database, list: readonly Migration[] = migrations): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
  );
  refuseUnknown(applied(db), list);
}

/** Runs what this database has not had yet, in order, each with its record in one transaction. */
export async function migrate(db: Database, now: () => number, list: readonly Migration[] = migrations): Promise<void> {
  while (await db.write(() => migrateOnce(db, now, list), db.patience.commit));
}

/** False when nothing is left. Reads inside the transaction what is left: another process may have gone first. */
function migrateOnce(db: Database, now: () => number, list: readonly Migration[]): boolean {
  const number = applied(db).length + 1;
  const next = list[number - 1];
  if (!next) return false;
  for (const statement of next.up(SQLITE)) {
    db.exec(statement);
    failpoint('migration.mid');
  }
  db.prepare(SQL.record).run(number, next.name, now());
  return true;
}

const applied = (db: Database) => db.prepare<{ name: string }>(SQL.applied).all();
