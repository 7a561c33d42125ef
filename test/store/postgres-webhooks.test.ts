/** Calls to receivers of webhooks among several processes on one PostgreSQL: each is made by one of them. */
import { expect } from 'chai';
import { LEASE } from '../../store/postgres/lease.ts';
import type { PostgresStore } from '../../store/postgres.ts';
import { claimWrite, commit, event, id, start, T0 } from './fixtures.ts';
import { openIn, withPostgres } from './openPostgres.ts';

const HOOK = { id: 'wh_1', key: 'core', url: 'https://example.com/', types: [], secret: 's', createdAt: T0 };
const CLAIMS = 20;

withPostgres('webhooks of several processes on one PostgreSQL', (schema) => {
  let a: PostgresStore;
  let b: PostgresStore;
  beforeEach(async () => {
    [a, b] = [(await openIn(schema)).store, (await openIn(schema)).store];
    const key = { id: 'core', name: 'core', hash: 'aa', scopes: ['write'] as const, createdAt: T0 };
    await a.addApiKey({ ...key, revokedAt: null, usedOn: null });
    await a.addWebhook(HOOK, 3);
    for (let i = 0; i < CLAIMS; i += 1) {
      const claim = id.claim(`c${i}`);
      const c = await start(a);
      await commit(a, c, { events: [event(claim, { person: c.person })], claims: [claimWrite(claim, `R${i}`)] });
    }
  });
  afterEach(async () => {
    await Promise.all([a.close(), b.close()]);
    await schema.clear();
  });

  /** As both do at once: the same news, and one of them plans it. */
  async function plan(): Promise<void> {
    const news = await a.changes({ after: 0, limit: 100 });
    const events = news.map(({ number, claim }) => ({ feed: number, claim }));
    const wish = { webhook: HOOK.id, from: 0, to: CLAIMS, events, at: T0 };
    const said = await Promise.all([a.planCalls(wish), b.planCalls(wish)]);
    expect(said.sort()).to.deep.equal(['planned', 'stale']);
  }
  const due = async (store: PostgresStore, now = T0) =>
    (await store.dueCalls(HOOK.id, now, CLAIMS)).map(({ feed }) => feed);

  it('are planned by one and made by one', async () => {
    await plan();
    const looks = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        (i % 2 ? a : b).dueCalls(HOOK.id, T0, 3).then((all) => all.map((c) => c.feed)),
      ),
    );
    const [ofB, ofA] = [0, 1].map((one) => new Set(looks.filter((_, i) => i % 2 === one).flat()));
    expect([...(ofA ?? [])].filter((feed) => ofB?.has(feed))).to.deep.equal([]);
    const all = [...(await due(a)), ...(await due(b))].sort((x, y) => x - y);
    expect(all).to.deep.equal(Array.from({ length: CLAIMS }, (_, i) => i + 1));
  });

  it('of a process that died are due for the others when its time is over; of one that ended at once', async () => {
    await plan();
    expect(await due(a)).to.have.length(CLAIMS);
    expect(await due(b, T0 + LEASE - 1)).to.deep.equal([]);
    expect(await due(b, T0 + LEASE)).to.have.length(CLAIMS);
    expect(await due(a, T0 + LEASE)).to.deep.equal([]);
    await b.close();
    expect(await due(a, T0 + LEASE)).to.have.length(CLAIMS);
    b = (await openIn(schema)).store;
  });
});
