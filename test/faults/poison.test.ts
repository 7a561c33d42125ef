/** R19: a message on which the bot always breaks is tried a few times, set aside with one apology, and in nobody's way. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { TurnDeps } from '../../bots/deps.ts';
import type { ConversationId } from '../../store/ports.ts';
import { ordinaryReport } from '../support/talk.ts';
import { Chance, times, withSeed } from './chance.ts';
import { toldIn, transcript } from './told.ts';
import { arrivalOf, openWorld, type World } from './world.ts';

/** A report's understanding of these words throws; by its length it passes as an answer anywhere. */
const POISON = '毒药毒药毒药';
const MOST = 5;

/** Counts how often the bot broke on the poison. */
function poisoned(broken: string[]): (deps: TurnDeps) => TurnDeps {
  return (deps) => {
    const { report } = deps.flows;
    if (!report) throw new Error('There is no report.');
    const understands: typeof report.understands = (text, now, asked) => {
      if (text.includes(POISON)) {
        broken.push(text);
        throw new TypeError('poison');
      }
      return report.understands?.(text, now, asked) ?? {};
    };
    return { ...deps, flows: { ...deps.flows, report: { ...report, understands } } };
  };
}

const toldTo = async (world: World, conversation: ConversationId) =>
  toldIn(await transcript(world.store, conversation));
const setAside = (keys: readonly string[]) => keys.filter((key) => key === 'common.setAside').length;

describe('faults: a message that nobody can handle', () => {
  it('R19 where nothing is open: five tries at most, one apology, a ticket, and the next message works', async () => {
    const broken: string[] = [];
    const world = await openWorld({ turn: poisoned(broken) });
    const [victim, other] = [await world.open(), await world.open()];
    await world.say(victim, POISON);
    await world.say(victim, '我要报案');
    await world.say(other, '我要报案');
    await world.runner.idle();
    expect(broken).to.have.length.within(2, MOST);
    const told = await toldTo(world, victim);
    expect(setAside([...told.unasked, ...told.exchanges.flatMap(({ keys }) => keys)])).to.equal(1);
    // Said in reply to it, so that clients know which message it is about.
    expect(told.exchanges[0]?.keys).to.deep.equal(['common.setAside']);
    expect(told.exchanges[1]?.keys).to.deep.equal(['report.danger.ask']);
    expect((await toldTo(world, other)).exchanges[0]?.keys).to.deep.equal(['report.danger.ask']);
    const tickets = await world.store.tickets(10);
    expect(tickets.map(({ kind, conversation }) => [kind, conversation])).to.deep.equal([['deadLetter', victim]]);
    await world.dispose();
  });

  it('R19 in the middle of a report: the question stays open and the report goes on', async () => {
    const broken: string[] = [];
    const world = await openWorld({ turn: poisoned(broken) });
    const conversation = await world.open();
    const at = ordinaryReport.indexOf('我右转弯时碰到了直行的电动车');
    for (const text of ['我要报案', ...ordinaryReport.slice(0, at), POISON, ...ordinaryReport.slice(at)]) {
      await world.say(conversation, text);
      await world.runner.idle();
    }
    expect(broken).to.have.length.within(2, MOST);
    const keys = (await toldTo(world, conversation)).exchanges.flatMap((one) => one.keys);
    expect(keys.filter((key) => key === 'report.receipt')).to.have.length(1);
    await world.dispose();
  });

  it(`R19 anywhere in a burst: every other message is answered once, in order ${withSeed}`, async function () {
    this.timeout(300_000);
    const chance = new Chance(this.test?.title ?? '');
    for (let round = 0; round < times(2, 100); round += 1) {
      const broken: string[] = [];
      const world = await openWorld({ turn: poisoned(broken) });
      const conversation = await world.open();
      const texts = Array.from({ length: chance.between(2, 9) }, (_, i) => `你好${i}`);
      const place = chance.between(0, texts.length - 1);
      texts[place] = POISON;
      await Promise.all(texts.map((text) => world.say(conversation, text)));
      await world.runner.idle();
      const told = await toldTo(world, conversation);
      expect(told.exchanges.map(({ text }) => text)).to.deep.equal(texts);
      for (const [i, { keys }] of told.exchanges.entries())
        if (i !== place) expect(keys, `${i} of ${texts}`).to.deep.equal(['home.greeting']);
      expect(broken.length, `tries at place ${place} of ${texts.length}`).to.be.within(2, MOST);
      await world.dispose();
    }
  });

  it('R19 tries of an earlier process count', async () => {
    const broken: string[] = [];
    let world = await openWorld();
    const conversation = await world.open();
    await world.runner.idle();
    await world.store.accept(arrivalOf(conversation, POISON, world.clock.at));
    for (let i = 0; i < 3; i += 1) await world.store.recordFailure(conversation, 1);
    world = await world.reopen({ turn: poisoned(broken) });
    await world.runner.idle();
    expect(broken.length).to.be.within(1, MOST - 3);
    expect(await world.store.tickets(10)).to.have.length(1);
    await world.dispose();
  });
});

/** Waits until a count has not changed for half a second. */
async function quiet(count: () => number): Promise<void> {
  for (let before = -1; before !== count() && count() < 50; ) {
    before = count();
    await sleep(500);
  }
}

describe('faults: a timer that nobody can handle', () => {
  it('R19 is tried again later, keeps nobody waiting, and does not stop the other timers', async function () {
    this.timeout(10_000);
    let broken = 0;
    const poisonTimers = (deps: TurnDeps): TurnDeps => ({
      ...deps,
      renderer: {
        ...deps.renderer,
        render(lang, speech) {
          if (speech.key === 'report.brokenOff' && lang === 'en') {
            broken += 1;
            if (broken < 50) throw new TypeError('poison'); // an endless loop would never come back to mocha
          }
          return deps.renderer.render(lang, speech);
        },
      },
    });
    const world = await openWorld({ turn: poisonTimers });
    const [victim, other] = [await world.open(), await world.open()];
    for (const conversation of [victim, other]) {
      for (const text of ['我要报案', ...ordinaryReport.slice(0, 4)]) {
        await world.say(conversation, text);
        await world.runner.idle();
      }
    }
    await world.say(victim, 'English');
    await world.runner.idle();
    world.clock.at += 31 * 60_000;
    world.schedule.start();
    await quiet(() => broken);
    expect(broken).to.be.within(1, 2 * MOST);
    expect((await toldTo(world, other)).unasked).to.include('report.brokenOff');
    const tickets = await world.store.tickets(10);
    expect(tickets.filter(({ kind }) => kind === 'brokenOff').map(({ conversation }) => conversation)).to.deep.equal([
      other,
    ]);
    await world.dispose();
  });
});
