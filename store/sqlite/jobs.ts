import { randomUUID } from 'node:crypto';
import { readOn, unlessUnavailable } from '../damage.ts';
import type { ConversationId, Job, NewJob, Store } from '../ports.ts';
import type { JobRow } from '../schema.ts';
import { homelessJob, openJob, SQL, sealJob } from '../tables/jobs.ts';
import type { Context } from './context.ts';
import type { transcript } from './transcript.ts';

/** What is to be done later. One process lists due jobs without claiming them; under PostgreSQL they are claimed (store/postgres). */
export function jobs({ db, keys, damage }: Context, parts: { transcript: ReturnType<typeof transcript> }) {
  const upsert = db.prepare(SQL.upsert);
  const due = db.prepare<JobRow>(
    `SELECT j.id, j.key, j.kind, j.due_at, j.conversation, c.person, j.attempts, j.payload
     FROM jobs j LEFT JOIN conversations c ON c.id = j.conversation
     WHERE j.due_at <= ? AND (j.locked_until IS NULL OR j.locked_until <= ?) ORDER BY j.due_at, j.id LIMIT ? OFFSET ?`,
  );
  const next = db.prepare<{ at: number | null }>('SELECT min(due_at) AS at FROM jobs');
  const finish = db.prepare(SQL.finish);
  const cancel = db.prepare(SQL.cancel);
  const retry = db.prepare(SQL.retry);
  const exists = db.prepare('SELECT id FROM jobs WHERE id = ?');

  function keyFor(conversation: ConversationId | undefined, at: number) {
    if (conversation === undefined) return keys.systemOrNew(at);
    const key = parts.transcript.keyOf(conversation);
    if (!key) throw homelessJob();
    return key;
  }

  const open = (row: JobRow): Job => openJob(row.person ? keys.person(row.person) : keys.system(), row);

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
      const sealed = sealJob(keyFor(conversation, at), id, payload);
      upsert.run(id, key, kind, dueAt, conversation ?? null, sealed);
    },
    exists: (id: string): boolean => exists.get(id) !== undefined,
    finish: (id: string): void => void finish.run(id),
    cancel: (key: string): void => void cancel.run(key),
  };
}
