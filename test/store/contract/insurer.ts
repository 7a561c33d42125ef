import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ApiAnswer, ApiKey, ClaimId, ClaimRecord, Contact, Store } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { claimWrite, commit, DAY, event, id, start, T0 } from '../fixtures.ts';

const key = (name: string, over: Partial<ApiKey> = {}): ApiKey => ({
  ...{ id: randomUUID(), name, hash: 'aa'.repeat(32), scopes: ['read', 'write'], createdAt: T0 },
  ...{ revokedAt: null, usedOn: null, ...over },
});
const answer = (over: Partial<ApiAnswer> = {}): ApiAnswer => ({
  ...{ key: 'k1', id: 'once', print: 'p', status: 201, body: '{}', at: T0, ...over },
});
const record = (claim: ClaimId, expectedVersion: number, over: Partial<ClaimRecord> = {}): ClaimRecord => ({
  ...{ claim, expectedVersion, at: T0, facts: { seen: expectedVersion }, ...over },
  events: over.events ?? [event(claim, { type: 'stageChanged', by: 'insurer', via: 'api' })],
});
/** A claim that nobody reported here. */
const made = (claim: ClaimId, number: string, over: Partial<ClaimRecord> = {}): ClaimRecord =>
  record(claim, 0, { number, whole: claimWrite(claim, number, { status: 'registered' }), ...over });

async function reported(store: Store, claim: ClaimId, number: string) {
  const c = await start(store);
  await commit(store, c, { events: [event(claim, { person: c.person })], claims: [claimWrite(claim, number)] });
  return c;
}
const told = async (store: Store, after = 0, limit = 100, only?: 'reported') =>
  (await store.changes({ after, limit, ...(only ? { only } : {}) })).map(({ number, claim }) => `${number} ${claim}`);

export function insurerContract(current: Current): void {
  describe('the claim system of the insurer', () => {
    keys(current);
    records(current);
    feed(current);
  });
}

function keys(current: Current): void {
  it('has keys with names of their own, which are revoked once and remembered', async () => {
    const first = key('core');
    expect(await current().store.addApiKey(first)).to.equal('added');
    expect(await current().store.addApiKey(key('core'))).to.equal('nameTaken');
    await current().store.addApiKey(key('reader', { scopes: ['read'], createdAt: T0 + 1 }));
    await current().store.noteApiUse(first.id, '2026-01-05');
    expect(await current().store.revokeApiKey('core', T0 + 5)).to.equal(true);
    await current().reopen();
    const { store } = current();
    expect(await store.revokeApiKey('core', T0 + 9)).to.equal(false);
    expect(await store.apiKey(first.id)).to.deep.equal({ ...first, revokedAt: T0 + 5, usedOn: '2026-01-05' });
    expect((await store.apiKeys()).map(({ name, scopes }) => [name, scopes])).to.deep.equal([
      ['core', ['read', 'write']],
      ['reader', ['read']],
    ]);
    expect(await store.apiKey('nobody')).to.equal(undefined);
  });
}

