import { BATCH, inBatches } from '../batches.ts';
import { failpoint } from '../failpoints.ts';
import type { PersonId, Store } from '../ports.ts';
import { EMPTIED, OLD, REMAINS } from '../tables/forgetting.ts';
import type { Context } from './context.ts';
import type { Statement } from './database.ts';

/** What the store forgets: old message keys, and people who ask for it. Many rows go in batches, so that other work runs in between. */
export function forget({ db, keys, now }: Context): Pick<Store, 'prune' | 'erasePerson'> & { checkpoint(): void } {
  const old = OLD.map((sql) => db.prepare(sql));
  const remains = REMAINS.map((sql) => db.prepare(sql));
  const emptied = EMPTIED.map((sql) => db.prepare(sql));
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
      for (const statement of old) await sweep(statement, before);
      await sweepRemains();
    },
    async erasePerson(person) {
      await db.write(() => erase(person), db.patience.commit);
      await sweepRemains();
    },
  };
}
