/** R20 for connectors: everything the other end can do to a line on its way. */
import { expect } from 'chai';
import { backOff } from '../../bots/deliver.ts';
import { retryAfter } from '../../channels/botframework/client.ts';
import type { Store } from '../../store/ports.ts';
import { newDir } from '../faults/world.ts';
import { Caller, type Options, openRig, type Rig } from './rig.ts';
import { eventually, later, openStub, type Reply } from './stub.ts';

const minute = 60_000;

describe('lines on their way to a connector', () => {
  let rig: Rig;
  const open = async (options: Options = {}) => {
    rig = await openRig({ patience: { send: 150, fetch: 400, answer: 2000 }, ...options });
  };
  afterEach(() => rig.stop());

  /** A greeting, a question: two lines of one conversation. */
  async function twoLines(caller = new Caller(rig)): Promise<Caller> {
    await caller.join();
    await caller.say('我要报案');
    await rig.runner.idle();
    return caller;
  }
  const keys = (list: readonly { readonly channelData?: { readonly key?: string } }[]) =>
    list.map((one) => one.channelData?.key);
  const inOrder = ['home.greeting', 'report.danger.ask'];

  /** Lets the clock run ahead until so many lines were taken. */
  async function patiently(count: number): Promise<void> {
    await eventually(`${count} lines`, async () => {
      if (rig.stub.taken.length >= count) return true;
      rig.jump(5 * minute);
      await later(20);
      return false;
    });
  }

  const faults: readonly Reply[] = [
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    { status: 429 },
    { status: 412 },
    { status: 408 },
    'reset',
    'never',
  ];
  for (const fault of faults) {
    const what = typeof fault === 'string' ? fault : fault.status;
    it(`wait while it answers ${what}, and then arrive, once, in order`, async () => {
      await open();
      let failing = 3;
      rig.stub.answer = () => (failing-- > 0 ? fault : undefined);
      await twoLines();
      await patiently(2);
      expect(keys(rig.stub.taken)).to.deep.equal(inOrder);
      expect(keys(rig.stub.attempts.map(({ activity }) => activity))).to.deep.equal([
        ...Array(4).fill(inOrder[0]),
        inOrder[1],
      ]);
      const first = rig.stub.attempts.slice(0, 4).map(({ headers }) => headers['idempotency-key']);
      expect(new Set(first).size).to.equal(1);
      expect(await rig.store.tickets(5)).to.deep.equal([]);
    });
  }

  it('come no sooner than Retry-After says', async () => {
    await open();
    rig.stub.answer = (_, nth) => (nth === 1 ? { status: 429, headers: { 'retry-after': '700' } } : undefined);
    await twoLines();
    await eventually('the first try', () => rig.stub.attempts.length === 1);
    await later(50);
    rig.jump(690_000);
    await later(100);
    expect(rig.stub.attempts).to.have.length(1);
    rig.jump(20_000);
    await rig.stub.until(2);
    expect(keys(rig.stub.taken)).to.deep.equal(inOrder);
  });

  it('that were taken although the answer was lost come again under the same key: at least once', async () => {
    await open();
    rig.stub.answer = (_, nth) => (nth === 1 ? 'taken, then reset' : undefined);
    await twoLines();
    await patiently(3);
    expect(keys(rig.stub.taken)).to.deep.equal([inOrder[0], ...inOrder]);
    expect(rig.stub.attempts[0]?.headers['idempotency-key']).to.equal(rig.stub.attempts[1]?.headers['idempotency-key']);
  });

  it('get a new token where the old one is refused, and then arrive', async () => {
    const asked: boolean[] = [];
    const token = async (anew: boolean) => {
      asked.push(anew);
      return anew ? 'new' : 'old';
    };
    await open({ token });
    rig.stub.answer = ({ headers }) => (headers.authorization === 'Bearer old' ? { status: 401 } : undefined);
    await twoLines();
    await rig.stub.until(2);
    expect(keys(rig.stub.taken)).to.deep.equal(inOrder);
    expect(asked).to.deep.equal([false, true, false, true]);
  });

  it('wait while there is no token, and nothing of the failure is kept', async () => {
    let down = true;
    let broken = (): Promise<string> => Promise.reject(new Error('AADSTS7000215 client_secret=abc'));
    const token = () => (down ? broken() : Promise.resolve('t'));
    await open({ token });
    await twoLines();
    await later(50);
    expect(rig.stub.attempts).to.deep.equal([]);
    down = false;
    await patiently(2);
    expect(keys(rig.stub.taken)).to.deep.equal(inOrder);
    for (const next of [() => Promise.reject(new Error('client_secret=abc')), () => new Promise<string>(() => {})]) {
      down = true;
      broken = next;
      await twoLines(new Caller(rig, { user: 'another' }));
      await later(200);
      rig.jump(25 * 60 * minute);
      await eventually('dead letters', async () => (await rig.store.tickets(9)).length > 0);
      for (const { data } of await rig.store.tickets(9)) expect(data.reason).to.equal('no token');
    }
  });

  for (const status of [400, 401, 403, 404, 410, 413, 301, 302]) {
    it(`become a dead letter and a ticket at once where it answers ${status}; the next line goes out`, async () => {
      await open();
      rig.stub.answer = ({ activity }) => (activity.channelData?.key === 'home.greeting' ? { status } : undefined);
      await twoLines();
      await rig.stub.until(1);
      expect(keys(rig.stub.taken)).to.deep.equal(['report.danger.ask']);
      const tickets = await rig.store.tickets(5);
      expect(tickets.map(({ kind, data }) => [kind, data.reason])).to.deep.equal([['deadLetter', `status ${status}`]]);
    });
  }

  it('that fail for a day become a dead letter', async () => {
    await open();
    rig.stub.answer = ({ activity }) => (activity.channelData?.key === 'home.greeting' ? { status: 500 } : undefined);
    await twoLines();
    await eventually('the first try', () => rig.stub.attempts.length >= 1);
    await later(50);
    rig.jump(25 * 60 * minute);
    await rig.stub.until(1);
    expect((await rig.store.tickets(5)).map(({ data }) => data.reason)).to.deep.equal(['status 500']);
  });

  it('of one conversation that hangs hold up no other', async () => {
    await open({ patience: { send: 8000, fetch: 400, answer: 2000 } });
    const stuck = new Caller(rig, { user: 'stuck' });
    rig.stub.answer = ({ activity }) => (activity.recipient?.id === 'stuck' ? 'never' : undefined);
    await twoLines(stuck);
    await eventually('the try that hangs', () => rig.stub.attempts.length === 1);
    for (let i = 0; i < 10; i += 1) await twoLines(new Caller(rig, { user: `u${i}` }));
    await rig.stub.until(20);
    expect(rig.stub.attempts.filter(({ activity }) => activity.recipient?.id === 'stuck')).to.have.length(1);
  });

  it('go nowhere once their host has left the list', async () => {
    const [dir, stub] = [newDir(), await openStub()];
    stub.answer = () => ({ status: 500 });
    await open({ dir, stub });
    await twoLines();
    await eventually('a try', () => stub.attempts.length >= 1);
    await rig.stop();
    const before = stub.attempts.length;
    await open({
      dir,
      stub,
      config: { appId: '3f1c9a52-6b1e-4c0d-9a44-0d2f0c7e5a11', password: 'x' },
      token: async () => 't',
    });
    rig.jump(10 * minute);
    await eventually('two dead letters', async () => (await rig.store.tickets(5)).length === 2);
    expect(new Set((await rig.store.tickets(5)).map(({ data }) => data.reason))).to.deep.equal(
      new Set(['the host of its service is not on the list']),
    );
    expect(stub.attempts).to.have.length(before);
    await stub.stop();
  });

  it('that left just before the program died, and were not noted, come again after the restart under the same key', async () => {
    const [dir, stub] = [newDir(), await openStub()];
    const noting = Promise.withResolvers<void>();
    const delivered = (): Promise<void> => {
      noting.resolve();
      return new Promise(() => {});
    };
    await open({ dir, stub, store: (real: Store): Store => ({ ...real, delivered }) });
    const caller = await twoLines();
    await noting.promise;
    // As a crash leaves it: sent, not noted. (test/faults/deliver-crash.test.ts kills a process at this very point.)
    rig.abandon();
    const dead = rig;
    await open({ dir, stub });
    await stub.until(3);
    expect(keys(stub.taken)).to.deep.equal([inOrder[0], ...inOrder]);
    const sent = stub.attempts.map(({ headers }) => headers['idempotency-key']);
    expect(sent).to.deep.equal([sent[0], sent[0], sent[2]]);
    expect((await rig.store.activities(caller.name(), 0, 10)).length).to.equal(3);
    await dead.store.close().catch(() => {});
    await stub.stop();
  });

  it('of timers are pushed too, when nobody has written', async () => {
    await open();
    const caller = new Caller(rig);
    for (const text of ['我要报案', '没有这些情况', '同意', '13912345678', '开车的人']) {
      await caller.say(text);
      await rig.runner.idle();
    }
    await rig.stub.until(5);
    rig.jump(31 * minute);
    const [job] = await rig.store.dueJobs(Number.MAX_SAFE_INTEGER, 1);
    if (!job?.conversation) throw new Error('no timer is planned');
    await rig.runner.timer({ ...job, conversation: job.conversation });
    await eventually('the line', () => rig.stub.taken.at(-1)?.channelData?.key === 'report.brokenOff');
    expect(rig.stub.taken.at(-1)).not.to.have.property('replyToId');
  });
});

describe('Retry-After', () => {
  it('is read as seconds or as a date, at most a day', () => {
    const now = Date.UTC(2026, 2, 3);
    const read = (header: string | null) => retryAfter(header, now);
    expect(['0', '7', new Date(now + 9000).toUTCString(), new Date(now - 9000).toUTCString()].map(read)).to.deep.equal([
      0, 7000, 9000, 0,
    ]);
    expect([null, '', 'soon', '1e3', '-5'].map(read).slice(0, 4)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(read('999999999')).to.equal(24 * 60 * minute);
    expect(backOff(0, () => 1)).to.equal(1000);
  });
});
