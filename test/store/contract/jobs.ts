import { expect } from 'chai';
import type { Current } from '../contract.ts';
import { bot, commit, fresh, id, job, message, onlyJob, rejection, start, T0, turn } from '../fixtures.ts';

export function jobContract(current: Current): void {
  describe('jobs', () => {
    it('lists what is due, the earliest first, after a restart too', async () => {
      const c = await start(current().store);
      const jobs = [
        job('late', T0 + 2),
        job('mine', T0 + 1, { conversation: c.id, payload: { say: '还在吗' } }),
        job('no', T0 + 9),
      ];
      await commit(current().store, c, { jobs });
      await current().reopen();
      const { store } = current();
      const due = await store.dueJobs(T0 + 2, 10);
      expect(due.map(({ key }) => key)).to.deep.equal(['mine', 'late']);
      expect(due[0]).to.deep.include({ kind: 'remind', conversation: c.id, attempts: 0, payload: { say: '还在吗' } });
      expect(due[1]).not.to.have.property('conversation');
      expect(await store.dueJobs(T0 + 2, 1)).to.have.length(1);
      expect(await store.nextJobAt()).to.equal(T0 + 1);
    });

    it('moves a job that is planned again', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { jobs: [job('j', T0, { payload: { n: 1 } })] });
      await commit(store, c, { jobs: [job('j', T0 + 5, { payload: { n: 2 } })] });
      expect(await store.dueJobs(T0 + 4, 10)).to.deep.equal([]);
      expect(await store.dueJobs(T0 + 5, 10))
        .to.have.length(1)
        .and.to.have.nested.property('[0].payload.n', 2);
    });

    it('cancels, finishes and retries', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { jobs: ['a', 'b', 'c'].map((key, i) => job(key, T0 + i)) });
      await commit(store, c, { cancelJobs: ['b', 'never planned'] });
      const [a, third] = await store.dueJobs(T0 + 9, 10);
      await store.finishJob(a?.id ?? '');
      await store.retryJob(third?.id ?? '', T0 + 100);
      expect(await store.dueJobs(T0 + 99, 10)).to.deep.equal([]);
      expect(await store.dueJobs(T0 + 100, 10)).to.deep.equal([{ ...third, dueAt: T0 + 100, attempts: 1 }]);
      await store.finishJob(third?.id ?? '');
      await store.finishJob('not there');
      expect(await store.nextJobAt()).to.equal(null);
    });

    it('a timer turn takes its job with it, once', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { jobs: [job('j', T0)] });
      const cause = { kind: 'timer', job: await onlyJob(store, T0) } as const;
      await commit(store, c, { cause, said: [bot('还在吗')] });
      expect(await store.nextJobAt()).to.equal(null);
      const again = turn(await fresh(store, c), { cause, said: [bot('还在吗')] });
      expect(await store.commit(again)).to.deep.equal({ status: 'stale' });
      expect(await store.activities(c.id, 0, 10)).to.have.length(1);
    });

    it('a timer turn is stale when its job was moved or cancelled meanwhile', async () => {
      const { store } = current();
      for (const change of [{ jobs: [job('j', T0 + 60)] }, { cancelJobs: ['j'] }]) {
        const c = await commit(store, await start(store), { jobs: [job('j', T0)] });
        const cause = { kind: 'timer', job: await onlyJob(store, T0) } as const;
        await commit(store, c, change);
        expect(await store.commit(turn(await fresh(store, c), { cause }))).to.deep.equal({ status: 'stale' });
        await commit(store, c, { cancelJobs: ['j'] });
      }
    });

    it('a timer turn may plan the same job again', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { jobs: [job('j', T0)] });
      await commit(store, c, { cause: { kind: 'timer', job: await onlyJob(store, T0) }, jobs: [job('j', T0 + 60)] });
      expect(await store.nextJobAt()).to.equal(T0 + 60);
    });

    it('plans no job for a conversation that is not there', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'k1'));
      const jobs = [job('j', T0, { conversation: id.conversation() })];
      expect(await rejection(commit(store, c, { jobs, handledUpTo: 1 }))).to.have.property('name', 'UnknownPerson');
      expect(await store.pending(c.id)).to.have.length(1);
    });
  });
}
