import { expect } from 'chai';
import type { Current } from '../contract.ts';
import { bot, commit, DAY, fileOf, fresh, id, message, must, rejection, start, T0 } from '../fixtures.ts';

export function arrivalContract(current: Current): void {
  describe('arrivals', () => {
    it('opens a conversation and reads it back', async () => {
      const { store } = current();
      const opened = await start(store, { state: { flow: 'report' } });
      expect(opened).to.include({ version: 0, handled: 0, arrivals: 0, floor: 'bot', failures: 0, createdAt: T0 });
      expect(opened).to.include({ lastSeq: 0, revokedAt: null });
      expect(await store.conversation(opened.id)).to.deep.equal(opened);
      expect(await store.conversation(id.conversation())).to.equal(undefined);
    });

    it('gives the one that is there when an id is opened twice', async () => {
      const { store } = current();
      const opened = await start(store, { state: { a: 1 } });
      expect(await start(store, { id: opened.id, state: { a: 2 } })).to.deep.equal(opened);
    });

    it('opens a second conversation for a known person, and none for an unknown one', async () => {
      const { store } = current();
      const first = await start(store);
      expect((await start(store, { person: first.person })).person).to.equal(first.person);
      const unknown = 'nobody' as typeof first.person;
      expect(await rejection(start(store, { person: unknown }))).to.have.property('name', 'UnknownPerson');
    });

    it('takes a message, shows it and lets it wait', async () => {
      const { store } = current();
      const c = await start(store);
      const accepted = await store.accept(message(c, 'k1', { payload: { text: '追尾了' } }));
      expect(accepted).to.deep.equal({ status: 'accepted', activityId: `${c.id}|0000001`, seq: 1, number: 1, at: T0 });
      const [line] = await store.activities(c.id, 0, 10);
      const shown = {
        conversation: c.id,
        seq: 1,
        id: `${c.id}|0000001`,
        direction: 'user',
        at: T0,
        payload: { text: '追尾了' },
      };
      expect(line).to.deep.equal(shown);
      const waits = { number: 1, activityId: `${c.id}|0000001`, at: T0, payload: { text: '追尾了' }, files: [] };
      expect(await store.pending(c.id)).to.deep.equal([waits]);
      expect(await fresh(store, c)).to.include({ arrivals: 1, handled: 0, version: 0 });
    });

    it('takes the same key once, also after a restart and a week later, and names the first', async () => {
      const c = await start(current().store);
      await current().store.accept(message(c, 'k1'));
      await current().store.accept(message(c, 'k2'));
      await current().reopen();
      const again = await current().store.accept(message(c, 'k1', { at: T0 + 7 * DAY, payload: { text: 'again' } }));
      expect(again).to.deep.equal({ status: 'duplicate', activityId: `${c.id}|0000001`, seq: 1 });
      expect((await fresh(current().store, c)).arrivals).to.equal(2);
    });

    it('knows before it is sent again whether a message was taken', async () => {
      const c = await start(current().store);
      await current().store.accept(message(c, 'k1'));
      await current().store.accept(message(c, 'e1', { shown: false }));
      await commit(current().store, c, { handledUpTo: 2 });
      await current().reopen();
      const { store } = current();
      const known = async (channel: string, conversation: typeof c.id, key: string) =>
        store.accepted(channel, conversation, key);
      expect(await known(c.channel, c.id, 'k1')).to.deep.equal({ activityId: `${c.id}|0000001`, seq: 1 });
      expect(await known(c.channel, c.id, 'e1')).to.deep.equal({ activityId: `${c.id}|e0000002`, seq: 1 });
      const other = await start(store);
      expect(await known(c.channel, c.id, 'k2')).to.equal(undefined);
      expect(await known('other', c.id, 'k1')).to.equal(undefined);
      expect(await known(c.channel, other.id, 'k1')).to.equal(undefined);
      expect(await known(c.channel, id.conversation(), 'k1')).to.equal(undefined);
      expect(await fresh(store, c)).to.include({ arrivals: 2 });
      await store.prune(T0 + 1);
      expect(await known(c.channel, c.id, 'k1')).to.equal(undefined);
    });

    it('names the last line of a conversation, whoever said it', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'k1'));
      await store.accept(message(c, 'e1', { shown: false }));
      expect(await fresh(store, c)).to.include({ lastSeq: 1 });
      const note = { direction: 'note', payload: {} } as const;
      expect(await commit(store, c, { handledUpTo: 2, said: [bot('a'), note] })).to.include({ lastSeq: 3 });
      expect(await commit(store, c, {})).to.include({ lastSeq: 3 });
    });

    it('takes fifty copies at once as one', async () => {
      const { store } = current();
      const c = await start(store);
      const all = await Promise.all(Array.from({ length: 50 }, () => store.accept(message(c, 'same'))));
      expect(all.filter(({ status }) => status === 'accepted')).to.have.length(1);
      expect(all.filter(({ status }) => status === 'duplicate')).to.have.length(49);
      expect(await store.activities(c.id, 0, 100)).to.have.length(1);
    });

    it('keeps equal keys of other conversations and channels apart', async () => {
      const { store } = current();
      const [a, b] = [await start(store), await start(store)];
      expect(await store.accept(message(a, 'k'))).to.include({ status: 'accepted', seq: 1 });
      expect(await store.accept(message(b, 'k'))).to.include({ status: 'accepted', seq: 1 });
      expect(await store.accept(message(a, 'k', { channel: 'other' }))).to.include({ status: 'accepted', seq: 2 });
    });

    it('handles events in order without showing them', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'm1'));
      const joined = await store.accept(message(c, 'e1', { shown: false, payload: { name: 'joined' } }));
      const place = { activityId: `${c.id}|e0000002`, seq: 1 };
      expect(joined).to.deep.equal({ status: 'accepted', ...place, number: 2, at: T0 });
      expect(await store.accept(message(c, 'e1', { shown: false }))).to.deep.equal({ status: 'duplicate', ...place });
      await store.accept(message(c, 'm2'));
      expect((await store.activities(c.id, 0, 10)).map(({ seq }) => seq)).to.deep.equal([1, 2]);
      const waiting = await store.pending(c.id);
      expect(waiting.map(({ number }) => number)).to.deep.equal([1, 2, 3]);
      expect(waiting[1])
        .to.include({ activityId: `${c.id}|e0000002` })
        .and.deep.include({ payload: { name: 'joined' } });
    });

    it('lists five at a time by default, the oldest first', async () => {
      const { store } = current();
      const c = await start(store);
      for (let i = 1; i <= 7; i += 1) await store.accept(message(c, `k${i}`));
      expect((await store.pending(c.id)).map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5]);
      expect(await store.pending(c.id, 2)).to.have.length(2);
      await commit(store, c, { handledUpTo: 5 });
      expect((await store.pending(c.id)).map(({ number }) => number)).to.deep.equal([6, 7]);
    });

    it('lets fifty wait, then says full; a copy of one that waits is still a copy', async () => {
      const { store } = current();
      const c = await start(store);
      for (let i = 1; i <= 50; i += 1) await store.accept(message(c, `k${i}`, { shown: i % 2 === 0 }));
      expect(await store.accept(message(c, 'k51'))).to.deep.equal({ status: 'full' });
      expect(await store.accept(message(c, 'k52', { shown: false }))).to.deep.equal({ status: 'full' });
      expect(await store.accept(message(c, 'k7'))).to.have.property('status', 'duplicate');
      await commit(store, c, { handledUpTo: 1 });
      expect(await store.accept(message(c, 'k51'))).to.have.property('status', 'accepted');
      expect(await store.accept(message(c, 'k53'))).to.deep.equal({ status: 'full' });
    });

    it('says unknown for a conversation that is not there', async () => {
      const { store } = current();
      const c = await start(store);
      const nowhere = message(c, 'k', { conversation: id.conversation() });
      expect(await store.accept(nowhere)).to.deep.equal({ status: 'unknown' });
    });

    it('gives each line a later instant, whatever the clock does', async () => {
      const { store } = current();
      const c = await start(store);
      await store.accept(message(c, 'k1', { at: T0 }));
      await store.accept(message(c, 'k2', { at: T0 }));
      await store.accept(message(c, 'k3', { at: T0 - DAY }));
      await commit(store, c, { at: T0 - DAY, said: [bot('a'), bot('b')] });
      await store.accept(message(c, 'k4', { at: T0 + 1_000 }));
      const instants = (await store.activities(c.id, 0, 10)).map(({ at }) => at - T0);
      expect(instants).to.deep.equal([0, 1, 2, 3, 4, 1_000]);
    });

    it('brings the files of a message, in order', async () => {
      const { store } = current();
      const c = await start(store);
      const [a, b] = [fileOf(c, { name: '现场.jpg' }), fileOf(c, { type: 'application/pdf' })];
      await store.addFile(a);
      await store.addFile(b);
      await store.accept(message(c, 'k1', { files: [b.id, a.id] }));
      expect((await store.pending(c.id))[0]?.files).to.deep.equal([b, a]);
    });

    it('refuses a file of another conversation, an unknown one and one brought twice, and then keeps nothing', async () => {
      const { store } = current();
      const [c, other] = [await start(store), await start(store)];
      const [own, foreign] = [fileOf(c), fileOf(other)];
      await store.addFile(own);
      await store.addFile(foreign);
      for (const files of [[own.id, foreign.id], [id.file()], [own.id, own.id]]) {
        await rejection(store.accept(message(c, 'k1', { files })));
      }
      expect(await fresh(store, c)).to.include({ arrivals: 0 });
      expect(await store.activities(c.id, 0, 10)).to.deep.equal([]);
      expect(await store.accept(message(c, 'k1', { files: [own.id] }))).to.have.property('status', 'accepted');
    });

    it('lists conversations that wait, and no others', async () => {
      const { store } = current();
      const [a, b] = [await start(store), await start(store)];
      await store.accept(message(a, 'k1', { at: T0 + 2 }));
      await store.accept(message(b, 'k1', { at: T0 + 1 }));
      expect(await store.unfinished(10)).to.deep.equal([b.id, a.id]);
      expect(await store.unfinished(1)).to.deep.equal([b.id]);
      await commit(store, b, { handledUpTo: 1 });
      await current().reopen();
      expect(await current().store.unfinished(10)).to.deep.equal([a.id]);
    });

    it('lists page after page of those that wait, when each page is handled before the next', async () => {
      const { store } = current();
      const all: string[] = [];
      for (let i = 0; i < 9; i += 1) {
        const c = await start(store);
        // Some wait since the same instant, one was only joined and has no line.
        await store.accept(message(c, 'k1', { at: T0 + Math.floor(i / 4), shown: i !== 5 }));
        all.push(c.id);
      }
      expect(await store.unfinished(0)).to.deep.equal([]);
      const whole = await store.unfinished(100);
      expect([...whole].sort()).to.deep.equal(all.sort());
      const paged: string[] = [];
      for (let page = await store.unfinished(4); page.length > 0; page = await store.unfinished(4)) {
        for (const each of page) await commit(store, must(await store.conversation(each)), { handledUpTo: 1 });
        paged.push(...page);
      }
      expect(paged).to.deep.equal(whole);
    });
  });
}
