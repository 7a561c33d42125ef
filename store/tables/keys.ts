/** Data keys: random, one per owner, wrapped with the KEK in table `keys`. A destroyed key leaves its row without a key. */
import type { KeyObject } from 'node:crypto';
import { forgetRecent, keyFrom, newKey, type Place, seal, unseal } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import { Lru } from '../lru.ts';

/** `system` seals what belongs to no person and no claim, such as a job of the program itself. */
export type Owner = 'person' | 'claim' | 'system';

export const SQL = {
  find: 'SELECT wrapped FROM keys WHERE kind = ? AND id = ?',
  add: 'INSERT INTO keys (kind, id, wrapped, created_at) VALUES (?, ?, ?, ?)',
  destroy: 'UPDATE keys SET wrapped = NULL, destroyed_at = ? WHERE kind = ? AND id = ? AND wrapped IS NOT NULL',
};

const without = (kind: Owner, owner: string) =>
  `NOT EXISTS (SELECT 1 FROM keys k WHERE k.kind = '${kind}' AND k.id = ${owner})`;

/** Names the tables with rows whose owner is neither known nor erased: such rows would be passed over in silence. */
export const OWNERLESS = [
  `SELECT 'conversations' AS found WHERE EXISTS (SELECT 1 FROM conversations t WHERE ${without('person', 't.person')})`,
  `SELECT 'files' WHERE EXISTS (SELECT 1 FROM files t WHERE ${without('person', 't.person')})`,
  `SELECT 'claims' WHERE EXISTS (SELECT 1 FROM claims t WHERE ${without('claim', 't.id')})`,
  `SELECT 'claim_events' WHERE EXISTS (SELECT 1 FROM claim_events t WHERE t.person IS NOT NULL AND ${without('person', 't.person')})`,
  `SELECT 'keys' WHERE EXISTS (SELECT 1 FROM keys t WHERE t.wrapped IS NULL AND t.destroyed_at IS NULL)`,
].join(' UNION ALL ');

/** So many opened keys are kept in memory. */
const OPENED_KEYS = 2_000;

interface Opened {
  readonly key: KeyObject;
  readonly wrapped: Buffer;
}

/** Memory only saves the unwrapping; the row is read each time, so a key that another process destroyed is gone here too. */
export class OpenedKeys {
  readonly #kek: KeyObject;
  readonly #opened = new Lru<Opened>(OPENED_KEYS);

  constructor(kek: Uint8Array) {
    this.#kek = keyFrom(kek);
  }

  open(kind: Owner, id: string, wrapped: Uint8Array | null | undefined): KeyObject | undefined {
    if (!wrapped) return undefined;
    const name = `${kind}:${id}`;
    const known = this.#opened.get(name);
    // One that was made in a transaction which then failed is never taken for the one made later.
    if (known?.wrapped.equals(wrapped)) return known.key;
    const key = keyFrom(unseal(this.#kek, placeOf(kind, id), wrapped));
    this.#opened.set(name, { key, wrapped: Buffer.from(wrapped) });
    return key;
  }

  forget(kind: Owner, id: string): void {
    this.#opened.delete(`${kind}:${id}`);
    forgetRecent();
  }

  /** A new key, and what is to be stored of it. */
  make(kind: Owner, id: string): { readonly key: KeyObject; readonly wrapped: Buffer } {
    const bytes = newKey();
    return { key: keyFrom(bytes), wrapped: seal(this.#kek, placeOf(kind, id), bytes) };
  }
}

/** What is to be stored of it under another KEK; throws where the first one does not open it. */
export const rewrapped = (kind: Owner, id: string, wrapped: Uint8Array, from: KeyObject, to: KeyObject): Buffer =>
  seal(to, placeOf(kind, id), unseal(from, placeOf(kind, id), wrapped));

export const noSuchPerson = (): UnknownPerson =>
  new UnknownPerson('Nothing can be sealed for this person: unknown or erased.');

const placeOf = (kind: Owner, id: string): Place => ({ table: 'keys', column: 'wrapped', row: `${kind}:${id}` });
