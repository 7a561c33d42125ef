/** What several processes on one PostgreSQL share: work claimed once, and word of what is new. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Conversation, Store } from '../../store/ports.ts';
import { LEASE } from '../../store/postgres/lease.ts';
import type { PostgresStore } from '../../store/postgres.ts';
import { bot, commit, fresh, id, job, message, must, start, T0, turn } from './fixtures.ts';
import { openIn, withPostgres } from './openPostgres.ts';

withPostgres('several processes on one PostgreSQL', (schema) => {
  let a: PostgresStore;
  let b: PostgresStore;
  beforeEach(async () => {
    [a, b] = [(await openIn(schema)).store, (await openIn(schema)).store];
  });
  afterEach(async () => {
    await Promise.all([a.close(), b.close()]);
    await schema.clear();
  });

  const many = 60;
  const planJobs = async (): Promise<Conversation> =>
    commit(a, await start(a), { jobs: Array.from({ length: many }, (_, i) => job(`j${i}`, T0 + i)) });
  const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

  describe('jobs', () => {
    it('are each listed by one of them only, however they ask', async () => {
      await planJobs();
      const looks = await Promise.all(
        Array.from({ length: 12 }, (_, i) => (i % 2 ? a : b).dueJobs(T0 + many, 10).then(keysOf)),
      );
      // Whoever asks again gets its own again.
      const [ofB, ofA] = [0, 1].map((one) => new Set(looks.filter((_, i) => i % 2 === one).flat()));
      expect([...must(ofA)].filter((key) => must(ofB).has(key))).to.deep.equal([]);
      const [restA, restB] = [keysOf(await a.dueJobs(T0 + many, 100)), keysOf(await b.dueJobs(T0 + many, 100))];
      expect([...restA, ...restB].sort()).to.deep.equal(Array.from({ length: many }, (_, i) => `j${i}`).sort());
    });

    it('of a process that died are due for the others when its time is over, and not before', async () => {
      await commit(a, await start(a), { jobs: [job('j', T0)] });
      expect(keysOf(await a.dueJobs(T0, 10))).to.deep.equal(['j']);
      expect(await b.dueJobs(T0 + LEASE - 1, 10)).to.deep.equal([]);
      expect(await b.nextJobAt()).to.equal(T0 + LEASE);
      expect(await a.nextJobAt()).to.equal(T0);
      expect(keysOf(await b.dueJobs(T0 + LEASE, 10))).to.deep.equal(['j']);
      expect(await a.dueJobs(T0 + LEASE, 10)).to.deep.equal([]);
    });

    it('stay with whoever is still at work on them', async () => {
      await commit(a, await start(a), { jobs: [job('j', T0)] });
      for (let now = T0; now < T0 + 5 * LEASE; now += LEASE - 1) {
        expect(await a.dueJobs(now, 10)).to.have.length(1);
        expect(await b.dueJobs(now, 10)).to.deep.equal([]);
      }
    });

    it('of a process that stops are free at once', async () => {
      await commit(a, await start(a), { jobs: [job('j', T0)] });
      await a.dueJobs(T0, 10);
      await a.close();
      expect(keysOf(await b.dueJobs(T0, 10))).to.deep.equal(['j']);
      ({ store: a } = await openIn(schema));
    });

    it('that fail or move are free again', async () => {
      const c = await commit(a, await start(a), { jobs: [job('j', T0), job('k', T0)] });
      const [j] = await a.dueJobs(T0, 10);
      await a.retryJob(must(j).id, T0 + 5);
      await commit(a, c, { jobs: [job(must(j).key === 'j' ? 'k' : 'j', T0 + 6)] });
      expect(await b.nextJobAt()).to.equal(T0 + 5);
      expect(await b.dueJobs(T0 + 6, 10)).to.have.length(2);
    });

    it('let a timer turn be committed by one of two who both believe it is theirs', async () => {
      const c = await commit(a, await start(a), { jobs: [job('j', T0, { payload: {} })] });
      const [mine] = await a.dueJobs(T0, 10);
      const [theirs] = await b.dueJobs(T0 + LEASE, 10);
      const now = await fresh(a, c);
      const work = (which: typeof mine) => turn(now, { cause: { kind: 'timer', job: must(which) }, said: [bot('?')] });
      const both = await Promise.all([a.commit(work(mine)), b.commit(work(theirs))]);
      expect(both.map(({ status }) => status).sort()).to.deep.equal(['committed', 'stale']);
      expect(await b.activities(c.id, 0, 10)).to.have.length(1);
    });
  });

  it('lines for push channels are each handed to one of them, in order', async () => {
    const conversations = await Promise.all(Array.from({ length: 10 }, () => start(a)));
    for (const c of conversations) await commit(a, c, { said: [bot('1'), bot('2')], push: true });
    const due = (store: Store, now: number) => store.dueDeliveries(now, 100);
    const [ofA, ofB] = await Promise.all([due(a, T0 + 9), due(b, T0 + 9)]);
    expect([...ofA, ...ofB].map(({ seq }) => seq)).to.deep.equal(Array(10).fill(1));
    expect(new Set([...ofA, ...ofB].map(({ key }) => key)).size).to.equal(10);
    const [first] = [...ofA, ...ofB];
    await b.retryDelivery(must(first).id, T0 + 20);
    expect((await due(b, T0 + 20)).map(({ key }) => key)).to.include(must(first).key);
    expect(await due(a, T0 + 9 + LEASE)).to.have.length(9);
  });

  it('a line that its turn claimed is for the process that took the turn, until its time is over', async () => {
    const c = await start(a);
    const committed = await a.commit(turn(c, { said: [bot('1')], push: true, claim: true }));
    expect(committed).to.have.nested.property('due.key', `${c.id}|0000001`);
    expect(await b.dueDeliveries(T0 + LEASE - 1, 10)).to.deep.equal([]);
    expect(await a.dueDeliveries(T0, 10)).to.have.length(1);
    expect(await b.dueDeliveries(T0 + LEASE, 10)).to.have.length(1);
  });

  describe('word of what is new', () => {
    const heard = (store: PostgresStore, c: Conversation): Promise<true> =>
      new Promise((resolve) => {
        const end = store.wake.subscribe(c.id, () => {
          end();
          resolve(true);
        });
      });

    it('reaches who listens in this and in every other process', async () => {
      const c = await start(a);
      const both = Promise.all([heard(a, c), heard(b, c)]);
      a.wake.wake(c.id);
      expect(await both).to.deep.equal([true, true]);
    });

    it('comes once to the process that says it, and not to other conversations', async () => {
      const [c, other] = [await start(a), await start(a)];
      const wakes: string[] = [];
      a.wake.subscribe(c.id, () => wakes.push('a'));
      b.wake.subscribe(other.id, () => wakes.push('other'));
      const there = heard(b, c);
      a.wake.wake(c.id);
      await there;
      const back = heard(a, c);
      b.wake.wake(c.id);
      await back;
      expect(wakes).to.deep.equal(['a', 'a']);
    });

    it('is not needed: who listens sees by looking what nobody told', async function () {
      this.timeout(20_000);
      const c = await start(a);
      const there = heard(b, c);
      await a.accept(message(c, 'k1'));
      expect(await there).to.equal(true);
    });

    it('that was missed while the connection was away is caught up when it is back', async function () {
      this.timeout(20_000);
      const c = await start(a);
      await commit(a, c, { said: [bot('1')] });
      await sleep(1_000);
      const wakes: number[] = [];
      b.wake.subscribe(c.id, () => wakes.push(1));
      expect(await schema.terminate('%pg_is_in_recovery%')).to.equal(2);
      while (await b.ready()) await sleep(5);
      await commit(a, c, { said: [bot('2')] });
      while (!(await b.ready())) await sleep(20);
      while (wakes.length === 0) await sleep(20);
      expect(wakes.length).to.be.greaterThan(0);
    });

    it('is not sent about conversations with odd names in a way that could be read as SQL', async () => {
      const c = await start(a, { id: id.conversation(`'); DROP TABLE keys; -- "`) });
      const there = heard(b, c);
      a.wake.wake(c.id);
      expect(await there).to.equal(true);
      expect(await b.conversation(c.id)).to.include({ version: 0 });
    });
  });
});
