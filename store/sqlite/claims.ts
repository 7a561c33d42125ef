import type { ClaimRow, ClaimWrite, Store } from '../ports.ts';
import type { ClaimTableRow } from '../schema.ts';
import { openClaim, SQL, sealFacts } from '../tables/claims.ts';
import type { Context } from './context.ts';

/** The projection of claims for lists and look-ups. */
export function claims({ db, keys, blind }: Context) {
  const upsert = db.prepare(SQL.upsert);
  const unindex = db.prepare(SQL.unindex);
  const index = db.prepare(SQL.index);
  const byId = db.prepare<ClaimTableRow>(SQL.byId);
  const byNumber = db.prepare<ClaimTableRow>(SQL.byNumber);
  const byPlate = db.prepare<Pick<ClaimTableRow, 'id'>>(SQL.byPlate);

  function open(row: ClaimTableRow | undefined): ClaimRow | undefined {
    const key = row && keys.claim(row.id);
    return key && openClaim(key, row);
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
      const sealed = sealFacts(keys.claimOrNew(id, at), id, facts);
      upsert.run(id, number, status, accidentFrom, accidentTo, updatedAt, sealed);
      unindex.run(id);
      for (const plate of plates) index.run('plate', blind('plate', plate), id);
      for (const phone of phones) index.run('phone', blind('phone', phone), id);
    },
  };
}
