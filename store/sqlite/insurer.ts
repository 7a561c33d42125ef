import type { Change, ClaimRecord, InsurerPort } from '../insurer.ts';
import type { ClaimId } from '../records.ts';
import type { ClaimTableRow } from '../schema.ts';
import { openClaim, sealFacts } from '../tables/claims.ts';
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
import type { Database } from './database.ts';
import type { Events } from './events.ts';
import type { Tellings } from './tellings.ts';
import type { Tickets } from './tickets.ts';

const statements = (db: Database) => ({
  addKey: db.prepare(SQL.addKey),
  keys: db.prepare<ApiKeyRow>(SQL.keys),
  key: db.prepare<ApiKeyRow>(SQL.key),
  revoke: db.prepare(SQL.revoke),
  use: db.prepare(SQL.use),
  answer: db.prepare<ApiAnswerRow>(SQL.answer),
  addAnswer: db.prepare(SQL.addAnswer),
  claim: db.prepare<{ id: ClaimId }>(SQL.claim),
  name: db.prepare(SQL.name),
  facts: db.prepare(SQL.facts),
  contacted: db.prepare(SQL.contacted),
  proposedAt: db.prepare(SQL.proposedAt),
  proposed: db.prepare<{ id: ClaimId }>(SQL.proposed),
  byInsurer: db.prepare<ClaimTableRow>(SQL.byInsurer),
  waiting: db.prepare<{ claim: ClaimId; seq: number }>(SQL.waiting),
  last: db.prepare<{ feed: number }>(SQL.last),
  number: db.prepare(SQL.number),
  all: db.prepare<ChangeRow>(changesSql().all),
  reported: db.prepare<ChangeRow>(changesSql().reported),
});

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
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context, parts: Parts) {
    const { db, keys } = context;
    const sql = statements(db);
    this.#context = context;
    this.#parts = parts;
    this.#sql = sql;
    this.port = {
      addApiKey: (key) => db.write(() => (sql.addKey.run(...keyValues(key)) === 1 ? 'added' : 'nameTaken')),
      apiKeys: () => db.read(() => sql.keys.all().map(openKey)),
      apiKey: (id) => db.read(() => sql.key.all(id).map(openKey)[0]),
      revokeApiKey: (name, at) => db.write(() => sql.revoke.run(at, name) === 1),
      noteApiUse: (id, day) => db.write(() => void sql.use.run(day, id)),
      apiAnswer: (key, id) => db.read(() => sql.answer.all(key, id).map(openAnswer)[0]),
      claimOfInsurer: (number) =>
        db.read(() => {
          const row = sql.byInsurer.get(number);
          const key = row && keys.claim(row.id);
          return key && openClaim(key, row);
        }),
      proposed: (limit) => db.read(() => sql.proposed.all(limit).map(({ id }) => id)),
      recordClaim: (record) => db.write(() => this.#record(record), db.patience.commit),
      changes: (wish) => db.write(() => this.#changes(wish)),
    };
  }

  #record(record: ClaimRecord): 'recorded' | 'stale' {
    const { claims, events, tellings, tickets } = this.#parts;
    const { claim, expectedVersion, number, whole, facts, lookups, at, answer, contactedAt } = record;
    const owner = number === undefined ? undefined : this.#sql.claim.get(number);
    const taken = owner !== undefined || (whole !== undefined && claims.numberTaken(whole));
    const answered = answer !== undefined && this.#sql.answer.get(answer.key, answer.id) !== undefined;
    if (taken || answered || events.count(claim) !== expectedVersion) return 'stale';
    for (const event of record.events) events.append(event);
    tellings.stir(record.events);
    for (const ticket of record.tickets ?? []) tickets.write(ticket);
    for (const { id, by } of record.ticketsDone ?? []) tickets.settle(id, by, at);
    if (whole) claims.write(whole, at);
    else {
      this.#sql.facts.run(sealFacts(this.#context.keys.claimOrNew(claim, at), claim, facts), at, claim);
      if (lookups) claims.index(claim, lookups);
      if (contactedAt !== undefined) this.#sql.contacted.run(contactedAt, claim);
    }
    if (record.proposedAt !== undefined) this.#sql.proposedAt.run(record.proposedAt, claim);
    if (number !== undefined) this.#sql.name.run(number, claim);
    if (answer) this.#sql.addAnswer.run(...answerValues(answer));
    return 'recorded';
  }

  #changes({ after, limit, only }: Parameters<InsurerPort['changes']>[0]): readonly Change[] {
    this.#number();
    return this.#sql[only ?? 'all'].all(after, limit).map((row) => this.#open(row));
  }

  #number(): number {
    const sql = this.#sql;
    const waiting = sql.waiting.all(NUMBERED_AT_ONCE);
    const last = sql.last.get()?.feed ?? 0;
    for (const [i, { claim, seq }] of waiting.entries()) sql.number.run(last + i + 1, claim, seq);
    return last + waiting.length;
  }

  /** The last number of the feed: whoever begins here hears of nothing that is there already. */
  end(): number {
    for (let before = -1; ; ) {
      const last = this.#number();
      if (last === before) return last;
      before = last;
    }
  }

  #open({ feed, number, insurer, ...row }: ChangeRow): Change {
    const { keys } = this.#context;
    const key = row.person === null ? keys.claim(row.claim) : keys.person(row.person);
    const event = key && openEvent(key, row);
    return { number: feed, claim: row.claim, report: number ?? '', insurerNumber: insurer, event };
  }
}
