/** Which claims somebody means, and to which phone of theirs a code goes. Only ever called by the job that sends. */
import { fold } from '../../claims/fold.ts';
import { meant, reachableOf } from '../../claims/identity/parties.ts';
import type { Reachable } from '../../claims/identity/types.ts';
import type { ClaimId, Store } from '../../store/ports.ts';
import type { Named } from './types.ts';

/** Claims of one plate or phone that are looked at, changed last first. */
const MOST = 20;

export interface Target {
  readonly phone: string;
  /** Those of the claims on which this phone stands. */
  readonly claims: readonly ClaimId[];
}

type Reads = Pick<Store, 'claimByNumber' | 'claimOfInsurer' | 'claimsBy' | 'events'>;

/** Undefined: no such claim, nobody of it is meant, or two people may be. */
export async function findTarget(store: Reads, named: Named): Promise<Target | undefined> {
  const ids = await claimsNamed(store, named);
  const found = await Promise.all(
    ids.map(async (claim) => meant(await peopleOf(store, claim), named).map(({ phone }) => ({ claim, phone }))),
  );
  const phones = new Set(found.flat().map(({ phone }) => phone));
  const [phone] = phones;
  if (phone === undefined || phones.size > 1) return undefined;
  return { phone, claims: [...new Set(found.flat().map(({ claim }) => claim))] };
}

/** The number says most, the phone least. */
async function claimsNamed(store: Reads, { number, plate, phone }: Named): Promise<readonly ClaimId[]> {
  if (number !== undefined) {
    const ways = [...new Set([number, number.toUpperCase(), plainNumber(number)])];
    const rows = await Promise.all(ways.flatMap((way) => [store.claimByNumber(way), store.claimOfInsurer(way)]));
    return [...new Set(rows.flatMap((row) => row?.id ?? []))];
  }
  if (plate !== undefined) return store.claimsBy('plate', plate, MOST);
  return phone === undefined ? [] : store.claimsBy('phone', phone, MOST);
}

/** As it is said aloud. */
export const plainNumber = (number: string): string => number.replace(/[^A-Za-z\d]/g, '').toUpperCase();

/** From the events: the projection is empty after somebody who took part was erased. */
export const peopleOf = async (store: Pick<Store, 'events'>, claim: ClaimId): Promise<readonly Reachable[]> =>
  reachableOf(fold(await store.events(claim)));
