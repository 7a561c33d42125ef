/** E. 医保先行支付: whoever should pay does not, or nobody knows who; the medical insurance fund pays first and turns to them (社会保险法 30). */
import { unlessLacking } from '../limit.ts';
import type { RouteRule } from '../types.ts';

export const medicalInsurance: RouteRule = {
  route: 'medicalInsurance',
  judge: ({ facts }) => {
    if (facts.unpaid === false) return { status: 'notThisRoute', why: 'paid' };
    const papers = unlessLacking(facts, ['expenseList']);
    // Where it fled nobody knows who should pay.
    if (facts.unpaid === true || facts.fled === true) return papers;
    return { status: 'needs', facts: ['unpaid'], papers: papers.status === 'needs' ? papers.papers : [] };
  },
  papers: ['injuredId', 'diagnosis', 'expenseList', 'determination'],
  applies: ['injured'],
  clock: [],
  stops: () => ['localRules', 'notAgainLater', 'repaid'],
  law: ['medicalInsurance.firstPayment', 'apportion.paidByFunds'],
};
