import { expect } from 'chai';
import type { ClaimId, Contact, Conversation, Store, Ticket } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { claimWrite, commit, DAY, event, id, start, T0 } from '../fixtures.ts';
import { handoff } from './desk.ts';
import { account } from './people.ts';

const minute = 60_000;

/** Of a report made now, whose first contact is promised within an hour. */
const contact = (c: Conversation, over: Partial<Contact> = {}): Contact => ({
  ...{ conversation: c.id, branch: null, severity: 'hospital', lang: 'zh-CN', reportedAt: T0, from: T0 },
  ...{ due: T0 + 60 * minute, assignee: 'wang', assignedAt: T0, contactedAt: null, ...over },
});

/** Reports in a conversation of its own, as its turn does. */
async function report(store: Store, key: string, over: Partial<Contact> = {}): Promise<Conversation> {
  const c = await start(store);
  const write = claimWrite(id.claim(key), `R${key}`, { contact: contact(c, over) });
  return commit(store, c, { events: [event(id.claim(key))], claims: [write] });
}
const claims = (list: readonly { claim: ClaimId }[]): string[] => list.map(({ claim }) => claim);

export function contactContract(current: Current): void {
  describe('first contacts', () => {
    it('are listed until they are made, the soonest due first, and are there after a restart', async () => {
      const late = await report(current().store, 'late', { due: T0 + DAY });
      await report(current().store, 'soon');
      await report(current().store, 'made', { contactedAt: T0 + 5 * minute });
      const old = await start(current().store);
      await commit(current().store, old, { claims: [claimWrite(id.claim('old'), 'R0')] });
      await current().reopen();
      const { store } = current();
      expect(claims(await store.contactsDue({ limit: 10 }))).to.deep.equal(['soon', 'late']);
      expect(claims(await store.contactsDue({ limit: 1 }))).to.deep.equal(['soon']);
      expect(await store.contactsOf(late.id)).to.deep.equal([
        { claim: 'late', number: 'Rlate', ...contact(late, { due: T0 + DAY }) },
      ]);
      expect(await store.contactsOf(old.id)).to.deep.equal([]);
    });

    it('are of a branch or of none, and of one account', async () => {
      const { store } = current();
      await report(store, 'hunan', { branch: 'hunan' });
      await report(store, 'hubei', { branch: 'hubei', assignee: 'li' });
      await report(store, 'nowhere', { assignee: null });
      expect(claims(await store.contactsDue({ branch: 'hunan', limit: 10 }))).to.deep.equal(['hunan', 'nowhere']);
      expect(claims(await store.contactsDue({ branch: null, limit: 10 }))).to.have.length(3);
      expect(claims(await store.contactsDue({ assignee: 'li', limit: 10 }))).to.deep.equal(['hubei']);
    });

    it('tell how long the last ones took', async () => {
      const { store } = current();
      for (const [i, took] of [4, 9, 2].entries())
        await report(store, `c${i}`, { reportedAt: T0 + i * DAY, contactedAt: T0 + i * DAY + took * minute });
      expect(await store.recentContacts(2)).to.deep.equal([2 * minute, 9 * minute]);
    });

    it('tell how much each of the staff has to do', async () => {
      const { store } = current();
      const [wang, li, gone] = [
        account({ login: 'wang' }),
        account({ login: 'li' }),
        account({ login: 'gone', disabledAt: T0 }),
      ];
      for (const one of [wang, li, gone]) await store.saveAccount(one);
      await report(store, 'a', { assignee: wang.id, severity: 'death' });
      await report(store, 'b', { assignee: wang.id, assignedAt: T0 + 7 });
      await report(store, 'c', { assignee: wang.id, contactedAt: T0 + 9, assignedAt: T0 + 3 });
      const c = await start(store);
      await commit(store, c, { handoffs: [handoff(c, 'h', { state: 'active', adjuster: wang.id })] });
      const loads = await store.workloads();
      expect(loads).to.have.deep.members([
        { account: wang.id, open: 3, grave: 1, lastAt: T0 + 7 },
        { account: li.id, open: 0, grave: 0, lastAt: null },
      ]);
    });

    it('are made where it was reported, whoever writes to the claim from elsewhere', async () => {
      const { store } = current();
      const first = await report(store, 'a');
      const other = await start(store);
      const write = claimWrite(id.claim('a'), 'Ra', { contact: contact(other), expectedVersion: 1 });
      await commit(store, other, { events: [event(id.claim('a'), { type: 'fileAdded' })], claims: [write] });
      expect(claims(await store.contactsOf(first.id))).to.deep.equal(['a']);
      expect(await store.contactsOf(other.id)).to.deep.equal([]);
    });

    it('are owed to nobody who was erased', async () => {
      const { store } = current();
      const c = await report(store, 'a');
      await store.erasePerson(c.person);
      expect(await store.contactsDue({ limit: 10 })).to.deep.equal([]);
    });

    it('who waits before whom, and who is there, is told for a branch', async () => {
      const { store } = current();
      const li = account({ login: 'li', branch: 'hubei' });
      await store.saveAccount(li);
      await store.present({ adjuster: li.id, seenAt: T0, maxOpen: 1, ringing: false });
      expect(await store.presence(T0)).to.deep.include({
        ...{ adjuster: li.id, seenAt: T0, maxOpen: 1, ringing: false, open: 0, branch: 'hubei' },
      });
      const waiting = ['hunan', 'hubei', null, 'hunan'];
      for (const [i, branch] of waiting.entries()) {
        const c = await start(store);
        await commit(store, c, { handoffs: [handoff(c, `h${i}`, { branch, askedAt: T0 + i })] });
      }
      const queue = await store.handoffs({ state: 'waiting', branch: 'hunan', limit: 10 });
      expect(queue.map((one) => one.id)).to.deep.equal(['h0', 'h2', 'h3']);
      expect(await Promise.all(queue.map((one) => store.waitingBefore(one)))).to.deep.equal([0, 2, 2]);
    });

    it('tickets of a branch are for it alone, and keep it', async () => {
      const { store } = current();
      const c = await start(store);
      const ticket = (key: string, over: Partial<Ticket> = {}): Ticket => ({
        ...{ id: key, kind: 'callBack', conversation: c.id, claim: null, at: T0, data: {}, ...over },
      });
      const there = ticket('b', { branch: 'hubei', at: T0 + 1 });
      await commit(store, c, { tickets: [ticket('a'), there] });
      await commit(store, c, { tickets: [ticket('b', { at: T0 + 1 })] });
      expect(await store.openTickets(10, 'hubei')).to.deep.equal([ticket('a'), there]);
      expect(await store.openTickets(10, 'hunan')).to.deep.equal([ticket('a')]);
      expect(await store.openTickets(10)).to.deep.equal([ticket('a'), there]);
      expect(await store.openTicketsOf(c.id)).to.deep.equal([ticket('a'), there]);
      await store.finishTicket('a', 'li', T0);
      expect(await store.openTicketsOf(c.id)).to.deep.equal([there]);
      expect(await store.openTicketsOf((await start(store)).id)).to.deep.equal([]);
    });
  });
}
