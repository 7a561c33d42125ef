/** R20: what goes out through a push channel meets every fault of the other end. */
import { expect } from 'chai';
import { Courier, type DeliverDeps, type Push } from '../../bots/deliver.ts';
import type { ConversationId } from '../../store/ports.ts';
import { Chance, times, withSeed } from './chance.ts';
import { Post } from './post.ts';
import { type Answer, pushTo, type Receiver, receive } from './receiver.ts';
import { transcript } from './told.ts';
import { openWorld, type World } from './world.ts';

const ok: Answer = { status: 200 };
const second = 1000;
const cap = 5 * 60 * second;
const day = 24 * 3600 * second;
const passing: readonly Answer[] = [
  { status: 429, retryAfter: 40 },
  { status: 429 },
  { status: 412 },
  { status: 500 },
  { status: 502 },
  { status: 504 },
  'timeout',
  'reset',
  'taken, then reset',
];

/** Two lines of the bot, waiting to be sent. */
async function talkOn(world: World): Promise<ConversationId> {
  const conversation = await world.open('stub');
  await world.say(conversation, '我要报案', { channel: 'stub' });
  await world.runner.idle();
  world.clock.at += second; // lines of one turn are a millisecond apart
  return conversation;
}

/** Ids of what the bot said: also the keys under which it must arrive. */
async function linesOf(world: World, conversation: ConversationId): Promise<readonly string[]> {
  return (await transcript(world.store, conversation)).filter((one) => one.direction === 'bot').map(({ id }) => id);
}

const ofConversation = (receiver: Receiver, conversation: string) =>
  receiver.attempts.filter((one) => one.conversation === conversation);

