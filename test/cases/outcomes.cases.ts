/** What is not an amount: missing, not due, not supported. Zero never stands for any of them. */
import { car, dead, disabled, of, person, sum, unmeasured, type Worked } from './case.ts';

export const OUTCOME_CASES: readonly Worked[] = [
  {
    name: 'one item missing: the others are still listed, nobody is told a total',
    given: of(dead({ medical: sum('500'), mentalDistress: {} })),
    gives: {
      status: 'missing',
      items: { 'v1.medical': '500.00', 'v1.mentalDistress': 'missing' },
      missing: ['amount'],
    },
  },
  {
    name: 'no rate for extra food: missing, not a usual one',
    given: of(person({ nutrition: { days: 30 } })),
    gives: { status: 'missing', missing: ['stats.nutritionPerDay'] },
  },
  {
    name: 'no proof of income: the wage of the trade is missing, not the average of all',
    given: of(person({ lostIncome: { days: 30 } })),
    gives: { status: 'missing', missing: ['stats.wage.industryPerDay'] },
  },
  {
    name: 'no age: missing',
    given: of({ id: 'v1', outcome: 'death', items: { death: {} } }),
    gives: { status: 'missing', missing: ['age'] },
  },
  {
    name: 'no series of wages known for the region: missing',
    given: of(dead({ funeral: {} }), { region: '上海', accidentDate: '2023-01-01', asOf: '2023-06-01', standards: {} }),
    gives: { status: 'missing', missing: ['practice.wageSeries'] },
  },
  {
    name: 'a disability award after a mere injury is not due',
    given: of(person({ disability: { grades: [10] } })),
    gives: { status: 'notDue', items: { 'v1.disability': 'notDue' } },
  },
  {
    name: 'a funeral is not due for the living',
    given: of(disabled({ funeral: {}, disability: { grades: [10] } })),
    gives: { items: { 'v1.funeral': 'notDue', 'v1.disability': '102486.00' }, total: '102486.00' },
  },
  {
    name: 'past retirement age without proof: not due',
    given: of(person({ lostIncome: { days: 30, perDay: '100', pastRetirement: true, proved: false } })),
    gives: { status: 'notDue', items: { 'v1.lostIncome': 'notDue' } },
  },
  {
    name: 'nobody at fault and no cover: the victim bears it, and that is an amount',
    given: of(person({ medical: sum('500') }), {
      vehicles: [car('A', 'none', { compulsory: null, commercial: null })],
    }),
    gives: { total: '500.00', victimBears: { v1: '500.00' } },
  },
  {
    name: 'the family’s expenses are not due for the living',
    given: of(disabled({ familyExpenses: sum('500'), transport: sum('10') })),
    gives: { items: { 'v1.familyExpenses': 'notDue', 'v1.transport': '10.00' } },
  },
  {
    // A region’s published sum is for who gives no wage: 99,663 ÷ 12 × 6, not Guangxi’s 49,434.
    name: 'a wage that was given wins over the sum that the region published',
    given: of(dead({ funeral: {} }), { region: '广西' }),
    gives: { items: { 'v1.funeral': '49831.50' }, notes: ['assumption.given'] },
  },
  {
    // Hunan 2024: 51,243 × 20; 99,663 ÷ 12 × 6; 32,625 × 10 ÷ 2. Nothing was given, so nothing is said about it.
    name: 'no figures were given at all: those of the region',
    given: unmeasured(of(dead({ death: {}, funeral: {}, dependants: [{ id: 'son', age: 8, supporters: 2 }] }))),
    gives: {
      items: { 'v1.death': '1024860.00', 'v1.funeral': '49831.50', 'v1.dependants.son': '163125.00' },
      without: ['assumption.given'],
    },
  },
  {
    name: 'sums that were given instead of computed ones',
    given: of(
      [
        dead({ death: sum('800000'), funeral: sum('30000'), dependants: sum('5000') }, { id: 'v1' }),
        disabled({ disability: sum('90000') }, { id: 'v2' }),
      ],
      { standards: {}, region: '火星' },
    ),
    gives: {
      items: {
        'v1.death': '800000.00',
        'v1.funeral': '30000.00',
        'v1.dependants': '5000.00',
        'v2.disability': '90000.00',
      },
    },
  },
  {
    // Before there was compulsory cover: nobody knows the limb, so who pays is missing; it is not left to the victim.
    name: '2005, no compulsory cover: the item is known, who pays is missing',
    given: of(person({ medical: sum('5000') }), {
      accidentDate: '2005-05-01',
      asOf: '2006-05-01',
      vehicles: [car('A', 'full', { compulsory: null })],
    }),
    gives: { status: 'missing', items: { 'v1.medical': '5000.00' }, missing: ['limb.medical'] },
  },
  {
    // What the compulsory cover would not have taken needs no limb: 2,000 by the policy.
    name: '2005, no compulsory cover: the fee of an appraisal is the policy’s',
    given: of(person({ appraisal: sum('2000') }), {
      accidentDate: '2005-05-01',
      asOf: '2006-05-01',
      vehicles: [car('A', '1', { compulsory: null })],
    }),
    gives: { commercial: { 'A>v1': '2000.00' }, victimBears: {} },
  },
];
