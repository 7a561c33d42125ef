import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { Schedule } from '../../bots/schedule.ts';
import type { Job } from '../../store/ports.ts';

/** Jobs in memory, as a store lists them. */
function fake(perform: (job: Job) => Promise<boolean>) {
  const jobs: Job[] = [];
  const retried: string[] = [];
  const turns: string[] = [];
  const errors: unknown[] = [];
  const drop = (id: string): void => void jobs.splice(0, jobs.length, ...jobs.filter((one) => one.id !== id));
  const schedule = new Schedule({
    now: () => 1000,
    store: {
      dueJobs: async (now) => jobs.filter(({ dueAt }) => dueAt <= now),
      nextJobAt: async () => null,
      finishJob: async (id) => drop(id),
      retryJob: async (id) => {
        retried.push(id);
        drop(id);
      },
    },
    runTimer: async ({ id }) => {
      turns.push(id);
      drop(id);
      return true;
    },
    besides: { code: perform },
    onError: (error) => errors.push(error),
  });
  const plan = (kind: string, id = kind) =>
    jobs.push({ id, key: id, kind, dueAt: 0, attempts: 0, conversation: 'c' as never, payload: {} });
  return { schedule, jobs, retried, turns, errors, plan };
}

describe('work besides turns', () => {
  it('is done without a turn, and gone when nothing is left to do', async () => {
    const done: string[] = [];
    const { schedule, jobs, turns, plan } = fake(async ({ id }) => done.push(id) > 0);
    plan('code');
    plan('brokenOff');
    await schedule.runDue();
    expect([done, turns, jobs]).to.deep.equal([['code'], ['brokenOff'], []]);
  });

  it('is tried again later where something is left, or it failed and said so', async () => {
    const left = fake(async () => false);
    left.plan('code');
    await left.schedule.runDue();
    expect(left.retried).to.deep.equal(['code']);
    const failed = fake(() => Promise.reject(new Error('no')));
    failed.plan('code');
    await failed.schedule.runDue();
    expect([failed.errors.map(String), failed.retried]).to.deep.equal([['Error: no'], ['code']]);
  });

  it('that a turn leaves is begun soon, not with the next round, and not within the turn', async () => {
    const done: string[] = [];
    const { schedule, plan } = fake(async ({ id }) => done.push(id) > 0);
    schedule.nudge();
    schedule.start();
    await sleep(10);
    plan('code', 'first');
    schedule.nudge();
    schedule.nudge();
    await sleep(50);
    expect(done).to.deep.equal([]);
    await sleep(350);
    expect(done).to.deep.equal(['first']);
    await schedule.stop();
    plan('code', 'second');
    schedule.nudge();
    await sleep(350);
    expect(done).to.deep.equal(['first']);
  });

  it('that comes while it looks is looked at too', async () => {
    const done: string[] = [];
    const { schedule, plan } = fake(async ({ id }) => {
      done.push(id);
      if (id === 'first') {
        await sleep(20);
        plan('code', 'second');
        schedule.nudge();
      }
      return true;
    });
    plan('code', 'first');
    schedule.start();
    await sleep(100);
    expect(done).to.deep.equal(['first', 'second']);
    await schedule.stop();
  });

  it('that comes while the next round is being set starts no second chain of rounds', async () => {
    let [looks, nudged] = [0, false];
    const schedule: Schedule = new Schedule({
      now: () => 1000,
      store: {
        dueJobs: async () => {
          looks++;
          return [];
        },
        nextJobAt: async () => {
          if (!nudged) schedule.nudge();
          nudged = true;
          await sleep(5);
          return 1000;
        },
        finishJob: async () => {},
        retryJob: async () => {},
      },
      runTimer: async () => true,
      onError: () => {},
    });
    schedule.start();
    await sleep(1000);
    await schedule.stop();
    expect(nudged).to.equal(true);
    // A round every 200 ms, one at the start and one for the nudge; with a second chain beside it nine and more.
    expect(looks).to.be.within(2, 7);
  });
});
