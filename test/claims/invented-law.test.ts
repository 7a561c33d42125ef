/** Rules with another law than today's: other steps, other practice, another pilot, and figures that nobody entered. */
import { expect } from 'chai';
import type { Case } from '../../claims/compensation/case.ts';
import { type Estimate, estimate } from '../../claims/compensation/estimate.ts';
import { printed } from '../../claims/figure.ts';
import { yuanText } from '../../claims/money.ts';
import { car, dead, disabled, of, person, sum } from '../cases/case.ts';
import { type Changed, lawWith } from '../cases/invented.ts';

const by = (changed: Changed, given: Case): Estimate => estimate(given, lawWith(changed));
/** The first line as it is printed, else what is missing. */
function first(done: Estimate): string {
  const [item] = done.items;
  if (item?.status === 'amount') return printed(item.line.figure);
  if (item?.status !== 'missing') return item?.status ?? 'nothing';
  return item.missing.map((one) => (one.kind === 'fact' ? one.fact : one.parameter)).join();
}
const notes = ({ assumptions }: Estimate): string[] => assumptions.map(({ key }) => key.replace('estimate.', ''));
const YEARS = (unit: string) => [unit, 'years'] as const;

describe('rules read the law', () => {
  it('years of an award: full, one less from the first step, the floor from the second', () => {
    const changed: Changed = {
      'award.years': YEARS('30'),
      'award.years.reduceFrom': YEARS('50'),
      'award.years.floorFrom': YEARS('70'),
      'award.years.floor': YEARS('8'),
    };
    const years = (age: number): string => first(by(changed, of(dead({ death: {} }, { age }))));
    // 50 → 30, 51 → 29, 69 → 11, 70 → the floor although 30 − 20 would be 10.
    expect([49, 50, 51, 69, 70, 90].map(years)).to.deep.equal([30, 30, 29, 11, 8, 8].map((n) => `51,243 × ${n}`));
  });

  it('each figure of the years may be missing, and is named', () => {
    for (const id of ['award.years', 'award.years.reduceFrom', 'award.years.floorFrom', 'award.years.floor'])
      expect(first(by({ [id]: undefined }, of(dead({ death: {} }))))).to.equal(id);
  });

  it('the table of grades: what it does not have is asked for', () => {
    const award = (grades: readonly number[], changed: Changed): string =>
      first(by(changed, of(disabled({ disability: { grades } }))));
    expect(award([2], { 'disability.coefficients': '100 85' })).to.equal('51,243 × 20 × 85%');
    expect(award([3], { 'disability.coefficients': '100 85' })).to.equal('grades');
    expect(award([3], { 'disability.coefficients': undefined })).to.equal('disability.coefficients');
  });

  it('the fee of an appraisal: the layer that practice names, the policy where it names none we know', () => {
    const layer = (practice: string | undefined): string => {
      const [item] = by({ 'practice.appraisalFee': practice }, of(person({ appraisal: sum('2000') }))).items;
      return item?.status === 'amount' ? item.bearer : (item?.status ?? '');
    };
    expect(['compulsory', 'commercial', 'tortfeasor', 'askPerson', undefined].map(layer)).to.deep.equal([
      'compulsory',
      'commercial',
      'tortfeasor',
      'commercial',
      'missing',
    ]);
  });

  it('several grades: asked for, or the worst alone where that is the practice, and said', () => {
    // Grades 10 and 9: the worst is 9, 20 %.
    const done = (practice: string): Estimate =>
      by({ 'practice.severalGrades': practice }, of(disabled({ disability: { grades: [10, 9] } })));
    expect(first(done('askPerson'))).to.equal('coefficient');
    expect(first(done('worstOnly'))).to.equal('51,243 × 20 × 20%');
    expect(done('worstOnly').assumptions).to.deep.include({
      key: 'estimate.assumption.worstGrade',
      values: { grade: 9 },
    });
    expect(notes(done('askPerson'))).to.not.include('assumption.worstGrade');
  });

  it('supporters: counted, or by the province’s coefficient where that is the practice', () => {
    const given = of(dead({ dependants: [{ id: 'd', age: 8, supporters: 2 }] }));
    const by2 = (practice: string, burden: string | undefined): string =>
      first(by({ 'practice.dependants': practice, 'stats.burden': burden }, given));
    // 32,625 a year for 10 years.
    expect(by2('headcount', '1.9')).to.include('÷ 2');
    expect(by2('burden', '1.9')).to.include('÷ 1.9');
    expect(by2('burden', undefined)).to.include('÷ 2');
  });

  it('past retirement: said only where courts differ', () => {
    const given = of(person({ lostIncome: { days: 1, perDay: '100', pastRetirement: true, proved: true } }));
    const said = (rule: string | undefined): boolean =>
      notes(by({ 'lostIncome.pastRetirement': rule }, given)).includes('assumption.retiredBefore');
    expect(['courtsDiffer', 'withProof', undefined].map(said)).to.deep.equal([true, false, false]);
  });

  it('distress first: said only where the law says so and there is any', () => {
    const said = (rule: string, ...given: readonly Case['victims'][number][]): boolean =>
      notes(by({ 'limb.mentalDistress.first': rule }, of(given))).includes('assumption.mentalFirst');
    const [hurt, sad] = [person({ medical: sum('1') }), person({ mentalDistress: sum('1') }, { id: 'v2' })];
    expect([said('yes', hurt, sad), said('no', hurt, sad), said('yes', hurt)]).to.deep.equal([true, false, false]);
  });

  it('drunk: property is paid where the law lets the insurer turn to the driver for it', () => {
    const given = of(person({ property: sum('500') }), { vehicles: [car('A', 'full', { exclusion: 'drunk' })] });
    const paid = (rule: string): string[] =>
      by({ 'compulsory.recourse.property': rule }, given).layers?.compulsory.map((r) => yuanText(r.amount)) ?? [];
    expect(paid('yes')).to.deep.equal(['500.00']);
    expect(paid('no')).to.deep.equal([]);
  });

  it('limits that nobody entered: all of the limbs in use, of every vehicle, at once; the others are not asked for', () => {
    const LIMITS = ['medical', 'deathDisability', 'property'].flatMap((limb) => [
      `compulsory.${limb}.limit`,
      `compulsory.${limb}.limit.noFault`,
    ]);
    const none: Changed = Object.fromEntries(LIMITS.map((id) => [id, undefined]));
    const lacks = (changed: Changed, given: Case): string[] =>
      by(changed, given).missing.map((one) => (one.kind === 'fact' ? one.fact : one.parameter));
    const two = of(person({ medical: sum('1'), property: sum('1') }), {
      vehicles: [car('A', '1'), car('B', '0'), car('C', '0')],
    });
    expect(lacks(none, two)).to.deep.equal([
      'compulsory.medical.limit',
      'compulsory.property.limit',
      'compulsory.medical.limit.noFault',
      'compulsory.property.limit.noFault',
    ]);
    const { 'compulsory.medical.limit': _, ...others } = none;
    expect(
      by(others, of(person({ medical: sum('20000') }))).layers?.compulsory.map(({ amount }) => amount),
    ).to.deep.equal([1_800_000n]);
  });

  it('a limb that nobody entered: the item stands, and the limb is asked for', () => {
    const done = by({ 'limb.medical': undefined }, of(person({ appraisal: sum('1'), medical: sum('1') })));
    expect(done.status).to.equal('missing');
    expect(done.items.map(({ status }) => status)).to.deep.equal(['amount', 'amount']);
    expect(done.missing).to.deep.equal([
      { kind: 'figure', parameter: 'limb.medical', date: '2025-03-02', region: '湖南', asker: 'apportionment' },
    ]);
  });

  it('a rule that nobody entered has no source', () => {
    const { items } = by({ 'item.medical': undefined }, of(person({ medical: sum('1') })));
    expect(items[0]).to.deep.include({ status: 'amount', sources: [] });
  });
});

