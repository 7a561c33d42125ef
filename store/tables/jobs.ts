/** What is to be done later, as every database keeps it. */
import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { StoreDamaged, UnknownPerson } from '../errors.ts';
import type { Job, JsonObject } from '../ports.ts';
import type { JobRow } from '../schema.ts';

export const SQL = {
  upsert: `INSERT INTO jobs (id, key, kind, due_at, conversation, attempts, payload) VALUES (?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT (key) DO UPDATE SET id = excluded.id, kind = excluded.kind, due_at = excluded.due_at,
       conversation = excluded.conversation, attempts = 0, locked_until = NULL, payload = excluded.payload`,
  finish: 'DELETE FROM jobs WHERE id = ?',
  cancel: 'DELETE FROM jobs WHERE key = ?',
  retry: 'UPDATE jobs SET due_at = ?, attempts = attempts + 1, locked_until = NULL WHERE id = ?',
};

const placeOf = (id: string): Place => ({ table: 'jobs', column: 'payload', row: id });

export const sealJob = (key: KeyObject, id: string, payload: JsonObject): Buffer => sealJson(key, placeOf(id), payload);

export function openJob(key: KeyObject | undefined, row: JobRow): Job {
  if (!key) throw new StoreDamaged('The key of a job is missing.');
  const { id, kind, conversation, attempts } = row;
  const payload = unsealJson(key, placeOf(id), row.payload);
  const job = { id, key: row.key, kind, dueAt: row.due_at, attempts, payload };
  return conversation === null ? job : { ...job, conversation };
}

export const homelessJob = (): UnknownPerson =>
  new UnknownPerson('A job cannot be planned for a conversation that does not exist or was erased.');
