/** Whose data it is, and the key to it. */
import type { KeyObject } from 'node:crypto';
import type { ConversationId, PersonId } from '../ports.ts';
import type { OwnerRow, WholeRow, Wrapped } from '../schema.ts';
import { OWNED, OWNER } from '../tables/conversations.ts';
import { noSuchPerson, type OpenedKeys, type Owner, SQL } from '../tables/keys.ts';
import { sql } from './statement.ts';
import type { Reads, Tx } from './transaction.ts';

export type { OwnedRow, OwnerRow, WholeRow, Wrapped } from '../schema.ts';

export const ownedWhere = (more: string) => sql<WholeRow>(`${OWNED} AND ${more}`);
const find = ownedWhere('c.id = ?');
/** Everybody else who wants to write to this conversation waits until the transaction ends. */
const lock = ownedWhere('c.id = ? FOR UPDATE OF c');
const owner = sql<OwnerRow>(OWNER);
const key = sql<Wrapped>(SQL.find);
/** Whoever erases this person waits until the transaction ends. */
const heldKey = sql<Wrapped>(`${SQL.find} FOR SHARE`);
export const addKey = sql(SQL.add);

export const findConversation = (reads: Reads, id: ConversationId) => reads.get(find, id);
export const lockConversation = (tx: Tx, id: ConversationId) => tx.get(lock, id);
export const findOwner = (reads: Reads, id: ConversationId) => reads.get(owner, id);

export const keyOfOwner = (keys: OpenedKeys, row: OwnerRow | undefined): KeyObject | undefined =>
  row && keys.open('person', row.person, row.wrapped);

export function keyOrThrow(keys: OpenedKeys, row: OwnerRow): KeyObject {
  const opened = keyOfOwner(keys, row);
  if (!opened) throw noSuchPerson();
  return opened;
}

export async function findKey(keys: OpenedKeys, reads: Reads, kind: Owner, id: string): Promise<KeyObject | undefined> {
  return keys.open(kind, id, (await reads.get(key, kind, id))?.wrapped);
}

/** The key of a person who must be there, for sealing. */
export async function holdPerson(keys: OpenedKeys, tx: Tx, id: PersonId): Promise<KeyObject> {
  const held = keys.open('person', id, (await tx.get(heldKey, 'person', id))?.wrapped);
  if (!held) throw noSuchPerson();
  return held;
}

export function makeKey(keys: OpenedKeys, tx: Tx, kind: Owner, id: string, at: number): KeyObject {
  const { key: made, wrapped } = keys.make(kind, id);
  tx.send(addKey, kind, id, wrapped, at);
  return made;
}

const orNew =
  (kind: 'claim' | 'system') =>
  async (keys: OpenedKeys, tx: Tx, id: string, at: number): Promise<KeyObject> =>
    (await findKey(keys, tx, kind, id)) ?? makeKey(keys, tx, kind, id, at);

export const claimKeyOrNew = orNew('claim');
export const systemKeyOrNew = orNew('system');
