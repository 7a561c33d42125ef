import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { isRecording, problemsOf, RECORDINGS, refusalsOf } from '../../claims/recording/record.ts';
import type { Recording } from '../../claims/recording/types.ts';
import { placesOf } from '../../claims/stages/history.ts';
import { STAGES } from '../../claims/stages/rules/index.ts';
import { nextSteps } from '../../claims/stages/standing.ts';
import { loadLaw } from '../../law/load.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const given = { now: NOW, law: loadLaw(join(import.meta.dirname, '../../law')) };
const event = (type: ClaimEvent['type'], data: JsonObject): ClaimEvent => ({
  ...{ id: 'e', claim: 'c' as ClaimId, type, v: 1, at: NOW, by: 'insurer', via: 'api', data },
});
const parties = [
  { id: 'v1', role: 'injured', name: '甲' },
  { id: 'v2', role: 'injured', name: '乙' },
  { id: 'i1', role: 'insured', name: '丙' },
] as const;
const registered = fold([event('registered', { number: 'P1', parties, policies: [] })]);

/** What can be is recorded, the rest is not. */
function record(facts: ClaimFacts, wish: Recording): ClaimFacts {
  return refusalsOf(facts, wish, given).length > 0 ? facts : fold([event(RECORDINGS[wish.type], wish.data)], facts);
}
const onwards = (facts: ClaimFacts, { next, at }: { readonly next: number; readonly at: string }): JsonObject => {
  const { main } = nextSteps(facts.stages ?? [], 'v1');
  return { change: 'entered', person: 'v1', stage: main[next % Math.max(main.length, 1)] ?? 'closed', at };
};
const stage = (data: JsonObject): Recording => ({ type: 'stage', data });

describe('recording what happens to a claim', () => {
  it('knows what was folded before there was such a thing', () => {
    const { number, registered: known, stages } = fold([event('reported', { number: 'R1', report: {} })]);
    expect([number, known, stages]).to.deep.equal(['R1', undefined, undefined]);
  });

  it('a report keeps its number when the insurer takes it up', () => {
    const facts = fold([
      event('reported', { number: 'R1', report: {} }),
      event('registered', { number: 'P1', report: 'R1', parties: [], policies: [] }),
    ]);
    expect([facts.number, facts.registered?.number]).to.deep.equal(['R1', 'P1']);
    expect(registered.number, 'a claim that nobody reported has the only one there is').to.equal('P1');
  });

  it('the last determination counts, and papers of two people are apart', () => {
    const liability = (share: string): Recording => ({
      ...{ type: 'liability', data: { by: 'police', made: '2026-11-20', shares: [{ party: 'i1', share }] } },
    });
    const facts = record(record(registered, liability('full')), liability('primary'));
    expect(facts.liability?.shares[0]?.share).to.equal('primary');
    const paper = (person: string): Recording => ({
      ...{ type: 'paper', data: { change: 'received', document: 'diagnosis', person, at: '2026-11-20' } },
    });
    const both = record(record(registered, paper('v1')), paper('v2'));
    expect(both.papers?.map(({ person, type }) => [person, type])).to.deep.equal([
      ['v1', 'received'],
      ['v2', 'received'],
    ]);
  });

  it('names that every object has are no events', () => {
    for (const name of ['toString', '__proto__', 'constructor', '', 7, null]) expect(isRecording(name)).to.equal(false);
  });

  it('a party changes no role and none is lost', () => {
    const before = { parties, policies: [] };
    expect(problemsOf(before, before)).to.deep.equal([]);
    expect(
      problemsOf({ ...before, parties: [...parties, { id: 'h', role: 'heir', name: '丁', of: 'v1' }] }, before),
    ).to.deep.equal([]);
    const other = parties.map((one) => ({ ...one, role: 'driver' as const }));
    expect(problemsOf({ parties: other, policies: [] }, before).map(({ why }) => why)).to.deep.equal(['partyGone']);
  });

  it('no sequence of wishes makes a state that cannot be', () => {
    const person = fc.constantFrom('v1', 'v2', 'i1', 'nobody');
    const at = fc.constantFrom('2026-11-01', '2026-11-10T10:00:00+08:00', '2026-11-20', '2026-12-31', 'never');
    const change = fc.constantFrom('entered', 'left', 'paused', 'resumed');
    const id = fc.constantFrom(...STAGES.map((one) => one.id));
    const joined = fc.record({ change: fc.constant('joined'), person, at });
    const moved = fc.record({ change, stage: id, person: fc.option(person, { nil: undefined }), at });
    // Of those that are possible, so that claims get on.
    const step = fc.record({ next: fc.nat(3), at });
    const wishes = fc.array(fc.oneof(joined, moved, step), { maxLength: 40 });
    let kept = 0;
    fc.assert(
      fc.property(wishes, (all) => {
        const start = record(registered, stage({ change: 'joined', person: 'v1', at: '2026-11-01' }));
        const facts = all.reduce(
          (so, data) => record(so, stage('next' in data ? onwards(so, data) : (data as JsonObject))),
          start,
        );
        kept += (facts.stages ?? []).length - 1;
        // Throws where a history is impossible.
        const places = placesOf(facts.stages ?? []);
        expect(places.filter((one) => one.person === 'nobody' || one.person === 'i1')).to.deep.equal([]);
        expect(refusalsOf(facts, stage({ change: 'joined', person: 'v1', at: '2026-11-20' }), given)[0]?.why).to.equal(
          'alreadyHere',
        );
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(kept).to.be.greaterThan(200);
  });
});
