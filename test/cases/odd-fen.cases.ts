/**
 * The last fen beyond the limits (contract: half up, once a line; the victim bears what is left, and if nothing is his, the
 * largest line absorbs it). No policy pays above its limit for it and no line falls below zero.
 */
import { car, of, person, sum, type Worked, withPolicy } from './case.ts';

const hurt = (id: string, amount: string) => person({ medical: sum(amount) }, { id });
/** Without compulsory cover, so that every fen is asked of policies and tortfeasors. */
const bare = (id: string, fault: string, more = {}) => car(id, fault, { compulsory: null, ...more });
const thirds = (more = {}) => [bare('A', '1/3', more), bare('B', '1/3'), bare('C', '1/3')];

export const ODD_FEN_CASES: readonly Worked[] = [
  {
    // 100 ÷ 3 = 33.33 three times, 0.01 is nobody’s: A, the first of equals.
    name: 'thirds of a hundred: the first of equal lines pays the odd fen',
    given: of(hurt('v1', '100'), { vehicles: thirds() }),
    gives: { commercial: { 'A>v1': '33.34', 'B>v1': '33.33', 'C>v1': '33.33' }, tortfeasor: {}, victimBears: {} },
  },
  {
    // A’s policy ends at 33.33 and its tortfeasor’s 0.0033… is no fen: the odd one goes to B, the first of the largest with room.
    name: 'thirds of a hundred: the odd fen goes to the first of the largest lines that have room',
    given: of(hurt('v1', '100'), { vehicles: thirds({ commercial: withPolicy({ limit: '33.33' }) }) }),
    gives: { commercial: { 'A>v1': '33.33', 'B>v1': '33.34', 'C>v1': '33.33' }, tortfeasor: {} },
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
    // The victim is half to blame, so the odd fen is his: 100.01 × 50 % = 50.005 → 50.01, he bears 50.00.
    name: 'whoever bears a part himself bears what rounding leaves',
    given: of(hurt('v1', '100.01'), { vehicles: [bare('A', '0.5')] }),
    gives: { commercial: { 'A>v1': '50.01' }, victimBears: { v1: '50.00' } },
  },
  {
    // The first by name, not by its place.
    name: 'thirds of a hundred, the vehicles in another order',
    given: of(hurt('v1', '100'), { vehicles: thirds().toReversed() }),
    gives: { commercial: { 'A>v1': '33.34', 'B>v1': '33.33', 'C>v1': '33.33' }, victimBears: {} },
  },
  {
    // 1,000.02 ÷ 4 = 250.005 → 250.01 four times: two fen too much, off the first of equals.
    name: 'two fen too much come off one line',
    given: of(hurt('v1', '1000.02'), { vehicles: ['A', 'B', 'C', 'D'].map((id) => bare(id, '0.25')) }),
    gives: { commercial: { 'A>v1': '249.99', 'B>v1': '250.01', 'C>v1': '250.01', 'D>v1': '250.01' }, victimBears: {} },
  },
  {
    // 1,000.02 ÷ 5 = 200.004 → 200.00 five times: two fen are nobody’s. A’s policy has room for one of them.
    name: 'two odd fen, and a policy with room for one',
    given: of(hurt('v1', '1000.02'), {
      vehicles: ['A', 'B', 'C', 'D', 'E'].map((id) =>
        bare(id, '0.2', { commercial: withPolicy({ limit: id === 'A' ? '200.01' : '1000' }) }),
      ),
    }),
    gives: {
      commercial: {
        'A>v1': '200.01',
        'B>v1': '200.01',
        'C>v1': '200.00',
        'D>v1': '200.00',
        'E>v1': '200.00',
      },
      victimBears: {},
    },
  },
  {
    // Limits of 54,000 for 27,050 twice: 50 left each, in thirds
    // 16.67 + 16.67 + 16.67 = 50.01: a fen too much for each.
    name: 'a fen too much beyond the limits, for two victims',
    given: of([hurt('v1', '27050'), hurt('v2', '27050')], {
      vehicles: [car('A', '1/3'), car('B', '1/3'), car('C', '1/3')],
    }),
    gives: {
      commercial: {
        'A>v1': '16.66',
        'A>v2': '16.66',
        'B>v1': '16.67',
        'B>v2': '16.67',
        'C>v1': '16.67',
        'C>v2': '16.67',
      },
      victimBears: {},
    },
  },
  {
    // 54,000 and 540,000 of limits: 100 and 400 are left, 33.33 and 133.33 three times: the odd fen of each is A’s.
    name: 'an odd fen beyond the limits, for two victims',
    given: of([hurt('v1', '54100'), person({ lostIncome: sum('540400') }, { id: 'v2' })], {
      vehicles: [car('A', '1/3'), car('B', '1/3'), car('C', '1/3')],
    }),
    gives: {
      commercial: {
        'A>v1': '33.34',
        'A>v2': '133.34',
        'B>v1': '33.33',
        'B>v2': '133.33',
        'C>v1': '33.33',
        'C>v2': '133.33',
      },
      victimBears: {},
    },
  },
  {
    // 0.40: A 0.314, cut to 0.31, its tortfeasor 0.004 → 0.00; B, C, D 0.017 → 0.02; E 0.035 → 0.04. A fen too much: off the
    // largest that is not at its limit.
    name: 'a fen too much comes off a policy with room before one at its limit',
    given: of(hurt('v1', '0.40'), {
      vehicles: [
        bare('A', '0.785', { commercial: withPolicy({ limit: '0.31' }) }),
        ...['B', 'C', 'D'].map((id) => bare(id, '0.0425')),
        bare('E', '0.0875'),
      ],
    }),
    gives: {
      commercial: { 'A>v1': '0.31', 'B>v1': '0.02', 'C>v1': '0.02', 'D>v1': '0.02', 'E>v1': '0.03' },
      tortfeasor: {},
      victimBears: {},
    },
  },
  {
    // 0.005 four times is 0.01 four times: two fen too much, and nobody has two to give.
    name: 'two fen too much, one off each of two lines of one fen',
    given: of(hurt('v1', '0.02'), { vehicles: ['A', 'B', 'C', 'D'].map((id) => bare(id, '0.25')) }),
    gives: { commercial: { 'C>v1': '0.01', 'D>v1': '0.01' }, tortfeasor: {}, victimBears: {} },
  },
  {
    // 7 % of 0.08, 0.08, 0.07, 0.01 is 0.0056, 0.0056, 0.0049, 0.0007: 0.01, 0.01, 0, 0, just the limit, and nothing is shared.
    name: 'a policy that rounding just fills is not over its limit',
    given: of([hurt('a', '0.08'), hurt('b', '0.08'), hurt('c', '0.07'), hurt('d', '0.01')], {
      vehicles: [bare('A', '0.07', { commercial: withPolicy({ limit: '0.02' }) })],
    }),
    gives: {
      commercial: { 'A>a': '0.01', 'A>b': '0.01' },
      victimBears: { a: '0.07', b: '0.07', c: '0.07', d: '0.01' },
    },
  },
];
