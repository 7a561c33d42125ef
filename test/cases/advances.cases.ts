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
];
