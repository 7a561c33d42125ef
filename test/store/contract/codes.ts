import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ClaimId, ConversationId, Guess, NewCode, Store } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { claimWrite, commit, DAY, event, id, start, T0 } from '../fixtures.ts';

const MINUTE = 60_000;
const TRIES = 5;

const newCode = (over: Partial<NewCode> = {}): NewCode => ({
  ...{ id: randomUUID(), conversation: id.conversation(), asked: 'asked', phone: randomUUID(), claims: ['c1'] },
  ...{ hash: 'right', blank: 'blank', at: T0, expiresAt: T0 + 5 * MINUTE, ...over },
});
const limits = (at = T0, most = 5) => ({ phone: { most, since: at - DAY }, claim: { most: 20, since: at - DAY } });
const guessOf = (code: NewCode, key: string, hash: string, over: Partial<Guess> = {}): Guess => ({
  ...{ code: code.id, conversation: code.conversation, key, hash, at: T0 + MINUTE, tries: TRIES },
  ...{ lockUntil: T0 + 16 * MINUTE, ...over },
});
async function issued(store: Store, over: Partial<NewCode> = {}): Promise<NewCode> {
  const code = newCode(over);
  await store.issueCode(code, limits(code.at));
  return code;
}

export function codeContract(current: Current): void {
  describe('one-time codes', () => {
    guesses(current);
    sending(current);
    limitsOf(current);
    forgetting(current);
    finding(current);
  });
}

function guesses(current: Current): void {
  it('open what they were issued for, once', async () => {
    const { store } = current();
    const code = await issued(store, { claims: ['c2', 'c1'] });
    const right = { kind: 'right', phone: code.phone, claims: ['c1', 'c2'] };
    expect(await store.guessCode(guessOf(code, '1-a', 'right'))).to.deep.equal(right);
    // The same turn again hears the same; another one does not.
    expect(await store.guessCode(guessOf(code, '1-a', 'right'))).to.deep.equal(right);
    expect(await store.guessCode(guessOf(code, '2-a', 'right'))).to.deep.equal({ kind: 'over' });
  });

  it('take five wrong guesses, then are locked, whatever is guessed', async () => {
    const { store } = current();
    const code = await issued(store);
    const told = [];
    for (const key of ['1', '2', '2', '3', '4', '5']) told.push(await store.guessCode(guessOf(code, key, `w${key}`)));
    const locked = { kind: 'locked', until: T0 + 16 * MINUTE };
    expect(told).to.deep.equal([4, 3, 3, 2, 1].map((left) => ({ kind: 'wrong', left })).concat(locked as never));
    expect(await store.guessCode(guessOf(code, '6', 'right'))).to.deep.equal(locked);
    expect(await store.guessCode(guessOf(code, '7', 'right', { at: T0 + 17 * MINUTE }))).to.deep.equal({
      kind: 'over',
    });
  });

  it('take no sixth guess of fifty at once', async () => {
    const { store } = current();
    const code = await issued(store);
    const all = Array.from({ length: 50 }, (_, i) => store.guessCode(guessOf(code, `k${i}`, `w${i}`)));
    const told = await Promise.all(all);
    expect(told.filter(({ kind }) => kind === 'wrong')).to.have.length(4);
    expect(told.filter(({ kind }) => kind === 'locked')).to.have.length(46);
  });

  it('open once of fifty right guesses at once', async () => {
    const { store } = current();
    const code = await issued(store);
    const all = Array.from({ length: 50 }, (_, i) => store.guessCode(guessOf(code, `k${i}`, 'right')));
    expect((await Promise.all(all)).filter(({ kind }) => kind === 'right')).to.have.length(1);
  });

  it('are nothing when they are too old, in another conversation, under another id, or blank', async () => {
    const { store } = current();
    const code = await issued(store);
    const tell = async (over: Partial<Guess>) => (await store.guessCode(guessOf(code, 'k', 'right', over))).kind;
    expect(await tell({ at: code.expiresAt })).to.equal('over');
    expect(await tell({ conversation: id.conversation() })).to.equal('none');
    expect(await tell({ code: randomUUID() })).to.equal('none');
    expect(await tell({ at: code.expiresAt - 1 })).to.equal('right');
    const blank = await issued(store, { hash: 'blank' });
    expect(await store.guessCode(guessOf(blank, 'k', 'right'))).to.deep.equal({ kind: 'wrong', left: 4 });
  });

  it('survive a restart with the guesses that were made', async () => {
    const code = await issued(current().store);
    await current().store.guessCode(guessOf(code, '1', 'w'));
    await current().reopen();
    expect(await current().store.guessCode(guessOf(code, '2', 'w'))).to.deep.equal({ kind: 'wrong', left: 3 });
  });
}

