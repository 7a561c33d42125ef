import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { ClaimId, ClaimRow, ClaimWrite, Store } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

// Events are numbered from 1 and never deleted: the last number is their count, also when some can no longer be read.
const COLUMNS =
  'c.*, (SELECT coalesce(max(e.seq), 0) FROM claim_events e WHERE e.claim = c.id) AS version FROM claims c';

const statements = (db: Database) => ({
  upsert: db.prepare(
    `INSERT INTO claims (id, number, status, accident_from, accident_to, updated_at, facts) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, status = excluded.status, accident_from = excluded.accident_from,
       accident_to = excluded.accident_to, updated_at = excluded.updated_at, facts = excluded.facts`,
  ),
  unindex: db.prepare('DELETE FROM claim_index WHERE claim = ?'),
  index: db.prepare('INSERT INTO claim_index (kind, hash, claim) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
  byId: db.prepare<ClaimTableRow>(`SELECT ${COLUMNS} WHERE c.id = ?`),
  byNumber: db.prepare<ClaimTableRow>(`SELECT ${COLUMNS} WHERE c.number = ?`),
  // One end of the span may be unknown; then the accident is taken to be at the other.
  byPlate: db.prepare<Pick<ClaimTableRow, 'id'>>(
    `SELECT c.id FROM claim_index i JOIN claims c ON c.id = i.claim
     WHERE i.kind = 'plate' AND i.hash = ? AND coalesce(c.accident_from, c.accident_to) <= ?
       AND coalesce(c.accident_to, c.accident_from) >= ? ORDER BY c.updated_at DESC, c.id`,
  ),
});

/** The projection of claims for lists and look-ups. */
export class Claims {
  readonly port: Pick<Store, 'claim' | 'claimByNumber' | 'claimsByPlate'>;
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
    };
  }

  /** Whether the number already belongs to another claim. */
  numberTaken({ id, number }: ClaimWrite): boolean {
    const owner = this.#sql.byNumber.get(number);
    return owner !== undefined && owner.id !== id;
  }

  write(claim: ClaimWrite, at: number): void {
    const { keys, blind } = this.#context;
    const { id, number, status, accidentFrom, accidentTo, updatedAt, facts, plates, phones } = claim;
    const sealed = sealJson(keys.claimOrNew(id, at), placeOf(id), facts);
    this.#sql.upsert.run(id, number, status, accidentFrom, accidentTo, updatedAt, sealed);
    this.#sql.unindex.run(id);
    for (const plate of plates) this.#sql.index.run('plate', blind('plate', plate), id);
    for (const phone of phones) this.#sql.index.run('phone', blind('phone', phone), id);
  }

  #open(row: ClaimTableRow | undefined): ClaimRow | undefined {
    const key = row && this.#context.keys.claim(row.id);
    if (!key) return undefined;
    const { id, version, number, status } = row;
    const facts = row.facts ? unsealJson(key, placeOf(id), row.facts) : {};
    const dates = { accidentFrom: row.accident_from, accidentTo: row.accident_to, updatedAt: row.updated_at };
    return { id, version, number, status, ...dates, facts };
  }
}

const placeOf = (id: ClaimId): Place => ({ table: 'claims', column: 'facts', row: id });
