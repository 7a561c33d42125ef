/** F. 先予执行: a court orders payment of medical fees before it decides, where it is clear who owes and they can pay (民诉法 109, 110). */
import type { RouteRule } from '../types.ts';
import { notThisRoute, unlessLacking } from '../verdict.ts';

export const courtOrder: RouteRule = {
  route: 'courtOrder',
  judge: ({ facts }) =>
    facts.fault === 'none' ? notThisRoute('notAtFault') : unlessLacking(facts, ['determination', 'expenseList']),
  papers: ['determination', 'diagnosis', 'expenseList', 'invoices'],
  applies: ['injured'],
  clock: [],
  stops: ({ fault }) => [
    ...(fault === undefined ? (['liabilityUnclear'] as const) : []),
    'otherCannotPay',
    'security',
    'lost',
  ],
  law: ['court.advance', 'court.advance.conditions'],
};
