import { type KeyObject, randomUUID } from 'node:crypto';
import { unlessUnavailable } from '../damage.ts';
import type { ConversationId, Job, NewJob, Store, TurnWork } from '../ports.ts';
import type { JobRow } from '../schema.ts';
import { homelessJob, openJob, SQL, sealJob } from '../tables/jobs.ts';
import type { Context } from './context.ts';
import { LEASE } from './lease.ts';
import { findOwner, keyOfOwner, type OwnedRow, systemKeyOrNew, type Wrapped } from './owners.ts';
import { readOn } from './pages.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedJob = JobRow & Wrapped;

const upsert = sql(SQL.upsert);
const finish = sql(SQL.finish);
const cancel = sql(SQL.cancel);
const retry = sql(SQL.retry);
const exists = sql<{ id: string }>('SELECT id FROM jobs WHERE id = ? FOR UPDATE');
/** Claims what is due and nobody else's; what is ours already is ours for longer. */
const claim = sql<OwnedJob>(
  `WITH free AS (SELECT id FROM jobs
     WHERE due_at <= ?1 AND (locked_until IS NULL OR locked_until <= ?1 OR locked_by = ?2)
     ORDER BY due_at, id LIMIT ?4 OFFSET ?5 FOR UPDATE SKIP LOCKED),
   claimed AS (UPDATE jobs j SET locked_by = ?2, locked_until = ?3 FROM free WHERE j.id = free.id
     RETURNING j.id, j.key, j.kind, j.due_at, j.conversation, j.attempts, j.payload)
   SELECT j.id, j.key, j.kind, j.due_at, j.conversation, j.attempts, j.payload, c.person, k.wrapped FROM claimed j
   LEFT JOIN conversations c ON c.id = j.conversation
   LEFT JOIN keys k ON k.kind = CASE WHEN j.conversation IS NULL THEN 'system' ELSE 'person' END AND k.id = coalesce(c.person, 'system')
   ORDER BY j.due_at, j.id`,
);
/** What somebody else has claimed is due here when the claim has run out. */
const next = sql<{ at: number | null }>(
  'SELECT min(CASE WHEN locked_by <> ? AND locked_until > due_at THEN locked_until ELSE due_at END) AS at FROM jobs',
);

/** What is to be done later, by one of many processes. */
export class Jobs {
  readonly port: Pick<Store, 'dueJobs' | 'nextJobAt' | 'finishJob' | 'retryJob'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db, me } = context;
    this.#context = context;
    this.port = {
      dueJobs: (now, limit) => this.#due(now, limit),
      nextJobAt: async () => (await db.get(next, me))?.at ?? null,
      finishJob: (id) => db.write(async (tx) => tx.send(finish, id)),
      retryJob: (id, dueAt) => db.write(async (tx) => tx.send(retry, dueAt, id)),
    };
  }

  /** Whether the job that caused a turn is still to be done. */
  async stands(tx: Tx, { cause }: TurnWork): Promise<boolean> {
    return cause.kind !== 'timer' || (await tx.get(exists, cause.job.id)) !== undefined;
  }

  /** The timer that caused the turn goes first, so that the turn may plan the same thing anew. */
  async write(tx: Tx, own: OwnedRow, work: TurnWork): Promise<void> {
    if (work.cause.kind === 'timer') tx.send(finish, work.cause.job.id);
    for (const key of work.cancelJobs) tx.send(cancel, key);
    for (const job of work.jobs) await this.#schedule(tx, own, job, work.at);
  }

  /** A job that moves gets a new id: whoever is at work on the old appointment finds it gone. */
  async #schedule(tx: Tx, own: OwnedRow, job: NewJob, at: number): Promise<void> {
    const { key, kind, dueAt, conversation, payload } = job;
    const id = randomUUID();
    const sealed = sealJob(await this.#keyFor(tx, own, conversation, at), id, payload);
    tx.send(upsert, id, key, kind, dueAt, conversation ?? null, sealed);
  }

  async #keyFor(tx: Tx, own: OwnedRow, conversation: ConversationId | undefined, at: number): Promise<KeyObject> {
    const { keys } = this.#context;
    if (conversation === undefined) return systemKeyOrNew(keys, tx, 'system', at);
    const key = keyOfOwner(keys, conversation === own.id ? own : await findOwner(tx, conversation));
    if (!key) throw homelessJob();
    return key;
  }

  /** What nobody can read would be due for ever. If it cannot be dropped now, the next look will try again. */
  async #due(now: number, limit: number): Promise<readonly Job[]> {
    const { db, damage, me } = this.#context;
    const damaged: string[] = [];
    const rows = (wanted: number, skip: number) => db.write((tx) => tx.all(claim, now, me, now + LEASE, wanted, skip));
    const readable = (row: OwnedJob) =>
      damage.list(
        'jobs',
        row.key,
        () => [this.#open(row)],
        () => damaged.push(row.id),
      );
    const due = await readOn(limit, rows, readable);
    for (const id of damaged) await db.write(async (tx) => tx.send(finish, id)).catch(unlessUnavailable);
    return due;
  }

  #open(row: OwnedJob): Job {
    const { keys } = this.#context;
    const { person, wrapped } = row;
    return openJob(person ? keys.open('person', person, wrapped) : keys.open('system', 'system', wrapped), row);
  }
}
