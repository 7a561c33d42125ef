import type { KeyObject } from 'node:crypto';
import type { ClaimId, PersonId } from '../ports.ts';
import type { OwnerRow } from '../schema.ts';
import { noSuchPerson, OpenedKeys, type Owner, SQL } from '../tables/keys.ts';
import type { Database, Statement } from './database.ts';

/** The data keys of this database. */
export class Keyring {
  readonly #opened: OpenedKeys;
  readonly #find: Statement<{ wrapped: Uint8Array | null }>;
  readonly #add: Statement<never>;
  readonly #destroy: Statement<never>;

  constructor(db: Database, kek: Uint8Array) {
    this.#opened = new OpenedKeys(kek);
    this.#find = db.prepare(SQL.find);
    this.#add = db.prepare(SQL.add);
    this.#destroy = db.prepare(SQL.destroy);
  }

  person(id: PersonId): KeyObject | undefined {
    return this.#key('person', id);
  }

  /** The key of a person whose row has just been read. */
  owner({ person, wrapped }: OwnerRow): KeyObject | undefined {
    return this.#opened.open('person', person, wrapped);
  }

  ownerOrThrow(row: OwnerRow): KeyObject {
    const key = this.owner(row);
    if (!key) throw noSuchPerson();
    return key;
  }

  /** The key of a person who must be there, for sealing. */
  personOrThrow(id: PersonId): KeyObject {
    const key = this.person(id);
    if (!key) throw noSuchPerson();
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
    this.#opened.forget('person', id);
    this.#destroy.run(at, 'person', id);
  }

  #key(kind: Owner, id: string): KeyObject | undefined {
    return this.#opened.open(kind, id, this.#find.get(kind, id)?.wrapped);
  }

  #create(kind: Owner, id: string, at: number): KeyObject {
    const { key, wrapped } = this.#opened.make(kind, id);
    this.#add.run(kind, id, wrapped, at);
    return key;
  }
}
