/** What is known about files, as every database keeps it. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { FileId, FileRecord } from '../ports.ts';
import type { FileRow } from '../schema.ts';

/** Names of files say who somebody is, and so may a fingerprint: both are sealed. */
type Sealed = Pick<FileRecord, 'type' | 'name' | 'size' | 'sha256'>;

const columns = 'id, person, conversation, received_at, sealed';
export const SQL = {
  insert: 'INSERT INTO files (id, person, conversation, received_at, size, sealed) VALUES (?, ?, ?, ?, ?, ?)',
  find: `SELECT ${columns} FROM files WHERE id = ?`,
  ofArrival: `SELECT ${columns} FROM files WHERE conversation = ? AND arrival = ? ORDER BY position`,
  refer: 'UPDATE files SET arrival = ?, position = ? WHERE id = ? AND conversation = ? AND arrival IS NULL',
  orphans: 'SELECT id FROM files WHERE arrival IS NULL AND received_at < ? ORDER BY received_at LIMIT ?',
  drop: 'DELETE FROM files WHERE id = ?',
  sum: 'SELECT count(*) AS count, CAST(coalesce(sum(size), 0) AS BIGINT) AS bytes FROM files WHERE conversation = ?',
  unsized: `SELECT ${columns} FROM files WHERE conversation = ? AND size IS NULL`,
};

/** Stands in place of an arrival's number for files that were sent to the person; arrivals begin with 1. */
export const SENT = 0;

const placeOf = (id: FileId): Place => ({ table: 'files', column: 'sealed', row: id });

export const sealFile = (key: KeyObject, { id, type, name, size, sha256 }: FileRecord): Buffer =>
  sealJson(key, placeOf(id), { type, name, size, sha256 });

export function openFile(key: KeyObject, { id, person, conversation, received_at, sealed }: FileRow): FileRecord {
  const known = unsealJson(key, placeOf(id), sealed) as unknown as Sealed;
  return { id, person, conversation, ...known, receivedAt: received_at };
}

export const notWaiting = (id: FileId): Error =>
  new Error(`File ${id} does not wait in this conversation: add it first, and refer to it once.`);
