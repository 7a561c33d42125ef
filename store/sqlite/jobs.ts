import { randomUUID } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { StoreDamaged, UnknownPerson } from '../errors.ts';
import type { ConversationId, Job, NewJob, Store } from '../ports.ts';
import type { JobRow } from '../schema.ts';
import type { Context } from './context.ts';
import { readOn, unlessUnavailable } from './damage.ts';
import type { transcript } from './transcript.ts';

const placeOf = (id: string): Place => ({ table: 'jobs', column: 'payload', row: id });

/**
 * What is to be done later. `locked_until` is for the day when several processes share a database; one process lists
 * due jobs without claiming them.
 */
export function jobs({ db, keys, damage }: Context, parts: { transcript: ReturnType<typeof transcript> }) {
  const upsert = db.prepare(
    `INSERT INTO jobs (id, key, kind, due_at, conversation, attempts, payload) VALUES (?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT (key) DO UPDATE SET id = excluded.id, kind = excluded.kind, due_at = excluded.due_at,
       conversation = excluded.conversation, attempts = 0, locked_until = NULL, payload = excluded.payload`,
  );
  const due = db.prepare<JobRow>(
    `SELECT j.id, j.key, j.kind, j.due_at, j.conversation, c.person, j.attempts, j.payload
     FROM jobs j LEFT JOIN conversations c ON c.id = j.conversation
     WHERE j.due_at <= ? AND (j.locked_until IS NULL OR j.locked_until <= ?) ORDER BY j.due_at, j.id LIMIT ? OFFSET ?`,
  );
  const next = db.prepare<{ at: number | null }>('SELECT min(due_at) AS at FROM jobs');
  const finish = db.prepare('DELETE FROM jobs WHERE id = ?');
  const cancel = db.prepare('DELETE FROM jobs WHERE key = ?');
  const retry = db.prepare('UPDATE jobs SET due_at = ?, attempts = attempts + 1, locked_until = NULL WHERE id = ?');
  const exists = db.prepare('SELECT id FROM jobs WHERE id = ?');

  function keyFor(conversation: ConversationId | undefined, at: number) {
    if (conversation === undefined) return keys.systemOrNew(at);
    const key = parts.transcript.keyOf(conversation);
    if (!key) throw new UnknownPerson('A job cannot be planned for a conversation that does not exist or was erased.');
    return key;
  }

  function open(row: JobRow): Job {
    const key = row.person ? keys.person(row.person) : keys.system();
    if (!key) throw new StoreDamaged('The key of a job is missing.');
    const { id, kind, conversation, attempts } = row;
    const job = {
      id,
      key: row.key,
      kind,
      dueAt: row.due_at,
      attempts,
      payload: unsealJson(key, placeOf(id), row.payload),
    };
    return conversation === null ? job : { ...job, conversation };
  }

  function look(now: number, limit: number): { readonly jobs: Job[]; readonly damaged: string[] } {
    const damaged: string[] = [];
    const rows = (wanted: number, skip: number) => due.all(now, now, wanted, skip);
    const readable = (row: JobRow) =>
      damage.list(
        'jobs',
        row.key,
        () => [open(row)],
        () => damaged.push(row.id),
      );
    return { jobs: readOn(limit, rows, readable), damaged };
  }

  /** What nobody can read would be due for ever. If it cannot be dropped now, the next look will try again. */
  async function dueJobs(now: number, limit: number): Promise<readonly Job[]> {
    const { jobs, damaged } = await db.read(() => look(now, limit));
    if (damaged.length > 0) {
      await db.write(() => damaged.forEach((id) => void finish.run(id))).catch(unlessUnavailable);
    }
    return jobs;
  }

  const port: Pick<Store, 'dueJobs' | 'nextJobAt' | 'finishJob' | 'retryJob'> = {
    dueJobs,
    nextJobAt: () => db.read(() => next.get()?.at ?? null),
    finishJob: (id) => db.write(() => void finish.run(id), db.patience.commit),
    retryJob: (id, dueAt) => db.write(() => void retry.run(dueAt, id), db.patience.commit),
  };

  return {
    port,
    /** A job that moves gets a new id: whoever is at work on the old appointment finds it gone. */
    schedule({ key, kind, dueAt, conversation, payload }: NewJob, at: number): void {
      const id = randomUUID();
      const sealed = sealJson(keyFor(conversation, at), placeOf(id), payload);
      upsert.run(id, key, kind, dueAt, conversation ?? null, sealed);
    },
    exists: (id: string): boolean => exists.get(id) !== undefined,
    finish: (id: string): void => void finish.run(id),
    cancel: (key: string): void => void cancel.run(key),
  };
}
