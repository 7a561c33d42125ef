import { expect } from 'chai';
import type { TurnWork } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, commit, must, start, T0, turn } from '../fixtures.ts';

export function deliveryContract(current: Current): void {
  describe('deliveries', () => {
    const push = { push: true, at: T0 } as const;

    it('plans every line for push channels, no note, and nothing for pull channels', async () => {
      const { store } = current();
      const note = { direction: 'note', payload: { text: 'private' } } as const;
      const c = await commit(store, await start(store, { channel: 'wechat' }), { ...push, said: [note, bot('您好')] });
      await commit(store, await start(store), { push: false, said: [bot('x')] });
      const due = await store.dueDeliveries(T0 + 10, 10);
      const key = `${c.id}|0000002`;
      const delivery = {
        id: key,
        conversation: c.id,
        seq: 2,
        channel: 'wechat',
        key,
        attempts: 0,
        payload: { text: '您好' },
      };
      expect(due).to.have.length(1);
      expect(due[0]).to.deep.include(delivery);
    });

    it('gives one line a conversation, in order, with keys that stay', async () => {
      const { store } = current();
      const a = await commit(store, await start(store), { ...push, said: [bot('a1'), bot('a2')] });
      const b = await commit(store, await start(store), { ...push, said: [bot('b1')] });
      const due = await store.dueDeliveries(T0 + 10, 10);
      expect(due.map(({ key }) => key)).to.have.members([`${a.id}|0000001`, `${b.id}|0000001`]);
      expect(await store.dueDeliveries(T0 + 10, 1)).to.have.length(1);
      await current().reopen();
      expect((await current().store.dueDeliveries(T0 + 10, 10)).map(({ key }) => key)).to.deep.equal(
        due.map(({ key }) => key),
      );
      await current().store.delivered(`${a.id}|0000001`);
      await current().store.delivered(`${b.id}|0000001`);
      const rest = await current().store.dueDeliveries(T0 + 10, 10);
      expect(rest.map(({ key }) => key)).to.deep.equal([`${a.id}|0000002`]);
    });

    it('gives whoever commits the first line to send, as it would be due, unless an earlier one waits', async () => {
      const { store } = current();
      const claimed = { ...push, claim: true, expectedVersion: 0, expectedHandled: 0, handledUpTo: 0 };
      const dueOf = async (work: Partial<TurnWork>) => {
        const committed = await store.commit(turn(c, { ...claimed, ...work }));
        if (committed.status === 'stale') throw new Error('stale');
        return committed.due;
      };
      const c = await start(store);
      const first = must(await dueOf({ said: [bot('1'), bot('2')] }));
      expect(await store.dueDeliveries(T0 + 10, 10)).to.deep.equal([first]);
      expect(await dueOf({ expectedVersion: 1, said: [bot('3')] })).to.equal(undefined);
      for (const seq of [1, 2, 3]) await store.delivered(`${c.id}|000000${seq}`);
      expect(must(await dueOf({ expectedVersion: 2, said: [bot('4')] })).key).to.equal(`${c.id}|0000004`);
      await store.retryDelivery(`${c.id}|0000004`, T0 + 60);
      expect(await dueOf({ expectedVersion: 3, said: [bot('5')] })).to.equal(undefined);
      await store.buryDelivery(`${c.id}|0000004`, 'refused', T0);
      await store.delivered(`${c.id}|0000005`);
      expect(await dueOf({ expectedVersion: 4, said: [bot('6')], push: false })).to.equal(undefined);
      expect(await dueOf({ expectedVersion: 5, said: [bot('7')], claim: false })).to.equal(undefined);
      expect((await store.dueDeliveries(T0 + 10, 10)).map(({ seq }) => seq)).to.deep.equal([7]);
    });

    it('has lines go out at once also where the clock went back', async () => {
      const { store } = current();
      const before = await commit(store, await start(store), { ...push, said: [bot('1')] });
      await store.delivered(`${before.id}|0000001`);
      const hour = 3_600_000;
      const c = await commit(store, before, { ...push, at: T0 - hour, said: [bot('2'), bot('3')] });
      const lines = await store.activities(c.id, 0, 10);
      expect(lines.map(({ at }) => at - T0)).to.deep.equal([0, 1, 2]);
      expect((await store.dueDeliveries(T0 - hour, 10)).map(({ seq }) => seq)).to.deep.equal([2]);
    });

    it('holds later lines back while an earlier one waits for its next try', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { ...push, said: [bot('1'), bot('2')] });
      await store.retryDelivery(`${c.id}|0000001`, T0 + 60);
      expect(await store.dueDeliveries(T0 + 59, 10)).to.deep.equal([]);
      const [first] = await store.dueDeliveries(T0 + 60, 10);
      expect(first).to.include({ seq: 1, attempts: 1, createdAt: T0 });
    });

    it('gives up with a dead letter: a ticket, once, and the next line goes on', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), { ...push, said: [bot('1'), bot('2')] });
      const [first] = await store.dueDeliveries(T0, 10);
      await store.buryDelivery(must(first).id, 'refused: 403', T0 + 5);
      await store.buryDelivery(must(first).id, 'refused: 403', T0 + 6);
      const tickets = await store.tickets(10);
      expect(tickets).to.have.length(1);
      expect(tickets[0]).to.include({ kind: 'deadLetter', conversation: c.id, at: T0 + 5, claim: null });
      expect(tickets[0]?.data).to.include({ reason: 'refused: 403', seq: 1 });
      expect((await store.dueDeliveries(T0 + 10, 10)).map(({ seq }) => seq)).to.deep.equal([2]);
    });
  });
}
