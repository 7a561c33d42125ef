/** The 误工 coach: an occupation in, what to bring out. */
import { expect } from 'chai';
import { checklist } from '../../../claims/documents/checklist.ts';
import { coach, coachRuleOf } from '../../../claims/documents/lostIncome/coach.ts';
import { COACHES } from '../../../claims/documents/lostIncome/index.ts';
import { findDocument } from '../../../claims/documents/rules/index.ts';
import { CHOICES, OCCUPATIONS, type Occupation } from '../../../claims/documents/types.ts';
import type { LawAnswer } from '../../../law/types.ts';
import { NOTHING } from '../../cases/documents.ts';
import { realLaw as law, lawWith } from '../../cases/invented.ts';

const source = (answer: LawAnswer | undefined) =>
  answer?.status === 'value' ? `${answer.source.id} ${answer.mark}` : answer?.status;

describe('lost income: the coach by occupation', () => {
  it('has one for each', () => expect(COACHES.map(({ occupation }) => occupation)).to.deep.equal([...OCCUPATIONS]));

  /** What proves income; what the rule falls back to (人损解释 7, 8); where regions differ. */
  const cases: readonly (readonly [Occupation, income: string, fallback: string, differs: string])[] = [
    ['payroll', 'labourContract employerDeduction wageRecords', 'industryAverage', ''],
    ['rider', 'platformRecords payRecords', 'threeYearAverage industryAverage', 'industry'],
    ['dayWages', 'foremanNote payRecords', 'threeYearAverage industryAverage', 'cashWages industry'],
    ['selfEmployed', 'businessLicence threeYearAccounts', 'threeYearAverage industryAverage', 'ownBusiness industry'],
    ['farmer', 'landContract villageNote', 'threeYearAverage industryAverage', 'farming'],
    ['pastRetirement', 'workProof payRecords', 'industryAverage nothing', 'retired'],
    ['housework', '', 'nothing', 'housework'],
    ['minorsParent', 'carerIncome familyRelation', 'localCarer', 'carerWage'],
    ['familyCarer', 'carerIncome familyRelation', 'localCarer', 'carerWage'],
  ];
  for (const [occupation, income, fallback, differs] of cases)
    it(`${occupation}: ${income || 'no paper proves it'}`, () => {
      const advice = coach(occupation, law.at('2026-11-20'));
      expect(advice.income.join(' ')).to.equal(income);
      expect(advice.fallback.map(({ to }) => to).join(' ')).to.equal(fallback);
      expect(advice.differs.join(' ')).to.equal(differs);
      expect(advice.days).to.deep.equal(['doctorOrders']);
      for (const { to, law: text } of advice.fallback) expect(source(text), to).to.not.equal('missing');
      for (const text of advice.rests) expect(text.status).to.equal('value');
    });

  it('names papers that exist, none of them twice', () => {
    for (const { occupation, income, instead, days, daysInstead } of COACHES) {
      const papers = [...income, ...instead, ...days, ...daysInstead];
      expect(
        papers.filter((id) => !findDocument(id)),
        occupation,
      ).to.deep.equal([]);
      expect(new Set(papers).size, occupation).to.equal(papers.length);
    }
  });

  it('says where the fallback stands, and that courts differ is confirmed by nobody', () => {
    const { fallback, rests } = coach('dayWages', law.at('2026-11-20'));
    expect(fallback.map(({ law: text }) => source(text))).to.deep.equal(['RS22-7 verified', 'RS22-7 verified']);
    expect(rests.map(source)).to.deep.equal(['RS22-7 verified', 'practice unconfirmed']);
    expect(coach('payroll', law.at('2026-11-20')).rests.map(source)).to.deep.equal(['RS22-7 verified']);
    expect(coach('familyCarer', law.at('2022-04-30')).fallback.map(({ law: text }) => source(text))).to.deep.equal([
      'RS20-8 secondary',
    ]);
  });

  it('past retirement age: with proof from 2026-06-30 on, before that courts differed (解释二 6)', () => {
    const value = (day: string) => {
      const { tells } = coach('pastRetirement', law.at(day));
      return tells?.status === 'value' && tells.value;
    };
    expect([value('2026-06-29'), value('2026-06-30')]).to.deep.equal(['courtsDiffer', 'withProof']);
    expect(coach('payroll', law.at('2026-06-30'))).to.not.have.property('tells');
  });

  it('one carer, as a rule (人损解释 8)', () => {
    const { tells } = coach('familyCarer', law.at('2026-11-20'));
    expect([tells?.status === 'value' && tells.value, source(tells)]).to.deep.equal(['1', 'RS22-8 verified']);
  });

  it('a text that nobody entered is told as missing', () => {
    const bare = lawWith({ 'lostIncome.noProof': undefined }).at('2026-11-20');
    expect(coach('payroll', bare).fallback.map(({ law: text }) => text.status)).to.deep.equal(['missing']);
  });

  it('is what the list asks of the injured person', () => {
    for (const occupation of CHOICES.occupation) {
      const { items } = checklist({ ...NOTHING, lostIncome: true, occupation }, '2026-11-20', law);
      const income = items.filter(({ rule }) => rule.group === 'income').map(({ document }) => document);
      expect(income, occupation).to.have.members([...coachRuleOf(occupation).income]);
    }
  });
});
