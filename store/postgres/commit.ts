import { failpoint } from '../failpoints.ts';
import type { Committed, Store, StoredActivity, TurnWork } from '../ports.ts';
import { linesOf } from '../tables/activities.ts';
import { SQL as ARRIVALS } from '../tables/arrivals.ts';
import { SQL as AUDIT } from '../tables/audit.ts';
import { SQL as CONVERSATIONS, checkHandled, isBehind, nextRow, sealState } from '../tables/conversations.ts';
import type { claims } from './claims.ts';
import type { Context } from './context.ts';
import type { deliveries } from './deliveries.ts';
import { Rivalry } from './errors.ts';
import type { jobs } from './jobs.ts';
import { keyOrThrow, lockConversation, type OwnedRow } from './owners.ts';
import { sql } from './statement.ts';
import type { tickets } from './tickets.ts';
import type { Tx } from './transaction.ts';
import { writeLine } from './transcript.ts';

interface Parts {
  readonly claims: ReturnType<typeof claims>;
  readonly deliveries: ReturnType<typeof deliveries>;
  readonly jobs: ReturnType<typeof jobs>;
  readonly tickets: ReturnType<typeof tickets>;
}

const STALE: Committed = { status: 'stale' };
const note = sql(AUDIT.note);
const handled = sql(ARRIVALS.handled);
const advance = sql(CONVERSATIONS.advance);

/** Commit 2: a turn, whole or not at all. */
export function commits({ db, keys, lanes }: Context, parts: Parts): Pick<Store, 'commit'> {
  async function commit(tx: Tx, work: TurnWork): Promise<Committed> {
    // The job is looked at once the conversation is locked: the two go out together and are answered in order.
    const [row, stands] = await Promise.all([lockConversation(tx, work.conversation), parts.jobs.stands(tx, work)]);
    if (!row || isBehind(row, work) || !stands || (await parts.claims.areStale(tx, work))) return STALE;
    checkHandled(row, work);
    const lines = say(tx, row, work);
    failpoint('commit.midTx');
    await parts.claims.write(tx, work);
    for (const ticket of work.tickets) await parts.tickets.write(tx, ticket);
    await parts.jobs.write(tx, row, work);
    for (const [i, { what, data }] of work.audit.entries()) {
      tx.send(note, row.id, row.version + 1, i, work.at, what, JSON.stringify(data));
    }
    proceed(tx, row, work, lines);
    // Notes are for colleagues: what a caller shows to the person must not contain them by accident.
    return { status: 'committed', activities: lines.filter(({ direction }) => direction !== 'note') };
  }

  function say(tx: Tx, row: OwnedRow, work: TurnWork): StoredActivity[] {
    const key = keyOrThrow(keys, row);
    const lines = linesOf(row, work);
    for (const line of lines) {
      writeLine(tx, key, row.id, line);
      if (work.push && line.direction !== 'note') parts.deliveries.plan(tx, row, line);
    }
    return lines;
  }

  function proceed(tx: Tx, row: OwnedRow, work: TurnWork, lines: readonly StoredActivity[]): void {
    tx.send(handled, row.id, work.handledUpTo);
    const next = nextRow(row, work, lines.at(-1));
    const sealed = sealState(keyOrThrow(keys, row), next, work.state);
    tx.send(advance, next.version, next.handled, next.floor, next.seq, next.last_at, sealed, next.id);
  }

  return {
    async commit(work) {
      const committed = await lanes.run(work.conversation, (left) =>
        db.once((tx) => commit(tx, work), left).catch(staleIfRival),
      );
      failpoint('commit.afterCommit');
      return committed;
    },
  };
}

function staleIfRival(error: unknown): Committed {
  if (error instanceof Rivalry) return STALE;
  throw error;
}
