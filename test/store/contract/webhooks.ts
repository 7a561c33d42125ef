import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ApiKey, ClaimId, Store, Webhook } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { claimWrite, commit, event, id, start, T0 } from '../fixtures.ts';

const SECRET = 'whsec_a-secret-of-both';
const hook = (key: string, over: Partial<Webhook> = {}) => ({
  ...{ id: randomUUID(), key, url: `https://example.com/${randomUUID()}`, types: ['settled'], secret: SECRET },
  ...{ createdAt: T0, ...over },
});

async function keyOf(store: Store, name: string): Promise<string> {
  const key: ApiKey = {
    id: name,
    name,
    hash: 'aa'.repeat(32),
    scopes: ['write'],
    createdAt: T0,
    revokedAt: null,
    usedOn: null,
  };
  await store.addApiKey(key);
  return name;
}
async function report(store: Store, claim: ClaimId, number: string): Promise<void> {
  const c = await start(store);
  await commit(store, c, { events: [event(claim, { person: c.person })], claims: [claimWrite(claim, number)] });
}
/** As the program does it: what the feed tells is planned. */
async function plan(store: Store, { id: webhook }: Pick<Webhook, 'id'>): Promise<void> {
  const found = (await store.webhooks()).find((one) => one.id === webhook);
  if (!found) throw new Error('the webhook is there');
  const news = await store.changes({ after: found.cursor, limit: 100 });
  const events = news.map(({ number, claim }) => ({ feed: number, claim }));
  const to = events.at(-1)?.feed ?? found.cursor;
  expect(await store.planCalls({ webhook, from: found.cursor, to, events, at: T0 })).to.equal('planned');
}
const due = async (store: Store, webhook: string, now = T0) =>
  (await store.dueCalls(webhook, now, 10)).map(({ feed }) => feed);

export function webhookContract(current: Current): void {
  describe('webhooks', () => {
    registering(current);
    calling(current);
    burying(current);
  });
}

function registering(current: Current): void {
  it('are kept whole with their secret, and go when they are taken away, by their own key only', async () => {
    const key = await keyOf(current().store, 'core');
    const one = hook(key);
    expect(await current().store.addWebhook(one, 5)).to.equal('added');
    await current().reopen();
    const { store } = current();
    expect(await store.webhooks(key)).to.deep.equal([{ ...one, cursor: 0 }]);
    expect(await store.webhooks('other')).to.deep.equal([]);
    expect(await store.removeWebhook('other', one.id)).to.equal(false);
    expect(await store.removeWebhook(key, one.id)).to.equal(true);
    expect(await store.webhooks(key)).to.deep.equal([]);
  });

  it('one at an address, and no more than so many, whoever asks at the same moment', async () => {
    const { store } = current();
    const key = await keyOf(store, 'core');
    const first = hook(key);
    expect(await store.addWebhook(first, 3)).to.equal('added');
    expect(await store.addWebhook({ ...hook(key), url: first.url }, 3)).to.equal('known');
    const all = await Promise.all(Array.from({ length: 6 }, () => store.addWebhook(hook(key), 3)));
    expect(all.filter((said) => said === 'added')).to.have.length(2);
    expect(all.filter((said) => said === 'full')).to.have.length(4);
  });

  it('of a revoked key nobody is called', async () => {
    const { store } = current();
    const key = await keyOf(store, 'core');
    await store.addWebhook(hook(key, { types: [] }), 3);
    expect(await store.webhooks()).to.have.length(1);
    expect((await store.webhooks())[0]?.types).to.deep.equal([]);
    await store.revokeApiKey('core', T0);
    expect(await store.webhooks()).to.deep.equal([]);
  });

  it('begin where the feed ends', async () => {
    const { store } = current();
    const key = await keyOf(store, 'core');
    for (const name of ['a', 'b']) await report(store, id.claim(name), `R${name}`);
    await store.addWebhook(hook(key), 3);
    expect((await store.webhooks())[0]?.cursor).to.equal(2);
  });
}

