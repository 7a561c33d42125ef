import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Account, AccountId, Act, Seal } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { must, T0 } from '../fixtures.ts';

export const account = (over: Partial<Account> = {}): Account => ({
  ...{
    id: randomUUID() as AccountId,
    login: 'wang',
    role: 'adjuster',
    branch: null,
    name: '王敏',
    reach: '021-5555 1234',
  },
  ...{ languages: ['zh-CN'], password: null, totp: null, disabledAt: null, createdAt: T0, version: 0 },
  ...{ failures: 0, lockedUntil: 0, ...over },
});

const act = (what: string, at: number, subject = 'c1'): Act => ({
  ...{ id: randomUUID(), at, who: 'system', what, subject, data: { field: 'phone' } },
});

/** What the desk makes of a batch, without its key. */
const sealOf = (head: Seal | undefined, acts: readonly Act[]): Seal => ({
  ...{ number: (head?.number ?? 0) + 1, last: (head?.last ?? 0) + acts.length, at: T0 },
  ...{ hash: `${head?.hash ?? ''}${acts.map(({ what }) => what).join('')}`, mac: 'mac' },
});

export function peopleContract(current: Current): void {
  describe('people of the desk', () => {
    it('keeps an account through a restart, and refuses a change of another state', async () => {
      const first = account();
      expect(await current().store.saveAccount(first)).to.equal('saved');
      await current().reopen();
      const { store } = current();
      const kept = { ...first, version: 1 };
      expect(await store.account(first.id)).to.deep.equal(kept);
      expect(await store.accountByLogin('wang')).to.deep.equal(kept);
      expect(await store.accountByLogin('nobody')).to.equal(undefined);
      expect(await store.saveAccount({ ...kept, role: 'supervisor', branch: '310000' })).to.equal('saved');
      expect(await store.saveAccount({ ...kept, role: 'auditor' })).to.equal('stale');
      expect(await store.saveAccount(account({ login: 'wang' }))).to.equal('loginTaken');
      const other = account({ login: 'li' });
      await store.saveAccount(other);
      expect(await store.saveAccount({ ...other, version: 1, login: 'wang' })).to.equal('loginTaken');
      expect((await store.accounts()).map(({ login, role }) => [login, role])).to.deep.equal([
        ['li', 'adjuster'],
        ['wang', 'supervisor'],
      ]);
    });

    it('uses an invitation up once, together with the account', async () => {
      const { store } = current();
      const one = account();
      await store.saveAccount(one);
      await store.addInvite('old', one.id, T0 + 10);
      await store.addInvite('h', one.id, T0 + 10);
      expect(await store.invited('old', T0), 'the newer takes its place').to.equal(undefined);
      expect(await store.invited('h', T0)).to.equal(one.id);
      expect(await store.invited('h', T0 + 10), 'expired').to.equal(undefined);
      const ready = { ...one, version: 1, password: 'p', totp: 's' };
      expect(await store.redeem('h', T0 + 10, ready)).to.equal('gone');
      expect(await store.redeem('h', T0, { ...ready, version: 7 })).to.equal('stale');
      const both = await Promise.all([store.redeem('h', T0, ready), store.redeem('h', T0, ready)]);
      expect(both.sort()).to.deep.equal(['gone', 'saved']);
      expect(await store.account(one.id)).to.include({ password: 'p', totp: 's', version: 2 });
    });

    it('ends sessions of whoever is disabled or has a new password, and none for another change', async () => {
      const { store } = current();
      const [a, b] = [account(), account({ login: 'li' })];
      for (const one of [a, b]) await store.saveAccount(one);
      for (const [hash, one] of [
        ['a1', a],
        ['a2', a],
        ['b1', b],
      ] as const)
        await store.addSession({ hash, account: one.id, createdAt: T0, seenAt: T0 });
      await store.touchSession('a1', T0 + 5);
      await store.touchSession('a1', T0 + 1);
      expect(await store.session('a1')).to.deep.equal({ hash: 'a1', account: a.id, createdAt: T0, seenAt: T0 + 5 });
      await store.saveAccount({ ...a, version: 1, reach: 'room 3' });
      expect(await store.session('a1')).to.include({ account: a.id });
      await store.endSession('a1');
      expect(await store.session('a1')).to.equal(undefined);
      await store.saveAccount({ ...a, version: 2, disabledAt: T0 });
      expect(await store.session('a2')).to.equal(undefined);
      expect(await store.session('b1')).to.include({ account: b.id });
      await store.pruneSessions(T0 - 1, T0 + 1, T0);
      expect(await store.session('b1'), 'not seen for long').to.equal(undefined);
    });

    it('takes a code once, also where two bring it at the same moment', async () => {
      const { store } = current();
      const one = account();
      await store.saveAccount(one);
      const both = await Promise.all([store.stepTotp(one.id, 100), store.stepTotp(one.id, 100)]);
      expect(both.sort()).to.deep.equal([false, true]);
      expect(await store.stepTotp(one.id, 99)).to.equal(false);
      expect(await store.stepTotp(one.id, 101)).to.equal(true);
      await store.noteSignIn(one.id, 3, T0 + 9);
      expect(await store.account(one.id)).to.include({ failures: 3, lockedUntil: T0 + 9, version: 1 });
    });

    it('numbers and seals what was done, each act once and in order', async () => {
      const { store } = current();
      expect(await store.sealActs(10, sealOf)).to.equal(undefined);
      await store.addActs([act('b', T0 + 1), act('a', T0), act('c', T0 + 2, 'c2')]);
      expect((await store.acts({ subject: 'c1', limit: 10 })).map(({ what }) => what)).to.deep.equal(['b', 'a']);
      expect((await store.acts({ before: T0 + 2, limit: 1 })).map(({ what }) => what)).to.deep.equal(['b']);
      expect(must(await store.sealActs(2, sealOf))).to.include({ number: 1, last: 2, hash: 'ab' });
      const two = await Promise.all([store.sealActs(10, sealOf), store.sealActs(10, sealOf)]);
      expect(two.filter((seal) => seal !== undefined)).to.deep.equal([
        { number: 2, last: 3, at: T0, hash: 'abc', mac: 'mac' },
      ]);
      await current().reopen();
      const again = current().store;
      expect((await again.sealedActs(1, 10)).map(({ what, number }) => [what, number])).to.deep.equal([
        ['b', 2],
        ['c', 3],
      ]);
      expect((await again.seals(0, 10)).map(({ last }) => last)).to.deep.equal([2, 3]);
      expect((await again.seals(1, 10)).length).to.equal(1);
    });
  });
}
