/** What an estimate takes for granted, with another law than today's: said where the law asks for it, and only there. */
import { expect } from 'chai';
import type { Case } from '../../claims/compensation/case.ts';
import { type Estimate, estimate } from '../../claims/compensation/estimate.ts';
import { car, of, person, sum } from '../cases/case.ts';
import { type Changed, lawWith } from '../cases/invented.ts';

const by = (changed: Changed, given: Case): Estimate => estimate(given, lawWith(changed));
const notes = ({ assumptions }: Estimate): string[] => assumptions.map(({ key }) => key.replace('estimate.', ''));

describe('what is taken for granted', () => {
  it('past retirement age, and nothing was said of it', () => {
    const said = (age: number | undefined, from: string | undefined, more = {}): boolean => {
      const victim = person({ lostIncome: { days: 1, perDay: '100', ...more } }, age === undefined ? {} : { age });
      const { age: _, ...ageless } = victim;
      return notes(by({ 'lostIncome.retirementAge': from }, of(age === undefined ? ageless : victim))).includes(
        'assumption.mayBeRetired',
      );
    };
    expect([said(60, '60'), said(61, '60')]).to.deep.equal([true, true]);
    expect([said(59, '60'), said(undefined, '60'), said(60, undefined)]).to.deep.equal([false, false, false]);
    expect(said(60, '60', { pastRetirement: false })).to.equal(false);
  });

  it('whose age, and which item, is said with it', () => {
    const given = of(
      person(
        { lostIncome: { days: 1, perDay: '100' } },
        { id: 'v7', age: 63, paidByOthers: [{ by: 'workInjury', item: 'lostIncome', amount: '10' }] },
      ),
    );
    const said = by({ 'lostIncome.retirementAge': '60', 'practice.workInjury': 'medicalOnly' }, given).assumptions;
    expect(said).to.deep.include({ key: 'estimate.assumption.mayBeRetired', values: { victim: 'v7', age: 63 } });
    expect(said).to.deep.include({ key: 'estimate.assumption.workInjury', values: { item: 'lostIncome' } });
  });

  it('one stretch of several tells whether the person was past it', () => {
    const given = of(
      person(
        {
          lostIncome: [
            { days: 1, perDay: '100' },
            { days: 1, perDay: '90', pastRetirement: false },
          ],
        },
        { age: 66 },
      ),
    );
    expect(notes(by({ 'lostIncome.retirementAge': '60' }, given))).to.not.include('assumption.mayBeRetired');
  });

  it('a work-injury fund that paid for more than treatment', () => {
    const said = (payer: 'workInjury' | 'medicalInsurance', item: 'medical' | 'nursing', rule: string | undefined) =>
      notes(
        by(
          { 'practice.workInjury': rule },
          of(
            person({ medical: sum('100'), nursing: sum('100') }, { paidByOthers: [{ by: payer, item, amount: '10' }] }),
          ),
        ),
      ).includes('assumption.workInjury');
    expect(said('workInjury', 'nursing', 'medicalOnly')).to.equal(true);
    expect(said('workInjury', 'medical', 'medicalOnly')).to.equal(false);
    expect(said('medicalInsurance', 'nursing', 'medicalOnly')).to.equal(false);
    expect([said('workInjury', 'nursing', 'everything'), said('workInjury', 'nursing', undefined)]).to.deep.equal([
      false,
      false,
    ]);
  });

  it('recourse, only where the policy refuses for it', () => {
    const said = (cover: string, exclusion: 'drunk' | 'flight'): boolean =>
      notes(
        by(
          { [`cover.${exclusion}`]: cover },
          of(person({ medical: sum('1') }), { vehicles: [car('A', 'full', { exclusion })] }),
        ),
      ).includes('assumption.recourse');
    expect([said('excluded', 'drunk'), said('covered', 'drunk'), said('excluded', 'flight')]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('a province with ranges of its own, and a vehicle without fault', () => {
    const said = (fault: string, changed: Changed): string[] =>
      by(changed, of(person({ medical: sum('1') }), { vehicles: [car('A', fault)] })).assumptions.map(
        ({ key, values }) => `${key.replace('estimate.assumption.', '')} ${Object.values(values).join(' ')}`,
      );
    const [ranges, most] = ['practice.faultNonMotor', 'liability.motorWithoutFault.max'];
    const ASK = { [ranges]: 'askPerson', [most]: ['10', 'percent'] } as const;
    expect(said('primary', ASK)).to.deep.equal(['faultNonMotor 湖南', 'faultByName primary 70']);
    expect(said('primary', { [ranges]: 'none' })).to.deep.equal(['faultByName primary 70']);
    expect(said('0', ASK)).to.deep.equal(['withoutFault A 10']);
    expect(said('0', { [most]: undefined })).to.deep.equal([]);
    expect(said('0.2', ASK)).to.deep.equal(['faultGiven A 20%']);
  });
});
