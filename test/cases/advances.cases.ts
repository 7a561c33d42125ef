/** Advances and what others paid: netted once, never claimed twice (解释二 10). */
import { car, of, person, sum, type Worked } from './case.ts';

const hurt = (amount: string, more = {}) => person({ medical: sum(amount) }, more);

export const ADVANCE_CASES: readonly Worked[] = [
  {
    // 18,000 + 2,000 − 5,000 paid already.
    name: 'the insurer’s advance is its own payment',
    given: of(hurt('20000'), { advances: [{ by: 'insurer', vehicle: 'A', victim: 'v1', amount: '5000' }] }),
    gives: { payable: { 'insurer:A>v1': '15000.00' } },
  },
  {
    // He owes nothing himself: 6,000 come back to him from his insurer.
    name: 'a driver who owes nothing gets his advance back',
    given: of(hurt('20000'), { advances: [{ by: 'driver', vehicle: 'A', victim: 'v1', amount: '6000' }] }),
    gives: { payable: { 'insurer:A>driver': '6000.00', 'insurer:A>v1': '14000.00' } },
  },
  {
    // He owes 2,000 (no policy): of 6,000 they take 2,000; 4,000 come back out of the insurer's 18,000.
    name: 'a driver’s advance first meets what he owes',
    given: of(hurt('20000'), {
      vehicles: [car('A', 'full', { commercial: null })],
      advances: [{ by: 'driver', victim: 'v1', amount: '6000' }],
    }),
    gives: { payable: { 'insurer:A>driver': '4000.00', 'insurer:A>v1': '14000.00' } },
  },
  {
    // Only 3,000 are owed in all; 8,000 were advanced: the victim gives 5,000 back.
    name: 'an advance above everything that is owed: the victim gives back',
    given: of(hurt('3000'), { advances: [{ by: 'driver', vehicle: 'A', victim: 'v1', amount: '8000' }] }),
    gives: { payable: { 'insurer:A>driver': '3000.00', 'v1:A>driver': '5000.00' } },
  },
  {
    // The fund paid 7,000 of rescue costs: they go back to it out of what the insurer owes.
    name: 'the relief fund is repaid',
    given: of(hurt('20000'), { advances: [{ by: 'rescueFund', vehicle: 'A', victim: 'v1', amount: '7000' }] }),
    gives: { payable: { 'insurer:A>rescueFund': '7000.00', 'insurer:A>v1': '13000.00' } },
  },
  {
    // Uninsured: the driver repays the fund.
    name: 'the relief fund is repaid by a driver without insurance',
    given: of(hurt('20000'), {
      vehicles: [car('A', 'full', { compulsory: { insured: false }, commercial: null })],
      advances: [{ by: 'rescueFund', victim: 'v1', amount: '7000' }],
    }),
    gives: { payable: { 'driver:A>rescueFund': '7000.00', 'driver:A>v1': '13000.00' } },
  },
  {
    // 20,000 − 12,000 paid by medical insurance = 8,000.
    name: 'what medical insurance paid is not claimed',
    given: of(hurt('20000', { paidByOthers: [{ by: 'medicalInsurance', item: 'medical', amount: '12000' }] })),
    gives: { items: { 'v1.medical': '8000.00' }, total: '8000.00', steps: { 'v1.medical': '20,000 − 12,000' } },
  },
  {
    name: 'paid in full by the work-injury fund: nothing is left, which is not “missing”',
    given: of(hurt('20000', { paidByOthers: [{ by: 'workInjury', item: 'medical', amount: '25000' }] })),
    gives: { items: { 'v1.medical': '0.00' }, total: '0.00' },
  },
  {
    // v2 is owed 9,000 by A’s insurer, 9,000 by B’s, 1,000 each by the drivers. The fund’s 19,500 for v2: the insurers’
    // 18,000 first, then A’s driver 1,000, B’s 500. v1, who is owed the same, is not touched.
    name: 'the relief fund named no vehicle: every insurer before any driver, and only what is owed to that victim',
    given: of([hurt('20000'), hurt('20000', { id: 'v2' })], {
      vehicles: [car('A', '0.5', { commercial: null }), car('B', '0.5', { commercial: null })],
      advances: [{ by: 'rescueFund', victim: 'v2', amount: '19500' }],
    }),
    gives: {
      payable: {
        'insurer:A>v1': '9000.00',
        'driver:A>v1': '1000.00',
        'insurer:B>v1': '9000.00',
        'driver:B>v1': '1000.00',
        'insurer:A>rescueFund': '9000.00',
        'insurer:B>rescueFund': '9000.00',
        'driver:A>rescueFund': '1000.00',
        'driver:B>rescueFund': '500.00',
        'driver:B>v2': '500.00',
      },
    },
  },
  {
    // A’s insurer owes 9,000 and advanced 10,000; A’s driver owes 1,000 and advanced it: only the 1,000 too much come back.
    name: 'an insurer who advanced too much is repaid by the victim; a driver who advanced what he owes is not',
    given: of([hurt('20000'), hurt('20000', { id: 'v2' })], {
      vehicles: [car('A', '0.5', { commercial: null }), car('B', '0.5', { commercial: null })],
      advances: [
        { by: 'insurer', vehicle: 'A', victim: 'v1', amount: '10000' },
        { by: 'driver', vehicle: 'A', victim: 'v1', amount: '1000' },
      ],
    }),
    gives: {
      payable: {
        'v1:A>insurer': '1000.00',
        'insurer:B>v1': '9000.00',
        'driver:B>v1': '1000.00',
        'insurer:A>v2': '9000.00',
        'driver:A>v2': '1000.00',
        'insurer:B>v2': '9000.00',
        'driver:B>v2': '1000.00',
      },
    },
  },
  {
    // 20,000 − 500 (medical insurance) − 700 (work injury) = 18,800; nursing 900 − 100 = 800; transport is not touched: 300.
    name: 'what others paid for an item comes off that item only',
    given: of(
      person(
        { medical: sum('20000'), transport: sum('300'), nursing: sum('900') },
        {
          paidByOthers: [
            { by: 'medicalInsurance', item: 'medical', amount: '500' },
            { by: 'workInjury', item: 'medical', amount: '700' },
            { by: 'workInjury', item: 'nursing', amount: '100' },
          ],
        },
      ),
    ),
    gives: {
      items: { 'v1.medical': '18800.00', 'v1.transport': '300.00', 'v1.nursing': '800.00' },
      notes: ['assumption.paidByOthers'],
    },
  },
  {
    name: 'others paid nothing: nothing is said',
    given: of(hurt('500', { paidByOthers: [{ by: 'workInjury', item: 'medical', amount: '0' }] })),
    gives: { items: { 'v1.medical': '500.00' }, steps: { 'v1.medical': '500' }, without: ['assumption.paidByOthers'] },
  },
  {
    // 100 and 50 are two losses of one item: 120 comes off the first, then 20 off the second.
    name: 'what others paid comes off the lines of an item one after the other',
    given: of(
      person(
        {
          other: [
            { name: 'a', amount: '100' },
            { name: 'b', amount: '50' },
            { name: 'c', amount: '70' },
          ],
        },
        { paidByOthers: [{ by: 'workInjury', item: 'other', amount: '120' }] },
      ),
    ),
    gives: { items: { 'v1.other.a': '0.00', 'v1.other.b': '30.00', 'v1.other.c': '70.00' } },
  },
];
