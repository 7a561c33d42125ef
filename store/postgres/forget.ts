import { BATCH, inBatches } from '../batches.ts';
import { failpoint } from '../failpoints.ts';
import type { PersonId, Store } from '../ports.ts';
import { EMPTIED, OLD, REMAINS } from '../tables/forgetting.ts';
import { SQL as KEYS } from '../tables/keys.ts';
import type { Context } from './context.ts';
import { LONG_PATIENCE } from './database.ts';
import type { Wrapped } from './owners.ts';
import { type Statement, sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const old = OLD.map((text) => sql(text));
const remains = REMAINS.map((text) => sql(text));
const emptied = EMPTIED.map((text) => sql(text));
/** Whoever writes to one of these conversations now is waited for, and finds it erased afterwards. */
const hold = sql<object>('SELECT id FROM conversations WHERE person = ? ORDER BY id FOR UPDATE');
const close = sql(
  `UPDATE conversations SET erased_at = ?, floor = 'closed', state = ? WHERE person = ? AND erased_at IS NULL`,
);
const wrappedKey = sql<Wrapped>(`${KEYS.find} FOR UPDATE`);
const destroy = sql(KEYS.destroy);

/** What the store forgets: old message keys, and people who ask for it. Many rows go in batches, so that other work runs in between. */
export class Forgetting {
  readonly port: Pick<Store, 'prune' | 'erasePerson'>;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.port = {
      /** Also takes up an erasure that was broken off after its first step. */
      prune: async (before) => {
        for (const statement of old) await this.#sweep(statement, before);
        await this.#sweepRemains();
      },
      erasePerson: async (person) => {
        await context.db.write((tx) => this.#erase(tx, person), LONG_PATIENCE);
        failpoint('erase.mid');
        await this.#sweepRemains();
      },
    };
  }

  /** From here on nothing of that person can be read; the rows that are left are without a key. */
  async #erase(tx: Tx, person: PersonId): Promise<void> {
    const { keys, now } = this.#context;
    const [, row] = await Promise.all([tx.all(hold, person), tx.get(wrappedKey, 'person', person)]);
    for (const statement of emptied) tx.send(statement, person);
    const at = now();
    tx.send(close, at, new Uint8Array(), person);
    tx.send(destroy, at, 'person', person);
    if (row?.wrapped) keys.forget('person', person);
  }

  async #sweepRemains(): Promise<void> {
    for (const statement of remains) await this.#sweep(statement);
  }

  #sweep(statement: Statement<never>, ...values: readonly number[]): Promise<void> {
    const { db } = this.#context;
    const batch = () => db.write((tx) => tx.run(statement, ...values, BATCH), LONG_PATIENCE);
    return inBatches(async () => (await batch()) === BATCH);
  }
}