function sending(current: Current): void {
  it('are sent once, whoever issues them again', async () => {
    const { store } = current();
    const code = newCode();
    expect(await store.issueCode(code, limits())).to.equal('send');
    expect(await store.issueCode(code, limits())).to.equal('send');
    await store.codeSent(code.id, T0 + 1);
    expect(await store.issueCode(code, limits())).to.equal('sent');
    expect(await store.issueCode({ ...code, phone: 'another' }, limits())).to.equal('blank');
  });

  it('are counted by what was typed, also those that went nowhere', async () => {
    const { store } = current();
    const conversation = 'c' as ConversationId;
    await issued(store, { asked: 'x', at: T0 });
    await issued(store, { asked: 'x', at: T0 + 1, hash: 'blank', conversation });
    await issued(store, { asked: 'y', at: T0 + 2 });
    expect(await store.codeUse('x', T0 - 1)).to.deep.equal({ asked: [T0, T0 + 1], lockedUntil: 0 });
    expect(await store.codeUse('x', T0)).to.deep.equal({ asked: [T0 + 1], lockedUntil: 0 });
    expect(await store.codeUse('z', 0)).to.deep.equal({ asked: [], lockedUntil: 0 });
  });

  it('lock the words that they were asked for by', async () => {
    const { store } = current();
    const code = await issued(store, { asked: 'x', hash: 'blank' });
    for (const key of ['1', '2', '3', '4', '5']) await store.guessCode(guessOf(code, key, key));
    expect((await store.codeUse('x', T0 - 1)).lockedUntil).to.equal(T0 + 16 * MINUTE);
    expect((await store.codeUse('y', T0 - 1)).lockedUntil).to.equal(0);
  });
}

function limitsOf(current: Current): void {
  const issue = (store: Store, over: Partial<NewCode>) => store.issueCode(newCode(over), limits(over.at));

  it('are not sent to a phone that got five within a day, and are again afterwards', async () => {
    const { store } = current();
    const told = [];
    for (let i = 0; i < 6; i += 1) told.push(await issue(store, { phone: 'p', at: T0 + i, claims: [`c${i}`] }));
    expect(told).to.deep.equal(['send', 'send', 'send', 'send', 'send', 'blank']);
    expect(await issue(store, { phone: 'q', at: T0 + 6 })).to.equal('send');
    expect(await issue(store, { phone: 'p', at: T0 + 2 * DAY })).to.equal('send');
  });

  it('are sent to one phone no more often than that by thirty at once', async () => {
    const { store } = current();
    const all = Array.from({ length: 30 }, () => issue(store, { phone: 'p', at: T0, claims: [randomUUID()] }));
    expect((await Promise.all(all)).filter((told) => told === 'send')).to.have.length(5);
  });

  it('are not sent about a claim that twenty were sent about within a day', async () => {
    const { store } = current();
    for (let i = 0; i < 20; i += 1) await issue(store, { claims: ['c', 'd'], at: T0 });
    expect(await issue(store, { claims: ['c'], at: T0 + 1 })).to.equal('blank');
    expect(await issue(store, { claims: ['e'], at: T0 + 1 })).to.equal('send');
  });

  it('are not sent to conversations that were opened from where ten were asked for within an hour', async () => {
    const { store } = current();
    const talks = Array.from({ length: 12 }, () => id.conversation());
    const from = (conversation: ConversationId, at: number, claim = randomUUID()) =>
      store.issueCode(newCode({ conversation, at, claims: [claim] }), {
        ...limits(at),
        address: { most: 10, since: at - 60 * MINUTE },
      });
    for (const [i, talk] of talks.entries()) await store.noteOrigin(talk, i < 11 ? 'here' : 'there', T0);
    const told = [];
    for (const talk of talks.slice(0, 11)) told.push(await from(talk, T0));
    expect(told.filter((one) => one === 'send')).to.have.length(10);
    expect(told.at(-1)).to.equal('blank');
    const [first, last] = [talks[0] as ConversationId, talks[11] as ConversationId];
    expect(await store.codesFrom(first, T0 - 1)).to.deep.equal(Array.from({ length: 11 }, () => T0));
    expect(await store.codesFrom(last, T0 - 1)).to.deep.equal([]);
    expect(await from(last, T0)).to.equal('send');
    // From where nobody knows: not counted by it.
    expect(await from(id.conversation(), T0)).to.equal('send');
    expect(await from(first, T0 + 61 * MINUTE)).to.equal('send');
  });

  it('are counted where a conversation was opened last; that is forgotten when it is old', async () => {
    const { store } = current();
    const talk = id.conversation();
    await store.noteOrigin(talk, 'here', T0);
    await store.noteOrigin(talk, 'there', T0 + 1);
    await issued(store, { conversation: talk });
    const other = id.conversation();
    await store.noteOrigin(other, 'here', T0 + 2);
    expect(await store.codesFrom(other, 0)).to.deep.equal([]);
    await store.noteOrigin(other, 'there', T0 + 2);
    expect(await store.codesFrom(other, 0)).to.deep.equal([T0]);
    await store.sweepOrigins(T0 + 2);
    expect(await store.codesFrom(other, 0)).to.deep.equal([]);
    await store.sweepOrigins(T0 + 3);
    expect(await store.codesFrom(other, 0)).to.deep.equal([]);
  });

  it('are not sent to a phone at which somebody has guessed too often', async () => {
    const { store } = current();
    const code = await issued(store, { phone: 'p' });
    for (const key of ['1', '2', '3', '4', '5']) await store.guessCode(guessOf(code, key, key));
    expect(await issue(store, { phone: 'p', at: T0 + 15 * MINUTE })).to.equal('blank');
    expect(await issue(store, { phone: 'p', at: T0 + 16 * MINUTE })).to.equal('send');
  });
}

