import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { ClaimId, ClaimRow, ClaimWrite, Store } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import type { Context } from './context.ts';

const placeOf = (id: ClaimId): Place => ({ table: 'claims', column: 'facts', row: id });

/** The projection of claims for lists and look-ups. */
export function claims({ db, keys, blind }: Context) {
  const upsert = db.prepare(
    `INSERT INTO claims (id, number, status, accident_from, accident_to, updated_at, facts) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, status = excluded.status, accident_from = excluded.accident_from,
       accident_to = excluded.accident_to, updated_at = excluded.updated_at, facts = excluded.facts`,
  );
  const unindex = db.prepare('DELETE FROM claim_index WHERE claim = ?');
  const index = db.prepare('INSERT INTO claim_index (kind, hash, claim) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  // Events are numbered from 1 and never deleted: the last number is their count, also when some can no longer be read.
  const columns =
    'c.*, (SELECT coalesce(max(e.seq), 0) FROM claim_events e WHERE e.claim = c.id) AS version FROM claims c';
  const byId = db.prepare<ClaimTableRow>(`SELECT ${columns} WHERE c.id = ?`);
  const byNumber = db.prepare<ClaimTableRow>(`SELECT ${columns} WHERE c.number = ?`);
  // One end of the span may be unknown; then the accident is taken to be at the other.
  const byPlate = db.prepare<Pick<ClaimTableRow, 'id'>>(
    `SELECT c.id FROM claim_index i JOIN claims c ON c.id = i.claim
     WHERE i.kind = 'plate' AND i.hash = ? AND coalesce(c.accident_from, c.accident_to) <= ?
       AND coalesce(c.accident_to, c.accident_from) >= ? ORDER BY c.updated_at DESC, c.id`,
  );

  function open(row: ClaimTableRow | undefined): ClaimRow | undefined {
    const key = row && keys.claim(row.id);
    if (!key) return undefined;
    const { id, version, number, status } = row;
    const facts = row.facts ? unsealJson(key, placeOf(id), row.facts) : {};
    const dates = { accidentFrom: row.accident_from, accidentTo: row.accident_to, updatedAt: row.updated_at };
    return { id, version, number, status, ...dates, facts };
  }

  const port: Pick<Store, 'claim' | 'claimByNumber' | 'claimsByPlate'> = {
    claim: (id) => db.read(() => open(byId.get(id))),
    claimByNumber: (number) => db.read(() => open(byNumber.get(number))),
    claimsByPlate: (plate, from, to) => db.read(() => byPlate.all(blind('plate', plate), to, from).map(({ id }) => id)),
  };

  return {
    port,
    /** Whether the number already belongs to another claim. */
    numberTaken({ id, number }: ClaimWrite): boolean {
      const owner = byNumber.get(number);
      return owner !== undefined && owner.id !== id;
    },
    write(claim: ClaimWrite, at: number): void {
      const { id, number, status, accidentFrom, accidentTo, updatedAt, facts, plates, phones } = claim;
      const sealed = sealJson(keys.claimOrNew(id, at), placeOf(id), facts);
      upsert.run(id, number, status, accidentFrom, accidentTo, updatedAt, sealed);
      unindex.run(id);
      for (const plate of plates) index.run('plate', blind('plate', plate), id);
      for (const phone of phones) index.run('phone', blind('phone', phone), id);
    },
  };
}
