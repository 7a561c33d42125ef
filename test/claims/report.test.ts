import { expect } from 'chai';
import { isOpen, nextOpening, type OfficeHours, promisedBy } from '../../claims/hours.ts';
import {
  mayNeedRescueFund,
  mustCallPolice,
  reportedLate,
  sameAccidentWindow,
  severity,
  type When,
} from '../../claims/report.ts';

const china = (text: string): number => Date.parse(`${text}:00+08:00`);
const when: When = {
  start: '2026-11-20T20:00:00+08:00',
  end: '2026-11-20T20:59:00+08:00',
  approx: true,
  grain: 'hour',
};

describe('a report', () => {
  it('is late when the customary 48 hours have passed since the latest the accident can have been', () => {
    expect(reportedLate(when, china('2026-11-22T20:59'), 48)).to.equal(false);
    expect(reportedLate(when, china('2026-11-22T21:00'), 48)).to.equal(true);
  });
  it('points to the rescue fund when the other side fled or has no compulsory insurance', () => {
    expect(mayNeedRescueFund({ kind: 'fled' })).to.equal(true);
    expect(mayNeedRescueFund({ kind: 'uninsured' })).to.equal(true);
    expect(mayNeedRescueFund({ kind: 'car', plate: '湘B67890' })).to.equal(false);
  });
  it('urges 122 unless police know', () => {
    expect(mustCallPolice('hereNotCalled', false)).to.equal(true);
    expect(mustCallPolice('tookToHospital', false)).to.equal(true);
    expect(mustCallPolice('tookToHospital', true)).to.equal(false);
    expect(mustCallPolice('movedCalled', true)).to.equal(false);
  });
  it('is most severe with a death, then with danger or critical care', () => {
    expect(severity({ dead: 1, injured: [], danger: 'none' })).to.equal('death');
    expect(severity({ dead: 0, injured: [{ n: 1, state: 'died' }], danger: 'none' })).to.equal('death');
    expect(severity({ dead: 0, injured: [], danger: 'bleeding' })).to.equal('critical');
    expect(severity({ dead: 0, injured: [{ n: 1, state: 'inpatient' }], danger: 'none' })).to.equal('hospital');
    expect(severity({ dead: 0, injured: [{ n: 1, state: 'outpatient' }], danger: 'none' })).to.equal('light');
  });
  it('speaks of the same accident within two hours of the same time', () => {
    expect(sameAccidentWindow(when)).to.deep.equal({ from: china('2026-11-20T18:00'), to: china('2026-11-20T22:59') });
  });
});

describe('office hours', () => {
  const hours: OfficeHours = {
    days: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '18:00',
    holidays: ['2026-11-30'],
    offset: 8 * 3_600_000,
  };
  const hour = 3_600_000;
  it('are open on a working day from opening to closing, China time', () => {
    expect(isOpen(china('2026-11-24T09:00'), hours)).to.equal(true);
    expect(isOpen(china('2026-11-24T18:00'), hours)).to.equal(false);
    expect(isOpen(china('2026-11-22T10:00'), hours)).to.equal(false);
  });
  it('open next after a weekend and a holiday', () => {
    // Friday evening; Saturday, Sunday, and Monday the 30th is a holiday
    expect(nextOpening(china('2026-11-27T18:00'), hours)).to.equal(china('2026-12-01T09:00'));
    expect(nextOpening(china('2026-11-24T07:00'), hours)).to.equal(china('2026-11-24T09:00'));
  });
  it('give a promise that falls in open hours', () => {
    expect(promisedBy(china('2026-11-24T10:00'), hours, hour)).to.equal(china('2026-11-24T11:00'));
    expect(promisedBy(china('2026-11-24T17:30'), hours, hour)).to.equal(china('2026-11-25T10:00'));
    expect(promisedBy(china('2026-11-28T12:00'), hours, hour)).to.equal(china('2026-12-01T10:00'));
  });
});
