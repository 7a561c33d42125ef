/** What is beyond the compulsory limits: by fault or whole, with or without what a policy excludes. */
import { car, of, person, sum, type Worked, withPolicy } from './case.ts';

const whole = (amount: string) => ({ name: '康复器材', amount, limb: 'medical' as const, byRatio: false });
const proved = (amount: string) => ({ victim: 'v1', amount, proved: true });

export const EXCESS_CASES: readonly Worked[] = [
  {
    // Limb 40,000, 18,000 paid, 22,000 left: a quarter of it by fault, 5,500, three quarters whole, 16,500. Of 8,000 proved
    // only the 5,500 are medical costs that fault divides: none is left to the policy but the 16,500.
    // 5,500 × 70 % = 3,850; 5,500 × 30 % = 1,650.
    name: 'costs beyond medical insurance come off what is borne by fault only',
    given: of(person({ medical: sum('10000'), other: [whole('30000')] }), {
      vehicles: [car('A', '0.7')],
      nonMedicare: proved('8000'),
    }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00' },
      commercial: { 'A>v1': '16500.00' },
      tortfeasor: { 'A>v1': '3850.00' },
      victimBears: { v1: '1650.00' },
    },
  },
  {
    // The same, 2,000 proved: policy (5,500 − 2,000) × 70 % + 16,500 = 18,950; tortfeasor 2,000 × 70 % = 1,400.
    name: 'costs beyond medical insurance beside what is borne whole',
    given: of(person({ medical: sum('10000'), other: [whole('30000')] }), {
      vehicles: [car('A', '0.7')],
      nonMedicare: proved('2000'),
    }),
    gives: {
      commercial: { 'A>v1': '18950.00' },
      tortfeasor: { 'A>v1': '1400.00' },
      victimBears: { v1: '1650.00' },
    },
  },
  {
    // Everything in the limb is borne whole: nothing comes off.
    name: 'costs beyond medical insurance where nothing is borne by fault',
    given: of(person({ other: [whole('30000')], lostIncome: sum('180100') }), {
      vehicles: [car('A', '0.7')],
      nonMedicare: proved('8000'),
    }),
    // 30,000 − 18,000 = 12,000 whole; 100 × 70 % = 70; he bears 30.
    gives: { commercial: { 'A>v1': '12070.00' }, tortfeasor: {}, victimBears: { v1: '30.00' } },
  },
  {
    // Whole, shared among those at fault: 3,000 × 0.6 / 0.8 = 2,250 and 750; nobody’s share is lost though 20 % are his.
    name: 'what is borne whole is shared by the faults of those who answer',
    given: of(person({ other: [{ name: '评估费', amount: '3000', byRatio: false }] }), {
      vehicles: [car('A', '0.6'), car('B', '0.2')],
    }),
    gives: { commercial: { 'A>v1': '2250.00', 'B>v1': '750.00' }, victimBears: {} },
  },
  {
    // He drives A: A does not answer to him, B bears all of it although its fault is 20 %.
    name: 'what is borne whole: a driver’s own vehicle takes no part of it',
    given: of(
      person(
        { other: [{ name: '评估费', amount: '3000', byRatio: false }] },
        { rides: { vehicle: 'A', as: 'driver' } },
      ),
      { vehicles: [car('A', '0.6'), car('B', '0.2')] },
    ),
    gives: { commercial: { 'B>v1': '3000.00' }, victimBears: {} },
  },
  {
    name: 'what is borne whole where nobody is at fault stays with the victim',
    given: of(person({ other: [{ name: '评估费', amount: '3000', byRatio: false }] }), {
      vehicles: [car('A', 'none')],
    }),
    gives: { commercial: {}, tortfeasor: {}, victimBears: { v1: '3000.00' } },
  },
  {
    // By fault and whole, for the policy and for the tortfeasor alone: policy 1,000 × 50 % + 200 = 700;
    // tortfeasor 400 × 50 % + 80 = 280; he bears 500 + 200 = 700.
    name: 'other losses: who takes them first, by fault or whole',
    given: of(
      person({
        other: [
          { name: 'a', amount: '1000' },
          { name: 'b', amount: '200', byRatio: false },
          { name: 'c', amount: '400', bearer: 'tortfeasor', byRatio: true },
          { name: 'd', amount: '80', bearer: 'tortfeasor', byRatio: false },
        ],
      }),
      { vehicles: [car('A', '0.5')] },
    ),
    gives: {
      compulsory: {},
      commercial: { 'A>v1': '700.00' },
      tortfeasor: { 'A>v1': '280.00' },
      victimBears: { v1: '700.00' },
    },
  },
  {
    // A limb without a bearer is the compulsory cover; a bearer wins over the limb.
    name: 'other losses: a limb alone means the compulsory cover',
    given: of(
      person({
        other: [
          { name: 'a', amount: '300', limb: 'property' },
          { name: 'b', amount: '500', limb: 'property', bearer: 'commercial' },
        ],
      }),
    ),
    gives: { compulsory: { 'A.property>v1': '300.00' }, commercial: { 'A>v1': '500.00' } },
  },
  {
    // Limb 190,000 of which 15,000 are distress: paid first, so the 10,000 left are ordinary and the policy’s.
    name: 'distress that the limb pays in full leaves nothing to the tortfeasor',
    given: of(person({ lostIncome: sum('175000'), mentalDistress: sum('15000') }), { vehicles: [car('A', '0.7')] }),
    gives: { commercial: { 'A>v1': '7000.00' }, tortfeasor: {}, victimBears: { v1: '3000.00' } },
  },
  {
    // Proved for v2, not for v1; v1 61,000 − 18,000 × 61/98 …: only that v1’s are whole. The limb is shared 61 : 37:
    // 11,204.08 and 6,795.92; excess 49,795.92 and 30,204.08; v2’s 6,000 off: 24,204.08.
    name: 'costs beyond medical insurance are those of one victim',
    given: of([person({ medical: sum('61000') }, { id: 'v1' }), person({ medical: sum('37000') }, { id: 'v2' })], {
      nonMedicare: [
        { victim: 'v2', amount: '6000', proved: true },
        { victim: 'v1', amount: '9000', proved: false },
      ],
    }),
    gives: {
      commercial: { 'A>v1': '49795.92', 'A>v2': '24204.08' },
      tortfeasor: { 'A>v2': '6000.00' },
      notes: ['assumption.nonMedicareUnproved'],
    },
  },
  {
    // 20,000 − 18,000 = 2,000, all of it beyond medical insurance; 500 beyond the limb of property by the policy.
    name: 'costs beyond medical insurance are medical, whatever else is beyond',
    given: of(person({ medical: sum('20000'), property: sum('2500') }), { nonMedicare: proved('6000') }),
    gives: { commercial: { 'A>v1': '500.00' }, tortfeasor: { 'A>v1': '2000.00' } },
  },
  {
    // Carried wholly at his own risk (100 %): A’s side owes nothing, B’s its 30 %: 2,000 × 30 %; B’s cover paid 18,000.
    name: 'carried free of charge, reduced to nothing',
    given: of(
      person({ medical: sum('20000') }, { rides: { vehicle: 'A', as: 'passenger', gratuitousReduction: '1' } }),
      { vehicles: [car('A', '0.7'), car('B', '0.3', { commercial: withPolicy() })] },
    ),
    gives: { commercial: { 'B>v1': '600.00' }, tortfeasor: {}, victimBears: { v1: '1400.00' } },
  },
];
