import { expect } from 'chai';
import type { Conversation, Handoff, Ticket } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, commit, DAY, fileOf, fresh, rejection, start, T0, turn } from '../fixtures.ts';

/** Somebody who waits for a person; `over` says what is different. */
export const handoff = (c: Conversation, key: string, over: Partial<Handoff> = {}): Handoff => ({
  ...{ id: key, conversation: c.id, claim: null, state: 'waiting', reason: 'asked', severity: 0, back: false },
  ...{ lang: 'zh-CN', branch: null, askedAt: T0, acceptedAt: null, adjuster: null, firstWordAt: null },
  ...{ lastAdjusterAt: null, lastPersonAt: null, endedAt: null, outcome: null, data: { note: '说得急' } },
  ...over,
});

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

export function deskContract(current: Current): void {
  describe('the desk', () => {
    handoffContract(current);
    presenceContract(current);
    ticketContract(current);

    it('files that a turn sends are referred to from then on, and sent once', async () => {
      const { store } = current();
      const c = await commit(store, await start(store), {});
      const [sent, left] = [fileOf(c), fileOf(c)];
      for (const file of [sent, left]) await store.addFile(file);
      await commit(store, c, { files: [sent.id] });
      expect(await store.orphans(T0 + DAY, 10)).to.deep.equal([left.id]);
      const again = store.commit(turn(await fresh(store, c), { files: [sent.id], said: [bot('再发')] }));
      expect(await rejection(again)).to.be.an('error');
      expect(await store.activities(c.id, 0, 10)).to.deep.equal([]);
    });

    it('reads notes among colleagues, which are in no transcript of the person', async () => {
      const { store } = current();
      const note = { direction: 'note', payload: { text: '可能是同一辆车' } } as const;
      const c = await commit(store, await start(store), { said: [bot('您好'), note, bot('请说')] });
      const texts = (lines: readonly { payload: { text?: unknown } }[]) => lines.map(({ payload }) => payload.text);
      expect(texts(await store.activities(c.id, 0, 10))).to.deep.equal(['您好', '请说']);
      expect(texts(await store.transcript(c.id, 0, 10))).to.deep.equal(['您好', '可能是同一辆车', '请说']);
      expect(texts(await store.transcript(c.id, 1, 1))).to.deep.equal(['可能是同一辆车']);
    });
  });
}

