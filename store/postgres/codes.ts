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
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

const add = sql(SQL.add);
const addClaim = sql(SQL.addClaim);
const byId = sql<CodeRow>(SQL.byId);
const claimsOf = sql<{ claim: ClaimId }>(SQL.claims);
const sent = sql(SQL.sent);
const ofPhone = sql<Counted>(SQL.ofPhone);
const ofClaim = sql<{ n: number }>(SQL.ofClaim);
const asked = sql<{ at: number; locked: number | null }>(SQL.asked);
const noteOrigin = sql(SQL.noteOrigin);
const originOf = sql<{ origin: string }>(SQL.originOf);
const ofOrigin = sql<{ at: number }>(SQL.ofOrigin);
const sweptOrigins = sql(SWEPT_ORIGINS);
const guessIt = sql(SQL.guess);
const claimsBy = sql<{ claim: ClaimId }>(SQL.claimsBy);
const swept = SWEPT.map((one) => sql(one));
/** Whoever else sends to this phone or about these claims waits until the transaction ends; in one order for all. */
const hold = sql<object>(
  `SELECT pg_advisory_xact_lock(hashtext('lipei code'), hashtext(one)) FROM unnest(?::text[]) AS one`,
);

/** One-time codes, and what they may open. */
export class Codes {
  readonly port: CodePort;

  constructor({ db, blind }: Context) {
    this.port = {
      issueCode: (code, limits) => db.write((tx) => issue(tx, code, limits)),
      codeSent: (id, at) => db.write(async (tx) => tx.send(sent, at, id)),
      codeUse: async (words, since) => {
        const rows = await db.all(asked, words, since);
        return { asked: rows.map(({ at }) => at), lockedUntil: Math.max(0, ...rows.map(({ locked }) => locked ?? 0)) };
      },
      guessCode: (guess) => db.write((tx) => count(tx, guess)),
      noteOrigin: (conversation, origin, at) => db.write(async (tx) => tx.send(noteOrigin, conversation, origin, at)),
      codesFrom: async (conversation, since) => (await db.all(ofOrigin, conversation, since)).map(({ at }) => at),
      sweepOrigins: (before) =>
        inBatches(async () => (await db.write((tx) => tx.run(sweptOrigins, before, BATCH))) === BATCH),
      sweepCodes: async (before) => {
        for (const one of swept)
          await inBatches(async () => (await db.write((tx) => tx.run(one, before, BATCH))) === BATCH);
      },
      claimsBy: async (by, value, limit) =>
        (await db.all(claimsBy, by, blind(by, value), limit)).map(({ claim }) => claim),
    };
  }
}

async function issue(tx: Tx, code: NewCode, { phone, claim, address }: CodeLimits) {
  const origin = address && (await tx.get(originOf, code.conversation))?.origin;
  await tx.all(hold, [code.id, code.phone, ...(origin === undefined ? [] : [origin]), ...code.claims].sort());
  const before = await tx.get(byId, code.id);
  if (before) return issuedBefore(before, code);
  const [ofIt, ...ofClaims] = await Promise.all([
    tx.get(ofPhone, code.phone, phone.since),
    ...code.claims.map((one) => tx.get(ofClaim, one, claim.since)),
  ]);
  const near = address ? await tx.all(ofOrigin, code.conversation, address.since) : [];
  const crowded = address !== undefined && near.length >= address.most;
  const full = crowded || ofClaims.some((one) => (one?.n ?? 0) >= claim.most);
  const blank = full || (ofIt?.n ?? 0) >= phone.most || (ofIt?.locked ?? 0) > code.at || code.hash === code.blank;
  tx.send(add, ...valuesOf(code, blank ? code.blank : code.hash));
  for (const one of code.claims) tx.send(addClaim, one, code.id, code.at);
  return blank ? 'blank' : 'send';
}

/** The update waits for the row: it judges what the guess before has left. */
async function count(tx: Tx, guess: Guess): Promise<Guessed> {
  await tx.run(guessIt, ...guessValues(guess));
  const [row, claims] = await Promise.all([tx.get(byId, guess.code), tx.all(claimsOf, guess.code)]);
  return isMine(row, guess)
    ? answerOf(
        row,
        guess,
        claims.map(({ claim }) => claim),
      )
    : { kind: 'none' };
}
