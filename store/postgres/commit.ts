import { failpoint } from '../failpoints.ts';
import type { Committed, Store, StoredActivity, TurnWork } from '../ports.ts';
import { linesOf } from '../tables/activities.ts';
import { SQL as ARRIVALS } from '../tables/arrivals.ts';
import { SQL as AUDIT } from '../tables/audit.ts';
import { SQL as CONVERSATIONS, checkHandled, isBehind, nextRow, sealState } from '../tables/conversations.ts';
import { SENT } from '../tables/files.ts';
import { bring } from './accept.ts';
import type { Claims } from './claims.ts';
import type { Context } from './context.ts';
import type { Deliveries } from './deliveries.ts';
import { Rivalry } from './errors.ts';
import type { Events } from './events.ts';
import type { Handoffs } from './handoffs.ts';
import type { Jobs } from './jobs.ts';
import { keyOrThrow, lockConversation, type OwnedRow } from './owners.ts';
import { sql } from './statement.ts';
import type { Tellings } from './tellings.ts';
import type { Tickets } from './tickets.ts';
import type { Tx } from './transaction.ts';
import { writeLine } from './transcript.ts';

interface Parts {
  readonly claims: Claims;
  readonly deliveries: Deliveries;
  readonly events: Events;
  readonly handoffs: Handoffs;
  readonly jobs: Jobs;
  readonly tellings: Tellings;
  readonly tickets: Tickets;
}

const STALE: Committed = { status: 'stale' };
const note = sql(AUDIT.note);
const handled = sql(ARRIVALS.handled);
const advance = sql(CONVERSATIONS.advance);

/** Commit 2: a turn, whole or not at all. */
export class Commits {
  readonly port: Pick<Store, 'commit'>;
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    const { db, lanes } = context;
    this.#context = context;
    this.#parts = parts;
    this.port = {
      commit: async (work) => {
        const once = (left: number) => db.once((tx) => this.#commit(tx, work), left).catch(staleIfRival);
        const committed = await lanes.run(work.conversation, once);
        failpoint('commit.afterCommit');
        return committed;
      },
    };
  }

  async #commit(tx: Tx, work: TurnWork): Promise<Committed> {
    const { claims, jobs } = this.#parts;
    // Both go out together; the job is looked up once the first has the conversation to itself.
    const [row, stands] = await Promise.all([lockConversation(tx, work.conversation), jobs.stands(tx, work)]);
    if (!row || isBehind(row, work) || !stands || (await claims.areStale(tx, work))) return STALE;
    checkHandled(row, work);
    const lines = this.#say(tx, row, work);
    failpoint('commit.midTx');
    if (work.files) await bring(tx, row.id, SENT, work.files);
    await this.#writeClaims(tx, work);
    await jobs.write(tx, row, work);
    this.#writeAudit(tx, row, work);
    // Notes are for colleagues: what a caller shows to the person must not contain them by accident.
    const activities = lines.filter(({ direction }) => direction !== 'note');
    const first = work.push && work.claim ? this.#parts.deliveries.first(tx, row, activities, work.at) : undefined;
    this.#advance(tx, row, work, lines);
    const said = work.unseen && lines.at(-1);
    if (said) this.#parts.tellings.leave(tx, row.id, said.seq);
    const due = await first;
    return { status: 'committed', activities, ...(due ? { due } : {}) };
  }

  #say(tx: Tx, row: OwnedRow, work: TurnWork): StoredActivity[] {
    const key = keyOrThrow(this.#context.keys, row);
    const lines = linesOf(row, work);
    for (const line of lines) {
      writeLine(tx, key, row.id, line);
      if (work.push && line.direction !== 'note') this.#parts.deliveries.plan(tx, row, line, work.at);
    }
    return lines;
  }

  async #writeClaims(tx: Tx, work: TurnWork): Promise<void> {
    const { events, claims, tickets, handoffs } = this.#parts;
    for (const event of work.events) await events.append(tx, event);
    for (const claim of work.claims) await claims.write(tx, claim, work.at);
    for (const binding of work.bindings) events.bind(tx, binding);
    claims.spoken(tx, work.conversation, work);
    this.#writeTellings(tx, work);
    for (const ticket of work.tickets) await tickets.write(tx, ticket);
    for (const { id, by } of work.ticketsDone ?? []) tickets.settle(tx, id, by, work.at);
    for (const handoff of work.handoffs ?? []) await handoffs.write(tx, handoff);
  }

  /** What this turn has told is known before what it has done is news. */
  #writeTellings(tx: Tx, { conversation, tellings = [], bindings, events, at }: TurnWork): void {
    const { tellings: parts } = this.#parts;
    parts.write(tx, conversation, tellings);
    parts.stir(tx, events);
    for (const binding of bindings) parts.begin(tx, binding, at);
  }

  #writeAudit(tx: Tx, row: OwnedRow, { at, audit }: TurnWork): void {
    for (const [i, { what, data }] of audit.entries())
      tx.send(note, row.id, row.version + 1, i, at, what, JSON.stringify(data));
  }

  #advance(tx: Tx, row: OwnedRow, work: TurnWork, lines: readonly StoredActivity[]): void {
    tx.send(handled, row.id, work.handledUpTo);
    const next = nextRow(row, work, lines.at(-1));
    const sealed = sealState(keyOrThrow(this.#context.keys, row), next, work.state);
    tx.send(advance, next.version, next.handled, next.floor, next.seq, next.last_at, sealed, next.id);
  }
}

function staleIfRival(error: unknown): Committed {
  if (error instanceof Rivalry) return STALE;
  throw error;
}