function records(current: Current): void {
  it('takes up a claim by its own number, and adds to it, whatever the claim is called here', async () => {
    const { store } = current();
    const claim = id.claim();
    await reported(store, claim, 'R1');
    expect(await store.claimOfInsurer('P1')).to.equal(undefined);
    expect(await store.recordClaim(record(claim, 1, { number: 'P1' }))).to.equal('recorded');
    expect(await store.claimOfInsurer('P1')).to.include({ id: claim, number: 'R1', version: 2 });
    expect((await store.claim(claim))?.facts).to.deep.equal({ seen: 1 });
    expect((await store.events(claim)).map(({ type, by }) => [type, by])).to.deep.equal([
      ['reported', 'person'],
      ['stageChanged', 'insurer'],
    ]);
  });

  it('keeps when somebody first spoke with whoever reported it, once, and only where that was promised', async () => {
    const { store } = current();
    const [claim, other] = [id.claim(), id.claim()];
    const c = await start(store);
    const contact: Contact = {
      ...{ conversation: c.id, branch: null, severity: 'light', lang: 'zh-CN', reportedAt: T0, from: T0 },
      ...{ due: T0 + DAY, assignee: null, assignedAt: T0, contactedAt: null },
    };
    await commit(store, c, { events: [event(claim)], claims: [claimWrite(claim, 'RC', { contact })] });
    await reported(store, other, 'RD');
    const due = async () => (await store.contactsDue({ limit: 99 })).map((one) => one.claim);
    await store.recordClaim(record(claim, 1));
    expect(await due(), 'other events change nothing of it').to.include(claim);
    await store.recordClaim(record(claim, 2, { contactedAt: T0 + 5 }));
    await store.recordClaim(record(claim, 3, { contactedAt: T0 + 9 }));
    await store.recordClaim(record(other, 1, { contactedAt: T0 + 7 }));
    expect(await due()).to.not.include(claim);
    expect((await store.contactsOf(c.id)).map(({ contactedAt }) => contactedAt)).to.deep.equal([T0 + 5]);
    expect(await store.recentContacts(9)).to.include(5);
    expect(await store.recentContacts(9)).to.not.include(7);
  });

  it('knows in which claims something waits for a second colleague, the longest waiting first', async () => {
    const { store } = current();
    const [first, second] = [id.claim(), id.claim()];
    await reported(store, first, 'RP1');
    await reported(store, second, 'RP2');
    await store.recordClaim(record(first, 1, { proposedAt: T0 + 9 }));
    await store.recordClaim(record(second, 1, { proposedAt: T0 + 5 }));
    await store.recordClaim(record(second, 2));
    await current().reopen();
    expect(await current().store.proposed(9)).to.deep.equal([second, first]);
    expect(await current().store.proposed(1)).to.deep.equal([second]);
    await current().store.recordClaim(record(second, 3, { proposedAt: null }));
    expect(await current().store.proposed(9)).to.deep.equal([first]);
    await current().store.recordClaim(record(first, 2, { proposedAt: null }));
  });

  it('makes a claim that nobody reported here', async () => {
    const claim = id.claim();
    expect(await current().store.recordClaim(made(claim, 'P2'))).to.equal('recorded');
    await current().reopen();
    expect(await current().store.claimOfInsurer('P2')).to.include({ id: claim, number: 'P2', status: 'registered' });
  });

  it('what colleagues have to do is written and done with in the same commit, or not at all', async () => {
    const { store } = current();
    const claim = id.claim();
    const { id: conversation } = await reported(store, claim, 'R7');
    const made = event(claim, { type: 'promiseMade', by: 'adjuster' });
    const data = { what: 'call', who: 'Li' };
    const ticket = {
      id: made.id,
      kind: 'promise',
      conversation,
      claim,
      at: T0,
      slot: T0 + DAY,
      branch: 'north',
      data,
    } as const;
    const open = async () => (await store.openTicketsOf(conversation)).map(({ doneAt: _, ...one }) => one);
    expect(await store.recordClaim(record(claim, 9, { events: [made], tickets: [ticket] }))).to.equal('stale');
    expect(await open()).to.deep.equal([]);
    expect(await store.recordClaim(record(claim, 1, { events: [made], tickets: [ticket] }))).to.equal('recorded');
    expect(await open()).to.deep.equal([ticket]);
    const kept = { events: [event(claim, { type: 'promiseKept' })], ticketsDone: [{ id: ticket.id, by: 'a1' }] };
    expect(await store.recordClaim(record(claim, 2, kept))).to.equal('recorded');
    expect(await open()).to.deep.equal([]);
    expect((await store.tickets(9)).find((one) => one.id === ticket.id)).to.include({ takenBy: 'a1', doneAt: T0 });
  });

  it('refuses what knew another state, and writes nothing of it', async () => {
    const { store } = current();
    const [claim, other] = [id.claim(), id.claim()];
    await reported(store, claim, 'R3');
    await store.recordClaim(record(claim, 1, { number: 'P3' }));
    const stale = [
      record(claim, 1),
      record(claim, 2, { number: 'P3' }),
      made(other, 'P3'),
      made(other, 'R3', { number: 'P4' }),
    ];
    for (const one of stale) expect(await store.recordClaim(one)).to.equal('stale');
    expect(await store.events(claim)).to.have.length(2);
    expect(await store.claim(other)).to.equal(undefined);
    expect(await store.claimOfInsurer('P4')).to.equal(undefined);
  });

  it('of many at once only one wins', async () => {
    const { store } = current();
    const claim = id.claim();
    await reported(store, claim, 'R5');
    const all = await Promise.all(Array.from({ length: 8 }, () => store.recordClaim(record(claim, 1))));
    expect(all.filter((one) => one === 'recorded')).to.have.length(1);
    expect(await store.events(claim)).to.have.length(2);
  });

  it('keeps an answer with what it answers, once, until it is pruned', async () => {
    const { store } = current();
    const claim = id.claim();
    await store.recordClaim(made(claim, 'P6', { answer: answer() }));
    expect(await store.recordClaim(record(claim, 1, { answer: answer({ print: 'q' }) }))).to.equal('stale');
    expect(await store.apiAnswer('k1', 'once')).to.deep.equal(answer());
    expect(await store.apiAnswer('k2', 'once')).to.equal(undefined);
    await store.prune(T0 + DAY);
    expect(await store.apiAnswer('k1', 'once')).to.equal(undefined);
    expect(await store.events(claim)).to.have.length(1);
  });
}

function feed(current: Current): void {
  it('tells what is new in an order that stays', async () => {
    const { store } = current();
    const [a, b] = [id.claim('a'), id.claim('b')];
    await reported(store, b, 'Rb');
    expect(await told(store)).to.deep.equal(['1 b']);
    await reported(store, a, 'Ra');
    await store.recordClaim(record(b, 1, { number: 'Pb' }));
    expect(await told(store)).to.deep.equal(['1 b', '2 a', '3 b']);
    expect(await told(store, 1, 1)).to.deep.equal(['2 a']);
    expect(await told(store, 0, 100, 'reported')).to.deep.equal(['1 b', '2 a']);
    await current().reopen();
    expect(await told(current().store, 3)).to.deep.equal([]);
    const [first] = await current().store.changes({ after: 2, limit: 1 });
    expect(first).to.deep.include({ number: 3, report: 'Rb', insurerNumber: 'Pb' });
    expect(first?.event).to.include({ type: 'stageChanged', claim: 'b' });
  });

  it('gives each number once, whoever asks at the same moment', async () => {
    const { store } = current();
    for (const name of ['c', 'd', 'e', 'f']) await reported(store, id.claim(name), `R${name}`);
    const all = await Promise.all(Array.from({ length: 6 }, () => told(store)));
    for (const one of all) expect(one).to.deep.equal(['1 c', '2 d', '3 e', '4 f']);
  });

  it('goes on past what an erased person said', async () => {
    const { store } = current();
    const c = await reported(store, id.claim('g'), 'Rg');
    await store.recordClaim(record(id.claim('g'), 1));
    await store.erasePerson(c.person);
    const all = await store.changes({ after: 0, limit: 10 });
    expect(all.map(({ event: one }) => one?.type)).to.deep.equal([undefined, 'stageChanged']);
  });
}
