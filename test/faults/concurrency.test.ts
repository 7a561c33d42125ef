/**
 * R5: many conversations at once, messages in bursts to two processes on one database, a store that answers late and not in
 * order. What comes out must be what would have come out if everyone had waited for each answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { ConversationId, Json, Store } from '../../store/ports.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { Chance, times, withSeed } from './chance.ts';
import { asides, dialogues } from './dialogues.ts';
import { inOrder, outcome, toldIn, transcript, withoutOrder } from './told.ts';
import { type Faults, openWorld, type World } from './world.ts';

const scripts = Object.values(dialogues).map(({ before, steps }) => [...before, ...steps]);

/** A dialogue with asides, cut to a length. */
function texts(chance: Chance, length: number): string[] {
  const script: string[] = [];
  while (script.length < length) {
    for (const text of chance.pick(scripts)) {
      if (chance.next() < 0.15) script.push(chance.pick(asides));
      script.push(text);
    }
  }
  return script.slice(0, length);
}

/** Every call waits between 0 and `most` milliseconds, before or after its work. */
function late(store: Store, chance: Chance, most: number): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || name === 'close') return method;
      return async (...args: unknown[]) => {
        const wait = chance.next() * most;
        const split = chance.next() * wait;
        await sleep(split);
        const result: unknown = await method.apply(target, args);
        await sleep(wait - split);
        return result;
      };
    },
  });
}

/** Sends a script in bursts, each message to one of the processes. */
async function burst(
  worlds: readonly World[],
  conversation: ConversationId,
  script: readonly string[],
  chance: Chance,
): Promise<string[]> {
  const accepted: string[] = [];
  for (let at = 0; at < script.length; ) {
    const size = chance.between(1, 6);
    const answers = await Promise.all(
      script.slice(at, at + size).map((text) => chance.pick(worlds).say(conversation, text)),
    );
    accepted.push(...answers.map(({ status }) => status));
    at += size;
  }
  return accepted;
}

describe('faults: everyone at once', () => everyoneAtOnce(() => ({})));
withPostgres('faults: everyone at once, on PostgreSQL', (schema) => everyoneAtOnce(() => ({ database: schema.url })));

function everyoneAtOnce(where: () => Pick<Faults, 'database'>): void {
  it(`R5 nothing is lost, answers keep their order, the end is that of a patient conversation ${withSeed}`, async function () {
    this.timeout(900_000);
    const chance = new Chance(this.test?.title ?? '');
    const failed: unknown[] = [];
    const faults: Faults = {
      ...where(),
      store: (store) => late(store, chance, 50),
      failed: (error) => failed.push(error),
    };
    const world = await openWorld(faults);
    const worlds = [world, await openWorld(faults, world.dir, world.clock)];
    const length = times(10, 20);
    const conversations = await Promise.all(Array.from({ length: times(40, 200) }, () => world.open()));
    await Promise.all(
      conversations.map(async (conversation) => {
        const statuses = await burst(worlds, conversation, texts(chance, length), chance);
        expect(statuses).to.deep.equal(Array(length).fill('accepted'));
      }),
    );
    for (const { runner } of worlds) await runner.idle();
    expect(failed).to.deep.equal([]);
    const model = await openWorld();
    for (const conversation of conversations) await compare(world, conversation, model, length);
    await model.dispose();
    await worlds[1]?.close();
    await world.dispose();
  });

  /** The model hears the same texts, in the order in which they arrived, one at a time. */
  async function compare(world: World, conversation: ConversationId, model: World, length: number): Promise<void> {
    const lines = await transcript(world.store, conversation);
    const { exchanges } = toldIn(lines);
    expect(exchanges).to.have.length(length);
    expect(inOrder(lines), 'answers in the order of arrival').to.equal(true);
    const twin = await model.open();
    await model.runner.idle();
    for (const { text } of exchanges) {
      await model.say(twin, text);
      await model.runner.idle();
    }
    const expected = toldIn(await transcript(model.store, twin));
    expect(exchanges.map(({ text, keys }) => ({ text, keys }))).to.deep.equal(
      expected.exchanges.map(({ text, keys }) => ({ text, keys })),
    );
    const [end, wanted] = [await outcome(world.store, conversation), await outcome(model.store, twin)];
    expect(alone(end)).to.deep.equal(alone(wanted));
  }
}

/** Whether somebody else has reported the same car before depends on who was first, not on this conversation. */
const alone = (end: Json) => {
  const { tickets, ...rest } = withoutOrder(end) as unknown as { tickets: readonly string[] };
  return { ...rest, tickets: tickets.filter((ticket) => !ticket.includes('possibleDuplicate')) };
};