describe('faults: the other end of a push channel', () => {
  let world: World;
  let receiver: Receiver;
  beforeEach(async () => {
    world = await openWorld({ push: ['stub'] });
  });
  afterEach(async () => {
    await receiver.stop();
    await world.dispose();
  });

  it(`R20 every passing fault: all arrives, once under its key, in order, with full jitter ${withSeed}`, async function () {
    this.timeout(120_000);
    const chance = new Chance(this.test?.title ?? '');
    const plan = new Map<string, Answer[]>();
    receiver = await receive(({ key }, nth) => {
      const answers = plan.get(key) ?? Array.from({ length: chance.between(0, 4) }, () => chance.pick(passing));
      plan.set(key, answers);
      return answers[nth - 1] ?? ok;
    });
    const conversations = await Promise.all(Array.from({ length: times(12, 200) }, () => talkOn(world)));
    const post = new Post(world, pushTo(receiver.url), chance.next);
    await post.all();
    expect(post.buried).to.deep.equal([]);
    for (const conversation of conversations) {
      const lines = await linesOf(world, conversation);
      expect(lines).to.have.length(2);
      expect(receiver.taken.filter((key) => key.startsWith(conversation))).to.deep.equal(lines);
      const keys = ofConversation(receiver, conversation).map(({ key }) => key);
      expect(keys, 'no line overtakes another').to.deep.equal([...keys].sort());
    }
    expectWaits(post, plan);
  });

  /** The n-th wait of a line is at most 1 s doubled n times, at most five minutes, and at least what was asked for. */
  function expectWaits(post: Post, plan: ReadonlyMap<string, readonly Answer[]>): void {
    const nth = new Map<string, number>();
    for (const { id, wait } of post.planned) {
      const n = nth.get(id) ?? 0;
      nth.set(id, n + 1);
      const answer = plan.get(id)?.[n];
      const asked = typeof answer === 'object' ? (answer.retryAfter ?? 0) * second : 0;
      expect(wait, `wait ${n} of ${id}`).to.be.within(asked, Math.max(asked, Math.min(second * 2 ** n, cap)));
    }
  }

  it('R20 back-off doubles from one second to five minutes, times chance', async () => {
    receiver = await receive((_, nth) => (nth <= 12 ? { status: 500 } : ok));
    for (const random of [1, 0.5, 0]) {
      await talkOn(world);
      const post = new Post(world, pushTo(receiver.url), () => random);
      await post.all();
      const expected = [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * second * random);
      expect(post.planned.slice(0, 12).map(({ wait }) => wait)).to.deep.equal(expected);
    }
  });

  it('R20 Retry-After is obeyed, also where it is longer than five minutes', async () => {
    receiver = await receive((_, nth) => (nth === 1 ? { status: 429, retryAfter: 700 } : ok));
    await talkOn(world);
    const post = new Post(world, pushTo(receiver.url), () => 0.5);
    await post.all();
    expect(post.planned.map(({ wait }) => wait)).to.deep.equal([700 * second, 700 * second]);
  });

  it('R20 a conversation whose channel fails keeps its order and keeps nobody else waiting', async () => {
    const [first, second] = [await talkOn(world), await talkOn(world)];
    const [stuck] = await linesOf(world, first);
    receiver = await receive(({ key }, nth) => (key === stuck && nth <= 3 ? { status: 503 } : ok));
    const post = new Post(world, pushTo(receiver.url), () => 1);
    await post.now();
    expect(receiver.taken).to.deep.equal(await linesOf(world, second));
    await post.all();
    expect(receiver.taken.slice(2)).to.deep.equal(await linesOf(world, first));
  });

  it('R20 what does not arrive for 24 hours becomes a dead letter and a ticket; the next line goes out', async function () {
    this.timeout(60_000);
    const from = world.clock.at;
    const conversation = await talkOn(world);
    const [first, next] = await linesOf(world, conversation);
    receiver = await receive(({ key }) => (key === first ? { status: 500 } : ok));
    const post = new Post(world, pushTo(receiver.url), () => 1);
    await post.all();
    expect(post.buried.map(({ id }) => id)).to.deep.equal([first]);
    expect((post.buried[0]?.at ?? 0) - from).to.be.within(day, day + cap + second);
    expect(receiver.attempts.filter(({ key }) => key === first).length).to.be.greaterThan(day / cap);
    expect(receiver.taken).to.deep.equal([next]);
    const tickets = await world.store.tickets(10);
    expect(tickets.map(({ kind, data }) => [kind, data.delivery, data.reason])).to.deep.equal([
      ['deadLetter', first, 'status 500'],
    ]);
  });

  for (const status of [400, 401, 403, 404]) {
    it(`R20 ${status} is final: one try, a dead letter and a ticket at once, the next line goes out`, async () => {
      const conversation = await talkOn(world);
      const [first, next] = await linesOf(world, conversation);
      receiver = await receive(({ key }) => (key === first ? { status } : ok));
      const post = new Post(world, pushTo(receiver.url), () => 1);
      await post.all();
      expect(post.planned).to.deep.equal([]);
      expect(receiver.attempts.map(({ key }) => key)).to.deep.equal([first, next]);
      const tickets = await world.store.tickets(10);
      expect(tickets.map(({ kind, data }) => [kind, data.delivery])).to.deep.equal([['deadLetter', first]]);
    });
  }

  it('R20 what was sent but could not be noted is sent again under the same key', async () => {
    receiver = await receive(() => ok);
    const conversation = await talkOn(world);
    const { delivered } = world.store;
    let failures = 2;
    const forgetful: World = {
      ...world,
      store: {
        ...world.store,
        delivered: (id) => (failures-- > 0 ? Promise.reject(new Error('the disk is gone')) : delivered(id)),
      },
    };
    const post = new Post(forgetful, pushTo(receiver.url), () => 1);
    for (let tries = 0; tries < 3; tries += 1) await post.now().catch(() => {});
    const lines = await linesOf(world, conversation);
    expect(receiver.attempts.map(({ key }) => key)).to.deep.equal([lines[0], lines[0], ...lines]);
    expect(receiver.taken).to.deep.equal(lines);
  });

  describe('two runs at once', () => {
    const courierTo = (channel: Push, over: Partial<DeliverDeps['store']> = {}) =>
      new Courier({
        store: { ...world.store, ...over },
        channels: { stub: channel },
        now: () => world.clock.at,
        random: () => 1,
      });
    const eachOnce = (keys: readonly string[]) => expect([...keys].sort()).to.deep.equal([...new Set(keys)].sort());

    it('R20 send no line twice, and lose none', async () => {
      receiver = await receive(() => ok);
      const conversations = await Promise.all(Array.from({ length: 10 }, () => talkOn(world)));
      const courier = courierTo(pushTo(receiver.url, 10_000));
      while ((await Promise.all(Array.from({ length: 4 }, () => courier.deliverDue()))).some((tried) => tried > 0)) {
        // the next line of a conversation is due when the one before is gone
      }
      eachOnce(receiver.attempts.map(({ key }) => key));
      for (const conversation of conversations)
        expect(ofConversation(receiver, conversation).map(({ key }) => key)).to.deep.equal(
          await linesOf(world, conversation),
        );
    });

    it('R20 send no line twice where the store’s list is out of date when it arrives', async () => {
      receiver = await receive(() => ok);
      const conversation = await talkOn(world);
      const [first] = await linesOf(world, conversation);
      const [begun, arrives, noted] = [1, 2, 3].map(() => Promise.withResolvers<void>());
      if (!begun || !arrives || !noted) throw new Error('There are three.');
      const push = pushTo(receiver.url, 10_000);
      let asked = 0;
      const courier = courierTo(
        {
          async send(delivery) {
            begun.resolve();
            await arrives.promise;
            return push.send(delivery);
          },
        },
        {
          async dueDeliveries(now, limit, besides) {
            asked += 1;
            const list = await world.store.dueDeliveries(now, limit, besides);
            if (asked !== 2) return list;
            arrives.resolve();
            await noted.promise; // on its way still when asked, gone when the answer comes
            return list;
          },
        },
      );
      const one = courier.deliverDue();
      await begun.promise;
      const two = courier.deliverDue();
      await one;
      noted.resolve();
      expect(await two).to.equal(0);
      expect(receiver.attempts.map(({ key }) => key)).to.deep.equal([first]);
    });

    it('R20 a line that its turn hands over leaves once, also where a look is under way or the next turn is quick', async () => {
      receiver = await receive(() => ok);
      const conversation = await talkOn(world);
      const [first, second] = await linesOf(world, conversation);
      const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const courier = courierTo(pushTo(receiver.url, 10_000), {
        async dueDeliveries(now, limit, besides) {
          const list = await world.store.dueDeliveries(now, limit, besides);
          asked.resolve();
          await answered.promise;
          return list;
        },
      });
      const [due] = await world.store.dueDeliveries(world.clock.at, 1);
      if (!due) throw new Error('A line is due.');
      const look = courier.deliverDue();
      await asked.promise;
      const handed = courier.hand(due, false);
      expect(await courier.hand(due, false), 'it is on its way').to.equal(true);
      courier.follow(conversation);
      expect(await handed, 'more waits').to.equal(true);
      answered.resolve();
      expect(await look, 'its list was older').to.equal(0);
      await courier.deliverDue();
      expect(receiver.attempts.map(({ key }) => key)).to.deep.equal([first, second]);
    });

    it('R20 one that hangs holds up no other conversation, however many hang', async () => {
      receiver = await receive(() => ok);
      const hanging = await Promise.all(Array.from({ length: 60 }, () => talkOn(world)));
      const push = pushTo(receiver.url, 10_000);
      const release = Promise.withResolvers<void>();
      const courier = courierTo({
        async send(delivery) {
          if (hanging.includes(delivery.conversation)) await release.promise;
          return push.send(delivery);
        },
      });
      const stuck = [courier.deliverDue(), courier.deliverDue()];
      const late = await talkOn(world);
      while ((await courier.deliverDue()) > 0) {
        // both lines
      }
      expect(receiver.taken).to.deep.equal(await linesOf(world, late));
      release.resolve();
      await Promise.all(stuck);
      eachOnce(receiver.attempts.map(({ key }) => key));
    });
  });
});
