/** 交通费: tickets that fit place, time and number of visits; without tickets a sum by the day, as courts estimate it. */
import { difference, product } from '../../figure.ts';
import type { Reason } from '../reason.ts';

export const transport: Reason = {
  code: 'transport',
  items: ['transport', 'lodging', 'familyExpenses'],
  byItem: {
    lodging: { words: 'lodging', law: ['item.lodging'], changes: ['lodgingBills'] },
    familyExpenses: { words: 'familyExpenses', law: ['item.familyExpenses'], changes: ['familyBills'] },
  },
  law: ['item.transport'],
  basis: { receipts: 'yuan', days: 'days', perDay: 'yuan' },
  proves: 'claimant',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['tickets', 'visits'],
  figure: ({ asked, of, has }) =>
    difference(asked, has('receipts') ? of('receipts') : product(of('perDay'), of('days'))),
};
