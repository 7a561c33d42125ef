import type { People as Port, Seal } from '../people.ts';
import { type ActRow, openAct, openNumbered, SQL, sealValues, valuesOf } from '../tables/acts.ts';
import type { Context } from './context.ts';
import { LONG_PATIENCE } from './database.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const add = sql(SQL.add);
const newest = sql<ActRow>(SQL.newest);
const about = sql<ActRow>(SQL.about);
/** Whoever comes second waits, and finds that these have their numbers by then. */
const waiting = sql<ActRow>(`${SQL.waiting} FOR UPDATE`);
const number = sql(SQL.number);
const sealed = sql<ActRow>(SQL.sealed);
const head = sql<Seal>(SQL.head);
const seal = sql(SQL.seal);
const seals = sql<Seal>(SQL.seals);

/** What people at the desk looked at and changed. */
export class Acts {
  readonly port: Pick<Port, 'addActs' | 'acts' | 'sealActs' | 'sealedActs' | 'seals'>;

  constructor({ db }: Context) {
    this.port = {
      addActs: (acts) =>
        db.write(async (tx) => {
          for (const act of acts) tx.send(add, ...valuesOf(act));
        }),
      acts: async ({ subject, before = Number.MAX_SAFE_INTEGER, limit }) => {
        const rows = await (subject === undefined
          ? db.all(newest, before, limit)
          : db.all(about, subject, before, limit));
        return rows.map(openAct);
      },
      sealActs: (limit, make) => db.write((tx) => sealIn(tx, limit, make), LONG_PATIENCE),
      sealedActs: async (after, limit) => (await db.all(sealed, after, limit)).map(openNumbered),
      seals: (after, limit) => db.all(seals, after, limit),
    };
  }
}

async function sealIn(tx: Tx, limit: number, make: Parameters<Port['sealActs']>[1]): Promise<Seal | undefined> {
  const rows = await tx.all(waiting, limit);
  if (rows.length === 0) return undefined;
  const before = await tx.get(head);
  for (const [i, { id }] of rows.entries()) tx.send(number, (before?.last ?? 0) + i + 1, id);
  const made = make(before, rows.map(openAct));
  tx.send(seal, ...sealValues(made));
  return made;
}
