import type { ClaimId, ClaimRow, ClaimWrite, ConversationId, Store, TurnWork } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import { openClaim, SQL, sealFacts } from '../tables/claims.ts';
import { valuesOf } from '../tables/contacts.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  unindex: db.prepare(SQL.unindex),
  index: db.prepare(SQL.index),
  spoken: db.prepare(SQL.spoken),
  byId: db.prepare<ClaimTableRow>(SQL.byId),
  byNumber: db.prepare<ClaimTableRow>(SQL.byNumber),
  byPlate: db.prepare<Pick<ClaimTableRow, 'id'>>(SQL.byPlate),
  conversationsByNumber: db.prepare<{ id: ConversationId }>(SQL.conversationsByNumber),
  conversationsByIndex: db.prepare<{ id: ConversationId }>(SQL.conversationsByIndex),
});

/** The projection of claims for lists and look-ups. */
export class Claims {
  readonly port: Pick<Store, 'claim' | 'claimByNumber' | 'claimsByPlate' | 'conversationsBy'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    const { db, blind } = context;
    const sql = statements(db);
    this.#context = context;
    this.#sql = sql;
    this.port = {
      claim: (id) => db.read(() => this.#open(sql.byId.get(id))),
      claimByNumber: (number) => db.read(() => this.#open(sql.byNumber.get(number))),
      claimsByPlate: (plate, from, to) =>
        db.read(() => sql.byPlate.all(blind('plate', plate), to, from).map(({ id }) => id)),
      conversationsBy: (by, value, limit) =>
        db.read(() =>
          by === 'number'
            ? sql.conversationsByNumber.all(value, limit).map(({ id }) => id)
            : sql.conversationsByIndex.all(by, blind(by, value), limit).map(({ id }) => id),
        ),
    };
  }

  /** Whether the number already belongs to another claim. */
  numberTaken({ id, number }: ClaimWrite): boolean {
    const owner = this.#sql.byNumber.get(number);
    return owner !== undefined && owner.id !== id;
  }

  write(claim: ClaimWrite, at: number): void {
    const { id, number, status, accidentFrom, accidentTo, updatedAt, facts, contact } = claim;
    const sealed = sealFacts(this.#context.keys.claimOrNew(id, at), id, facts);
    this.#sql.upsert.run(id, number, status, accidentFrom, accidentTo, updatedAt, sealed, ...valuesOf(contact));
    this.index(id, claim);
  }

  /** What it is found by, instead of what it was found by before. */
  index(id: ClaimId, { plates, phones }: Pick<ClaimWrite, 'plates' | 'phones'>): void {
    const { blind } = this.#context;
    this.#sql.unindex.run(id);
    for (const plate of plates) this.#sql.index.run('plate', blind('plate', plate), id);
    for (const phone of phones) this.#sql.index.run('phone', blind('phone', phone), id);
  }

  /** A conversation is found by the numbers and plates said in it. */
  spoken(conversation: ConversationId, { phones = [], plates = [] }: Pick<TurnWork, 'phones' | 'plates'>): void {
    const { blind } = this.#context;
    for (const phone of phones) this.#sql.spoken.run('phone', blind('phone', phone), conversation);
    for (const plate of plates) this.#sql.spoken.run('plate', blind('plate', plate), conversation);
  }

  #open(row: ClaimTableRow | undefined): ClaimRow | undefined {
    const key = row && this.#context.keys.claim(row.id);
    return key && openClaim(key, row);
  }
}
