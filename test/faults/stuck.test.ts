/** R6: one conversation is stuck and its person goes on writing. Nobody else notices, nothing is lost silently, nothing grows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Accepted, ConversationId, Store } from '../../store/ports.ts';
import { Chance, nightly, withSeed } from './chance.ts';
import { heapInUse } from './memory.ts';
import { inOrder, toldIn, transcript } from './told.ts';
import { openWorld, type World } from './world.ts';

/** Committing a turn of `stuck` takes until it is released. */
function hanging(stuck: () => ConversationId | undefined, released: () => Promise<void>) {
  return (store: Store): Store => ({
    ...store,
    commit: async (work) => {
      if (work.conversation === stuck()) await released();
      return store.commit(work);
    },
  });
}

const count = (accepted: readonly Accepted[], status: Accepted['status']): number =>
  accepted.filter((one) => one.status === status).length;

describe('faults: one conversation is stuck', () => {
  it(`R6 its thousandth message: fifty wait, the others are refused; everybody else is answered; one word about it ${withSeed}`, async function () {
    this.timeout(120_000);
    const chance = new Chance(this.test?.title ?? '');
    let stuck: ConversationId | undefined;
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const world = await openWorld({
      store: hanging(
        () => stuck,
        () => released,
      ),
    });
    const conversation = await world.open();
    await world.runner.idle();
    stuck = conversation;
    const begun = performance.now();
    const heap = heapInUse();
    const accepted: Accepted[] = [];
    for (let i = 0; i < 1000; i += 1) {
      // Some come twice: copies wake the conversation too.
      accepted.push(await world.say(conversation, `你好 ${i}`, { key: String(i) }));
      if (chance.next() < 0.2) await world.say(conversation, `你好 ${i}`, { key: String(i) });
    }
    expect(count(accepted, 'accepted')).to.equal(50);
    expect(count(accepted, 'full')).to.equal(950);
    expect(heapInUse() - heap, 'megabytes').to.be.lessThan(20);
    expect(await othersAnswered(world, 20), 'others are answered meanwhile').to.equal(20);
    expect(await waiting(world, conversation)).to.equal(50);
    if (nightly) await sleep(10_000 - (performance.now() - begun));
    release();
    await world.runner.idle();

    const lines = await transcript(world.store, conversation);
    const { exchanges } = toldIn(lines);
    const first = Array.from({ length: 50 }, (_, i) => `你好 ${i}`);
    expect(exchanges.map(({ text }) => text)).to.deep.equal(first);
    expect(inOrder(lines)).to.equal(true);
    // The turn that hung began with one message; the next one sees how many wait.
    const expected = Array.from({ length: 50 }, (_, i) => [...(i === 1 ? ['channel.crowded'] : []), 'home.greeting']);
    expect(exchanges.map(({ keys }) => keys)).to.deep.equal(expected);
    // What was refused is taken when it is sent again.
    expect(await world.say(conversation, '你好 50', { key: '50' })).to.have.property('status', 'accepted');
    await world.dispose();
  });

  it('R6 is told again when it happens again, an hour later', async () => {
    let stuck: ConversationId | undefined;
    let gate = Promise.withResolvers<void>();
    const world = await openWorld({
      store: hanging(
        () => stuck,
        () => gate.promise,
      ),
    });
    const conversation = await world.open();
    await world.runner.idle();
    stuck = conversation;
    const said: number[] = [];
    for (const later of [0, 10, 61]) {
      gate = Promise.withResolvers<void>();
      world.clock.at += later * 60_000;
      for (let i = 0; i < 45; i += 1) await world.say(conversation, 'hello');
      gate.resolve();
      await world.runner.idle();
      const { exchanges } = toldIn(await transcript(world.store, conversation));
      said.push(exchanges.flatMap(({ keys }) => keys).filter((key) => key === 'channel.crowded').length);
    }
    expect(said).to.deep.equal([1, 1, 2]);
    await world.dispose();
  });
});

/** How many of so many new people are answered while the stuck one is. */
async function othersAnswered(world: World, people: number): Promise<number> {
  const others = await Promise.all(Array.from({ length: people }, () => world.open()));
  for (const other of others) await world.say(other, '我要报案');
  let answered = 0;
  for (const other of others) {
    while ((await waiting(world, other)) > 0) await sleep(5);
    const { exchanges } = toldIn(await transcript(world.store, other));
    if (exchanges[0]?.keys.includes('report.danger.ask')) answered += 1;
  }
  return answered;
}

async function waiting(world: World, conversation: ConversationId): Promise<number> {
  const now = await world.store.conversation(conversation);
  return (now?.arrivals ?? 0) - (now?.handled ?? 0);
}
