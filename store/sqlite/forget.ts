import { BATCH, inBatches } from '../batches.ts';
import { failpoint } from '../failpoints.ts';
import type { PersonId, Store } from '../ports.ts';
import { EMPTIED, OLD, REMAINS } from '../tables/forgetting.ts';
import type { Context } from './context.ts';
import type { Database, Statement } from './database.ts';

const statements = (db: Database) => ({
  old: OLD.map((sql) => db.prepare(sql)),
  remains: REMAINS.map((sql) => db.prepare(sql)),
  emptied: EMPTIED.map((sql) => db.prepare(sql)),
  close: db.prepare(
    `UPDATE conversations SET erased_at = ?, floor = 'closed', state = zeroblob(0) WHERE person = ? AND erased_at IS NULL`,
  ),
});

/** What the store forgets: old message keys, and people who ask for it. Many rows go in batches, so that other work runs in between. */
export class Forgetting {
  readonly port: Pick<Store, 'prune' | 'erasePerson'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    this.#context = context;
    this.#sql = statements(context.db);
    this.port = {
      /** Also takes up an erasure that was broken off after its first step. */
      prune: async (before) => {
        for (const statement of this.#sql.old) await this.#sweep(statement, before);
        await this.#sweepRemains();
      },
      erasePerson: async (person) => {
        const { db } = context;
        await db.write(() => this.#erase(person), db.patience.commit);
        failpoint('erase.mid');
        await this.#sweepRemains();
      },
    };
  }

  /** Moves the log into the database and empties it, so that nothing deleted lives on there. Waits for nobody. */
  checkpoint(): void {
    const { db } = this.#context;
    db.exec('PRAGMA wal_checkpoint(PASSIVE)');
    failpoint('checkpoint.mid');
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** From here on nothing of that person can be read; the rows that are left are without a key. */
  #erase(person: PersonId): void {
    const { now, keys } = this.#context;
    const at = now();
    for (const statement of this.#sql.emptied) statement.run(person);
    this.#sql.close.run(at, person);
    keys.destroyPerson(person, at);
  }

  async #sweepRemains(): Promise<void> {
    for (const statement of this.#sql.remains) await this.#sweep(statement);
    this.checkpoint();
  }

  #sweep(statement: Statement<unknown>, ...values: readonly number[]): Promise<void> {
    const { db } = this.#context;
    return inBatches(async () => (await db.write(() => statement.run(...values, BATCH), db.patience.commit)) === BATCH);
  }
}
