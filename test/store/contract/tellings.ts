import { expect } from 'chai';
import type { Binding, Conversation, Store } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, claimWrite, commit, event, id, must, start, T0 } from '../fixtures.ts';

const bound = (c: Conversation, claim: ReturnType<typeof id.claim>): Binding => ({
  ...{ conversation: c.id, person: c.person, claim, role: 'driver', level: 'selfDeclared', verifiedAt: null },
});

/** Somebody who has reported something. */
async function reporter(store: Store, claim = id.claim(), number = 'R1') {
  const c = await start(store);
  const events = [event(claim, { person: c.person }), event(claim, { person: c.person, type: 'fileAdded' })];
  await commit(store, c, { events, claims: [claimWrite(claim, number)], bindings: [bound(c, claim)] });
  return { c, claim };
}
const only = async (store: Store, c: Conversation) => must((await store.tellings(c.id))[0], 'telling');
const record = (store: Store, claim: ReturnType<typeof id.claim>, expectedVersion: number, at: number) =>
  store.recordClaim({
    ...{ claim, expectedVersion, at, facts: {} },
    events: [event(claim, { type: 'stageChanged', by: 'insurer', via: 'api', at })],
  });

export function tellingContract(current: Current): void {
  describe('what conversations were told', () => {
    it('begins with what was there when the conversation was bound, and is looked at from then on', async () => {
      const { store } = current();
      const { c, claim } = await reporter(store);
      expect(await store.tellings(c.id)).to.deep.equal([{ claim, told: 2, news: 0, lookAt: T0 }]);
      expect(await store.dueTellings(T0 - 1, 9)).to.deep.equal([]);
      expect(await store.dueTellings(T0, 9)).to.deep.equal([c.id]);
      await commit(store, c, { tellings: [{ claim, told: 2, news: 0, lookAt: T0 + 500 }] });
      // Bound again, as after another code: what was told stays told.
      await commit(store, c, { bindings: [bound(c, claim)] });
      expect(await only(store, c)).to.deep.equal({ claim, told: 2, news: 0, lookAt: T0 + 500 });
      expect(await store.nextTellingAt()).to.equal(T0 + 500);
    });

    it('is looked at as soon as something happens, in every conversation of the claim, after a restart too', async () => {
      const { c, claim } = await reporter(current().store);
      const other = await start(current().store);
      await commit(current().store, other, { bindings: [bound(other, claim)] });
      for (const one of [c, other])
        await commit(current().store, one, { tellings: [{ claim, told: 2, news: 0, lookAt: null }] });
      expect(await current().store.nextTellingAt()).to.equal(null);
      expect(await record(current().store, claim, 2, T0 + 7)).to.equal('recorded');
      await current().reopen();
      const { store } = current();
      expect(await store.nextTellingAt()).to.equal(T0 + 7);
      expect([...(await store.dueTellings(T0 + 7, 9))].sort()).to.deep.equal([c.id, other.id].sort());
      expect(await only(store, other)).to.deep.equal({ claim, told: 2, news: 1, lookAt: T0 + 7 });
    });

    it('is looked at again where something happened while it was told, also in the same millisecond', async () => {
      const { store } = current();
      const { c, claim } = await reporter(store);
      await record(store, claim, 2, T0);
      const { news } = await only(store, c);
      await record(store, claim, 3, T0);
      await commit(store, c, { tellings: [{ claim, told: 3, news, lookAt: T0 + 9_000 }] });
      expect(await only(store, c)).to.deep.equal({ claim, told: 3, news: 2, lookAt: T0 });
      await commit(store, c, { tellings: [{ claim, told: 4, news: 2, lookAt: T0 + 9_000 }] });
      expect(await only(store, c)).to.deep.equal({ claim, told: 4, news: 2, lookAt: T0 + 9_000 });
    });

    it('lets what a turn itself does be looked at afterwards', async () => {
      const { store } = current();
      const { c, claim } = await reporter(store);
      const events = [event(claim, { type: 'promiseMade', at: T0 + 3 })];
      await commit(store, c, {
        ...{ events, claims: [claimWrite(claim, 'R1', { expectedVersion: 2 })] },
        tellings: [{ claim, told: 2, news: 0, lookAt: T0 + 9_000 }],
      });
      expect(await only(store, c)).to.deep.equal({ claim, told: 2, news: 1, lookAt: T0 + 3 });
    });

    it('is put off where its turn cannot be committed', async () => {
      const { store } = current();
      const { c } = await reporter(store);
      await store.dueTellings(T0, 9);
      await store.postponeTelling(c.id, T0 + 60);
      expect(await store.dueTellings(T0 + 59, 9)).to.deep.equal([]);
      expect(await store.dueTellings(T0 + 60, 9)).to.deep.equal([c.id]);
    });

    it('knows which news no client has read', async () => {
      const { store } = current();
      const { c } = await reporter(store);
      expect(await store.unseen(c.id)).to.equal(undefined);
      await commit(store, c, { said: [bot('a'), bot('news')], unseen: true });
      expect(await store.unseen(c.id)).to.equal(2);
      await store.noteSeen(c.id, 1);
      expect(await store.unseen(c.id)).to.equal(2);
      await store.noteSeen(c.id, 2);
      expect(await store.unseen(c.id)).to.equal(undefined);
    });

    it('forgets an erased person', async () => {
      const { store } = current();
      const { c } = await reporter(store);
      await commit(store, c, { said: [bot('news')], unseen: true });
      await store.erasePerson(c.person);
      expect(await store.tellings(c.id)).to.deep.equal([]);
      expect(await store.dueTellings(T0, 9)).to.deep.equal([]);
      expect(await store.unseen(c.id)).to.equal(undefined);
    });
  });
}
