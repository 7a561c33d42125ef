import { expect } from 'chai';
import type { TurnWork } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, claimWrite, commit, event, fresh, id, job, message, rejection, start, T0, turn } from '../fixtures.ts';

export function commitContract(current: Current): void {
  describe('commits', () => {
    it('writes a turn and reads it back after a restart', async () => {
      const c = await start(current().store);
      await current().store.accept(message(c, 'k1'));
      const work = turn(await fresh(current().store, c), {
        handledUpTo: 1,
        floor: 'waiting',
        state: { stack: [{ flow: 'report', answers: { when: '昨晚八点' } }] },
        said: [bot('好的'), { direction: 'person', payload: { text: '我是小李' } }],
      });
      const committed = await current().store.commit(work);
      await current().reopen();
      const { store } = current();
      const lines = await store.activities(c.id, 1, 10);
      expect(committed).to.deep.equal({ status: 'committed', activities: lines });
      expect(lines.map(({ direction, seq }) => [direction, seq])).to.deep.equal([
        ['bot', 2],
        ['person', 3],
      ]);
      expect(await fresh(store, c)).to.deep.include({ version: 1, handled: 1, floor: 'waiting', state: work.state });
      expect(await store.pending(c.id)).to.deep.equal([]);
    });

    it('shows no note, neither in the transcript nor in its answer', async () => {
      const { store } = current();
      const c = await start(store);
      const said = [bot('a'), { direction: 'note', payload: { text: 'private' } } as const, bot('b')];
      const committed = await store.commit(turn(c, { said }));
      const lines = await store.activities(c.id, 0, 10);
      expect(lines.map(({ seq }) => seq)).to.deep.equal([1, 3]);
      expect(committed).to.deep.equal({ status: 'committed', activities: lines });
    });

    it('reads on after a line, a few at a time', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { said: ['1', '2', '3', '4', '5'].map(bot) });
      const seqs = async (after: number, limit: number) =>
        (await store.activities(c.id, after, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 2)).to.deep.equal([1, 2]);
      expect(await seqs(2, 2)).to.deep.equal([3, 4]);
      expect(await seqs(5, 2)).to.deep.equal([]);
      expect(await store.activities(id.conversation(), 0, 5)).to.deep.equal([]);
    });

    for (const [what, over] of [
      ['another version', { expectedVersion: 1 }],
      ['another place in the queue', { expectedHandled: 1, handledUpTo: 1 }],
      ['another conversation', { conversation: id.conversation() }],
    ] as const) {
      it(`is stale if it expected ${what}, and then writes nothing`, async () => {
        const { store } = current();
        const c = await start(store);
        await store.accept(message(c, 'k1'));
        const before = await fresh(store, c);
        const work = turn(before, { said: [bot('a')], jobs: [job('j', T0)], ...over });
        expect(await store.commit(work)).to.deep.equal({ status: 'stale' });
        expect(await fresh(store, c)).to.deep.equal(before);
        expect(await store.activities(c.id, 1, 10)).to.deep.equal([]);
        expect(await store.nextJobAt()).to.equal(null);
      });
    }

    it('lets one of two turns win when both start from the same state', async () => {
      const { store } = current();
      const c = await start(store);
      const race = (text: string) => store.commit(turn(c, { state: { text }, said: [bot(text)] }));
      const results = await Promise.all([race('first'), race('second')]);
      expect(results.map(({ status }) => status).sort()).to.deep.equal(['committed', 'stale']);
      expect(await store.activities(c.id, 0, 10)).to.have.length(1);
      expect((await fresh(store, c)).version).to.equal(1);
    });

    it('does not commit a turn that ran before a message was handled', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'k1'));
      const slow = turn(await fresh(store, c), { handledUpTo: 1, said: [bot('slow')] });
      await commit(store, c, { handledUpTo: 1, said: [bot('quick')] });
      expect(await store.commit(slow)).to.deep.equal({ status: 'stale' });
    });

    it('commits while more messages come in', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'k1'));
      const work = turn(await fresh(store, c), { handledUpTo: 1, said: [bot('answer')] });
      await store.accept(message(c, 'k2'));
      expect(await store.commit(work)).to.have.property('status', 'committed');
      expect((await store.pending(c.id)).map(({ number }) => number)).to.deep.equal([2]);
      expect((await store.activities(c.id, 0, 10)).map(({ direction }) => direction)).to.deep.equal([
        'user',
        'user',
        'bot',
      ]);
    });

    for (const handledUpTo of [0, 3]) {
      it(`refuses to handle arrivals up to ${handledUpTo} when 1 of 2 is handled`, async () => {
        const { store } = current();
        const c = await start(store);
        await store.accept(message(c, 'k1'));
        await store.accept(message(c, 'k2'));
        const now = await commit(store, c, { handledUpTo: 1 });
        expect(await rejection(store.commit(turn(now, { handledUpTo })))).to.be.instanceOf(RangeError);
      });
    }

    it('counts failures of the turn on the next arrival, and forgets them with the next commit', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'k1'));
      expect(await store.recordFailure(c.id, 0)).to.equal(1);
      expect(await store.recordFailure(c.id, 0)).to.equal(2);
      expect(await fresh(store, c)).to.include({ failures: 2, version: 0 });
      expect(await commit(store, c, { handledUpTo: 1 })).to.include({ failures: 0 });
      expect(await store.recordFailure(c.id, 0)).to.equal(0);
      expect((await fresh(store, c)).failures).to.equal(0);
    });

    it('writes all or nothing when one part is refused', async () => {
      const { store } = current();
      const c = await start(store);
      const claim = id.claim();
      const twice = event(claim, { id: 'twice' });
      const bad: Partial<TurnWork> = {
        said: [bot('a')],
        events: [twice, twice],
        claims: [claimWrite(claim, 'R1')],
        jobs: [job('j', T0)],
      };
      await rejection(store.commit(turn(c, bad)));
      expect(await fresh(store, c)).to.deep.equal(c);
      expect(await store.activities(c.id, 0, 10)).to.deep.equal([]);
      expect(await store.claim(claim)).to.equal(undefined);
      expect(await store.events(claim)).to.deep.equal([]);
      expect(await store.nextJobAt()).to.equal(null);
    });

    it('is ready, and not when closed', async () => {
      const { store } = current();
      expect(await store.ready()).to.equal(true);
      await current().reopen();
      expect(await store.ready()).to.equal(false);
      expect(await current().store.ready()).to.equal(true);
    });
  });
}