describe('a pilot of the unified standard', () => {
  const rural = (accidentDate: string, asOf: string): Case =>
    of(disabled({ disability: { grades: [10] } }, { residence: 'rural' }), {
      accidentDate,
      asOf,
      standards: { urbanIncome: '40000', ruralIncome: '18000' },
    });
  const PILOT = '2020-06-01';
  const on = (axis: string | undefined, accidentDate: string, asOf: string): string =>
    first(by({ 'standard.unifiedFrom': PILOT, 'standard.unifiedFrom.axis': axis }, rural(accidentDate, asOf)));
  const [URBAN, RURAL] = ['40,000 × 20 × 10%', '18,000 × 20 × 10%'];

  it('by the day of the accident: the day itself counts', () => {
    for (const axis of ['accident', undefined])
      expect([on(axis, PILOT, '2021-01-01'), on(axis, '2020-05-31', '2021-01-01')]).to.deep.equal([URBAN, RURAL]);
  });

  it('by what is still pending: the day of the trial counts', () =>
    expect([on('pending', '2019-01-01', PILOT), on('pending', '2019-01-01', '2020-05-31')]).to.deep.equal([
      URBAN,
      RURAL,
    ]));

  it('a region whose day is known assumes nothing', () => {
    const done = by({ 'standard.unifiedFrom': PILOT }, rural('2020-05-31', '2021-01-01'));
    expect(notes(done)).to.not.include('assumption.noPilot');
    expect(done.regime.standard).to.equal('2004-05-01');
    expect(by({ 'standard.unifiedFrom': PILOT }, rural(PILOT, '2021-01-01')).regime.standard).to.equal(PILOT);
  });

  it('before all pilots nothing is assumed either; from their first day on it is', () => {
    const said = (first: string | undefined): boolean =>
      notes(by({ 'standard.pilotsFrom': first }, rural('2018-01-01', '2019-01-01'))).includes('assumption.noPilot');
    expect(['2019-01-02', '2019-01-01', undefined].map(said)).to.deep.equal([false, true, true]);
  });
});
