/** Each vehicle: its fault, its limits, what excludes its policies, and how several policies share (解释（一）15, 16, 18; 解释二 2, 4). */
import { car, of, person, sum, type Worked, withPolicy } from './case.ts';

const hurt = (amount: string, id = 'v1', more = {}) => person({ medical: sum(amount) }, { id, ...more });
const both = person({ medical: sum('20000'), property: sum('5000') });
/** Without compulsory cover, so that everything is asked of the policies. */
const bare = (id: string, fault: string, more = {}) => car(id, fault, { compulsory: null, ...more });

export const VEHICLE_CASES: readonly Worked[] = [
  {
    // 民法典 1215, 条例 22: emergency treatment is only put forward; 20,000 + 5,000 fall on whoever took and drove the car.
    name: 'a stolen car: no insurer bears anything in the end',
    given: of(both, { vehicles: [car('A', 'full', { exclusion: 'stolen' })] }),
    gives: {
      compulsory: {},
      commercial: {},
      tortfeasor: { 'A>v1': '25000.00' },
      notes: ['assumption.excluded', 'assumption.stolen'],
    },
  },
  ...(['unlicensed', 'intent'] as const).map(
    (exclusion): Worked => ({
      // As drunk: 18,000 inside the limits; 2,000 + 5,000 fall on the driver.
      name: `${exclusion}: injury within the limits, nothing else`,
      given: of(both, { vehicles: [car('A', 'full', { exclusion })] }),
      gives: {
        compulsory: { 'A.medical>v1': '18000.00' },
        commercial: {},
        tortfeasor: { 'A>v1': '7000.00' },
        notes: ['assumption.excluded'],
      },
    }),
  ),
  {
    // 解释二 4: a licence that has run out is by itself no reason: 18,000 + 2,000; 2,000 + 3,000.
    name: 'an expired licence from 2026-06-30: everything is paid',
    given: of(both, { asOf: '2026-06-30', vehicles: [car('A', 'full', { exclusion: 'expiredLicence' })] }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00', 'A.property>v1': '2000.00' },
      commercial: { 'A>v1': '5000.00' },
      tortfeasor: {},
      without: ['assumption.excluded'],
    },
  },
  {
    name: 'an expired licence before 2026-06-30: a person decides',
    given: of(both, { asOf: '2026-06-29', vehicles: [car('A', 'full', { exclusion: 'expiredLicence' })] }),
    gives: { status: 'missing', missing: ['cover.expiredLicence'] },
  },
  {
    // The share is 0, the cover all the same as at fault: 18,000; nothing beyond.
    name: 'at fault for the compulsory cover although no share is his',
    given: of(hurt('20000'), { vehicles: [car('A', '0', { compulsory: { atFault: true } })] }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00' },
      victimBears: { v1: '2000.00' },
      without: ['assumption.faultGiven', 'assumption.insured'],
    },
  },
  {
    // 1,800 although his share is 30 %: (20,000 − 1,800) × 30 %.
    name: 'not at fault for the compulsory cover although a share is his',
    given: of(hurt('20000'), { vehicles: [car('A', '0.3', { compulsory: { atFault: false } })] }),
    gives: {
      compulsory: { 'A.medical>v1': '1800.00' },
      commercial: { 'A>v1': '5460.00' },
      notes: ['assumption.faultGiven'],
    },
  },
  {
    // A limit of which more was paid elsewhere than there is: nothing is left, never less.
    name: 'a limit that is used up beyond itself',
    given: of(hurt('15000'), { vehicles: [car('A', 'full', { compulsory: { used: { medical: '20000' } } })] }),
    gives: { compulsory: {}, commercial: { 'A>v1': '15000.00' } },
  },
  {
    name: 'a limit that is exactly used up',
    given: of(hurt('15000'), { vehicles: [car('A', 'full', { compulsory: { used: { medical: '18000' } } })] }),
    gives: { compulsory: {}, commercial: { 'A>v1': '15000.00' } },
  },
  {
    // Each policy has a third of 100: 33.33 three times; the odd fen is nobody’s: the first policy pays it.
    name: 'three policies of one vehicle: the odd fen is paid by the first',
    given: of(hurt('100'), {
      vehicles: [bare('A', 'full', { commercial: ['p', 'q', 'r'].map((id) => withPolicy({ id, limit: '50' })) })],
    }),
    gives: {
      commercial: { 'A/p>v1': '33.34', 'A/q>v1': '33.33', 'A/r>v1': '33.33' },
      tortfeasor: {},
      victimBears: {},
    },
  },
  {
    // 30,000 : 10,000 and no names: three quarters and one quarter of 20,000.
    name: 'policies without names are called by their places',
    given: of(hurt('20000'), {
      vehicles: [bare('A', 'full', { commercial: [{ limit: '30000' }, { limit: '10000' }] })],
    }),
    gives: { commercial: { 'A/1>v1': '15000.00', 'A/2>v1': '5000.00' } },
  },
  {
    name: 'two policies of nothing: the tortfeasor',
    given: of(hurt('20000'), { vehicles: [bare('A', 'full', { commercial: [{ limit: '0' }, { limit: '0' }] })] }),
    gives: { commercial: {}, tortfeasor: { 'A>v1': '20000.00' } },
  },
  {
    // A policy that says nothing excludes both: distress beyond the limb and costs beyond medical insurance.
    name: 'a policy takes what it does not name as excluded',
    given: of(person({ medical: sum('20000'), mentalDistress: sum('181000') }), {
      vehicles: [car('A', 'full', { commercial: { limit: '1000000' } })],
      nonMedicare: { victim: 'v1', amount: '500', proved: true },
    }),
    gives: { commercial: { 'A>v1': '1500.00' }, tortfeasor: { 'A>v1': '1500.00' } },
  },
  {
    // 1,500 and 500 of distress beyond the limbs, half to each policy: p 750 + 250, q 750; 250 are left to the tortfeasor.
    name: 'two policies of which one takes distress',
    given: of(person({ medical: sum('19500'), mentalDistress: sum('180500') }), {
      vehicles: [
        car('A', 'full', {
          commercial: [withPolicy({ id: 'p', mentalDistress: 'cover' }), withPolicy({ id: 'q' })],
        }),
      ],
    }),
    gives: { commercial: { 'A/p>v1': '1000.00', 'A/q>v1': '750.00' }, tortfeasor: { 'A>v1': '250.00' } },
  },
  {
    // B’s limit, 9,000 each. Beyond it 11,000 each: B’s policy 40 %, 4,400; A’s driver owes his passenger 60 %, 6,600, and
    // himself nothing.
    name: 'a driver and his passenger against the other vehicle',
    given: of(
      [
        hurt('20000', 'wheel', { rides: { vehicle: 'A', as: 'driver' } }),
        hurt('20000', 'guest', { rides: { vehicle: 'A', as: 'passenger' } }),
      ],
      { vehicles: [car('A', '0.6'), car('B', '0.4')] },
    ),
    gives: {
      compulsory: { 'B.medical>wheel': '9000.00', 'B.medical>guest': '9000.00' },
      commercial: { 'B>wheel': '4400.00', 'B>guest': '4400.00' },
      tortfeasor: { 'A>guest': '6600.00' },
      victimBears: { wheel: '6600.00' },
    },
  },
  {
    // Both are carried by A, which alone is at fault; B without fault pays 1,800: 900 each. 8,100 × 100 % by A’s driver to
    // the guest, nothing to himself.
    name: 'a vehicle without fault pays its small limit to those in the other',
    given: of(
      [
        hurt('9000', 'wheel', { rides: { vehicle: 'A', as: 'driver' } }),
        hurt('9000', 'guest', { rides: { vehicle: 'A', as: 'passenger' } }),
      ],
      { vehicles: [car('A', 'full'), car('B', 'none')] },
    ),
    gives: {
      compulsory: { 'B.medical>wheel': '900.00', 'B.medical>guest': '900.00' },
      commercial: {},
      tortfeasor: { 'A>guest': '8100.00' },
      victimBears: { wheel: '8100.00' },
    },
  },
];
