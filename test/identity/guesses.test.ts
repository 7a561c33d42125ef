/** Nobody comes in by chance, however many guess, in however many processes. */
import { randomInt, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { CODE_POLICY } from '../../bots/identity/figures.ts';
import { codeOf, hashOf } from '../../bots/identity/secrets.ts';
import type { ClaimId, ConversationId, Guess, Store } from '../../store/ports.ts';
import type { PostgresStore } from '../../store/postgres.ts';
import { openInFolder } from '../store/open.ts';
import { openIn, withPostgres } from '../store/openPostgres.ts';
import { KEY, MINUTE, T0 } from './rig.ts';

const { digits, tries, lockFor, validFor } = CODE_POLICY;
const conversation = 'c' as ConversationId;
const digitsOf = (n: number): string => String(n).padStart(digits, '0');

async function issue(store: Pick<Store, 'issueCode'>, id: string = randomUUID()): Promise<string> {
  const hash = hashOf(KEY, id, conversation, codeOf(KEY, id, digits));
  const limit = { most: 1_000_000, since: 0 };
  const phone = randomUUID();
  const code = { id, conversation, asked: phone, phone, claims: [randomUUID()], hash, blank: '', at: T0 };
  await store.issueCode({ ...code, expiresAt: T0 + validFor }, { phone: limit, claim: limit });
  return id;
}
const guess = (code: string, key: string, typed: string): Guess => ({
  ...{ code, conversation, key, hash: hashOf(KEY, code, conversation, typed) },
  ...{ at: T0 + MINUTE, tries, lockUntil: T0 + lockFor },
});

describe('codes', () => {
  it('are all equally likely, and another one for each id', () => {
    const codes = Array.from({ length: 50_000 }, () => codeOf(KEY, randomUUID(), digits));
    expect(codes.every((code) => /^\d{6}$/.test(code))).to.equal(true);
    // Of 50,000 among a million about 48,771 differ; each first digit comes 5,000 times, give or take 67 (sigma).
    expect(new Set(codes).size).to.be.within(48_500, 49_050);
    for (let digit = 0; digit < 10; digit += 1)
      expect(codes.filter((code) => code.startsWith(String(digit))).length, String(digit)).to.be.within(4_600, 5_400);
    expect(codeOf(KEY, 'one', digits)).to.equal(codeOf(KEY, 'one', digits));
    expect(codeOf(Buffer.alloc(32, 1), 'one', digits)).not.to.equal(codeOf(KEY, 'one', digits));
  });

  it('open to none of 100,000 guesses at 20,000 of them, beyond chance', async function () {
    this.timeout(120_000);
    const opened = await openInFolder({ now: () => T0, tune: (db) => db.exec('PRAGMA synchronous = OFF') });
    try {
      const codes: string[] = [];
      while (codes.length < 20_000)
        codes.push(...(await Promise.all(Array.from({ length: 500 }, () => issue(opened.store)))));
      let right = 0;
      let wrong = 0;
      for (let round = 0; round < tries; round += 1) {
        const told = await Promise.all(
          codes.map((code) => opened.store.guessCode(guess(code, `r${round}`, digitsOf(randomInt(10 ** digits))))),
        );
        right += told.filter(({ kind }) => kind === 'right').length;
        wrong += told.filter(({ kind }) => kind === 'wrong' || kind === 'locked').length;
      }
      // A tenth of one is expected; four or more come by chance once in 260,000 runs.
      expect(right).to.be.at.most(3);
      expect(right + wrong).to.be.within(100_000 - right * tries, 100_000);
      const sixth = await Promise.all(codes.slice(0, 500).map((code) => opened.store.guessCode(guess(code, 'z', 'z'))));
      expect(new Set(sixth.map(({ kind }) => kind)).has('wrong')).to.equal(false);
    } finally {
      await opened.dispose();
    }
  });
});

withPostgres('codes in two processes', (schema) => {
  let a: PostgresStore;
  let b: PostgresStore;
  beforeEach(async () => {
    [a, b] = [(await openIn(schema)).store, (await openIn(schema)).store];
  });
  afterEach(async () => {
    await Promise.all([a.close(), b.close()]);
    await schema.clear();
  });
  const both = <T>(work: (store: PostgresStore, i: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: 50 }, (_, i) => work(i % 2 ? a : b, i)));

  it('take five of fifty guesses that come at once, and the right one no more than once', async () => {
    const code = await issue(a);
    const told = await both((store, i) => store.guessCode(guess(code, `w${i}`, 'wrong')));
    expect(told.filter(({ kind }) => kind === 'wrong')).to.have.length(tries - 1);
    expect(Number(await schema.value('SELECT tries FROM codes'))).to.equal(tries);
    expect((await a.guessCode(guess(code, 'r', codeOf(KEY, code, digits)))).kind).to.equal('locked');

    const other = await issue(b);
    const right = await both((store, i) => store.guessCode(guess(other, `r${i}`, codeOf(KEY, other, digits))));
    expect(right.filter(({ kind }) => kind === 'right')).to.have.length(1);
  });

  it('are sent to one phone five times a day, however many ask at once', async () => {
    const sent = await both((store) => {
      const code = { id: randomUUID(), conversation, asked: 'x', phone: 'p', claims: [randomUUID() as ClaimId] };
      const [phone, claim] = [CODE_POLICY.perPhone, CODE_POLICY.perClaim];
      return store.issueCode(
        { ...code, hash: 'h', blank: 'b', at: T0, expiresAt: T0 + validFor },
        {
          phone: { most: phone.most, since: T0 - phone.within },
          claim: { most: claim.most, since: T0 - claim.within },
        },
      );
    });
    expect(sent.filter((told) => told === 'send')).to.have.length(5);
  });
});
