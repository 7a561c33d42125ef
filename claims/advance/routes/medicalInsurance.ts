/** E. 医保先行支付: whoever should pay does not, or nobody knows who; the medical insurance fund pays first and turns to them (社会保险法 30). */
import type { RouteRule } from '../types.ts';
import { notThisRoute, onceKnown, unlessLacking } from '../verdict.ts';

export const medicalInsurance: RouteRule = {
  route: 'medicalInsurance',
  judge: ({ facts }) => {
    if (facts.unpaid === false) return notThisRoute('paid');
    const papers = unlessLacking(facts, ['expenseList']);
    // Where it fled nobody knows who should pay.
    return facts.unpaid === true || facts.fled === true ? papers : onceKnown('unpaid', papers);
  },
  papers: ['injuredId', 'diagnosis', 'expenseList', 'determination'],
  applies: ['injured'],
  clock: [],
  stops: () => ['localRules', 'notAgainLater', 'repaid'],
  law: ['medicalInsurance.firstPayment', 'apportion.paidByFunds'],
};
