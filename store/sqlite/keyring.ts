import type { KeyObject } from 'node:crypto';
import { keyFrom, newKey, type Place, seal, unseal } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import { Lru } from '../lru.ts';
import type { ClaimId, PersonId } from '../ports.ts';
import type { Database, Statement } from './database.ts';

/** `system` seals what belongs to no person and no claim, such as a job of the program itself. */
type Owner = 'person' | 'claim' | 'system';

/** So many opened keys are kept in memory. */
const OPENED_KEYS = 2_000;

/** Data keys: random, one per owner, wrapped with the KEK in table `keys`. A destroyed key leaves its row without a key. */
export class Keyring {
  readonly #kek: KeyObject;
  readonly #opened = new Lru<KeyObject>(OPENED_KEYS);
  readonly #find: Statement<{ wrapped: Uint8Array | null }>;
  readonly #add: Statement<never>;
  readonly #destroy: Statement<never>;

  constructor(db: Database, kek: Uint8Array) {
    this.#kek = keyFrom(kek);
    this.#find = db.prepare('SELECT wrapped FROM keys WHERE kind = ? AND id = ?');
    this.#add = db.prepare('INSERT INTO keys (kind, id, wrapped, created_at) VALUES (?, ?, ?, ?)');
    this.#destroy = db.prepare(
      'UPDATE keys SET wrapped = NULL, destroyed_at = ? WHERE kind = ? AND id = ? AND wrapped IS NOT NULL',
    );
  }

  person(id: PersonId): KeyObject | undefined {
    return this.#key('person', id);
  }

  /** The key of a person who must be there, for sealing. */
  personOrThrow(id: PersonId): KeyObject {
    const key = this.person(id);
    if (!key) throw new UnknownPerson('Nothing can be sealed for this person: unknown or erased.');
    return key;
  }

  claim(id: ClaimId): KeyObject | undefined {
    return this.#key('claim', id);
  }

  claimOrNew(id: ClaimId, at: number): KeyObject {
    return this.claim(id) ?? this.#create('claim', id, at);
  }

  system(): KeyObject | undefined {
    return this.#key('system', 'system');
  }

  systemOrNew(at: number): KeyObject {
    return this.system() ?? this.#create('system', 'system', at);
  }

  createPerson(id: PersonId, at: number): KeyObject {
    return this.#create('person', id, at);
  }

  destroyPerson(id: PersonId, at: number): void {
    const wrapped = this.#find.get('person', id)?.wrapped;
    if (wrapped) this.#opened.delete(memoryName('person', id, wrapped));
    this.#destroy.run(at, 'person', id);
  }

  /** The row is read each time, memory only saves the unwrapping: a key that another process destroyed is gone here too. */
  #key(kind: Owner, id: string): KeyObject | undefined {
    const wrapped = this.#find.get(kind, id)?.wrapped;
    if (!wrapped) return undefined;
    const name = memoryName(kind, id, wrapped);
    const known = this.#opened.get(name);
    if (known) return known;
    const key = keyFrom(unseal(this.#kek, placeOf(kind, id), wrapped));
    this.#opened.set(name, key);
    return key;
  }

  #create(kind: Owner, id: string, at: number): KeyObject {
    const key = newKey();
    this.#add.run(kind, id, seal(this.#kek, placeOf(kind, id), key), at);
    return keyFrom(key);
  }
}

const placeOf = (kind: Owner, id: string): Place => ({ table: 'keys', column: 'wrapped', row: `${kind}:${id}` });

/** Contains the wrapped key: one that was made in a transaction which then failed is never taken for the one made later. */
const memoryName = (kind: Owner, id: string, wrapped: Uint8Array) =>
  `${kind}:${id}:${Buffer.from(wrapped).toString('latin1')}`;
