/** R2, R15 and timers, with two processes' worth of bots on one PostgreSQL. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Accepted, ConversationId } from '../../store/ports.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { ordinaryReport } from '../support/talk.ts';
import { Chance, nightly, times, withSeed } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { expectedOf } from './judge.ts';
import { toldIn, transcript } from './told.ts';
import { Wire } from './wire.ts';
import { newDir, openWorld, type World } from './world.ts';

/** Conversations whose copies are sent together. */
const AT_ONCE = 10;

withPostgres('faults: two bots on one PostgreSQL', (schema) => {
  let worlds: World[];
  let failed: unknown[];
  const open = async (url = schema.url, clock?: { at: number }): Promise<World> => {
    const world = await openWorld({ database: url, failed: (error) => failed.push(error) }, newDir(), clock);
    worlds.push(world);
    return world;
  };
  beforeEach(() => {
    [worlds, failed] = [[], []];
  });
  afterEach(async () => {
    for (const world of worlds) await world.dispose();
    await schema.clear();
  });
  const settled = async () => {
    for (const { runner } of worlds) await runner.idle();
  };

  it(`R2 fifty copies of each message, to both at once: each is one effect ${withSeed}`, async function () {
    this.timeout(600_000);
    const chance = new Chance(this.test?.title ?? '');
    const [a, b] = [await open(), await open()];
    const conversations = await Promise.all(Array.from({ length: times(10, 200) }, () => a.open()));
    await settled();
    const answers = new Map<ConversationId, Accepted[]>();
    const send = async (conversation: ConversationId): Promise<void> => {
      await sleep(chance.between(0, 100));
      const accepted = await chance.pick([a, b]).say(conversation, '我要报案', { key: 'the same' });
      answers.set(conversation, [...(answers.get(conversation) ?? []), accepted]);
    };
    // Five hundred at once: ten thousand would be turned away at the door, which these bots do not have.
    for (let from = 0; from < conversations.length; from += AT_ONCE) {
      const copies = conversations.slice(from, from + AT_ONCE).flatMap((one) => Array<ConversationId>(50).fill(one));
      await Promise.all(copies.map(send));
    }
    await settled();
    for (const conversation of conversations) {
      const all = answers.get(conversation) ?? [];
      expect(all.filter(({ status }) => status === 'accepted')).to.have.length(1);
      expect(all.filter(({ status }) => status === 'duplicate')).to.have.length(49);
      expect(new Set(all.map((one) => 'activityId' in one && one.activityId)).size).to.equal(1);
      const { exchanges } = toldIn(await transcript(a.store, conversation));
      expect(exchanges.map(({ keys }) => keys)).to.deep.equal([['report.danger.ask']]);
    }
    expect(failed).to.deep.equal([]);
  });

  it('timers that are due in both run once each', async function () {
    this.timeout(120_000);
    const clock = { at: 0 };
    const first = await open();
    clock.at = first.clock.at;
    const second = await open(schema.url, first.clock);
    const conversations = await Promise.all(Array.from({ length: 24 }, () => first.open()));
    for (const text of ['我要报案', ...ordinaryReport.slice(0, 4)]) {
      await Promise.all(conversations.map((conversation) => first.say(conversation, text)));
      await settled();
    }
    first.clock.at = clock.at + 31 * 60_000;
    const begun = await Promise.all([first, second].map(({ schedule }) => schedule.runDue()));
    await settled();
    expect((begun[0] ?? 0) + (begun[1] ?? 0)).to.equal(conversations.length);
    for (const conversation of conversations) {
      const { unasked } = toldIn(await transcript(second.store, conversation));
      expect(unasked.filter((key) => key === 'report.brokenOff')).to.have.length(1);
    }
    expect(await second.store.tickets(100)).to.have.length(conversations.length);
    expect(await first.schedule.runDue()).to.equal(0);
  });

  it(`R15 the database is gone for a while, in the middle of reports: they go on where they were ${withSeed}`, async function () {
    this.timeout(600_000);
    const chance = new Chance(this.test?.title ?? '');
    const { wire, url } = await Wire.before(schema.url);
    const world = await open(url);
    const { steps } = dialogues.report;
    const conversations = await Promise.all(Array.from({ length: times(6, 40) }, () => world.open()));
    await settled();
    let over = false;
    const talking = conversations.map(async (conversation) => {
      for (const [i, text] of steps.entries()) {
        await insist(() => world.say(conversation, text, { key: `m${i}` }));
        while ((await waiting(world, conversation)) > 0) await sleep(20);
        if (!over) await sleep(chance.between(0, 60));
      }
    });
    for (let round = 0; round < times(2, 20); round += 1) {
      await sleep(chance.between(50, 300));
      wire.set(chance.pick(['cut', 'silent']));
      await sleep(nightly && round === 0 ? 30_000 : chance.between(200, 2_500));
      wire.set('none');
    }
    over = true;
    await Promise.all(talking);
    await settled();
    const expected = (await expectedOf(steps)).told.exchanges.map(({ keys }) => keys);
    for (const conversation of conversations) {
      const { exchanges } = toldIn(await transcript(world.store, conversation));
      expect(exchanges.map(({ text }) => text)).to.deep.equal(steps);
      expect(exchanges.map(({ keys }) => keys)).to.deep.equal(expected);
    }
    for (const error of failed) expect(error).to.have.property('name').that.is.oneOf(['StoreUnavailable', 'StoreBusy']);
    await world.close();
    worlds.pop();
    await wire.stop();
  });
});

/** As a channel's sender does: until it is told that the message is there. */
async function insist(say: () => Promise<Accepted>): Promise<void> {
  for (;;) {
    const accepted = await say().catch(() => undefined);
    if (accepted) return;
    await sleep(20);
  }
}

const waiting = async ({ store }: World, conversation: ConversationId): Promise<number> => {
  const now = await store.conversation(conversation).catch(() => undefined);
  return now ? now.arrivals - now.handled : 1;
};
