import { failpoint } from '../failpoints.ts';
import type { Committed, Store, StoredActivity, TurnWork } from '../ports.ts';
import type { ConversationRow, OwnedRow } from '../schema.ts';
import { linesOf } from '../tables/activities.ts';
import { SQL } from '../tables/audit.ts';
import { checkHandled, isBehind, nextRow } from '../tables/conversations.ts';
import { SENT } from '../tables/files.ts';
import type { Arrivals } from './accept.ts';
import type { Claims } from './claims.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { Database } from './database.ts';
import type { Deliveries } from './deliveries.ts';
import type { Events } from './events.ts';
import type { FileRecords } from './files.ts';
import type { Handoffs } from './handoffs.ts';
import type { Jobs } from './jobs.ts';
import type { Tellings } from './tellings.ts';
import type { Tickets } from './tickets.ts';
import type { Transcript } from './transcript.ts';

interface Parts {
  readonly arrivals: Arrivals;
  readonly claims: Claims;
  readonly conversations: Conversations;
  readonly deliveries: Deliveries;
  readonly events: Events;
  readonly files: FileRecords;
  readonly handoffs: Handoffs;
  readonly jobs: Jobs;
  readonly tellings: Tellings;
  readonly tickets: Tickets;
  readonly transcript: Transcript;
}

const statements = (db: Database) => ({
  note: db.prepare(SQL.note),
});

/** Commit 2: a turn, whole or not at all. */
export class Commits {
  readonly port: Pick<Store, 'commit'>;
  readonly #context: Context;
  readonly #parts: Parts;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: Parts) {
    const { db } = context;
    this.#context = context;
    this.#parts = parts;
    this.#sql = statements(db);
    this.port = {
      commit: async (work) => {
        const committed = await db.write(() => this.#commit(work), db.patience.commit);
        failpoint('commit.afterCommit');
        return committed;
      },
    };
  }

  #commit(work: TurnWork): Committed {
    const row = this.#parts.conversations.row(work.conversation);
    if (!row || this.#isStale(row, work)) return { status: 'stale' };
    checkHandled(row, work);
    const lines = this.#say(row, work);
    failpoint('commit.midTx');
    if (work.files) this.#parts.files.refer(row.id, SENT, work.files);
    this.#writeClaims(work);
    this.#writeLater(work);
    this.#writeAudit(row, work);
    this.#advance(row, work, lines);
    const said = work.unseen && lines.at(-1);
    if (said) this.#parts.tellings.leave(row.id, said.seq);
    // Notes are for colleagues: what a caller shows to the person must not contain them by accident.
    const activities = lines.filter(({ direction }) => direction !== 'note');
    const due = work.push && work.claim ? this.#parts.deliveries.first(row, activities) : undefined;
    return { status: 'committed', activities, ...(due ? { due } : {}) };
  }

  /** Everything that can make the turn stale is looked at before the first write. */
  #isStale(row: ConversationRow, work: TurnWork): boolean {
    const { jobs, events, claims } = this.#parts;
    if (isBehind(row, work)) return true;
    if (work.cause.kind === 'timer' && !jobs.exists(work.cause.job.id)) return true;
    return work.claims.some((claim) => events.count(claim.id) !== claim.expectedVersion || claims.numberTaken(claim));
  }

  #say(row: OwnedRow, work: TurnWork): StoredActivity[] {
    const { transcript, deliveries } = this.#parts;
    const key = this.#context.keys.ownerOrThrow(row);
    const lines = linesOf(row, work);
    for (const line of lines) {
      transcript.write(key, row.id, line);
      if (work.push && line.direction !== 'note') deliveries.plan(row, line, work.at);
    }
    return lines;
  }

  #writeClaims(work: TurnWork): void {
    const { events, claims, tickets, handoffs } = this.#parts;
    for (const event of work.events) events.append(event);
    for (const claim of work.claims) claims.write(claim, work.at);
    for (const binding of work.bindings) events.bind(binding);
    claims.spoken(work.conversation, work);
    this.#writeTellings(work);
    for (const ticket of work.tickets) tickets.write(ticket);
    for (const { id, by } of work.ticketsDone ?? []) tickets.settle(id, by, work.at);
    for (const handoff of work.handoffs ?? []) handoffs.write(handoff);
  }

  /** What this turn has told is known before what it has done is news. */
  #writeTellings({ conversation, tellings = [], bindings, events, at }: TurnWork): void {
    const { tellings: parts } = this.#parts;
    parts.write(conversation, tellings);
    parts.stir(events);
    for (const binding of bindings) parts.begin(binding, at);
  }

  /** The timer that caused the turn goes first, so that the turn may plan the same thing anew. */
  #writeLater(work: TurnWork): void {
    const { jobs } = this.#parts;
    if (work.cause.kind === 'timer') jobs.finish(work.cause.job.id);
    for (const key of work.cancelJobs) jobs.cancel(key);
    for (const job of work.jobs) jobs.schedule(job, work.at);
  }

  #writeAudit(row: ConversationRow, { at, audit }: TurnWork): void {
    for (const [i, { what, data }] of audit.entries())
      this.#sql.note.run(row.id, row.version + 1, i, at, what, JSON.stringify(data));
  }

  #advance(row: OwnedRow, work: TurnWork, lines: readonly StoredActivity[]): void {
    this.#parts.arrivals.leave(row.id, work.handledUpTo);
    this.#parts.conversations.advance(row, nextRow(row, work, lines.at(-1)), work.state);
  }
}
