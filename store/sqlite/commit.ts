import type { KeyObject } from 'node:crypto';
import { failpoint } from '../failpoints.ts';
import { activityId, LAST_SEQ } from '../ids.ts';
import type { Committed, Store, StoredActivity, TurnWork } from '../ports.ts';
import type { ConversationRow } from '../schema.ts';
import type { arrivals } from './accept.ts';
import type { claims } from './claims.ts';
import type { Context } from './context.ts';
import type { conversations } from './conversations.ts';
import type { deliveries } from './deliveries.ts';
import type { events } from './events.ts';
import type { jobs } from './jobs.ts';
import type { tickets } from './tickets.ts';
import { nextAt, type transcript } from './transcript.ts';

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
  const note = db.prepare(
    'INSERT INTO audit (conversation, version, position, at, what, data) VALUES (?, ?, ?, ?, ?, ?)',
  );

  /** Everything that can make the turn stale is looked at before the first write. */
  function isStale(row: ConversationRow, work: TurnWork): boolean {
    if (row.version !== work.expectedVersion || row.handled !== work.expectedHandled) return true;
    if (work.cause.kind === 'timer' && !parts.jobs.exists(work.cause.job.id)) return true;
    return work.claims.some(
      (claim) => parts.events.count(claim.id) !== claim.expectedVersion || parts.claims.numberTaken(claim),
    );
  }

  function commit(work: TurnWork): Committed {
    const row = parts.conversations.row(work.conversation);
    if (!row || isStale(row, work)) return { status: 'stale' };
    if (work.handledUpTo < row.handled || work.handledUpTo > row.arrivals) {
      throw new RangeError(
        `A turn cannot handle arrivals up to ${work.handledUpTo}: ${row.handled} of ${row.arrivals} are handled.`,
      );
    }
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
    const lines: StoredActivity[] = [];
    let { seq, last_at: last } = row;
    for (const { direction, payload } of work.said) {
      seq += 1;
      if (seq > LAST_SEQ) throw new RangeError(`A conversation ends at line ${LAST_SEQ}.`);
      last = nextAt(work.at, last);
      const line: StoredActivity = {
        conversation: row.id,
        seq,
        id: activityId(row.id, seq),
        direction,
        at: last,
        payload,
      };
      parts.transcript.write(key, row.id, line);
      if (work.push && direction !== 'note') parts.deliveries.plan(row, line.id, line);
      lines.push(line);
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
    const { seq, at: last_at } = lines.at(-1) ?? { seq: row.seq, at: row.last_at };
    const next = { id: row.id, version: row.version + 1, handled: work.handledUpTo, floor: work.floor, seq, last_at };
    parts.conversations.advance(row, next, work.state);
  }

  return {
    async commit(work) {
      const committed = await db.write(() => commit(work), db.patience.commit);
      failpoint('commit.afterCommit');
      return committed;
    },
  };
}