function calling(current: Current): void {
  it('calls are planned once, told with what the feed knows, and done once', async () => {
    const { store } = current();
    const one = hook(await keyOf(store, 'core'));
    await store.addWebhook(one, 3);
    await report(store, id.claim('a'), 'Ra');
    const twice = { webhook: one.id, from: 0, to: 1, events: [{ feed: 1, claim: id.claim('a') }], at: T0 };
    await plan(store, one);
    expect(await store.planCalls(twice), 'somebody else was first').to.equal('stale');
    const [call] = await store.dueCalls(one.id, T0, 10);
    expect(call).to.deep.include({
      webhook: one.id,
      feed: 1,
      claim: 'a',
      report: 'Ra',
      insurerNumber: null,
      attempts: 0,
    });
    expect(call?.event).to.deep.include({ type: 'reported', by: 'person' });
    expect(await store.backlog(one.id)).to.deep.equal({ waiting: 1, dead: 0 });
    await store.callDone({ webhook: one.id, feed: 1 });
    expect(await due(store, one.id)).to.deep.equal([]);
    expect(await store.backlog(one.id)).to.deep.equal({ waiting: 0, dead: 0 });
  });

  it('of each claim the oldest comes first, and another waits for no one but its own', async () => {
    const { store } = current();
    const one = hook(await keyOf(store, 'core'));
    await store.addWebhook(one, 3);
    const a = id.claim('a');
    await report(store, a, 'Ra');
    await report(store, id.claim('b'), 'Rb');
    await plan(store, one);
    const more = { claim: a, expectedVersion: 1, at: T0, facts: {}, number: 'Pa' };
    await store.recordClaim({ ...more, events: [event(a, { type: 'settled', by: 'insurer' })] });
    await plan(store, one);
    expect(await due(store, one.id)).to.deep.equal([1, 2]);
    await store.retryCall({ webhook: one.id, feed: 1 }, T0 + 1000);
    expect(await due(store, one.id), 'the third waits for the first').to.deep.equal([2]);
    expect(await due(store, one.id, T0 + 1000)).to.deep.equal([2, 1]);
    await store.callDone({ webhook: one.id, feed: 1 });
    const [third] = (await store.dueCalls(one.id, T0, 10)).filter(({ feed }) => feed === 3);
    expect(third).to.include({ insurerNumber: 'Pa', attempts: 0 });
  });

  it('a restart loses nothing', async () => {
    const one = hook(await keyOf(current().store, 'core'));
    await current().store.addWebhook(one, 3);
    await report(current().store, id.claim('a'), 'Ra');
    await plan(current().store, one);
    await current().store.retryCall({ webhook: one.id, feed: 1 }, T0 + 5);
    await current().reopen();
    const [call] = await current().store.dueCalls(one.id, T0 + 5, 10);
    expect(call).to.include({ feed: 1, attempts: 1, createdAt: T0 });
  });
}

function burying(current: Current): void {
  it('what was given up is listed, lets the next pass, and is tried anew when somebody asks', async () => {
    const { store } = current();
    const one = hook(await keyOf(store, 'core'));
    await store.addWebhook(one, 3);
    const a = id.claim('a');
    await report(store, a, 'Ra');
    const more = { claim: a, expectedVersion: 1, at: T0, facts: {}, number: 'Pa' };
    await store.recordClaim({ ...more, events: [event(a, { type: 'settled', by: 'insurer' })] });
    await plan(store, one);
    await store.buryCall({ webhook: one.id, feed: 1 }, 'status 500', T0 + 9);
    expect(await due(store, one.id)).to.deep.equal([2]);
    const [dead] = await store.deadCalls(one.id, 0, 10);
    expect(dead).to.include({ feed: 1, deadAt: T0 + 9, reason: 'status 500' });
    expect(await store.deadCalls(one.id, 1, 10)).to.deep.equal([]);
    expect(await store.replayCalls(one.id, [2, 7], T0 + 20), 'not dead').to.equal(0);
    expect(await store.replayCalls(one.id, [1], T0 + 20)).to.equal(1);
    const [again] = await store.dueCalls(one.id, T0 + 20, 10);
    expect(again).to.deep.include({ feed: 1, attempts: 0, createdAt: T0 + 20, deadAt: null, reason: null });
    await store.buryCall({ webhook: one.id, feed: 1 }, 'status 500', T0 + 30);
    expect(await store.replayCalls(one.id, 'all', T0 + 40)).to.equal(1);
    expect(await store.deadCalls(one.id, 0, 10)).to.deep.equal([]);
  });
}
