import { lostSecret, newSecret, SECRET, SQL, unlock } from '../tables/meta.ts';
import type { Database } from './database.ts';

/** The secret behind the blind indexes, made if the database is new. To be called inside a transaction. */
export function openSecret(db: Database, kek: Uint8Array): Buffer {
  db.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT');
  const stored = db.prepare<{ value: Uint8Array }>(SQL.find).get(SECRET);
  return stored ? unlock(kek, stored.value) : create(db, kek);
}

function create(db: Database, kek: Uint8Array): Buffer {
  if (db.prepare('SELECT number FROM migrations').get()) throw lostSecret();
  const { secret, sealed } = newSecret(kek);
  db.prepare(SQL.add).run(SECRET, sealed);
  return secret;
}
