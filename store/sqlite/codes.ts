import { BATCH, inBatches } from '../batches.ts';
import type { CodeLimits, CodePort, Guess, Guessed, NewCode } from '../codes.ts';
import type { ClaimId } from '../records.ts';
import {
  answerOf,
  type CodeRow,
  type Counted,
  guessValues,
  isMine,
  issuedBefore,
  SQL,
  SWEPT,
  SWEPT_ORIGINS,
  valuesOf,
} from '../tables/codes.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  add: db.prepare(SQL.add),
  addClaim: db.prepare(SQL.addClaim),
  byId: db.prepare<CodeRow>(SQL.byId),
  claims: db.prepare<{ claim: ClaimId }>(SQL.claims),
  sent: db.prepare(SQL.sent),
  ofPhone: db.prepare<Counted>(SQL.ofPhone),
  ofClaim: db.prepare<{ n: number }>(SQL.ofClaim),
  asked: db.prepare<{ at: number; locked: number | null }>(SQL.asked),
  noteOrigin: db.prepare(SQL.noteOrigin),
  ofOrigin: db.prepare<{ at: number }>(SQL.ofOrigin),
  sweptOrigins: db.prepare(SWEPT_ORIGINS),
  guess: db.prepare(SQL.guess),
  claimsBy: db.prepare<{ claim: ClaimId }>(SQL.claimsBy),
  swept: SWEPT.map((sql) => db.prepare(sql)),
});

/** One-time codes, and what they may open. */
export class Codes {
  readonly port: CodePort;
  readonly #sql: ReturnType<typeof statements>;

  constructor({ db, blind }: Context) {
    const sql = statements(db);
    this.#sql = sql;
    this.port = {
      issueCode: (code, limits) => db.write(() => this.#issue(code, limits), db.patience.commit),
      codeSent: (id, at) => db.write(() => void sql.sent.run(at, id), db.patience.commit),
      codeUse: (asked, since) =>
        db.read(() => {
          const rows = sql.asked.all(asked, since);
          return {
            asked: rows.map(({ at }) => at),
            lockedUntil: Math.max(0, ...rows.map(({ locked }) => locked ?? 0)),
          };
        }),
      guessCode: (guess) => db.write(() => this.#guess(guess), db.patience.commit),
      noteOrigin: (conversation, origin, at) =>
        db.write(() => void sql.noteOrigin.run(conversation, origin, at), db.patience.commit),
      codesFrom: (conversation, since) => db.read(() => sql.ofOrigin.all(conversation, since).map(({ at }) => at)),
      sweepOrigins: (before) =>
        inBatches(
          async () => (await db.write(() => sql.sweptOrigins.run(before, BATCH), db.patience.commit)) === BATCH,
        ),
      sweepCodes: async (before) => {
        for (const one of sql.swept)
          await inBatches(async () => (await db.write(() => one.run(before, BATCH), db.patience.commit)) === BATCH);
      },
      claimsBy: (by, value, limit) =>
        db.read(() => sql.claimsBy.all(by, blind(by, value), limit).map(({ claim }) => claim)),
    };
  }

  #issue(code: NewCode, { phone, claim, address }: CodeLimits) {
    const sql = this.#sql;
    const before = sql.byId.get(code.id);
    if (before) return issuedBefore(before, code);
    const { n, locked } = sql.ofPhone.get(code.phone, phone.since) ?? { n: 0, locked: null };
    const crowded = address && sql.ofOrigin.all(code.conversation, address.since).length >= address.most;
    const full = crowded || code.claims.some((one) => (sql.ofClaim.get(one, claim.since)?.n ?? 0) >= claim.most);
    const blank = full || n >= phone.most || (locked ?? 0) > code.at || code.hash === code.blank;
    sql.add.run(...valuesOf(code, blank ? code.blank : code.hash));
    for (const one of code.claims) sql.addClaim.run(one, code.id, code.at);
    return blank ? 'blank' : 'send';
  }

  #guess(guess: Guess): Guessed {
    const sql = this.#sql;
    sql.guess.run(...guessValues(guess));
    const row = sql.byId.get(guess.code);
    const claims = sql.claims.all(guess.code).map(({ claim }) => claim);
    return isMine(row, guess) ? answerOf(row, guess, claims) : { kind: 'none' };
  }
}
