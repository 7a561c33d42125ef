/** What a process had accepted when it died is answered by another one, which nobody has told of it. */
import { expect } from 'chai';
import { Sweep } from '../../bots/sweep.ts';
import { StoreUnavailable } from '../../store/errors.ts';
import type { ConversationId } from '../../store/ports.ts';
import { toldIn, transcript } from './told.ts';
import { arrivalOf, openWorld } from './world.ts';

const onError = (error: unknown): void => {
  throw error;
};

describe('faults: what a dead process left behind', () => {
  it('is taken up by whoever sees it waiting twice, once, and nothing else is', async () => {
    const world = await openWorld();
    const { store, runner } = world;
    const conversation = await world.open();
    await runner.idle();
    const sweep = new Sweep({ store, runner, onError });
    expect(await sweep.look()).to.equal(0);
    // As the other process did it: durable, and then no turn.
    await store.accept(arrivalOf(conversation, '我要报案', world.clock.at));
    expect(await sweep.look(), 'somebody may be at work on it').to.equal(0);
    expect(await sweep.look()).to.equal(1);
    await runner.idle();
    const { exchanges } = toldIn(await transcript(store, conversation));
    expect(exchanges.map(({ keys }) => keys)).to.deep.equal([['report.danger.ask']]);
    expect(await sweep.look()).to.equal(0);
    await world.dispose();
  });

  it('is not confused with what is accepted and answered between two looks', async () => {
    const nudged: ConversationId[] = [];
    const lists = [['a', 'b'], ['b', 'c'], ['c'], []] as unknown as ConversationId[][];
    const sweep = new Sweep({
      store: { unfinished: async () => lists.shift() ?? [] },
      runner: { nudge: (id) => nudged.push(id) },
      onError,
    });
    for (let i = 0; i < 4; i += 1) await sweep.look();
    expect(nudged).to.deep.equal(['b', 'c']);
  });

  it('waits while the store is out of reach', async () => {
    let away = true;
    const sweep = new Sweep({
      store: {
        unfinished: async () => {
          if (away) throw new StoreUnavailable('away');
          return [];
        },
      },
      runner: { nudge: expect.fail },
      onError,
    });
    expect(await sweep.look().catch((error: unknown) => error)).to.be.instanceOf(StoreUnavailable);
    away = false;
    expect(await sweep.look()).to.equal(0);
  });
});
