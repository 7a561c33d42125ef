import type { KeyObject } from 'node:crypto';
import { failpoint } from '../failpoints.ts';
import type { Committed, Store, StoredActivity, TurnWork } from '../ports.ts';
import type { ConversationRow } from '../schema.ts';
import { linesOf } from '../tables/activities.ts';
import { SQL } from '../tables/audit.ts';
import { checkHandled, isBehind, nextRow } from '../tables/conversations.ts';
import type { arrivals } from './accept.ts';
import type { claims } from './claims.ts';
import type { Context } from './context.ts';
import type { conversations } from './conversations.ts';
import type { deliveries } from './deliveries.ts';
import type { events } from './events.ts';
import type { jobs } from './jobs.ts';
import type { tickets } from './tickets.ts';
import type { transcript } from './transcript.ts';

interface Parts {
  readonly arrivals: ReturnType<typeof arrivals>;
  readonly claims: ReturnType<typeof claims>;
  readonly conversations: ReturnType<typeof conversations>;
  readonly deliveries: ReturnType<typeof deliveries>;
  readonly events: ReturnType<typeof events>;
  readonly jobs: ReturnType<typeof jobs>;
  readonly tickets: ReturnType<typeof tickets>;
  readonly transcript: ReturnType<typeof transcript>;
}

/** Commit 2: a turn, whole or not at all. */
export function commits({ db, keys }: Context, parts: Parts): Pick<Store, 'commit'> {
  const note = db.prepare(SQL.note);

  /** Everything that can make the turn stale is looked at before the first write. */
  function isStale(row: ConversationRow, work: TurnWork): boolean {
    if (isBehind(row, work)) return true;
    if (work.cause.kind === 'timer' && !parts.jobs.exists(work.cause.job.id)) return true;
    return work.claims.some(
      (claim) => parts.events.count(claim.id) !== claim.expectedVersion || parts.claims.numberTaken(claim),
    );
  }

  function commit(work: TurnWork): Committed {
    const row = parts.conversations.row(work.conversation);
    if (!row || isStale(row, work)) return { status: 'stale' };
    checkHandled(row, work);
    const lines = say(row, work);
    failpoint('commit.midTx');
    writeClaims(work);
    writeLater(work);
    for (const [i, { what, data }] of work.audit.entries()) {
      note.run(row.id, row.version + 1, i, work.at, what, JSON.stringify(data));
    }
    advance(row, work, lines);
    // Notes are for colleagues: what a caller shows to the person must not contain them by accident.
    return { status: 'committed', activities: lines.filter(({ direction }) => direction !== 'note') };
  }

  function say(row: ConversationRow, work: TurnWork): StoredActivity[] {
    const key: KeyObject = keys.personOrThrow(row.person);
    const lines = linesOf(row, work);
    for (const line of lines) {
      parts.transcript.write(key, row.id, line);
      if (work.push && line.direction !== 'note') parts.deliveries.plan(row, line.id, line);
    }
    return lines;
  }

  function writeClaims(work: TurnWork): void {
    for (const event of work.events) parts.events.append(event);
    for (const claim of work.claims) parts.claims.write(claim, work.at);
    for (const binding of work.bindings) parts.events.bind(binding);
    for (const ticket of work.tickets) parts.tickets.write(ticket);
  }

  /** The timer that caused the turn goes first, so that the turn may plan the same thing anew. */
  function writeLater(work: TurnWork): void {
    if (work.cause.kind === 'timer') parts.jobs.finish(work.cause.job.id);
    for (const key of work.cancelJobs) parts.jobs.cancel(key);
    for (const job of work.jobs) parts.jobs.schedule(job, work.at);
  }

  function advance(row: ConversationRow, work: TurnWork, lines: readonly StoredActivity[]): void {
    parts.arrivals.leave(row.id, work.handledUpTo);
    parts.conversations.advance(row, nextRow(row, work, lines.at(-1)), work.state);
  }

  return {
    async commit(work) {
      const committed = await db.write(() => commit(work), db.patience.commit);
      failpoint('commit.afterCommit');
      return committed;
    },
  };
}
