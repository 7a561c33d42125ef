import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'chai';
import type { Current } from '../contract.ts';
import {
  bot,
  claimWrite,
  commit,
  DAY,
  event,
  fileOf,
  id,
  job,
  message,
  must,
  rejection,
  start,
  T0,
  turn,
} from '../fixtures.ts';

/** How often the event loop went round while `work` ran, which does `meanwhile` each time. */
async function turnsOfTheLoop(work: () => Promise<void>, meanwhile = async () => {}): Promise<number> {
  let turns = 0;
  let busy = true;
  const watch = async (): Promise<void> => {
    while (busy) {
      await meanwhile();
      await nextTurn();
      turns += 1;
    }
  };
  const done = work().finally(() => {
    busy = false;
  });
  await Promise.all([done, watch()]);
  return turns;
}

export function forgettingContract(current: Current): void {
  describe('forgetting', () => {
    it('forgets message keys older than the given instant and keeps the rest', async () => {
      const { store } = current();
      const c = await start(store);
      for (let i = 0; i < 40; i += 1) await store.accept(message(c, `old${i}`, { at: T0 }));
      await commit(store, c, { handledUpTo: 40, said: [bot('a')], jobs: [job('j', T0)] });
      await store.accept(message(c, 'new', { at: T0 + DAY }));
      await store.prune(T0 + DAY);
      expect(await store.accept(message(c, 'new', { at: T0 + 2 * DAY }))).to.have.property('status', 'duplicate');
      expect(await store.accept(message(c, 'old0', { at: T0 + 2 * DAY }))).to.have.property('status', 'accepted');
      expect(await store.activities(c.id, 0, 100)).to.have.length(43);
      expect(await store.pending(c.id)).to.have.length(2);
      expect(await store.dueJobs(T0, 10)).to.have.length(1);
    });

    it('forgets more than one batch', async () => {
      const { store } = current();
      for (let n = 0; n < 21; n += 1) {
        const c = await start(store);
        for (let i = 0; i < 50; i += 1) await store.accept(message(c, `k${i}`, { shown: false }));
      }
      const c = await start(store);
      await store.accept(message(c, 'k'));
      await store.prune(T0 + 1);
      expect(await store.accept(message(c, 'k'))).to.have.property('status', 'accepted');
    });

    it('lets other work run while it forgets much', async () => {
      const { store } = current();
      const c = await start(store);
      for (let n = 0; n < 22; n += 1) {
        const c = await start(store);
        for (let i = 0; i < 50; i += 1) await store.accept(message(c, `k${i}`, { shown: false }));
      }
      await commit(store, c, { push: true, said: Array.from({ length: 1_100 }, (_, i) => bot(`line ${i}`)) });
      expect(await turnsOfTheLoop(() => store.prune(T0 + 1)), 'prune').to.be.at.least(2);
      expect(await turnsOfTheLoop(() => store.erasePerson(c.person)), 'erasePerson').to.be.at.least(4);
      expect(await store.conversation(c.id)).to.equal(undefined);
      expect(await store.dueDeliveries(T0 + DAY, 10)).to.deep.equal([]);
    });

    it('shows nothing of a person from the first moment of an erasure', async () => {
      const { store } = current();
      const c = await start(store);
      const said = Array.from({ length: 1_100 }, (_, i) => bot(`line ${i}`));
      await store.accept(message(c, 'k1'));
      await commit(store, c, { push: true, said, jobs: [job('j', T0, { conversation: c.id })] });
      const [sending] = await store.dueDeliveries(T0 + DAY, 1);
      const erased = store.erasePerson(c.person);
      let moments = 0;
      await turnsOfTheLoop(
        () => erased,
        async () => {
          // When that is depends on the database; from then on it holds for everything.
          if (await store.conversation(c.id)) return;
          moments += 1;
          expect(await store.activities(c.id, 0, 10)).to.deep.equal([]);
          expect(await store.pending(c.id)).to.deep.equal([]);
          expect(await store.unfinished(10)).to.deep.equal([]);
          expect(await store.dueJobs(T0 + DAY, 10)).to.deep.equal([]);
          expect(await store.dueDeliveries(T0 + DAY, 10)).to.deep.equal([]);
          expect(await store.accepted(c.channel, c.id, 'k1')).to.equal(undefined);
          await store.buryDelivery(must(sending).id, 'too late', T0);
          expect(await store.tickets(10)).to.deep.equal([]);
        },
      );
      expect(moments).to.be.at.least(1);
    });

    it('makes what an erased person said unreadable everywhere', async () => {
      const before = current();
      const c = await start(before.store);
      const claim = id.claim();
      const file = fileOf(c);
      await before.store.addFile(file);
      await before.files.put(file.id, c.person, Buffer.from('photo'), Buffer.from('copy'));
      await before.store.accept(message(c, 'k1', { files: [file.id] }));
      await before.store.addDevice('hash', { person: c.person, conversation: c.id, user: 'u', expiresAt: T0 + DAY });
      const promise = event(claim, { type: 'promiseMade', by: 'bot', data: { by: 'staff' } });
      await commit(before.store, c, {
        said: [bot('您好')],
        push: true,
        events: [event(claim, { person: c.person, data: { phone: '13800138000' } }), promise],
        claims: [claimWrite(claim, 'R1', { facts: { phone: '13800138000' }, plates: ['粤B12345'] })],
        bindings: [
          { conversation: c.id, person: c.person, claim, role: 'driver', level: 'selfDeclared', verifiedAt: null },
        ],
        tickets: [{ id: 't', kind: 'callBack', conversation: c.id, claim, at: T0, data: { phone: '13800138000' } }],
        jobs: [job('j', T0, { conversation: c.id })],
      });
      const lateTurn = turn(await before.store.conversation(c.id).then((now) => now ?? c), { said: [bot('late')] });
      await before.store.erasePerson(c.person);

      for (const { store, files } of [before, await current().reopen()]) {
        if (!(await store.ready())) continue;
        expect(await store.conversation(c.id)).to.equal(undefined);
        expect(await store.activities(c.id, 0, 10)).to.deep.equal([]);
        expect(await store.pending(c.id)).to.deep.equal([]);
        expect(await store.unfinished(10)).to.deep.equal([]);
        expect(await store.accept(message(c, 'k2'))).to.deep.equal({ status: 'unknown' });
        expect(await store.accept(message(c, 'k1'))).to.deep.equal({ status: 'unknown' });
        expect(await store.commit(lateTurn)).to.deep.equal({ status: 'stale' });
        expect(await store.recordFailure(c.id, 0)).to.equal(0);
        expect(await store.dueDeliveries(T0 + DAY, 10)).to.deep.equal([]);
        expect(await store.dueJobs(T0 + DAY, 10)).to.deep.equal([]);
        expect(await store.tickets(10)).to.deep.equal([]);
        expect(await store.bindings(c.id)).to.deep.equal([]);
        expect(await store.device('hash', T0)).to.equal(undefined);
        expect(await store.file(file.id)).to.equal(undefined);
        expect(await files.original(file.id, c.person)).to.equal(undefined);
        expect(await files.display(file.id, c.person)).to.equal(undefined);
        expect(await store.orphans(T0 + DAY, 10)).to.deep.equal([file.id]);
        expect(await store.events(claim)).to.deep.equal([promise]);
        // Both events count, though only one can still be read.
        expect(await store.claim(claim)).to.deep.include({ number: 'R1', facts: {}, version: 2 });
        expect(await store.claimsByPlate('粤B12345', T0, T0)).to.deep.equal([]);
        expect(await rejection(start(store, { person: c.person }))).to.have.property('name', 'UnknownPerson');
        expect(await rejection(start(store, { id: c.id }))).to.have.property('name', 'UnknownPerson');
        await store.erasePerson(c.person);
      }
    });

    it('leaves a claim as it is of which a person has seen something and told nothing', async () => {
      const { store } = current();
      const claim = id.claim();
      const write = claimWrite(claim, 'n1', { facts: { known: 1 }, plates: ['P1'] });
      await commit(store, await start(store), { events: [event(claim)], claims: [write] });
      const reader = await start(store);
      const binding = { conversation: reader.id, person: reader.person, claim, role: 'family' } as const;
      await commit(store, reader, { bindings: [{ ...binding, level: 'codeVerified', verifiedAt: T0 }] });
      await store.erasePerson(reader.person);
      expect((await store.claim(claim))?.facts).to.deep.equal({ known: 1 });
      expect(await store.claimsBy('plate', 'P1', 9)).to.deep.equal([claim]);
      expect(await store.bindings(reader.id)).to.deep.equal([]);
    });

    it('leaves other people alone', async () => {
      const { store } = current();
      const [gone, stays] = [await start(store), await start(store)];
      const claim = id.claim();
      for (const c of [gone, stays]) await store.accept(message(c, 'k1'));
      await commit(store, stays, {
        said: [bot('a')],
        events: [event(claim, { person: stays.person, data: { a: 1 } })],
      });
      await store.erasePerson(gone.person);
      await store.erasePerson('nobody' as typeof gone.person);
      expect(await store.activities(stays.id, 0, 10)).to.have.length(2);
      expect(await store.pending(stays.id)).to.have.length(1);
      expect(await store.events(claim)).to.have.length(1);
      expect(await store.unfinished(10)).to.deep.equal([stays.id]);
    });
  });
}
