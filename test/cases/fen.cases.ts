/**
 * The last fen (contract: half up, once a line; shares of a limit add up to it; what is nobody else’s stays with the
 * victim, and if nothing is his, the largest line absorbs it). No limit is exceeded for it, no line falls below zero.
 */
import { car, of, person, sum, type Worked, withPolicy } from './case.ts';

const hurt = (id: string, amount: string) => person({ medical: sum(amount) }, { id });
/** Without compulsory cover, so that every fen is asked of policies and tortfeasors. */
const bare = (id: string, fault: string, more = {}) => car(id, fault, { compulsory: null, ...more });
const thirds = (more = {}) => [bare('A', '1/3', more), bare('B', '1/3'), bare('C', '1/3')];

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
    // 100 ÷ 3 = 33.33 three times, 0.01 is nobody’s: A, the first of equals.
    name: 'thirds of a hundred: the first of equal lines pays the odd fen',
    given: of(hurt('v1', '100'), { vehicles: thirds() }),
    gives: { commercial: { 'A>v1': '33.34', 'B>v1': '33.33', 'C>v1': '33.33' }, tortfeasor: {}, victimBears: {} },
  },
  {
    // A’s policy ends at 33.33: its tortfeasor owes 0.0033…, a line of his own, and pays the odd fen.
    name: 'thirds of a hundred: a tortfeasor who owes anything pays the odd fen before a policy does',
    given: of(hurt('v1', '100'), { vehicles: thirds({ commercial: withPolicy({ limit: '33.33' }) }) }),
    gives: { commercial: { 'A>v1': '33.33', 'B>v1': '33.33', 'C>v1': '33.33' }, tortfeasor: { 'A>v1': '0.01' } },
  },
  {
    // v1 and v2 each lack the odd fen; A’s policy, 66.66 + 0.01 of two demands of 33.33…, has room for one: then B’s.
    name: 'thirds of a hundred, twice: a policy that is full pays no odd fen',
    given: of([hurt('v1', '100'), hurt('v2', '100')], {
      vehicles: thirds({ commercial: withPolicy({ limit: '66.67' }) }),
    }),
    gives: {
      commercial: {
        'A>v1': '33.34',
        'A>v2': '33.33',
        'B>v1': '33.33',
        'B>v2': '33.34',
        'C>v1': '33.33',
        'C>v2': '33.33',
      },
      tortfeasor: {},
      victimBears: {},
    },
  },
  {
    // 50.005 → 50.01 twice: a fen too much, off the first of equals.
    name: 'a fen too much comes off a policy’s line where no tortfeasor has one',
    given: of(hurt('v1', '100.01'), { vehicles: [bare('A', '0.5'), bare('B', '0.5')] }),
    gives: { commercial: { 'A>v1': '50.00', 'B>v1': '50.01' }, victimBears: {} },
  },
  {
    // Without policies the same on the tortfeasors’ lines; B’s is the larger: 100.01 × 50 % = 50.005; 25.0025; 25.0025.
    name: 'a fen too much comes off the largest line of a tortfeasor',
    given: of(hurt('v1', '100.02'), {
      vehicles: [
        bare('A', '0.25', { commercial: null }),
        bare('B', '0.5', { commercial: null }),
        bare('C', '0.25', { commercial: null }),
      ],
    }),
    // 25.005 → 25.01 twice, 50.01 once: 100.03.
    gives: { tortfeasor: { 'A>v1': '25.01', 'B>v1': '50.00', 'C>v1': '25.01' }, victimBears: {} },
  },
  {
    // 0.02 × 30 % = 0.006 → 0.01 from A, B; C: 0.02 × 40 % × 75 % = 0.006 → 0.01, its tortfeasor 0.002 → 0.00. A fen
    // too much, and the tortfeasor has none to give: it comes off A.
    name: 'no line falls below zero for a fen too much',
    given: of(hurt('v1', '0.02'), {
      vehicles: [
        bare('A', '0.3'),
        bare('B', '0.3'),
        bare('C', '0.4', { commercial: withPolicy({ deductibleRate: '0.25' }) }),
      ],
    }),
    gives: { commercial: { 'B>v1': '0.01', 'C>v1': '0.01' }, tortfeasor: {}, victimBears: {} },
  },
  {
    // Each policy may pay 0.01; half of 0.01 is asked twice: by name v1 gets 0.00 and v2 0.01, from A and from B. So v2
    // has a fen too much: A’s goes to v1.
    name: 'policies that rounding alone fills: everybody gets his own fen',
    given: of([hurt('v1', '0.01'), hurt('v2', '0.01')], {
      vehicles: ['A', 'B'].map((id) => bare(id, '0.5', { commercial: withPolicy({ limit: '0.01' }) })),
    }),
    gives: { commercial: { 'A>v1': '0.01', 'B>v2': '0.01' }, tortfeasor: {}, victimBears: {} },
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
    // The victim is half to blame, so the odd fen is his: 100.01 × 50 % = 50.005 → 50.01, he bears 50.00.
    name: 'whoever bears a part himself bears what rounding leaves',
    given: of(hurt('v1', '100.01'), { vehicles: [bare('A', '0.5')] }),
    gives: { commercial: { 'A>v1': '50.01' }, victimBears: { v1: '50.00' } },
  },
];
