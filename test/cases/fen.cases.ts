/**
 * The last fen of the compulsory limits (contract: half up, once a line; shares of a limit add up to it). No limit is
 * exceeded for it and nobody is paid more than he lost.
 */
import { car, of, person, sum, type Worked } from './case.ts';

const hurt = (id: string, amount: string) => person({ medical: sum(amount) }, { id });

export const FEN_CASES: readonly Worked[] = [
  {
    // 12,000.01 + 23,999.99 = 36,000.00 = two limits; each half from each vehicle. 6,000.005 → 6,000.01 twice is a fen
    // too much: A pays it to v2, who is short of one: 11,999.99 + 0.01.
    name: 'losses that are exactly the sum of limits: nobody is paid more than he lost, every limit is used up',
    given: of([hurt('v1', '12000.01'), hurt('v2', '23999.99')], { vehicles: [car('A', '0.5'), car('B', '0.5')] }),
    gives: {
      compulsory: {
        'A.medical>v1': '6000.00',
        'A.medical>v2': '12000.00',
        'B.medical>v1': '6000.01',
        'B.medical>v2': '11999.99',
      },
      commercial: {},
      victimBears: {},
    },
  },
  {
    // The same, the other way round: who stands first changes nothing.
    name: 'losses that are exactly the sum of limits, in another order',
    given: of([hurt('v2', '23999.99'), hurt('v1', '12000.01')], { vehicles: [car('A', '0.5'), car('B', '0.5')] }),
    gives: {
      compulsory: {
        'A.medical>v1': '6000.00',
        'A.medical>v2': '12000.00',
        'B.medical>v1': '6000.01',
        'B.medical>v2': '11999.99',
      },
    },
  },
  {
    // A has 10,000 left: 27,999.99 go 10 : 18. 7,000.07 → 2,500.025; 7,000.10 → 2,500.0357…; 13,999.82 → 4,999.9357…
    // Half up they are 10,000.01, a fen above what A has: the largest gives it up, and v3 asks the policy: 0.01 × 90 %.
    name: 'rounding up may not take more than a limit has left',
    given: of([hurt('v1', '7000.07'), hurt('v2', '7000.10'), hurt('v3', '13999.82')], {
      vehicles: [car('A', '0.9', { compulsory: { insured: true, used: { medical: '8000' } } }), car('B', '0.1')],
    }),
    gives: {
      compulsory: {
        'A.medical>v1': '2500.03',
        'A.medical>v2': '2500.04',
        'A.medical>v3': '4999.93',
        'B.medical>v1': '4500.04',
        'B.medical>v2': '4500.06',
        'B.medical>v3': '8999.88',
        A: '10000.00',
      },
      commercial: { 'A>v3': '0.01' },
    },
  },
  {
    // A and B have 0.02 left for four equal losses of 0.01: 0.005 each from each, which is 0.01 from A for everybody, twice
    // too much. Whoever comes first by name gives up first; the limits pay their 0.04 and nobody is paid twice.
    name: 'four equal losses of a fen and two limits of two: nothing is below zero',
    given: of(
      ['v1', 'v2', 'v3', 'v4'].map((id) => hurt(id, '0.01')),
      { vehicles: ['A', 'B'].map((id) => car(id, '0.5', { compulsory: { used: { medical: '17999.98' } } })) },
    ),
    gives: { victimBears: {}, commercial: {}, total: '0.04' },
  },
  {
    // 10,000 are left for three equal losses: 3,333.33 three times, and the first by name gets the odd fen.
    name: 'the shares of a limit add up to it where each is rounded down',
    given: of([hurt('b', '10000'), hurt('a', '10000'), hurt('c', '10000')], {
      vehicles: [car('A', 'full', { compulsory: { used: { medical: '8000' } } })],
    }),
    gives: { compulsory: { 'A.medical>a': '3333.34', 'A.medical>b': '3333.33', 'A.medical>c': '3333.33' } },
  },
];
