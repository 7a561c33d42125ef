import { expect } from 'chai';
import type { Ticket } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, claimWrite, commit, DAY, event, fresh, id, start, T0, turn } from '../fixtures.ts';

export function claimContract(current: Current): void {
  describe('claims', () => {
    it('keeps events in order and the projection beside them', async () => {
      const c = await start(current().store);
      const claim = id.claim();
      const said = event(claim, { person: c.person, data: { when: '昨晚八点' } });
      const promised = event(claim, { type: 'promiseMade', by: 'bot', data: { until: T0 + DAY } });
      const write = claimWrite(claim, 'R20260105-1', { facts: { plate: '粤B12345' } });
      await commit(current().store, c, { events: [said, promised], claims: [write] });
      const { plates, phones, expectedVersion, ...known } = write;
      const row = { ...known, version: 2 };
      await current().reopen();
      const { store } = current();
      expect(await store.events(claim)).to.deep.equal([said, promised]);
      expect(await store.claim(claim)).to.deep.equal(row);
      expect(await store.claimByNumber('R20260105-1')).to.deep.equal(row);
      expect(await store.claimByNumber('R20260105-2')).to.equal(undefined);
      expect(await store.claim(id.claim())).to.equal(undefined);
      expect(await store.events(id.claim())).to.deep.equal([]);
      const corrected = event(claim, { type: 'corrected', person: c.person });
      await commit(store, c, {
        events: [corrected],
        claims: [claimWrite(claim, row.number, { expectedVersion: 2, status: 'open' })],
      });
      expect((await store.events(claim)).map(({ type }) => type)).to.deep.equal([
        'reported',
        'promiseMade',
        'corrected',
      ]);
      expect(await store.claim(claim)).to.include({ status: 'open', version: 3 });
    });

    it('finds conversations by exactly a number, a plate or a phone, the newest claim first', async () => {
      const { store } = current();
      const [c, d] = [await start(store), await start(store)];
      const [a, b] = [id.claim('a'), id.claim('b')];
      const bound = (conversation: typeof c, claim: typeof a) => ({
        ...{ conversation: conversation.id, person: conversation.person, claim },
        ...({ role: 'driver', level: 'selfDeclared', verifiedAt: null } as const),
      });
      const known = { plates: ['粤B12345'], phones: ['13800138000'] };
      await commit(store, c, { claims: [claimWrite(a, 'R1', known)], bindings: [bound(c, a)] });
      await commit(store, d, {
        claims: [claimWrite(b, 'R2', { ...known, updatedAt: T0 + 1 })],
        bindings: [bound(d, b)],
      });
      expect(await store.conversationsBy('number', 'R1', 9)).to.deep.equal([c.id]);
      expect(await store.conversationsBy('plate', '粤B12345', 9)).to.deep.equal([d.id, c.id]);
      expect(await store.conversationsBy('phone', '13800138000', 1)).to.deep.equal([d.id]);
      for (const [by, value] of [
        ['number', 'R'],
        ['plate', '粤B1234'],
        ['phone', '粤B12345'],
        ['plate', '13800138000'],
      ] as const)
        expect(await store.conversationsBy(by, value, 9), `${by} ${value}`).to.deep.equal([]);
      await store.erasePerson(c.person);
      expect(await store.conversationsBy('plate', '粤B12345', 9)).to.deep.equal([d.id]);
    });

    it('finds a conversation by a number that was said in it, reported or not, until its person is erased', async () => {
      const { store } = current();
      const [c, d] = [await start(store), await start(store)];
      await commit(store, c, { phones: ['13700009999'] });
      await commit(store, c, { phones: ['13700009999', '13700008888'] });
      await commit(store, d, { phones: ['13700009999'], plates: ['粤B7K2M5'] });
      expect(await store.conversationsBy('plate', '粤B7K2M5', 9)).to.deep.equal([d.id]);
      expect(await store.conversationsBy('phone', '粤B7K2M5', 9)).to.deep.equal([]);
      expect([...(await store.conversationsBy('phone', '13700009999', 9))].sort()).to.deep.equal([c.id, d.id].sort());
      expect(await store.conversationsBy('phone', '13700008888', 9)).to.deep.equal([c.id]);
      for (const value of ['1370000888', '13700007777'])
        expect(await store.conversationsBy('phone', value, 9), value).to.deep.equal([]);
      await store.erasePerson(c.person);
      expect(await store.conversationsBy('phone', '13700009999', 9)).to.deep.equal([d.id]);
    });

    it('finds claims by plate within a time, and only by what was written last', async () => {
      const { store } = current();
      const c = await start(store);
      const [a, b, undated] = [id.claim('a'), id.claim('b'), id.claim('undated')];
      const span = (from: number | null, to: number | null) => ({ accidentFrom: from, accidentTo: to });
      await commit(store, c, {
        claims: [
          claimWrite(a, 'R1', {
            plates: ['粤B12345', '粤B12345', '粤BF12345'],
            phones: ['13800138000'],
            ...span(T0, T0 + 10),
          }),
          claimWrite(b, 'R2', { plates: ['粤B12345'], ...span(T0 + 20, null), updatedAt: T0 + 1 }),
          claimWrite(undated, 'R3', { plates: ['粤B12345'], ...span(null, null) }),
        ],
      });
      expect(await store.claimsByPlate('粤B12345', T0, T0 + 20)).to.deep.equal([b, a]);
      expect(await store.claimsByPlate('粤B12345', T0 + 10, T0 + 19)).to.deep.equal([a]);
      expect(await store.claimsByPlate('粤B12345', T0 + 11, T0 + 19)).to.deep.equal([]);
      expect(await store.claimsByPlate('粤B1234', T0, T0 + 20)).to.deep.equal([]);
      expect(await store.claimsByPlate('13800138000', T0, T0 + 20)).to.deep.equal([]);
      await commit(store, c, { claims: [claimWrite(a, 'R1', { plates: ['粤B99999'] })] });
      expect(await store.claimsByPlate('粤B12345', T0, T0 + 20)).to.deep.equal([b]);
      expect(await store.claimsByPlate('粤BF12345', T0, T0 + 20)).to.deep.equal([]);
    });

    it('makes a turn stale whose claim number another claim got first', async () => {
      const { store } = current();
      const [a, b] = [await start(store), await start(store)];
      const claim = id.claim();
      const take = (c: typeof a) => store.commit(turn(c, { claims: [claimWrite(c === a ? claim : id.claim(), 'R1')] }));
      const results = await Promise.all([take(a), take(b)]);
      expect(results.map(({ status }) => status).sort()).to.deep.equal(['committed', 'stale']);
      // Which of the two comes first is up to the database.
      const won = results[0]?.status === 'committed';
      expect((await fresh(store, won ? b : a)).version).to.equal(0);
      expect((await store.claimByNumber('R1'))?.id === claim).to.equal(won);
    });

    it('makes a turn stale that knew another number of events of its claim, and then writes nothing', async () => {
      const { store } = current();
      const [a, b] = [await start(store), await start(store)];
      const claim = id.claim();
      const report = { events: [event(claim)], claims: [claimWrite(claim, 'R1')] };
      expect(await store.commit(turn(a, report))).to.have.property('status', 'committed');
      const correct = (c: typeof a, expectedVersion: number, status: string) =>
        store.commit(
          turn(c, {
            said: [bot('改好了')],
            events: [event(claim, { type: 'corrected' })],
            claims: [claimWrite(claim, 'R1', { expectedVersion, status })],
          }),
        );
      const first = await fresh(store, a);
      const races = await Promise.all([correct(first, 1, 'first'), correct(b, 1, 'second')]);
      expect(races.map(({ status }) => status).sort()).to.deep.equal(['committed', 'stale']);
      const [winner, loser] = races[0]?.status === 'committed' ? ['first', b] : ['second', a];
      const loserNow = await fresh(store, loser);
      for (const wrong of [0, 1, 3]) {
        expect(await correct(loserNow, wrong, 'wrong'), String(wrong)).to.deep.equal({ status: 'stale' });
      }
      expect(await store.events(claim)).to.have.length(2);
      expect(await store.claim(claim)).to.include({ version: 2, status: winner });
      expect(await store.activities(loser.id, 0, 10)).to.deep.equal([]);
      expect(await correct(loserNow, 2, 'second')).to.have.property('status', 'committed');
      expect(await store.claimByNumber('R1')).to.include({ version: 3, status: 'second' });
    });

    it('expects a new claim to have no events, whichever claims a turn writes', async () => {
      const { store } = current();
      const c = await start(store);
      const [one, two] = [id.claim(), id.claim()];
      const claims = [claimWrite(one, 'R1'), claimWrite(two, 'R2', { expectedVersion: 1 })];
      const work = { events: [event(one), event(one), event(two)], claims };
      expect(await store.commit(turn(c, work))).to.deep.equal({ status: 'stale' });
      expect(await store.claim(one)).to.equal(undefined);
      await commit(store, c, { ...work, claims: [claimWrite(one, 'R1'), claimWrite(two, 'R2')] });
      expect(await store.claim(one)).to.include({ version: 2 });
      expect(await store.claim(two)).to.include({ version: 1 });
    });

    it('binds a conversation to claims, and raises a binding’s level', async () => {
      const { store } = current();
      const c = await start(store);
      const base = { conversation: c.id, person: c.person, role: 'driver', verifiedAt: null } as const;
      const first = { ...base, claim: id.claim('a'), level: 'selfDeclared' } as const;
      const second = { ...first, claim: id.claim('b') };
      await commit(store, c, { bindings: [second, first] });
      expect(await store.bindings(c.id)).to.deep.equal([first, second]);
      const verified = { ...first, level: 'codeVerified', verifiedAt: T0 } as const;
      await commit(store, c, { bindings: [verified] });
      expect(await store.bindings(c.id)).to.deep.equal([verified, second]);
      expect(await store.bindings((await start(store)).id)).to.deep.equal([]);
    });

    it('keeps tickets, the newest first, one an id', async () => {
      const { store } = current();
      const c = await start(store);
      const ticket = (key: string, at: number, over: Partial<Ticket> = {}): Ticket => ({
        ...{ id: key, kind: 'callBack', conversation: c.id, claim: null, at, data: { phone: '13800138000' } },
        ...over,
      });
      const [a, b] = [ticket('a', T0), ticket('b', T0 + 1, { kind: 'serious', claim: id.claim() })];
      await commit(store, c, { tickets: [a, b] });
      expect(await store.tickets(10)).to.deep.equal([b, a]);
      expect(await store.tickets(1)).to.deep.equal([b]);
      const later = ticket('a', T0 + 2, { data: { phone: '13800138001' } });
      await commit(store, c, { tickets: [later] });
      expect(await store.tickets(10)).to.deep.equal([later, b]);
    });

    it('a turn is through with tickets in its own commit, whoever had taken them; a stale one with none', async () => {
      const { store } = current();
      const c = await start(store);
      const ticket = (key: string): Ticket => ({
        ...{ id: key, kind: 'callBack', conversation: c.id, claim: null, at: T0, data: {} },
      });
      await commit(store, c, { tickets: [ticket('a'), ticket('b')] });
      await store.takeTicket('a', 'li');
      const ticketsDone = [{ id: 'a', by: 'wang' }];
      expect(await store.commit(turn(c, { ticketsDone }))).to.deep.equal({ status: 'stale' });
      expect(await store.openTicketsOf(c.id)).to.have.length(2);
      await commit(store, c, { ticketsDone, at: T0 + 5 });
      expect((await store.openTicketsOf(c.id)).map((one) => one.id)).to.deep.equal(['b']);
      expect((await store.tickets(10)).find((one) => one.id === 'a')).to.include({ takenBy: 'wang', doneAt: T0 + 5 });
      await commit(store, c, { ticketsDone: [{ id: 'a', by: 'li' }], at: T0 + 9 });
      expect((await store.tickets(10)).find((one) => one.id === 'a')).to.include({ takenBy: 'wang', doneAt: T0 + 5 });
    });
  });
}
