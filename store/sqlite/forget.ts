import { failpoint } from '../failpoints.ts';
import type { PersonId, Store } from '../ports.ts';
import type { Context } from './context.ts';

/** Rows deleted in one go, so that other work is not kept waiting. */
const BATCH = 500;

/** What the store forgets: old message keys, and people who ask for it. */
export function forget({ db, keys, now }: Context): Pick<Store, 'prune' | 'erasePerson'> & { checkpoint(): void } {
  const oldMessages = db.prepare('DELETE FROM inbox WHERE key IN (SELECT key FROM inbox WHERE at < ? LIMIT ?)');
  const oldDevices = db.prepare(
    'DELETE FROM devices WHERE token_hash IN (SELECT token_hash FROM devices WHERE expires_at < ? LIMIT ?)',
  );
  const theirs = 'conversation IN (SELECT id FROM conversations WHERE person = ?)';
  const theirClaims =
    '(SELECT claim FROM claim_events WHERE person = ?1 UNION SELECT claim FROM bindings WHERE person = ?1)';
  // A projection holds what several people said. It is emptied and can be folded again from the events that remain.
  const emptied = [
    `DELETE FROM claim_index WHERE claim IN ${theirClaims}`,
    `UPDATE claims SET facts = NULL WHERE id IN ${theirClaims}`,
    ...['deliveries', 'activities', 'arrivals', 'tickets', 'jobs', 'devices'].map(
      (table) => `DELETE FROM ${table} WHERE ${theirs}`,
    ),
    'DELETE FROM bindings WHERE person = ?',
    // Now orphans: whoever sweeps them removes their bytes too.
    'UPDATE files SET arrival = NULL WHERE person = ?',
  ].map((sql) => db.prepare(sql));
  const close = db.prepare(
    `UPDATE conversations SET erased_at = ?, floor = 'closed', state = zeroblob(0) WHERE person = ? AND erased_at IS NULL`,
  );

  function erase(person: PersonId): void {
    const at = now();
    for (const statement of emptied) statement.run(person);
    close.run(at, person);
    keys.destroyPerson(person, at);
  }

  /** Moves the log into the database and empties it, so that nothing deleted lives on there. Waits for nobody. */
  function checkpoint(): void {
    db.exec('PRAGMA wal_checkpoint(PASSIVE)');
    failpoint('checkpoint.mid');
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  return {
    checkpoint,
    async prune(before) {
      for (const statement of [oldMessages, oldDevices]) {
        while ((await db.write(() => statement.run(before, BATCH), db.patience.commit)) === BATCH);
      }
      checkpoint();
    },
    async erasePerson(person) {
      await db.write(() => erase(person), db.patience.commit);
      checkpoint();
    },
  };
}
