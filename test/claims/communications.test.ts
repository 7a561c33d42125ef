/** The six communications: what was had last, by when each is due again, and what cannot be recorded. */
import { join } from 'node:path';
import { expect } from 'chai';
import { COMMUNICATIONS, sixOf } from '../../claims/communications.ts';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { refusalsOf } from '../../claims/recording/record.ts';
import { loadLaw } from '../../law/load.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';

const china = (moment: string): number => Date.parse(`${moment}:00+08:00`);
const NOW = china('2026-11-24T10:00');
const given = { now: NOW, law: loadLaw(join(import.meta.dirname, '../../law')) };
const event = (type: ClaimEvent['type'], data: JsonObject, at = NOW): ClaimEvent => ({
  ...{ id: `e-${type}`, claim: 'c' as ClaimId, type, v: 1, at, by: 'insurer', via: 'api', data },
});
const registered = event('registered', {
  ...{ number: 'P1', policies: [], parties: [{ id: 'v1', role: 'injured', name: '甲' }] },
});
const promised = event(
  'promiseMade',
  { what: 'firstContact', by: '2026-11-24T11:00:00+08:00', who: '' },
  china('2026-11-24T09:00'),
);
const had = (kind: string, at: string, more: JsonObject = {}): ClaimEvent =>
  event('communicated', { kind, who: '王敏', at, ...more });
const stepOf = (facts: ClaimFacts, kind: string, now = NOW) => sixOf(facts, now, 80).find((one) => one.kind === kind);

describe('the six communications', () => {
  it('are six, in their order, and none is due of which nothing was said', () => {
    const six = sixOf(fold([registered]), NOW, 80);
    expect(six).to.deep.equal(COMMUNICATIONS.map((kind) => ({ kind, state: 'none' })));
    expect(six).to.have.length(6);
  });

  it('the first is due as it was promised, until somebody has spoken with whoever reported it', () => {
    const facts = fold([registered, promised]);
    expect(stepOf(facts, 'firstContact')).to.include({ due: '2026-11-24T11:00:00+08:00', state: 'calm' });
    expect(stepOf(facts, 'firstContact', china('2026-11-24T10:36'))?.state).to.equal('soon');
    expect(stepOf(facts, 'firstContact', china('2026-11-24T11:00'))?.state).to.equal('over');
    const talked = fold([event('contacted', { how: 'call', who: '陈' })], facts);
    expect(stepOf(talked, 'firstContact')).to.deep.equal({
      ...{ kind: 'firstContact', last: { at: NOW, who: '陈' }, state: 'none' },
    });
  });

  it('recorded, it keeps the promise of it; another kind does not', () => {
    const open = fold([registered, promised]);
    const seen = fold([had('visit', '2026-11-24')], open);
    expect([seen.promises[0]?.kept, seen.contacted]).to.deep.equal([undefined, undefined]);
    const kept = fold([had('firstContact', '2026-11-24')], open);
    expect(kept.promises[0]?.kept).to.deep.equal({ who: '王敏', at: NOW });
    expect(kept.contacted).to.deep.equal({ who: '王敏', at: NOW });
  });

  it('the next one is due by the end of its day, soon in its last fifth', () => {
    const facts = fold([registered, had('guidance', '2026-11-20', { next: '2026-11-29', note: '下周复查' })]);
    expect(stepOf(facts, 'guidance')).to.deep.include({ due: '2026-11-29', state: 'calm' });
    expect(stepOf(facts, 'guidance')?.last).to.include({ note: '下周复查', who: '王敏' });
    expect(stepOf(facts, 'guidance', china('2026-11-28T00:00'))?.state).to.equal('soon');
    expect(stepOf(facts, 'guidance', china('2026-11-29T23:59'))?.state).to.equal('soon');
    expect(stepOf(facts, 'guidance', china('2026-11-30T00:00'))?.state).to.equal('over');
  });

  it('the latest counts, whenever it was recorded, and of one day the later record; without a next day none is due', () => {
    const late = [
      had('visit', '2026-11-22', { next: '2026-11-30' }),
      had('visit', '2026-11-19', { next: '2026-11-21' }),
    ];
    expect(stepOf(fold([registered, ...late]), 'visit')).to.deep.include({ due: '2026-11-30' });
    const done = fold([registered, ...late, had('visit', '2026-11-22', { note: '出院' })]);
    expect(stepOf(done, 'visit')).to.deep.include({ state: 'none' }).and.not.have.property('due');
    expect(stepOf(done, 'visit')?.last).to.include({ note: '出院' });
    expect(done.communications, 'each stays').to.have.length(3);
  });

  it('cannot be of a time to come, due again before it was, or with somebody who takes no part', () => {
    const facts = fold([registered]);
    const refused = (more: JsonObject) =>
      refusalsOf(
        facts,
        { type: 'communication', data: { kind: 'visit', who: 'x', at: '2026-11-24', ...more } },
        given,
      ).map(({ pointer, why }) => `${pointer} ${why}`);
    expect(refused({ person: 'v1', next: '2026-11-24' })).to.deep.equal([]);
    expect(refused({ at: '2026-11-25' })).to.deep.equal(['/at inFuture']);
    expect(refused({ next: '2026-11-23' })).to.deep.equal(['/next backInTime']);
    expect(refused({ at: '2026-11-23T17:00:00Z', next: '2026-11-23' }), 'it was the 24th in China').to.have.length(1);
    expect(refused({ person: 'v9' })).to.deep.equal(['/person unknownParty']);
  });
});
