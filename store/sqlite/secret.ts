import { keyFrom, newKey, type Place, seal, unseal } from '../crypto.ts';
import { StoreDamaged, WrongKey } from '../errors.ts';
import type { Database } from './database.ts';

const PLACE: Place = { table: 'meta', column: 'value', row: 'indexSecret' };

/**
 * The secret behind the blind indexes: random, sealed with the KEK. That it opens also proves that the KEK is the right
 * one. Not derived from the KEK itself, because a new KEK would then make every plate and every seen message unknown.
 * To be called inside a transaction.
 */
export function openSecret(db: Database, kek: Uint8Array): Buffer {
  db.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT');
  const stored = db.prepare<{ value: Uint8Array }>('SELECT value FROM meta WHERE name = ?').get(PLACE.row);
  return stored ? unlock(kek, stored.value) : create(db, kek);
}

function unlock(kek: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    return unseal(keyFrom(kek), PLACE, sealed);
  } catch (cause) {
    throw new WrongKey(
      'This database was sealed with another master key. Start with the one it was made with (LIPEI_KEY, or master.key in the data folder); nothing was read or changed.',
      { cause },
    );
  }
}

function create(db: Database, kek: Uint8Array): Buffer {
  if (db.prepare('SELECT number FROM migrations').get()) {
    throw new StoreDamaged('The database has lost the check value of its master key; restore it from a backup.');
  }
  const secret = newKey();
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)').run(PLACE.row, seal(keyFrom(kek), PLACE, secret));
  return secret;
}