function forgetting(current: Current): void {
  it('are forgotten when they are old, and not before', async () => {
    const { store } = current();
    const old = await issued(store, { asked: 'x', at: T0 - 1 });
    const young = await issued(store, { asked: 'x', at: T0 });
    await store.sweepCodes(T0);
    expect((await store.codeUse('x', 0)).asked).to.deep.equal([T0]);
    expect((await store.guessCode(guessOf(old, 'k', 'right'))).kind).to.equal('none');
    expect((await store.guessCode(guessOf(young, 'k', 'right'))).kind).to.equal('right');
  });
}

function finding(current: Current): void {
  const found = (store: Store, by: 'plate' | 'phone', value: string) => store.claimsBy(by, value, 2);

  it('are looked for by plate and phone, changed last first', async () => {
    const { store } = current();
    const claims: ClaimId[] = [];
    for (const n of [1, 2, 3]) {
      const claim = id.claim();
      claims.unshift(claim);
      const write = claimWrite(claim, `n${n}`, { updatedAt: T0 + n, plates: ['P1'], phones: [`t${n}`] });
      await commit(store, await start(store), { events: [event(claim)], claims: [write] });
    }
    expect(await found(store, 'plate', 'P1')).to.deep.equal(claims.slice(0, 2));
    expect(await found(store, 'phone', 't1')).to.deep.equal([claims[2]]);
    expect(await found(store, 'phone', 'P1')).to.deep.equal([]);
  });

  it('are looked for by what the insurer has recorded since, and not by what it has taken away', async () => {
    const { store } = current();
    const claim = id.claim();
    const write = claimWrite(claim, 'n', { plates: ['P1'], phones: ['t1'] });
    await commit(store, await start(store), { events: [event(claim)], claims: [write] });
    const record = { claim, at: T0, facts: {}, events: [event(claim, { type: 'registered', by: 'insurer' })] };
    await store.recordClaim({ ...record, expectedVersion: 1, lookups: { plates: ['P2'], phones: ['t1', 't2'] } });
    expect(await found(store, 'plate', 'P1')).to.deep.equal([]);
    expect(await found(store, 'plate', 'P2')).to.deep.equal([claim]);
    expect(await found(store, 'phone', 't2')).to.deep.equal([claim]);
  });
}
