/** R3: events that have no id, as WeChat sends them. A copy is dropped, another event in the same second is not. */
import { expect } from 'chai';
import fc from 'fast-check';
import { keyOfEvent } from '../../channels/contract.ts';
import type { Accepted, ConversationId } from '../../store/ports.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { Chance, times, withSeed } from './chance.ts';
import { openWorld, type World } from './world.ts';

interface Event {
  readonly FromUserName: string;
  readonly CreateTime: string;
  readonly Event: string;
  readonly EventKey: string;
}

const keyOf = ({ FromUserName, CreateTime, Event, EventKey }: Event): string =>
  keyOfEvent(FromUserName, CreateTime, Event, EventKey);

/** One user, two seconds, and words in which whatever one might put between them occurs. */
const part = fc.constantFrom('', 'a', 'b', 'a|b', '|', '","', 'ab', '\u0000', '菜单', 'constructor');
const event: fc.Arbitrary<Event> = fc.record({
  FromUserName: fc.constantFrom('oUser', 'oUser|1'),
  CreateTime: fc.constantFrom('1795485600', '1795485601', '1'),
  Event: part,
  EventKey: part,
});
/** Events, and copies of them, in the order in which they come. */
const stream = fc
  .uniqueArray(event, { minLength: 1, maxLength: 12, selector: (one) => JSON.stringify(one) })
  .chain((events) => fc.tuple(fc.constant(events), fc.array(fc.nat(events.length - 1), { maxLength: 24 })))
  .map(([events, copies]) => [...events, ...copies.flatMap((i) => events[i] ?? [])]);

describe('faults: events without an id', () => withoutId(() => openWorld()));
withPostgres('faults: events without an id, on PostgreSQL', (schema) =>
  withoutId(() => openWorld({ database: schema.url })),
);

function withoutId(open: () => Promise<World>): void {
  const arrive = ({ inbox }: World, conversation: ConversationId, one: Event): Promise<Accepted> => {
    const payload = { type: 'event', name: one.Event, value: one.EventKey };
    const at = Number(one.CreateTime) * 1000;
    return inbox.accept({ channel: 'wechat', conversation, key: keyOf(one), at, payload, shown: false });
  };

  it(`R3 each once, however often and in whatever order they come, one after the other or at once ${withSeed}`, async function () {
    this.timeout(600_000);
    const seed = new Chance(this.test?.title ?? '').between(0, 2 ** 31 - 1);
    const world = await open();
    const property = fc.asyncProperty(stream, fc.boolean(), async (events, atOnce) => {
      const conversation = await world.open('wechat');
      const accepted: Accepted[] = [];
      if (atOnce) accepted.push(...(await Promise.all(events.map((one) => arrive(world, conversation, one)))));
      else for (const one of events) accepted.push(await arrive(world, conversation, one));
      const ids = new Map<string, Set<unknown>>();
      for (const [i, one] of events.entries()) {
        const answer = accepted[i];
        const known = ids.get(JSON.stringify(one)) ?? new Set();
        ids.set(JSON.stringify(one), known.add(answer && 'activityId' in answer ? answer.activityId : undefined));
      }
      expect(accepted.filter(({ status }) => status === 'accepted')).to.have.length(ids.size);
      expect(accepted.filter(({ status }) => status === 'duplicate')).to.have.length(events.length - ids.size);
      expect([...ids.values()].every((known) => known.size === 1)).to.equal(true);
      expect(new Set([...ids.values()].flatMap((known) => [...known])).size).to.equal(ids.size);
      await world.runner.idle();
      const now = await world.store.conversation(conversation);
      expect(now?.handled).to.equal(ids.size + 1); // somebody joined
    });
    await fc.assert(property, { seed, numRuns: times(30, 3000) });
    await world.dispose();
  });
}
