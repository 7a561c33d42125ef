import { failpoint } from '../failpoints.ts';
import type { PersonId, Store } from '../ports.ts';
import { BATCH, inBatches } from './batches.ts';
import type { Context } from './context.ts';
import type { Database, Statement } from './database.ts';

const THEIRS = 'conversation IN (SELECT id FROM conversations WHERE person = ?)';
const THEIR_CLAIMS =
  '(SELECT claim FROM claim_events WHERE person = ?1 UNION SELECT claim FROM bindings WHERE person = ?1)';

/** What is emptied at once when a person is erased; each takes the person. */
const EMPTIED = [
  // A projection holds what several people said. It is emptied and can be folded again from the events that remain.
  `DELETE FROM claim_index WHERE claim IN ${THEIR_CLAIMS}`,
  `UPDATE claims SET facts = NULL WHERE id IN ${THEIR_CLAIMS}`,
  ...['arrivals', 'tickets', 'jobs', 'devices'].map((table) => `DELETE FROM ${table} WHERE ${THEIRS}`),
  'DELETE FROM bindings WHERE person = ?',
  // Now orphans: whoever sweeps them removes their bytes too.
  'UPDATE files SET arrival = NULL WHERE person = ?',
];

/** The long tables. Deliveries refer to lines and go first. */
const LONG = ['deliveries', 'activities'];

const statements = (db: Database) => ({
  oldMessages: db.prepare('DELETE FROM inbox WHERE key IN (SELECT key FROM inbox WHERE at < ? LIMIT ?)'),
  oldDevices: db.prepare(
    'DELETE FROM devices WHERE token_hash IN (SELECT token_hash FROM devices WHERE expires_at < ? LIMIT ?)',
  ),
  remains: LONG.map((table) =>
    db.prepare(
      `DELETE FROM ${table} WHERE (conversation, seq) IN (SELECT conversation, seq FROM ${table}
         WHERE conversation IN (SELECT id FROM conversations WHERE erased_at IS NOT NULL) LIMIT ?)`,
    ),
  ),
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
        for (const statement of [this.#sql.oldMessages, this.#sql.oldDevices]) await this.#sweep(statement, before);
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
