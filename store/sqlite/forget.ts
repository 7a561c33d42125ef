import { failpoint } from '../failpoints.ts';
import type { PersonId, Store } from '../ports.ts';
import { BATCH, inBatches } from './batches.ts';
import type { Context } from './context.ts';
import type { Statement } from './database.ts';

/** What the store forgets: old message keys, and people who ask for it. Many rows go in batches, so that other work runs in between. */
export function forget({ db, keys, now }: Context): Pick<Store, 'prune' | 'erasePerson'> & { checkpoint(): void } {
  const oldMessages = db.prepare('DELETE FROM inbox WHERE key IN (SELECT key FROM inbox WHERE at < ? LIMIT ?)');
  const oldDevices = db.prepare(
    'DELETE FROM devices WHERE token_hash IN (SELECT token_hash FROM devices WHERE expires_at < ? LIMIT ?)',
  );
  // The long tables. Deliveries refer to lines and go first.
  const remains = ['deliveries', 'activities'].map((table) =>
    db.prepare(
      `DELETE FROM ${table} WHERE (conversation, seq) IN (SELECT conversation, seq FROM ${table}
         WHERE conversation IN (SELECT id FROM conversations WHERE erased_at IS NOT NULL) LIMIT ?)`,
    ),
  );
  const theirs = 'conversation IN (SELECT id FROM conversations WHERE person = ?)';
  const theirClaims =
    '(SELECT claim FROM claim_events WHERE person = ?1 UNION SELECT claim FROM bindings WHERE person = ?1)';
  // A projection holds what several people said. It is emptied and can be folded again from the events that remain.
  const emptied = [
    `DELETE FROM claim_index WHERE claim IN ${theirClaims}`,
    `UPDATE claims SET facts = NULL WHERE id IN ${theirClaims}`,
    ...['arrivals', 'tickets', 'jobs', 'devices'].map((table) => `DELETE FROM ${table} WHERE ${theirs}`),
    'DELETE FROM bindings WHERE person = ?',
    // Now orphans: whoever sweeps them removes their bytes too.
    'UPDATE files SET arrival = NULL WHERE person = ?',
  ].map((sql) => db.prepare(sql));
  const close = db.prepare(
    `UPDATE conversations SET erased_at = ?, floor = 'closed', state = zeroblob(0) WHERE person = ? AND erased_at IS NULL`,
  );

  /** From here on nothing of that person can be read; the rows that are left are without a key. */
  function erase(person: PersonId): void {
    const at = now();
    for (const statement of emptied) statement.run(person);
    close.run(at, person);
    keys.destroyPerson(person, at);
  }

  const sweep = (statement: Statement<unknown>, ...values: readonly number[]): Promise<void> =>
    inBatches(async () => (await db.write(() => statement.run(...values, BATCH), db.patience.commit)) === BATCH);

  async function sweepRemains(): Promise<void> {
    for (const statement of remains) await sweep(statement);
    checkpoint();
  }

  /** Moves the log into the database and empties it, so that nothing deleted lives on there. Waits for nobody. */
  function checkpoint(): void {
    db.exec('PRAGMA wal_checkpoint(PASSIVE)');
    failpoint('checkpoint.mid');
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  return {
    checkpoint,
    /** Also takes up an erasure that was broken off after its first step. */
    async prune(before) {
      for (const statement of [oldMessages, oldDevices]) await sweep(statement, before);
      await sweepRemains();
    },
    async erasePerson(person) {
      await db.write(() => erase(person), db.patience.commit);
      await sweepRemains();
    },
  };
}