function handoffContract(current: Current): void {
  it('a handoff is written by the turn, whole, and after a restart it is there', async () => {
    const c = await start(current().store);
    const one = handoff(c, 'h');
    await commit(current().store, c, { floor: 'waiting', handoffs: [one] });
    await current().reopen();
    const { store } = current();
    expect(await store.handoffs({ state: 'waiting', limit: 10 })).to.deep.equal([one]);
    expect(await store.handoffOf(c.id)).to.deep.equal(one);
    const times = { acceptedAt: T0 + 5, firstWordAt: T0 + 6, lastAdjusterAt: T0 + 6, lastPersonAt: T0 + 7 };
    const active = handoff(c, 'h', { ...times, state: 'active', adjuster: 'wang', back: true, data: {} });
    await commit(store, c, { floor: 'person', handoffs: [active] });
    expect(await store.handoffs({ state: 'waiting', limit: 10 })).to.deep.equal([]);
    expect(await store.handoffOf(c.id)).to.deep.equal(active);
    expect(await store.handoffOf((await start(store)).id)).to.equal(undefined);
  });

  it('one of a stale turn is not there', async () => {
    const { store } = current();
    const c = await start(store);
    await commit(store, c, {});
    expect(await store.commit(turn(c, { handoffs: [handoff(c, 'h')] }))).to.deep.equal({ status: 'stale' });
    expect(await store.handoffOf(c.id)).to.equal(undefined);
  });

  it('the queue: the most severe, then who came back, then who has waited longest', async () => {
    const { store } = current();
    const people = await Promise.all(Array.from({ length: 5 }, () => start(store)));
    const wishes = [
      { askedAt: T0 },
      { askedAt: T0 + 1 },
      { askedAt: T0 + 2, back: true },
      { askedAt: T0 + 3, severity: 3 },
      { askedAt: T0 + 1 },
    ];
    for (const [i, c] of people.entries()) await commit(store, c, { handoffs: [handoff(c, `h${i}`, wishes[i])] });
    const queue = await store.handoffs({ state: 'waiting', limit: 10 });
    expect(ids(queue)).to.deep.equal(['h3', 'h2', 'h0', 'h1', 'h4']);
    expect(ids(await store.handoffs({ state: 'waiting', limit: 2, skip: 1 }))).to.deep.equal(['h2', 'h0']);
    expect(await Promise.all(queue.map((one) => store.waitingBefore(one)))).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('lists what is mine, and the waits of those who were accepted last', async () => {
    const { store } = current();
    const people = await Promise.all(Array.from({ length: 4 }, () => start(store)));
    const over = (adjuster: string, wait: number): Partial<Handoff> => ({
      ...{ state: 'active', adjuster, acceptedAt: T0 + 100 + wait, askedAt: T0 + 100 },
    });
    const wishes = [over('wang', 1), over('li', 2), over('wang', 3), { ...over('li', 9), reason: 'desk' as const }];
    for (const [i, c] of people.entries()) await commit(store, c, { handoffs: [handoff(c, `h${i}`, wishes[i])] });
    expect(ids(await store.handoffs({ state: 'active', adjuster: 'wang', limit: 10 }))).to.deep.equal(['h0', 'h2']);
    expect(ids(await store.handoffs({ state: 'active', limit: 10 }))).to.have.length(4);
    expect(await store.recentWaits(10)).to.deep.equal([3, 2, 1]);
    expect(await store.recentWaits(2)).to.deep.equal([3, 2]);
  });

  it('of somebody who is erased nothing is left', async () => {
    const { store } = current();
    const c = await start(store);
    await commit(store, c, { handoffs: [handoff(c, 'h')] });
    await store.erasePerson(c.person);
    expect(await store.handoffs({ state: 'waiting', limit: 10 })).to.deep.equal([]);
    expect(await store.handoffOf(c.id)).to.equal(undefined);
  });
}

function presenceContract(current: Current): void {
  it('knows who of the staff is there, and how many conversations each has', async () => {
    const { store } = current();
    const c = await start(store);
    await commit(store, c, { handoffs: [handoff(c, 'h', { state: 'active', adjuster: 'wang' })] });
    const wang = { adjuster: 'wang', seenAt: T0, maxOpen: 3, ringing: true };
    await store.present(wang);
    await store.present({ adjuster: 'li', seenAt: T0 - 9, maxOpen: 2, ringing: false });
    expect(await store.presence(T0)).to.deep.equal([{ ...wang, open: 1, branch: null }]);
    await store.present({ ...wang, adjuster: 'li', ringing: false });
    expect((await store.presence(T0)).map(({ adjuster, open }) => [adjuster, open])).to.deep.equal([
      ['li', 0],
      ['wang', 1],
    ]);
    await store.absent('wang');
    expect((await store.presence(T0)).map(({ adjuster }) => adjuster)).to.deep.equal(['li']);
  });
}

function ticketContract(current: Current): void {
  const ticket = (c: Conversation, id: string, over: Partial<Ticket> = {}): Ticket => ({
    ...{ id, kind: 'callBack', conversation: c.id, claim: null, at: T0, data: {}, ...over },
  });

  it('a ticket is taken by one, left, and done', async () => {
    const { store } = current();
    const c = await commit(store, await start(store), {});
    const tickets = [ticket(c, 'b', { at: T0 + 1, slot: T0 + 60 }), ticket(c, 'a')];
    await commit(store, c, { tickets });
    expect(ids(await store.openTickets(10))).to.deep.equal(['a', 'b']);
    const both = await Promise.all([store.takeTicket('b', 'wang'), store.takeTicket('b', 'li')]);
    expect(both).to.deep.include({ status: 'done' });
    const holder = (await store.openTickets(10)).find(({ id }) => id === 'b');
    expect(both).to.deep.include({ status: 'takenBy', adjuster: holder?.takenBy });
    expect(holder?.slot).to.equal(T0 + 60);
    const [mine, other] = holder?.takenBy === 'wang' ? ['wang', 'li'] : ['li', 'wang'];
    expect(await store.finishTicket('b', other, T0 + 2)).to.deep.equal({ status: 'takenBy', adjuster: mine });
    await store.leaveTicket('b', other);
    expect(await store.takeTicket('b', other)).to.deep.equal({ status: 'takenBy', adjuster: mine });
    await store.leaveTicket('b', mine);
    expect(await store.finishTicket('b', other, T0 + 2)).to.deep.equal({ status: 'done' });
    expect(await store.takeTicket('b', mine)).to.deep.equal({ status: 'gone' });
    expect(await store.finishTicket('never', mine, T0)).to.deep.equal({ status: 'gone' });
    expect(ids(await store.openTickets(10))).to.deep.equal(['a']);
    expect((await store.tickets(10)).map(({ id, doneAt }) => [id, doneAt])).to.deep.equal([
      ['b', T0 + 2],
      ['a', undefined],
    ]);
  });

  it('what a turn writes again into a ticket leaves it with whoever has it', async () => {
    const { store } = current();
    const c = await commit(store, await start(store), {});
    await commit(store, c, { tickets: [ticket(c, 'a')] });
    await store.takeTicket('a', 'wang');
    await commit(store, await fresh(store, c), { tickets: [ticket(c, 'a', { data: { cancelled: true } })] });
    expect(await store.openTickets(10)).to.deep.equal([ticket(c, 'a', { takenBy: 'wang', data: { cancelled: true } })]);
  });
}
