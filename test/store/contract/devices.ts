import { expect } from 'chai';
import type { Current } from '../contract.ts';
import { bot, commit, DAY, fresh, id, NOW, start, T0 } from '../fixtures.ts';

export function deviceContract(current: Current): void {
  describe('devices', () => {
    it('remembers a browser until it expires', async () => {
      const c = await start(current().store);
      const device = { person: c.person, conversation: c.id, user: 'dl_1', expiresAt: T0 + 30 * DAY };
      await current().store.addDevice('hash', device);
      await current().reopen();
      const { store } = current();
      expect(await store.device('hash', T0)).to.deep.equal(device);
      expect(await store.device('hash', T0 + 30 * DAY)).to.equal(undefined);
      expect(await store.device('other', T0)).to.equal(undefined);
      await store.addDevice('hash', { ...device, expiresAt: T0 + 60 * DAY });
      expect(await store.device('hash', T0 + 31 * DAY)).to.include({ user: 'dl_1' });
    });

    it('revokes all browsers of a conversation, and no other', async () => {
      const { store } = current();
      const [a, b] = [await start(store), await start(store)];
      for (const [hash, c] of [
        ['a1', a],
        ['a2', a],
        ['b1', b],
      ] as const) {
        await store.addDevice(hash, { person: c.person, conversation: c.id, user: hash, expiresAt: T0 + DAY });
      }
      await store.revokeDevices(a.id);
      await store.revokeDevices(id.conversation());
      expect(await store.device('a1', T0)).to.equal(undefined);
      expect(await store.device('a2', T0)).to.equal(undefined);
      expect(await store.device('b1', T0)).to.include({ user: 'b1' });
    });

    it('remembers when a conversation was last revoked, through turns and restarts', async () => {
      const { store } = current();
      const [a, b] = [await start(store), await start(store)];
      await store.revokeDevices(a.id);
      expect(await fresh(store, a)).to.deep.equal({ ...a, revokedAt: NOW });
      expect(await fresh(store, b)).to.deep.equal(b);
      expect(await commit(store, a, { said: [bot('a')] })).to.include({ revokedAt: NOW, version: 1 });
      await current().reopen();
      expect(await start(current().store, { id: a.id })).to.include({ revokedAt: NOW });
    });
  });
}
