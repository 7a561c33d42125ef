/** Cases whose facts contradict each other, and cases that look odd and are none. */
import { type Bad, cars, items, type Json, people } from './case-parts.ts';

/** What a computation would silently choose from. */
export const CONTRADICTIONS: readonly Bad[] = [
  [
    'a sum and what it would be computed from',
    items({ nursing: { amount: '1', days: 2, perDay: '3', persons: 2 } }),
    ...['days', 'perDay', 'persons'].map((field) => `/victims/0/items/nursing/${field}: nothing beside amount`),
  ],
  [
    'a sum and what only a computation would use',
    items({ lostIncome: { amount: '1', stillPaid: '2', dependence: '0.5' } }),
    ...['stillPaid', 'dependence'].map((field) => `/victims/0/items/lostIncome/${field}: nothing beside amount`),
  ],
  [
    'in a list, the one that does',
    items({ lostIncome: [{ amount: '1' }, { amount: '1', perMonth: '1' }] }),
    '/victims/0/items/lostIncome/1/perMonth: nothing beside amount',
  ],
  [
    'two rates',
    people({}, { items: { lostIncome: { days: 1, perDay: '1', perYear: '1', perMonth: '1' } } }),
    ...['perYear', 'perMonth'].map((field) => `/victims/1/items/lostIncome/${field}: nothing beside perDay`),
  ],
  [
    'a yearly rate and the years it would be the mean of',
    items({ lostIncome: { days: 1, perYear: '1', lastYears: ['1'] } }),
    '/victims/0/items/lostIncome/lastYears: nothing beside perYear',
  ],
  [
    'days, and from when until when',
    items({ lostIncome: { days: 9, from: '2025-03-02', until: '2025-03-10', perDay: '1' } }),
    ...['from', 'until'].map((field) => `/victims/0/items/lostIncome/${field}: nothing beside days`),
  ],
  [
    'months and years',
    items({ nursing: { months: 1, years: 1, perMonth: '1' } }),
    '/victims/0/items/nursing/years: nothing beside months',
  ],
  [
    'an end before its beginning',
    items({ lostIncome: { from: '2025-03-10', until: '2025-03-09', perDay: '1' } }),
    '/victims/0/items/lostIncome/until: not before from',
  ],
  [
    'determined before the accident',
    people({ determinedOn: '2025-03-01' }),
    '/victims/0/determinedOn: not before accidentDate',
  ],
  ['determined after the trial', people({ determinedOn: '2025-11-21' }), '/victims/0/determinedOn: not after asOf'],
  ...['driver', 'insurer', 'rescueFund'].map(
    (id): Bad => [
      `a victim called ${id}`,
      people({ id }),
      '/victims/0/id: another id than driver, insurer, rescueFund',
    ],
  ),
  [
    'paid by others for what is not claimed',
    people({
      items: { medical: { amount: '1' } },
      paidByOthers: [
        { by: 'workInjury', item: 'medical', amount: '1' },
        { by: 'workInjury', item: 'nursing', amount: '1' },
      ],
    }),
    '/victims/0/paidByOthers/1/item: an item that is claimed',
  ],
];

export const GOOD: Readonly<Record<string, Json>> = {
  'nothing changed': {},
  'one day, from and until; until alone, from alone': items({
    lostIncome: [
      { from: '2025-03-02', until: '2025-03-02', perDay: '1' },
      { from: '2025-03-02', perYear: '1' },
    ],
  }),
  'determined on the day of the accident': people({ determinedOn: '2025-03-02' }, { determinedOn: '2025-11-20' }),
  'more used than the limit': cars({ compulsory: { used: { medical: '999999' } } }),
  'months of a wage that was paid in part, for two': items({
    lostIncome: { months: 2, perMonth: '5000', stillPaid: '1000', persons: 2 },
  }),
  'a sum for the disability and the grades that measure the dependants': items({
    disability: { amount: '1', grades: [10] },
    dependants: [{ id: 'd', months: 3 }],
  }),
  'no policy, said so': cars({ commercial: null, compulsory: null }),
  'tried on the day it happened': { asOf: '2025-03-02' },
  'faults of exactly one, by name and number': cars({ fault: 'primary' }, { fault: '3/10' }),
  'every way to write a fault': cars({ fault: '0' }, { fault: '1.000' }, { fault: '00/1' }),
  'a third': cars({ fault: '1/3' }, { fault: '2/3' }),
  'tenths of many digits': cars({ fault: '0.123456789' }, { fault: '500000000/999999999' }),
  'one policy, none, several without names': cars(
    { fault: '0', commercial: { limit: '1' } },
    { fault: '0', commercial: null },
    { fault: '0', commercial: [{ limit: '1' }, { limit: '1' }] },
  ),
  'one name for a victim and for a vehicle': people({ id: 'A', rides: { vehicle: 'A', as: 'driver' } }),
  'a passenger carried free of charge': people({ rides: { vehicle: 'A', as: 'passenger', gratuitousReduction: '1' } }),
  'dependants as a sum': items({ dependants: { amount: '1' } }),
  'two victims with a dependant of the same name': people(
    { items: { dependants: [{ id: 'd' }] } },
    { items: { dependants: [{ id: 'd' }] } },
  ),
  'an advance of the only vehicle': { advances: [{ by: 'driver', victim: 'v1', amount: '1' }] },
  'an advance of the fund, of no vehicle': {
    ...cars({}, {}),
    advances: [{ by: 'rescueFund', victim: 'v1', amount: '1' }],
  },
};
