import { expect } from 'chai';
import { checklist } from '../../../claims/documents/checklist.ts';
import { factsOfReport } from '../../../claims/documents/fromReport.ts';
import type { InjuredPerson, Report } from '../../../claims/report.ts';
import { realLaw as law } from '../../cases/invented.ts';

const one: InjuredPerson = { n: 1, state: 'inpatient' };
const REPORT: Report = {
  danger: 'none',
  medicalConsent: true,
  phone: null,
  role: 'driver',
  // Half past midnight in China is the day before in UTC.
  when: { start: '2026-03-01T00:30:00+08:00', end: '2026-03-01T00:30:00+08:00', approx: false, grain: 'minute' },
  where: { text: 'somewhere', road: 'road' },
  what: 'hit a bicycle',
  injuredCount: 1,
  dead: 0,
  injured: [one],
  scene: 'hereCalled',
  policeCalled: true,
  ownPlate: null,
  other: { kind: 'nonMotor' },
  flags: ['minor'],
};

describe('documents: what the report already tells', () => {
  it('is not asked again', () => {
    const facts = factsOfReport(REPORT, one);
    expect(facts).to.deep.equal({ accident: '2026-03-01', offRoad: false, inpatient: true, minor: true });
    const { ask } = checklist(facts, '2026-03-02', law, 'injured');
    for (const fact of Object.keys(facts)) expect(ask).to.not.include(fact);
    expect(ask).to.include.members(['surgery']);
    expect(ask).to.not.include.members(['lostIncome']);
  });

  it('takes nothing as said that was not: a visit to a doctor is no “never in hospital”', () => {
    const unknown: Report = { ...REPORT, when: null, where: null, flags: [] };
    expect(factsOfReport(unknown, { n: 1, state: 'notTreated' })).to.deep.equal({});
    expect(factsOfReport(unknown, { n: 1, state: 'outpatient' })).to.deep.equal({ outpatient: true });
    expect(factsOfReport(unknown, { n: 1, state: 'critical' })).to.deep.equal({ inpatient: true });
    expect(factsOfReport(unknown, { n: 1, state: 'died' })).to.deep.equal({ died: true });
  });

  it('does not say which of two is the child', () => {
    const two: Report = { ...REPORT, injured: [one, { n: 2, state: 'outpatient' }] };
    expect(factsOfReport(two, one)).to.not.have.property('minor');
  });

  it('knows when the rescue fund may step in, and that it was off the road', () => {
    const fled: Report = { ...REPORT, other: { kind: 'fled' }, where: { text: 'a yard', road: 'offRoad' } };
    expect(factsOfReport(fled, one)).to.include({ fund: true, offRoad: true });
  });
});
