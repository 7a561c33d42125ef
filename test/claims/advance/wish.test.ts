/** One wish for each injured person, however often it is said; and the answer that is promised to it. */
import { expect } from 'chai';
import { promisedAnswer } from '../../../claims/advance/answer.ts';
import { factsOf, SEES_NOTHING } from '../../../claims/advance/known.ts';
import { type AdvanceWish, merged, saysTheSame, wishFor } from '../../../claims/advance/wish.ts';
import { type ClaimFacts, fold } from '../../../claims/fold.ts';
import type { ClaimEvent, ClaimId, JsonObject, PersonId } from '../../../store/ports.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const event = (type: ClaimEvent['type'], data: JsonObject, id = 'e'): ClaimEvent => ({
  ...{
    id,
    claim: 'c' as ClaimId,
    type,
    v: 1,
    at: NOW,
    by: 'person',
    via: 'directline',
    person: 'p1' as PersonId,
    data,
  },
});
const wish = (more: Partial<AdvanceWish> = {}): AdvanceWish => ({ purpose: 'rescue', askedBy: 'hospital', ...more });
const said = (...all: readonly AdvanceWish[]): ClaimFacts =>
  fold(all.map((one) => event('advanceWished', one as unknown as JsonObject)));

describe('a wish for money in advance', () => {
  it('a changed one takes the place of the one before; of another person it is another one', () => {
    const facts = said(
      wish({ person: 'v1', asked: '100.00' }),
      wish({ person: 'v2' }),
      wish({ person: 'v1', asked: '200.00' }),
    );
    expect(facts.wishes?.map(({ person, asked }) => [person, asked])).to.deep.equal([
      ['v2', undefined],
      ['v1', '200.00'],
    ]);
  });

  it('whoever was only counted stays apart; whoever was neither named nor counted is the one the insurer names', () => {
    const counted = said(wish({ n: 1 }), wish({ n: 2 }));
    expect(counted.wishes).to.have.length(2);
    expect(wishFor(counted.wishes, { person: 'v1' })).to.equal(undefined);
    expect(wishFor(said(wish()).wishes, { person: 'v1' })?.purpose).to.equal('rescue');
  });

  it('what is not known this time stays as it was known', () => {
    const before = said(wish({ hospital: '市医院', ward: '3 床' })).wishes?.[0];
    const next = merged(before, wish({ askedBy: 'unknown', purpose: 'unknown', asked: '300.00' }));
    expect(next).to.deep.equal({ ...wish({ hospital: '市医院', ward: '3 床', asked: '300.00' }) });
    expect(saysTheSame(before, wish({ purpose: 'unknown' })), 'nothing new').to.equal(true);
    expect(saysTheSame(before, wish({ ward: '4 床' }))).to.equal(false);
    expect(saysTheSame(undefined, wish())).to.equal(false);
  });

  it('is answered by whatever the insurer records of an advance', () => {
    const promise = event('promiseMade', { what: 'answerAdvance', by: '2026-11-24T11:00:00+08:00', who: '' }, 'p');
    const open = fold([event('advanceWished', wish() as unknown as JsonObject), promise]);
    expect(promisedAnswer(open)?.id).to.equal('p');
    const change = { advance: 'a1', change: 'requested', person: 'v1', route: 'compulsory', at: '2026-11-24' };
    const answered = fold([event('advanceChanged', change)], open);
    expect(promisedAnswer(answered)).to.equal(undefined);
    expect(answered.promises[0]?.kept?.at).to.equal(NOW);
  });
});

describe('what a claim tells of the route', () => {
  const report = {
    role: 'driver',
    flags: ['drunk'],
    other: { kind: 'pedestrian' },
    when: { start: '2026-11-20T20:00:00+08:00' },
  };
  const facts = fold([
    event('reported', { number: 'R1', report }),
    event('registered', {
      number: 'P1',
      parties: [
        { id: 'v1', role: 'injured', name: '甲' },
        { id: 'i1', role: 'insured', name: '乙' },
      ],
      policies: [
        { number: 'c', kind: 'compulsory' },
        { number: 'b', kind: 'commercial', limit: '500000.00' },
      ],
    }),
    event('liabilityDetermined', { by: 'police', made: '2026-11-22', shares: [{ party: 'i1', share: 'none' }] }),
    event('advanceChanged', {
      ...{ advance: 'a1', change: 'approved', person: 'v1', route: 'compulsory', amount: '1000.00', at: '2026-11-23' },
    }),
    event('paperChanged', { change: 'received', document: 'policeNotice', at: '2026-11-23' }),
    event('paperChanged', { change: 'received', document: 'rescueFeeList', person: 'v1', at: '2026-11-23' }),
  ]);

  it('what the driver told of himself reaches nobody else', () => {
    expect(factsOf(facts, { reported: true, sees: SEES_NOTHING }).recourse).to.equal(true);
    expect(factsOf(facts, { reported: false, sees: SEES_NOTHING }).recourse).to.equal(undefined);
  });

  it('policy, liability and what is left are told to whoever may see them, and to nobody else', () => {
    const nothing = factsOf(facts, { reported: false, person: 'v1', sees: SEES_NOTHING });
    expect(nothing).to.not.have.any.keys('commercial', 'commercialLimit', 'fault', 'used');
    expect(nothing).to.deep.include({ compulsory: true, accident: '2026-11-20', papers: ['policeNotice'] });
    const all = factsOf(facts, {
      reported: false,
      person: 'v1',
      sees: { policy: true, determination: true, amounts: true },
    });
    expect(all).to.deep.include({ commercial: true, commercialLimit: 50_000_000n, fault: 'none' });
    expect(all.used).to.deep.equal({ compulsory: 100_000n, commercial: 0n });
    expect(all.papers).to.deep.equal(['policeNotice', 'rescueFeeList']);
  });

  it('for a family the other side is whoever should pay; for a driver it is not', () => {
    const told = (role: string) =>
      factsOf(fold([event('reported', { number: 'R1', report: { role, other: { kind: 'fled' } } })]), {
        ...{ reported: true, sees: SEES_NOTHING },
      }).fled;
    expect([told('family'), told('driver')]).to.deep.equal([true, undefined]);
  });
});
