/** What is not an amount: missing, not due, not supported. Zero never stands for any of them. */
import { car, dead, disabled, of, person, sum, type Worked } from './case.ts';

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
];
