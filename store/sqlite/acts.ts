import type { Act, People as Port, Seal } from '../people.ts';
import { type ActRow, openAct, openNumbered, SQL, sealValues, valuesOf } from '../tables/acts.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  add: db.prepare(SQL.add),
  newest: db.prepare<ActRow>(SQL.newest),
  about: db.prepare<ActRow>(SQL.about),
  waiting: db.prepare<ActRow>(SQL.waiting),
  number: db.prepare(SQL.number),
  sealed: db.prepare<ActRow>(SQL.sealed),
  head: db.prepare<Seal>(SQL.head),
  seal: db.prepare(SQL.seal),
  seals: db.prepare<Seal>(SQL.seals),
});

/** What people at the desk looked at and changed. */
export class Acts {
  readonly port: Pick<Port, 'addActs' | 'acts' | 'sealActs' | 'sealedActs' | 'seals'>;
  readonly #sql: ReturnType<typeof statements>;

  constructor({ db }: Context) {
    const sql = statements(db);
    this.#sql = sql;
    this.port = {
      addActs: (acts) => db.write(() => this.#add(acts)),
      acts: ({ subject, before = Number.MAX_SAFE_INTEGER, limit }) =>
        db.read(() =>
          (subject === undefined ? sql.newest.all(before, limit) : sql.about.all(subject, before, limit)).map(openAct),
        ),
      sealActs: (limit, make) => db.write(() => this.#seal(limit, make), db.patience.commit),
      sealedActs: (after, limit) => db.read(() => sql.sealed.all(after, limit).map(openNumbered)),
      seals: (after, limit) => db.read(() => sql.seals.all(after, limit)),
    };
  }

  #add(acts: readonly Act[]): void {
    for (const act of acts) this.#sql.add.run(...valuesOf(act));
  }

  #seal(limit: number, make: Parameters<Port['sealActs']>[1]): Seal | undefined {
    const rows = this.#sql.waiting.all(limit);
    if (rows.length === 0) return undefined;
    const head = this.#sql.head.get();
    for (const [i, { id }] of rows.entries()) this.#sql.number.run((head?.last ?? 0) + i + 1, id);
    const seal = make(head, rows.map(openAct));
    this.#sql.seal.run(...sealValues(seal));
    return seal;
  }
}
