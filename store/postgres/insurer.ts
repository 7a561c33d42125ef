import type { Change, ClaimRecord, InsurerPort } from '../insurer.ts';
import type { ClaimId } from '../records.ts';
import type { ClaimTableRow } from '../schema.ts';
import { COLUMNS, openClaim, sealFacts } from '../tables/claims.ts';
import { openEvent } from '../tables/events.ts';
import {
  type ApiAnswerRow,
  type ApiKeyRow,
  answerValues,
  type ChangeRow,
  changesSql,
  keyValues,
  NUMBERED_AT_ONCE,
  openAnswer,
  openKey,
  SQL,
} from '../tables/insurer.ts';
import type { Claims } from './claims.ts';
import type { Context } from './context.ts';
import { Rivalry } from './errors.ts';
import type { Events } from './events.ts';
import { claimKeyOrNew, type Wrapped } from './owners.ts';
import { sql } from './statement.ts';
import type { Tellings } from './tellings.ts';
import type { Tickets } from './tickets.ts';
import type { Tx } from './transaction.ts';

const KEY_OF_EVENT = `LEFT JOIN keys k ON k.kind = CASE WHEN e.person IS NULL THEN 'claim' ELSE 'person' END
     AND k.id = coalesce(e.person, e.claim)`;
const shared = changesSql(', k.wrapped', KEY_OF_EVENT);
const changes = {
  all: sql<ChangeRow & Wrapped>(shared.all),
  reported: sql<ChangeRow & Wrapped>(shared.reported),
};
const addKey = sql(SQL.addKey);
const keys = sql<ApiKeyRow>(SQL.keys);
const key = sql<ApiKeyRow>(SQL.key);
const revoke = sql(SQL.revoke);
const use = sql(SQL.use);
const answer = sql<ApiAnswerRow>(SQL.answer);
const addAnswer = sql(SQL.addAnswer);
const claimOf = sql<{ id: ClaimId }>(SQL.claim);
const nameIt = sql(SQL.name);
const writeFacts = sql(SQL.facts);
const contacted = sql(SQL.contacted);
const proposedAt = sql(SQL.proposedAt);
const proposed = sql<{ id: ClaimId }>(SQL.proposed);
const byInsurer = sql<ClaimTableRow & Wrapped>(
  `SELECT ${COLUMNS}, k.wrapped FROM claim_numbers n JOIN claims c ON c.id = n.claim
   LEFT JOIN keys k ON k.kind = 'claim' AND k.id = c.id WHERE n.number = ?`,
);
const waiting = sql<{ claim: ClaimId; seq: number }>(SQL.waiting);
const last = sql<{ feed: number }>(SQL.last);
const number = sql(SQL.number);
/** Two who ask at once must not give the same numbers. */
const holdFeed = sql<object>(`SELECT pg_advisory_xact_lock(hashtext('lipei feed'))`);

interface Parts {
  readonly claims: Claims;
  readonly events: Events;
  readonly tellings: Tellings;
  readonly tickets: Tickets;
}

/** What the insurer's claim system records and asks. */
export class Insurer {
  readonly port: InsurerPort;
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    const { db } = context;
    this.#context = context;
    this.#parts = parts;
    this.port = {
      addApiKey: (one) =>
        db.write(async (tx) => ((await tx.run(addKey, ...keyValues(one))) === 1 ? 'added' : 'nameTaken')),
      apiKeys: async () => (await db.all(keys)).map(openKey),
      apiKey: async (id) => (await db.all(key, id)).map(openKey)[0],
      revokeApiKey: (name, at) => db.write(async (tx) => (await tx.run(revoke, at, name)) === 1),
      noteApiUse: (id, day) => db.write(async (tx) => tx.send(use, day, id)),
      apiAnswer: async (one, id) => (await db.all(answer, one, id)).map(openAnswer)[0],
      claimOfInsurer: async (name) => {
        const row = await db.get(byInsurer, name);
        const opened = row && context.keys.open('claim', row.id, row.wrapped);
        return row && opened && openClaim(opened, row);
      },
      proposed: async (limit) => (await db.all(proposed, limit)).map(({ id }) => id),
      recordClaim: (record) => db.once((tx) => this.#record(tx, record)).catch(staleIfRival),
      changes: (wish) => db.write((tx) => this.#changes(tx, wish)),
    };
  }

  async #record(tx: Tx, record: ClaimRecord): Promise<'recorded' | 'stale'> {
    const { claims, events, tellings, tickets } = this.#parts;
    const { claim, number: name, whole, facts, lookups, at, answer: made, contactedAt } = record;
    if (await this.#isStale(tx, record)) return 'stale';
    for (const event of record.events) await events.append(tx, event);
    tellings.stir(tx, record.events);
    for (const ticket of record.tickets ?? []) await tickets.write(tx, ticket);
    for (const { id, by } of record.ticketsDone ?? []) tickets.settle(tx, id, by, at);
    if (whole) await claims.write(tx, whole, at);
    else {
      const owner = await claimKeyOrNew(this.#context.keys, tx, claim, at);
      tx.send(writeFacts, sealFacts(owner, claim, facts), at, claim);
      if (lookups) claims.index(tx, claim, lookups);
      if (contactedAt !== undefined) tx.send(contacted, contactedAt, claim);
    }
    if (record.proposedAt !== undefined) tx.send(proposedAt, record.proposedAt, claim);
    if (name !== undefined) tx.send(nameIt, name, claim);
    if (made) tx.send(addAnswer, ...answerValues(made));
    return 'recorded';
  }

  async #isStale(tx: Tx, { claim, expectedVersion, events, number: name, whole, answer: made }: ClaimRecord) {
    const { claims, events: kept } = this.#parts;
    if (await claims.areStale(tx, { events, claims: whole ? [whole] : [] })) return true;
    if ((await kept.count(tx, claim)) !== expectedVersion) return true;
    if (name !== undefined && (await tx.get(claimOf, name))) return true;
    return made !== undefined && (await tx.get(answer, made.key, made.id)) !== undefined;
  }

  async #changes(tx: Tx, { after, limit, only }: Parameters<InsurerPort['changes']>[0]): Promise<readonly Change[]> {
    await this.#number(tx);
    return (await tx.all(changes[only ?? 'all'], after, limit)).map((row) => this.#open(row));
  }

  async #number(tx: Tx): Promise<number> {
    await tx.get(holdFeed);
    const found = await tx.all(waiting, NUMBERED_AT_ONCE);
    const before = (await tx.get(last))?.feed ?? 0;
    for (const [i, { claim, seq }] of found.entries()) tx.send(number, before + i + 1, claim, seq);
    return before + found.length;
  }

  /** The last number of the feed: whoever begins here hears of nothing that is there already. */
  async end(tx: Tx): Promise<number> {
    for (let before = -1; ; ) {
      const end = await this.#number(tx);
      if (end === before) return end;
      before = end;
    }
  }

  #open({ feed, number: report, insurer, wrapped, ...row }: ChangeRow & Wrapped): Change {
    const { keys: opened } = this.#context;
    const { person, claim } = row;
    const owner = person === null ? opened.open('claim', claim, wrapped) : opened.open('person', person, wrapped);
    const event = owner && openEvent(owner, row);
    return { number: feed, claim, report: report ?? '', insurerNumber: insurer, event };
  }
}

function staleIfRival(error: unknown): 'stale' {
  if (error instanceof Rivalry) return 'stale';
  throw error;
}
