/** Who pays: compulsory cover by limb, policies, tortfeasor, victim (民法典 1213; 解释（一）13, 15, 16, 18, 19). */
import { car, disabled, of, person, sum, type Worked, withPolicy } from './case.ts';

const medical = (amount: string, id = 'v1', more = {}) => person({ medical: sum(amount) }, { id, ...more });

export const ROUTE_CASES: readonly Worked[] = [
  {
    // facts: (65,000 − 18,000 − 6,000) × 70 % = 28,700; 6,000 × 70 % = 4,200; 47,000 × 30 % = 14,100.
    name: 'the usual order: compulsory, policy, tortfeasor, victim',
    given: of(
      disabled({
        medical: sum('60000'),
        hospitalMeals: sum('2000'),
        nutrition: sum('3000'),
        disability: { grades: [10] },
        mentalDistress: sum('5000'),
      }),
      { vehicles: [car('A', '0.7')], nonMedicare: { victim: 'v1', amount: '6000', proved: true } },
    ),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00', 'A.deathDisability>v1': '107486.00' },
      commercial: { 'A>v1': '28700.00' },
      tortfeasor: { 'A>v1': '4200.00' },
      victimBears: { v1: '14100.00' },
    },
  },
  {
    // Not proved: nothing is taken off. 47,000 × 70 % = 32,900.
    name: 'costs beyond medical insurance that were not proved stay in',
    given: of(medical('65000'), {
      vehicles: [car('A', '0.7')],
      nonMedicare: { victim: 'v1', amount: '6000', proved: false },
    }),
    gives: { commercial: { 'A>v1': '32900.00' }, tortfeasor: {}, notes: ['assumption.nonMedicareUnproved'] },
  },
  {
    name: 'the rider for costs beyond medical insurance: the policy pays them',
    given: of(medical('65000'), {
      vehicles: [car('A', '0.7', { commercial: withPolicy({ nonMedicare: 'cover' }) })],
      nonMedicare: { victim: 'v1', amount: '6000', proved: true },
    }),
    gives: { commercial: { 'A>v1': '32900.00' }, tortfeasor: {} },
  },
  {
    // Only 2,000 are beyond the limb, so of 6,000 only 2,000 can be taken: 2,000 × 100 %.
    name: 'they are taken from the excess only',
    given: of(medical('20000'), { nonMedicare: [{ victim: 'v1', amount: '6000', proved: true }] }),
    gives: { commercial: {}, tortfeasor: { 'A>v1': '2000.00' } },
  },
  {
    // 200,000 + 30,000; the limb takes the 30,000 first: 20,000 + 30,000 = 50,000 − … excess 50,000, all of it ordinary.
    name: 'mental distress is paid inside the limb first',
    given: of(person({ lostIncome: sum('200000'), mentalDistress: sum('30000') })),
    gives: { compulsory: { 'A.deathDisability>v1': '180000.00' }, commercial: { 'A>v1': '50000.00' }, tortfeasor: {} },
  },
  {
    // 200,000 of mental distress: 180,000 inside; 20,000 left, excluded by the policy: the tortfeasor, × 50 %.
    name: 'mental distress beyond the limb: the tortfeasor',
    given: of(person({ lostIncome: sum('1000'), mentalDistress: sum('200000') }), { vehicles: [car('A', 'equal')] }),
    gives: {
      commercial: { 'A>v1': '500.00' },
      tortfeasor: { 'A>v1': '10000.00' },
      victimBears: { v1: '10500.00' },
      notes: ['assumption.mentalFirst', 'assumption.faultByName'],
    },
  },
  {
    name: 'mental distress beyond the limb, with the rider: the policy',
    given: of(person({ mentalDistress: sum('200000') }), {
      vehicles: [car('A', 'equal', { commercial: withPolicy({ mentalDistress: 'cover' }) })],
    }),
    gives: { commercial: { 'A>v1': '10000.00' }, tortfeasor: {}, victimBears: { v1: '10000.00' } },
  },
  {
    // min(700,000 × 1, 500,000) × (1 − 20 %) = 400,000, not (700,000 × 80 %) cut to 500,000.
    name: 'the limit comes before the deductible',
    given: of(person({ lostIncome: sum('880000') }), {
      vehicles: [car('A', 'full', { commercial: withPolicy({ limit: '500000', deductibleRate: '0.2' }) })],
    }),
    gives: { commercial: { 'A>v1': '400000.00' }, tortfeasor: { 'A>v1': '300000.00' } },
  },
  {
    // Limit 90,000 for 120,000 + 60,000: two thirds and one third, 60,000 and 30,000.
    name: 'several victims over the limit of a policy share it by what each may ask',
    given: of([person({ property: sum('122000') }, { id: 'v1' }), person({ property: sum('60000') }, { id: 'v2' })], {
      vehicles: [car('A', 'full', { compulsory: null, commercial: withPolicy({ limit: '91000' }) })],
    }),
    gives: {
      commercial: { 'A>v1': '61000.00', 'A>v2': '30000.00' },
      tortfeasor: { 'A>v1': '61000.00', 'A>v2': '30000.00' },
    },
  },
  {
    // 10,000 : 20,000 : 30,000 of 18,000 = 3,000, 6,000, 9,000.
    name: 'three victims share a compulsory limb by their losses',
    given: of([medical('10000', 'a'), medical('20000', 'b'), medical('30000', 'c')]),
    gives: { compulsory: { 'A.medical>a': '3000.00', 'A.medical>b': '6000.00', 'A.medical>c': '9000.00' } },
  },
  {
    // 18,000 ÷ 7 parts: 1 : 2 : 4 = 2,571.43, 5,142.86, 10,285.71; they add up.
    name: 'the shares of a limit add up to it',
    given: of([medical('10000', 'a'), medical('20000', 'b'), medical('40000', 'c')]),
    gives: {
      compulsory: { 'A.medical>a': '2571.43', 'A.medical>b': '5142.86', 'A.medical>c': '10285.71', A: '18000.00' },
    },
  },
  {
    // Both at fault: 30,000 < 36,000, by limits 1 : 1 = 15,000 each, though the faults are 90 : 10.
    name: 'two vehicles below the sum of limits pay by limits, not by fault',
    given: of(medical('30000'), { vehicles: [car('A', '0.9'), car('B', '0.1')] }),
    gives: { compulsory: { 'A.medical>v1': '15000.00', 'B.medical>v1': '15000.00' } },
  },
  {
    // 50,000 > 36,000: 18,000 each; 14,000 by fault 9 : 1.
    name: 'two vehicles above the sum of limits pay their limits, the rest goes by fault',
    given: of(medical('50000'), { vehicles: [car('A', '0.9'), car('B', '0.1')] }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00', 'B.medical>v1': '18000.00' },
      commercial: { 'A>v1': '12600.00', 'B>v1': '1400.00' },
    },
  },
  {
    // 18,000 : 1,800 = 10 : 1. 11,000 × 10/11 = 10,000 and 1,000.
    name: 'one at fault and one not: by their limits, ten to one',
    given: of(medical('11000'), { vehicles: [car('A', 'full'), car('B', 'none')] }),
    gives: { compulsory: { 'A.medical>v1': '10000.00', 'B.medical>v1': '1000.00' } },
  },
  {
    // Two drivers; each is paid by the other's cover, never by his own. Secondary fault 30 %: (20,000 − 18,000) × 30 %.
    name: 'a driver is never paid by his own vehicle',
    given: of(medical('20000', 'v1', { rides: { vehicle: 'A', as: 'driver' } }), {
      vehicles: [car('A', 'primary'), car('B', 'secondary')],
    }),
    gives: {
      compulsory: { 'B.medical>v1': '18000.00' },
      commercial: { 'B>v1': '600.00' },
      tortfeasor: {},
      victimBears: { v1: '1400.00' },
    },
  },
  {
    // A passenger is no third party to his own car, whose driver answers: 20,000 × 100 %.
    name: 'a passenger: his own driver answers, the insurance of that car does not pay',
    given: of(medical('20000', 'v1', { rides: { vehicle: 'A', as: 'passenger' } })),
    gives: { compulsory: {}, commercial: {}, tortfeasor: { 'A>v1': '20000.00' } },
  },
  {
    // 民法典 1217: 20,000 × 100 % × (1 − 30 %) = 14,000.
    name: 'carried free of charge: less',
    given: of(medical('20000', 'v1', { rides: { vehicle: 'A', as: 'passenger', gratuitousReduction: '0.3' } })),
    gives: { tortfeasor: { 'A>v1': '14000.00' }, victimBears: { v1: '6000.00' } },
  },
  {
    // 解释（一）16: the tortfeasor stands in the limit: 18,000 + (20,000 − 18,000) × 50 % = 19,000.
    name: 'no compulsory cover: who should have had it pays within the limit',
    given: of(medical('20000'), { vehicles: [car('A', '0.5', { compulsory: { insured: false }, commercial: null })] }),
    gives: { compulsory: {}, tortfeasor: { 'A>v1': '19000.00' }, victimBears: { v1: '1000.00' } },
  },
  {
    name: 'a trailer needs none: nothing stands in its limit',
    given: of(medical('20000'), { vehicles: [car('A', '0.6'), car('T', '0.4', { compulsory: null })] }),
    gives: { compulsory: { 'A.medical>v1': '18000.00' }, commercial: { 'A>v1': '1200.00', 'T>v1': '800.00' } },
  },
  {
    // 解释（一）15, 条例 22: injury within the limits is paid, property and the policy are not.
    name: 'drunk: injury is paid within the limits; property and the rest fall on the driver',
    given: of(person({ medical: sum('20000'), property: sum('5000') }), {
      vehicles: [car('A', 'full', { exclusion: 'drunk' })],
    }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00' },
      commercial: {},
      tortfeasor: { 'A>v1': '7000.00' },
      notes: ['assumption.excluded'],
    },
  },
  {
    // 民法典 1216: after flight the compulsory cover pays all limbs.
    name: 'flight: all limbs of the compulsory cover, no policy',
    given: of(person({ medical: sum('20000'), property: sum('5000') }), {
      vehicles: [car('A', 'full', { exclusion: 'flight' })],
    }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00', 'A.property>v1': '2000.00' },
      commercial: {},
      tortfeasor: { 'A>v1': '5000.00' },
    },
  },
  {
    // 8,000 of the limit are used elsewhere: 10,000 left.
    name: 'a limit that is partly used elsewhere',
    given: of(medical('15000'), {
      vehicles: [car('A', 'full', { compulsory: { insured: true, used: { medical: '8000' } } })],
    }),
    gives: { compulsory: { 'A.medical>v1': '10000.00' }, commercial: { 'A>v1': '5000.00' } },
  },
  {
    // Two policies of one vehicle, 300,000 and 100,000: 3 : 1 of 40,000.
    name: 'several policies share by their limits',
    given: of(medical('58000'), {
      vehicles: [
        car('A', 'full', {
          commercial: [withPolicy({ id: 'p1', limit: '300000' }), withPolicy({ id: 'p2', limit: '100000' })],
        }),
      ],
    }),
    gives: { commercial: { 'A/p1>v1': '30000.00', 'A/p2>v1': '10000.00' } },
  },
  {
    // 3,000 whole though the fault is 30 %.
    name: 'what is not by the ratio is borne whole',
    given: of(person({ other: [{ name: '律师费', amount: '3000', bearer: 'tortfeasor', byRatio: false }] }), {
      vehicles: [car('A', '0.3')],
    }),
    gives: { tortfeasor: { 'A>v1': '3000.00' }, victimBears: {} },
  },
  {
    // Inside the compulsory limb although it is an appraisal, as the court said.
    name: 'an appraisal that the court lets the compulsory cover bear',
    given: of(person({ appraisal: { amount: '2000', bearer: 'compulsory' } }), { vehicles: [car('A', '0.3')] }),
    gives: { compulsory: { 'A.deathDisability>v1': '2000.00' }, victimBears: {} },
  },
  {
    // 0.01 × 50 % = 0.005 → 0.01 each would be 0.02: the larger line gives the fen back.
    name: 'a fen that rounding makes twice is absorbed',
    given: of(medical('18000.01'), { vehicles: [car('A', '0.5', { compulsory: null }), car('B', '0.5')] }),
    gives: { compulsory: { 'B.medical>v1': '18000.00' }, total: '18000.01' },
  },
];
