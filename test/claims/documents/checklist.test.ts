import { expect } from 'chai';
import fc from 'fast-check';
import { checklist, FACTS } from '../../../claims/documents/checklist.ts';
import { every, is, not, oneOf, some } from '../../../claims/documents/conditions.ts';
import { COACHES } from '../../../claims/documents/lostIncome/index.ts';
import { DOCUMENTS, findDocument } from '../../../claims/documents/rules/index.ts';
import { type CaseFacts, CHOICES, type Condition, YES_NO } from '../../../claims/documents/types.ts';
import { DOCUMENT_CASES, NOTHING } from '../../cases/documents.ts';
import { realLaw as law, lawWith } from '../../cases/invented.ts';

const AT = '2026-11-20';
/** Facts that come from the claim: what is not told is not so. */
const TOLD = ['died', 'agent', 'advance', 'fund', 'lawsuit', 'settledBy'] as const;
const listOf = (facts: CaseFacts, at = AT) => checklist(facts, at, law);
const sorted = (ids: string): string[] => ids.split(' ').filter(Boolean).sort();
const named = (facts: CaseFacts, need: 'needed' | 'depends'): string[] =>
  listOf(facts)
    .items.filter((item) => item.need === need)
    .map(({ document }) => document)
    .sort();

describe('documents: facts in, list out', () => {
  for (const { is: what, facts, needs, depends = '', lacks = [] } of DOCUMENT_CASES)
    it(what, () => {
      expect(named(facts, 'needed')).to.deep.equal(sorted(needs));
      expect(named(facts, 'depends')).to.deep.equal(sorted(depends));
      expect(listOf(facts).ask).to.deep.equal(lacks);
    });

  it('every paper is needed in some case, or helps where another is not to be had', () => {
    const needed = new Set(
      [
        ...DOCUMENT_CASES.map(({ facts }) => facts),
        ...CHOICES.occupation.map((occupation) => ({ ...NOTHING, lostIncome: true, occupation })),
      ].flatMap((facts) => named(facts, 'needed')),
    );
    const helps = new Set(COACHES.flatMap(({ instead, daysInstead }) => [...instead, ...daysInstead]));
    expect(DOCUMENTS.map(({ id }) => id).filter((id) => !needed.has(id) && !helps.has(id))).to.deep.equal([]);
  });

  it('has each paper once', () => {
    expect(new Set(DOCUMENTS.map(({ id }) => id)).size).to.equal(DOCUMENTS.length);
    expect(findDocument('policy')?.id).to.equal('policy');
    expect(findDocument('__proto__')).to.equal(undefined);
  });

  it('rests on texts that are there, with their marks; the old rule on the old text', () => {
    for (const { facts } of DOCUMENT_CASES)
      for (const { document, rests } of listOf(facts).items) {
        expect(rests, document).to.not.be.empty;
        for (const one of rests) expect(one.status, `${document}: ${one.parameter}`).to.equal('value');
      }
    const old = listOf({ ...NOTHING, accident: '2022-04-30', disability: true, ruralRegistered: true });
    const residence = old.items.find(({ document }) => document === 'urbanResidence')?.rests[0];
    expect(residence?.status === 'value' && residence.source.id).to.equal('RS03-25');
  });

  it('says of every original that insurers differ', () => {
    const { items } = listOf({ ...NOTHING, outpatient: true });
    for (const { rule, rests } of items)
      expect(rests.some(({ parameter }) => parameter === 'document.originals')).to.equal(rule.copy === 'original');
  });

  it('asks neither side for the other’s papers, nor for what only they would know', () => {
    const facts = { accident: '2026-03-01', inpatient: true, insuredPaid: true };
    const of = (side: 'insured' | 'injured') => checklist(facts, AT, law, side);
    const papers = (side: 'insured' | 'injured') => of(side).items.map(({ document }) => document);
    expect(papers('injured')).to.include.members(['injuredId', 'dischargeSummary', 'claimForm']);
    expect(papers('injured')).to.not.include.members(['policy']);
    expect(papers('insured')).to.include.members(['policy', 'paymentProof', 'claimForm']);
    expect(papers('insured')).to.not.include.members(['dischargeSummary']);
    expect(new Set([...papers('insured'), ...papers('injured')]).size).to.equal(listOf(facts).items.length);
    expect(of('injured').ask).to.not.include.members(['insuredIsCompany', 'commercialUse']);
    expect(of('insured').ask).to.deep.equal(['offRoad', 'policeHandled', 'insuredIsCompany', 'commercialUse']);
  });

  it('never asks whether somebody died, nor for what the claim itself tells', () => {
    const { ask } = checklist({}, AT, law);
    for (const fact of TOLD) expect(ask).to.not.include(fact);
  });

  it('every paper is either in the list or told as not needed', () => {
    const { items, notNeeded } = listOf({ ...NOTHING, inpatient: true, surgery: undefined });
    const both = [...items.map(({ document }) => document), ...notNeeded];
    expect(both.sort()).to.deep.equal(DOCUMENTS.map(({ id }) => id).sort());
    expect(notNeeded).to.include('deathCertificate').and.not.include('operationRecord');
  });

  it('a region that stopped asking earlier: from its own day, by the accident or for every case not yet decided', () => {
    const asks = (accident: string, axis: 'accident' | 'pending', at: string): boolean =>
      checklist(
        { ...NOTHING, accident, region: '湖南', disability: true, ruralRegistered: true },
        at,
        lawWith({ 'standard.unifiedFrom': ['2020-01-01', 'date'], 'standard.unifiedFrom.axis': axis }),
      ).items.some(({ document }) => document === 'urbanResidence');
    expect([asks('2019-12-31', 'accident', AT), asks('2020-01-01', 'accident', AT)]).to.deep.equal([true, false]);
    expect([asks('2019-06-01', 'pending', '2019-12-31'), asks('2019-06-01', 'pending', '2020-01-01')]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('refuses a day that is none', () => {
    expect(() => listOf({ ...NOTHING, accident: '2026-02-30' })).to.throw(RangeError);
    expect(() => listOf(NOTHING, 'tomorrow')).to.throw(RangeError);
  });
});

/** Facts of which any may be unknown. */
const anyFacts: fc.Arbitrary<CaseFacts> = fc
  .record(
    {
      ...Object.fromEntries(YES_NO.map((fact) => [fact, fc.boolean()])),
      ...Object.fromEntries(Object.entries(CHOICES).map(([fact, values]) => [fact, fc.constantFrom(...values)])),
      accident: fc.constantFrom('2021-06-01', '2022-04-30', '2022-05-01', '2026-07-01'),
      region: fc.constantFrom('天津', '湖南'),
    },
    { requiredKeys: [] },
  )
  .map((facts) => facts as CaseFacts);

describe('documents: asks only for what it lacks', () => {
  it('never asks for a fact that is told, nor for one that changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { ask, items } = listOf(facts);
        for (const fact of ask) {
          expect(facts[fact], fact).to.equal(undefined);
          expect(items.some(({ dependsOn }) => dependsOn[0] === fact)).to.equal(true);
        }
        expect(ask.length === 0).to.equal(items.every(({ need }) => need === 'needed'));
      }),
      { numRuns: 200 },
    );
  });

  it('comes to an end: each answer settles something, and no answer is asked for twice', () => {
    fc.assert(
      fc.property(anyFacts, (truth) => {
        const whole = { ...NOTHING, occupation: 'rider', carer: 'family', ...truth } as CaseFacts;
        let known = Object.fromEntries(TOLD.map((fact) => [fact, whole[fact]])) as CaseFacts;
        for (let round = 0; listOf(known).ask.length > 0; round += 1) {
          expect(round).to.be.lessThan(FACTS.length);
          const [fact] = listOf(known).ask;
          if (fact) known = { ...known, [fact]: whole[fact] };
        }
        // What was never asked made no difference (but the region, which is not asked).
        expect(named({ ...known, region: whole.region } as CaseFacts, 'needed')).to.deep.equal(named(whole, 'needed'));
      }),
      { numRuns: 100 },
    );
  });

  it('what is settled stays settled, whatever else becomes known', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (told, later) => {
        // What the claim tells changes with the claim; the region is never asked.
        const fixed = Object.fromEntries([...TOLD, 'region' as const].map((fact) => [fact, told[fact]]));
        const then = listOf(told);
        const after = listOf({ ...later, ...told, ...fixed } as CaseFacts);
        const needed = after.items.filter(({ need }) => need === 'needed').map(({ document }) => document);
        for (const { document, need } of then.items) if (need === 'needed') expect(needed).to.include(document);
        expect(after.notNeeded).to.include.members([...then.notNeeded]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('documents: three values', () => {
  const truth = (condition: Condition, facts: CaseFacts = {}) => condition({ facts, law, at: AT });
  const [yes, no, unknown] = [is('died'), is('minor'), is('care')];
  const facts = { died: true, minor: false };

  it('an unknown fact matters only where it would change the answer', () => {
    expect(truth(every(no, unknown), facts)).to.equal(false);
    expect(truth(some(unknown, yes), facts)).to.equal(true);
    expect(truth(every(yes, unknown), facts)).to.deep.equal(['care']);
    expect(truth(some(no, unknown), facts)).to.deep.equal(['care']);
    expect(truth(not(unknown), facts)).to.deep.equal(['care']);
    expect([truth(not(yes), facts), truth(every(), facts), truth(some(), facts)]).to.deep.equal([false, true, false]);
  });

  it('names each fact once, the first to be asked first', () =>
    expect(truth(every(unknown, is('agent'), not(unknown)), facts)).to.deep.equal(['care', 'agent']));

  it('knows a choice', () => {
    const hired = oneOf('carer', 'hired');
    expect([truth(hired), truth(hired, { carer: 'hired' }), truth(hired, { carer: 'family' })]).to.deep.equal([
      ['carer'],
      true,
      false,
    ]);
  });
});
