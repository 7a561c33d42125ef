import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { admit, checkCode, grantsOf, isFresh, type Named, requestCode } from '../../bots/identity/index.ts';
import { fold } from '../../claims/fold.ts';
import { viewerOf } from '../../claims/identity/parties.ts';
import type { As } from '../../claims/identity/types.ts';
import type { Authorisation } from '../../claims/visible.ts';
import { must } from '../store/fixtures.ts';
import { type OpenedSqlite, openInFolder } from '../store/open.ts';
import { type Asker, MINUTE, PARTIES, Rig, T0 } from './rig.ts';

const SELF = { self: true } as As;
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('who is asking', () => {
  let opened: OpenedSqlite;
  let rig: Rig;
  let asker: Asker;
  beforeEach(async () => {
    opened = await openInFolder({ now: () => T0 });
    rig = new Rig(opened.store);
    asker = await rig.ask();
  });
  afterEach(() => opened.dispose());

  const request = (named: Named, as = SELF, who = asker) => who.served((scope) => requestCode(scope, named, as));
  const check = (code: string, who = asker) => who.turn((scope) => checkCode(scope, code));
  const grants = (who = asker) => who.turn((scope) => grantsOf(scope));

  /** Through the door with the right code. */
  async function enter(named: Named, phone: string, as = SELF, who = asker) {
    expect(await request(named, as, who)).to.include({ kind: 'asked' });
    return check(rig.code(phone), who);
  }

  describe('a code', () => {
    it('opens the claims on which the phone stands, for whoever it is there, and binds them', async () => {
      const claim = await rig.claim('N1');
      const told = await enter({ number: 'N1', phone: '13800000002' }, '13800000002');
      const grant = {
        ...{ claim, party: 'v1', role: 'injured', phone: '13800000002', by: 'code' },
        ...{ verifiedAt: T0, lastSeenAt: T0 },
      };
      expect(told).to.deep.equal({ kind: 'right', grants: [grant] });
      expect(await grants()).to.deep.equal([grant]);
      const [binding] = await rig.store.bindings(asker.id);
      expect(binding).to.include({ claim, role: 'injured', level: 'codeVerified', verifiedAt: T0 });
    });

    it('is six digits, and goes to the phone of the claim alone', async () => {
      await rig.claim('N1');
      await request({ number: 'N1', phone: '13800000002' });
      expect(rig.sent).to.have.length(1);
      expect(rig.sent[0]).to.include({ to: '13800000002' });
      expect(rig.code('13800000002')).to.match(/^\d{6}$/);
      expect(JSON.stringify(rig.sent)).not.to.include('N1');
    });

    it('is found by plate, by phone alone, and by the last signs of a phone or ID beside a number', async () => {
      await rig.claim('N1', { policies: [{ number: 'P', kind: 'commercial', plate: '沪A·12345' }] });
      const ways: Named[] = [
        { plate: '沪A12345', phone: '13800000002' },
        { phone: '13800000002' },
        { number: 'N1', ending: '123X' },
        { number: 'N1', ending: '0002' },
      ];
      for (const named of ways) {
        rig.pass(1);
        const who = await rig.ask();
        expect((await enter(named, '13800000002', SELF, who)).kind, JSON.stringify(named)).to.equal('right');
      }
    });

    it('is found by its number however that is written', async () => {
      await rig.claim('AB2026-0000001');
      await rig.report('261124000123', '13700000001');
      for (const number of ['ab2026-0000001', 'AB2026-0000001']) {
        rig.pass(1);
        expect((await enter({ number, ending: '0001' }, '13800000001', SELF, await rig.ask())).kind).to.equal('right');
      }
      await enter({ number: '2611-2400-0123', ending: '0001' }, '13700000001');
      expect(await grants()).to.have.length(1);
    });

    it('opens each claim of that phone', async () => {
      const claims = [await rig.claim('N1'), await rig.claim('N2', { parties: PARTIES.slice(1) })];
      const told = await enter({ phone: '13800000002' }, '13800000002');
      expect(told.kind === 'right' && told.grants.map(({ claim }) => claim).sort()).to.deep.equal(claims.sort());
    });

    it('is not sent where two people may be meant', async () => {
      await rig.claim('N1', {
        parties: [...PARTIES, { id: 'v9', role: 'injured', name: '示例戊', phone: '13900000002' }],
      });
      await request({ number: 'N1', ending: '0002' });
      expect(rig.sent).to.deep.equal([]);
    });

    it('is typed in full width or with blanks all the same', async () => {
      await rig.claim('N1');
      await request({ number: 'N1', phone: '13800000001' });
      const wide = [...rig.code('13800000001')].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      expect((await check(` ${wide.join(' ')}`)).kind).to.equal('right');
    });
  });

  describe('S9: a code', () => {
    beforeEach(() => rig.claim('N1').then(() => {}));
    const named = { number: 'N1', phone: '13800000002' };

    it('takes five guesses, then nothing for a quarter of an hour: no guess and no new code', async () => {
      await request(named);
      const wrong = other(rig.code('13800000002'));
      const told = [];
      // Each message is a guess of its own, also where it says the same.
      for (let i = 0; i < 5; i += 1) told.push(await check(wrong));
      const until = T0 + 15 * MINUTE;
      expect(told).to.deep.equal([...[4, 3, 2, 1].map((left) => ({ kind: 'wrong', left })), { kind: 'locked', until }]);
      expect(await check(rig.code('13800000002'))).to.deep.equal({ kind: 'locked', until });
      expect(await request(named)).to.deep.equal({ kind: 'locked', until });
      // Nor from elsewhere, to that phone.
      expect(await request(named, SELF, await rig.ask())).to.deep.equal({ kind: 'locked', until });
      expect(await request({ number: 'N1', ending: '123X' }, SELF, await rig.ask())).to.include({ kind: 'asked' });
      expect(rig.sent).to.have.length(1);
      rig.pass(15);
      expect((await enter(named, '13800000002')).kind).to.equal('right');
    });

    it('is over after five minutes', async () => {
      await request(named);
      rig.clock.at += 5 * MINUTE - 1;
      const late = await rig.ask();
      expect((await check(rig.code('13800000002'))).kind).to.equal('right');
      await request(named, SELF, late);
      rig.pass(5);
      expect(await check(rig.code('13800000002'), late)).to.deep.equal({ kind: 'expired' });
    });

    it('works once', async () => {
      await enter(named, '13800000002');
      expect(await check(rig.code('13800000002'))).to.deep.equal({ kind: 'expired' });
    });

    it('works in its own conversation only, and not for another claim', async () => {
      await rig.claim('N2', { parties: [{ id: 'v7', role: 'injured', name: '示例己', phone: '13800000007' }] });
      const thief = await rig.ask();
      await request(named);
      await request({ number: 'N2', phone: '13800000007' }, SELF, thief);
      expect((await check(rig.code('13800000002'), thief)).kind).to.equal('wrong');
      expect(await check(rig.code('13800000002'), await rig.ask())).to.deep.equal({ kind: 'expired' });
    });

    it('of before does not count any more once there is a new one', async () => {
      await request(named);
      const first = rig.code('13800000002');
      rig.pass(1);
      await request(named);
      expect((await check(first)).kind).to.equal('wrong');
      expect((await check(rig.code('13800000002'))).kind).to.equal('right');
    });

    it('is not sent again within a minute, nor a sixth time to a phone in a day or in a conversation in an hour', async () => {
      await request(named);
      const tooSoon = { kind: 'tooSoon', resendAt: T0 + MINUTE };
      expect(await request(named)).to.deep.equal(tooSoon);
      expect(await request(named, SELF, await rig.ask())).to.deep.equal(tooSoon);
      for (let i = 0; i < 4; i += 1) {
        rig.pass(1);
        expect((await request(named)).kind).to.equal('asked');
      }
      rig.pass(1);
      expect(await request(named)).to.deep.equal({ kind: 'tooMany', until: T0 + 60 * MINUTE });
      expect(await request(named, SELF, await rig.ask())).to.deep.equal({
        kind: 'tooMany',
        until: T0 + 24 * 60 * MINUTE,
      });
      // In other words it is asked for as ever; the phone hears nothing.
      expect((await request({ number: 'N1', ending: '123X' }, SELF, await rig.ask())).kind).to.equal('asked');
      expect(rig.sent).to.have.length(5);
      rig.pass(24 * 60);
      expect((await request(named)).kind).to.equal('asked');
      expect(rig.sent).to.have.length(6);
    });

    it('is sent once, and tried again with the same digits and key where the gateway fails', async () => {
      rig.answers.push('failed');
      await request(named);
      expect(rig.sent).to.deep.equal([]);
      rig.pass(1);
      await rig.schedule.runDue();
      expect(rig.sent).to.have.length(1);
      rig.pass(1);
      await rig.schedule.runDue();
      expect(rig.sent).to.have.length(1);
      expect((await check(rig.code('13800000002'))).kind).to.equal('right');
    });

    it('is not sent when it would come too late, nor again where the number is refused', async () => {
      rig.answers.push('refused');
      await request(named);
      rig.pass(1);
      rig.answers.push('failed');
      await request(named);
      rig.pass(6);
      await rig.schedule.runDue();
      expect(rig.sent).to.deep.equal([]);
      expect(await rig.store.nextJobAt()).to.equal(null);
    });

    it('is the same message under the same key where nobody knows any more that it was sent', async () => {
      await asker.turn((scope) => requestCode(scope, named, SELF));
      rig.loses('codeSent');
      await rig.schedule.runDue();
      expect(rig.errors.map(String)).to.deep.equal(['Error: lost: codeSent']);
      rig.pass(1);
      await rig.schedule.runDue();
      const [first, second, ...more] = rig.sent;
      expect([second, more]).to.deep.equal([first, []]);
      expect(await rig.store.nextJobAt()).to.equal(null);
    });

    it('is guessed once by a turn that runs again', async () => {
      await request(named);
      const wrong = other(rig.code('13800000002'));
      for (let i = 0; i < 3; i += 1)
        expect(await asker.turn((scope) => checkCode(scope, wrong), false)).to.deep.equal({ kind: 'wrong', left: 4 });
      expect(await check(wrong)).to.deep.equal({ kind: 'wrong', left: 4 });
      expect(await check(wrong)).to.deep.equal({ kind: 'wrong', left: 3 });
      const right = () => checkAgain();
      const checkAgain = () => asker.turn((scope) => checkCode(scope, rig.code('13800000002')), false);
      expect((await right()).kind).to.equal('right');
      expect((await check(rig.code('13800000002'))).kind).to.equal('right');
    });

    it('rests nowhere: neither it nor the phone is in what the store keeps of it', async () => {
      await request(named);
      const code = rig.code('13800000002');
      const db = new DatabaseSync(opened.path);
      const rows = db.prepare('SELECT * FROM codes').all();
      db.close();
      expect(rows).to.have.length(1);
      const text = JSON.stringify(rows);
      expect(text).not.to.include(code);
      expect(text).not.to.include('13800000002');
      expect(await rig.store.nextJobAt()).to.equal(null);
      expect((await check(code)).kind).to.equal('right');
      for (const file of readdirSync(opened.dataDir).filter((name) => name.startsWith('lipei.db')))
        expect(readFileSync(join(opened.dataDir, file)).includes('13800000002'), file).to.equal(false);
    });
  });

  describe('S10: somebody who does not know', () => {
    beforeEach(() => rig.claim('N1').then(() => {}));
    const real: Named = { number: 'N1', phone: '13800000002' };
    const missing: readonly Named[] = [
      { number: 'N9', phone: '13800000002' },
      { number: 'N1', phone: '13800000099' },
      { plate: '沪A99999', phone: '13800000002' },
      { phone: '13800000099' },
      { number: 'N1', ending: '9999' },
    ];

    /** All that a person could notice, and all that is asked of the store on her behalf. */
    async function probe(named: Named): Promise<unknown> {
      const who = await rig.ask();
      const told: unknown[] = [];
      rig.calls.length = 0;
      const calls: string[][] = [];
      const noting = async (step: Promise<unknown>) => {
        told.push(await step);
        calls.push([...rig.calls]);
        rig.calls.length = 0;
      };
      await noting(who.turn((scope) => requestCode(scope, named, SELF)));
      await noting(who.turn((scope) => checkCode(scope, 'x')));
      await rig.schedule.runDue();
      rig.calls.length = 0;
      for (let i = 0; i < 6; i += 1) await noting(who.turn((scope) => checkCode(scope, `00000${i}`)));
      await noting(who.turn((scope) => requestCode(scope, named, SELF)));
      rig.pass(16);
      await noting(who.turn((scope) => checkCode(scope, '000000')));
      await noting(who.turn((scope) => grantsOf(scope)));
      rig.clock.at = T0;
      // The next one finds nothing of this one.
      await rig.store.sweepCodes(T0 + 24 * 60 * MINUTE);
      return { told, calls };
    }

    for (const [i, named] of missing.entries())
      it(`hears and causes the same as with a claim that exists (${i + 1})`, async () => {
        const { told, calls } = (await probe(real)) as { told: { kind: string }[]; calls: string[][] };
        expect(told.map(({ kind }) => kind)).to.deep.equal([
          ...['asked', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'locked', 'locked', 'locked', 'expired', undefined],
        ]);
        expect(await probe(named)).to.deep.equal({ told, calls });
      });

    it('has the same rows written, and no message sent', async () => {
      const count = () => {
        const db = new DatabaseSync(opened.path);
        const counted = ['codes', 'code_claims', 'jobs'].map(
          (t) => db.prepare(`SELECT count(*) AS n FROM ${t}`).get()?.n,
        );
        db.close();
        return counted;
      };
      for (const [i, named] of [real, ...missing].entries()) {
        rig.pass(1);
        await request(named, SELF, await rig.ask());
        expect(count()).to.deep.equal([i + 1, i + 1, 0]);
      }
      expect(rig.sent).to.have.length(1);
    });
  });

  describe('S11: nothing is shown', () => {
    beforeEach(() => rig.claim('N1').then(() => {}));
    const named = { number: 'N1', ending: '123X' };

    it('before the code, however much of an ID or phone was named', async () => {
      await request(named);
      expect(await grants()).to.deep.equal([]);
      await request({ number: 'N1', phone: '13800000002', ending: '123X' });
      expect(await grants()).to.deep.equal([]);
    });

    it('of money a quarter of an hour after the last word, and of anything after half an hour', async () => {
      await enter(named, '13800000002');
      const seen = () => asker.turn((scope) => grantsOf(scope).map((grant) => isFresh(scope, grant)));
      rig.pass(14);
      expect(await seen()).to.deep.equal([true]);
      rig.pass(14);
      expect(await seen()).to.deep.equal([true]);
      rig.pass(15);
      // A word wakes nothing that has gone stale.
      expect(await seen()).to.deep.equal([false]);
      rig.pass(14);
      expect(await seen()).to.deep.equal([false]);
      rig.pass(1);
      expect(await seen()).to.deep.equal([]);
      expect((await enter(named, '13800000002')).kind).to.equal('right');
      expect(await seen()).to.deep.equal([true]);
    });

    it('in another conversation, on another channel or device', async () => {
      await enter(named, '13800000002');
      expect(await grants(await rig.ask())).to.deep.equal([]);
    });

    it('after “this is not my phone”', async () => {
      await enter(named, '13800000002');
      await rig.store.revokeDevices(asker.id);
      expect(await grants()).to.deep.equal([]);
    });

    it('to a phone that is no longer the party’s, nor to a party that is gone', async () => {
      await enter(named, '13800000002');
      const [grant] = await grants();
      const claim = must(grant).claim;
      const viewer = async () => viewerOf(must(grant), fold(await rig.store.events(claim)));
      expect(await viewer()).to.deep.equal({ role: 'injured', person: 'v1' });
      const recalled = PARTIES.map((one) => (one.id === 'v1' ? { ...one, phone: '13900000000' } : one));
      await rig.claim('N1', { parties: recalled }, { id: claim, events: [...(await rig.store.events(claim))] });
      expect(await viewer()).to.equal(undefined);
      await rig.claim('N1', { parties: [] }, { id: claim, events: [...(await rig.store.events(claim))] });
      expect(await viewer()).to.equal(undefined);
    });

    it('where the phone was changed between the code and its use', async () => {
      await request(named);
      const claim = must((await rig.store.claimOfInsurer('N1'))?.id);
      const recalled = PARTIES.map((one) => (one.id === 'v1' ? { ...one, phone: '13900000000' } : one));
      await rig.claim('N1', { parties: recalled }, { id: claim, events: [...(await rig.store.events(claim))] });
      expect(await check(rig.code('13800000002'))).to.deep.equal({ kind: 'expired' });
      expect(await grants()).to.deep.equal([]);
    });
  });

  describe('somebody who asks for another', () => {
    const events = async (number: string) =>
      fold(await rig.store.events(must((await rig.store.claimOfInsurer(number))?.id)));

    it('joins by the injured person’s code, with the relation that she states', async () => {
      await rig.claim('N1');
      const told = await enter({ number: 'N1', phone: '13800000002' }, '13800000002', { relation: 'child' });
      expect(told.kind === 'right' && told.grants[0]).to.include({ party: 'v1', role: 'injured', relation: 'child' });
      expect((await rig.store.bindings(asker.id))[0]).to.include({ role: 'family' });
    });

    it('is let in by a colleague with proof, which is recorded with the claim', async () => {
      const claim = await rig.claim('N1');
      const admission = {
        claim,
        party: 'v1',
        role: 'injured',
        relation: 'child',
        proof: '户口本 第 3 页',
        who: 'acc1',
      } as const;
      expect(await asker.turn((scope) => admit(scope, admission))).to.equal(undefined);
      expect((await grants())[0]).to.include({ claim, party: 'v1', relation: 'child', by: 'colleague' });
      expect((await events('N1')).admissions?.[0]).to.include({ proof: '户口本 第 3 页', who: 'acc1' });
      expect((await rig.store.bindings(asker.id))[0]).to.include({ level: 'staffVerified', role: 'family' });
    });

    it('is not let in without proof, as nobody, or as an agent without an authorisation', async () => {
      const claim = await rig.claim('N1');
      const admission = { claim, party: 'v1', role: 'injured', proof: 'x', who: 'acc1' } as const;
      const tell = (over: object) => asker.turn((scope) => admit(scope, { ...admission, ...over }));
      expect(await tell({ proof: ' ' })).to.equal('noProof');
      expect(await tell({ party: 'v8' })).to.equal('noSuchParty');
      expect(await tell({ role: 'insured' })).to.equal('noSuchParty');
      expect(await tell({ party: 'a1', role: 'agent' })).to.equal('noAuthorisation');
      expect(await tell({ claim: 'c9' })).to.equal('noSuchClaim');
      expect(await grants()).to.deep.equal([]);
    });

    it('sees nothing as an agent until an authorisation is recorded', async () => {
      const claim = await rig.claim('N1');
      await enter({ number: 'N1', phone: '13800000004' }, '13800000004');
      const grant = must((await grants())[0]);
      expect(viewerOf(grant, await events('N1'))).to.deep.equal({ role: 'agent' });
      const authorisation: Authorisation = {
        ...{ by: { role: 'injured', person: 'v1' }, from: '2026-11-01', until: '2027-11-01', mayReceiveMoney: false },
      };
      const admission = { claim, party: 'a1', role: 'agent', authorisation, proof: '授权委托书', who: 'acc1' } as const;
      await asker.turn((scope) => admit(scope, admission));
      expect(viewerOf(grant, await events('N1'))).to.deep.equal({ role: 'agent', authorisation });
    });
  });

  describe('whoever reported it', () => {
    it('sees that it goes on and no more, whatever she said she was', async () => {
      const claim = await rig.report('R1', '13700000001');
      const told = await enter({ number: 'R1', phone: '13700000001' }, '13700000001');
      const grant = must(told.kind === 'right' ? told.grants[0] : undefined);
      expect(grant).to.include({ claim, role: 'reporter' });
      expect(viewerOf(grant, fold(await rig.store.events(claim)))).to.deep.equal({ role: 'reporter' });
    });

    it('is the party that the insurer names with her phone, once it does; the claim has both numbers', async () => {
      const id = await rig.report('R1', '13800000001');
      await rig.claim('N1', { report: 'R1' }, { id, events: [...(await rig.store.events(id))] });
      for (const number of ['R1', 'N1']) {
        rig.pass(1);
        const told = await enter({ number, phone: '13800000001' }, '13800000001', SELF, await rig.ask());
        expect(told.kind === 'right' && told.grants[0], number).to.include({ party: 'p1', role: 'insured' });
      }
    });
  });
});
