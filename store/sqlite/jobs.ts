import { type KeyObject, randomUUID } from 'node:crypto';
import { readOn, unlessUnavailable } from '../damage.ts';
import type { ConversationId, Job, NewJob, Store } from '../ports.ts';
import type { JobRow } from '../schema.ts';
import { homelessJob, openJob, SQL, sealJob } from '../tables/jobs.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import type { Transcript } from './transcript.ts';

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  due: db.prepare<JobRow>(
    `SELECT j.id, j.key, j.kind, j.due_at, j.conversation, c.person, j.attempts, j.payload
     FROM jobs j LEFT JOIN conversations c ON c.id = j.conversation
     WHERE j.due_at <= ? AND (j.locked_until IS NULL OR j.locked_until <= ?) ORDER BY j.due_at, j.id LIMIT ? OFFSET ?`,
  ),
  next: db.prepare<{ at: number | null }>('SELECT min(due_at) AS at FROM jobs'),
  finish: db.prepare(SQL.finish),
  cancel: db.prepare(SQL.cancel),
  retry: db.prepare(SQL.retry),
  exists: db.prepare('SELECT id FROM jobs WHERE id = ?'),
});

/** What is to be done later. One process lists due jobs without claiming them; under PostgreSQL they are claimed. */
export class Jobs {
  readonly port: Pick<Store, 'dueJobs' | 'nextJobAt' | 'finishJob' | 'retryJob'>;
  readonly #context: Context;
  readonly #transcript: Transcript;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: { readonly transcript: Transcript }) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#transcript = parts.transcript;
    this.#sql = sql;
    this.port = {
      dueJobs: (now, limit) => this.#due(now, limit),
      nextJobAt: () => db.read(() => sql.next.get()?.at ?? null),
      finishJob: (id) => db.write(() => this.finish(id), db.patience.commit),
      retryJob: (id, dueAt) => db.write(() => void sql.retry.run(dueAt, id), db.patience.commit),
    };
  }

  /** A job that moves gets a new id: whoever is at work on the old appointment finds it gone. */
  schedule({ key, kind, dueAt, conversation, payload }: NewJob, at: number): void {
    const id = randomUUID();
    const sealed = sealJob(this.#keyFor(conversation, at), id, payload);
    this.#sql.upsert.run(id, key, kind, dueAt, conversation ?? null, sealed);
  }

  exists(id: string): boolean {
    return this.#sql.exists.get(id) !== undefined;
  }

  finish(id: string): void {
    this.#sql.finish.run(id);
  }

  cancel(key: string): void {
    this.#sql.cancel.run(key);
  }

  /** What nobody can read would be due for ever. If it cannot be dropped now, the next look will try again. */
  async #due(now: number, limit: number): Promise<readonly Job[]> {
    const { db } = this.#context;
    const { jobs, damaged } = await db.read(() => this.#look(now, limit));
    const drop = () => {
      for (const id of damaged) this.finish(id);
    };
    if (damaged.length > 0) await db.write(drop).catch(unlessUnavailable);
    return jobs;
  }

  #look(now: number, limit: number): { readonly jobs: Job[]; readonly damaged: string[] } {
    const damaged: string[] = [];
    const rows = (wanted: number, skip: number) => this.#sql.due.all(now, now, wanted, skip);
    const readable = (row: JobRow) =>
      this.#context.damage.list(
        'jobs',
        row.key,
        () => [this.#open(row)],
        () => damaged.push(row.id),
      );
    return { jobs: readOn(limit, rows, readable), damaged };
  }

  #open(row: JobRow): Job {
    const { keys } = this.#context;
    return openJob(row.person ? keys.person(row.person) : keys.system(), row);
  }

  #keyFor(conversation: ConversationId | undefined, at: number): KeyObject {
    if (conversation === undefined) return this.#context.keys.systemOrNew(at);
    const key = this.#transcript.keyOf(conversation);
    if (!key) throw homelessJob();
    return key;
  }
}
