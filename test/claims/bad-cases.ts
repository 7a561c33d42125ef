/** Cases that are refused, each with every problem it has, and cases that look odd and are none. */
export type Json = Readonly<Record<string, unknown>>;

const victim = { id: 'v1', outcome: 'injury', items: {} };
const car = { id: 'A', fault: '0.5' };
export const good = {
  accidentDate: '2025-03-02',
  asOf: '2025-11-20',
  region: '湖南',
  victims: [victim],
  vehicles: [car],
};
export const cars = (...all: Json[]) => ({ vehicles: all.map((one, i) => ({ ...car, id: 'ABC'[i], ...one })) });
const people = (...all: Json[]) => ({ victims: all.map((one, i) => ({ ...victim, id: `v${i + 1}`, ...one })) });
const items = (all: Json) => people({ items: all });
const FAULT = 'a ratio such as "0.7" or "7/10", or full | primary | equal | secondary | none';
const MONEY = 'yuan with at most two decimals, such as "30000.00"';
const RATIO = 'a ratio from 0 to 1, such as "0.7" or "7/10"';
const HEADS = 'a whole number from 1, or a coefficient such as "1.9"';
const MONTHS = 'a whole number of months, or a decimal such as "203.5"';
const SHARE = 'a share of at most 1';
export const MISSING = 'this field, which is missing';
const UNKNOWN = 'no field of this name';

/** [what, change of a good case, problems as `pointer: expected`] */
export type Bad = readonly [what: string, change: Json, ...problems: string[]];

const SHAPE: readonly Bad[] = [
  ['a field nobody knows', { colour: 1 }, `/colour: ${UNKNOWN}`],
  ['its name is escaped in the pointer', { 'a/b~c/': 1 }, `/a~1b~0c~1: ${UNKNOWN}`],
  ['a field that is missing', { region: undefined }, `/region: ${MISSING}`],
  [
    'deep inside',
    people({ outcome: undefined, age: 1.5 }),
    `/victims/0/outcome: ${MISSING}`,
    '/victims/0/age: a whole number',
  ],
  [
    'a word that is not in the list',
    people({ outcome: 'hurt' }),
    '/victims/0/outcome: one of injury, disability, death, property',
  ],
  ['a day that is not in the calendar', { accidentDate: '2025-02-30' }, '/accidentDate: a day YYYY-MM-DD'],
  ['a day that is none', { asOf: '2.3.2025' }, '/asOf: a day YYYY-MM-DD'],
  ['a number where a text is due', { asOf: 5 }, '/asOf: a day YYYY-MM-DD'],
  ['nobody', { victims: [] }, '/victims: not empty'],
  ['a sum with three decimals', items({ medical: { amount: '1.234' } }), `/victims/0/items/medical/amount: ${MONEY}`],
  ['a sum that is a number', items({ medical: { amount: 5 } }), `/victims/0/items/medical/amount: ${MONEY}`],
  [
    'in a list of stretches',
    items({ nursing: [{ days: 1 }, { dais: 1 }] }),
    `/victims/0/items/nursing/1/dais: ${UNKNOWN}`,
  ],
  ['too small', items({ nursing: { persons: 0 } }), '/victims/0/items/nursing/persons: at least 1'],
  ['too large', items({ disability: { grades: [11] } }), '/victims/0/items/disability/grades/0: at most 10'],
  ['an empty name', people({ id: '' }), '/victims/0/id: not empty'],
  ['a name that is too long', people({ id: 'x'.repeat(101) }), '/victims/0/id: at most 100 characters'],
  [
    'too many',
    items({ lostIncome: { lastYears: ['1', '2', '3', '4'] } }),
    '/victims/0/items/lostIncome/lastYears: at most 3 entries',
  ],
  [
    'a number where a word is due, or a word where yes or no is',
    { region: 5, nonMedicare: { victim: 'v1', amount: '1', proved: 'yes' } },
    '/region: a text in quotes',
    '/nonMedicare/proved: true or false',
  ],
  [
    'a text where an object or a list is due',
    { ...cars({ compulsory: 'yes', commercial: 'no' }), advances: 'none' },
    '/vehicles/0/compulsory: an object {…} or null',
    '/vehicles/0/commercial: an object {…}',
    '/advances: a list […]',
  ],
  [
    'supporters and months that are none',
    items({
      dependants: [
        { id: 'd', supporters: 1.5, months: 'many' },
        { id: 'e', supporters: '0', months: true },
      ],
    }),
    `/victims/0/items/dependants/0/supporters: ${HEADS}`,
    `/victims/0/items/dependants/0/months: ${MONTHS}`,
    `/victims/0/items/dependants/1/supporters: ${HEADS}`,
    `/victims/0/items/dependants/1/months: ${MONTHS}`,
  ],
  [
    'several at once, each once',
    { ...people({ outcome: 'hurt' }), ...cars({ commercial: [{}, { limit: '1', colour: 2 }] }) },
    '/victims/0/outcome: one of injury, disability, death, property',
    `/vehicles/0/commercial/0/limit: ${MISSING}`,
    `/vehicles/0/commercial/1/colour: ${UNKNOWN}`,
  ],
];

/** A fault is a word or a ratio from 0 to 1; a text that is neither is refused and never read as a number. */
const FAULTS: readonly Bad[] = [
  ...['most', 'x2', '2x', '2', '12', '1/0', '3/00', '1.5', '1.55', '01', '1/2/3', '1/2.5', '', '１'].map(
    (fault): Bad => [
      `a fault that is none: "${fault}"`,
      cars({ fault }),
      `/vehicles/0/fault: ${FAULT}`,
      ...(['2', '12', '1.5', '1.55'].includes(fault) ? [`/vehicles/0/fault: ${SHARE}`] : []),
    ],
  ),
  ...['3/2', '25/10', '101/100'].map(
    (fault): Bad => [`a fault above one: "${fault}"`, cars({ fault }), `/vehicles/0/fault: ${SHARE}`],
  ),
  ['both', cars({ fault: '3/02' }), `/vehicles/0/fault: ${FAULT}`, `/vehicles/0/fault: ${SHARE}`],
  [
    'a deductible above one',
    cars({ commercial: { limit: '1', deductibleRate: '1.5' } }),
    `/vehicles/0/commercial/deductibleRate: ${RATIO}`,
    `/vehicles/0/commercial/deductibleRate: ${SHARE}`,
  ],
];

/** What a JSON Schema cannot see. */
const SENSE: readonly Bad[] = [
  ['tried before it happened', { asOf: '2025-03-01' }, '/asOf: not before accidentDate'],
  ['two victims of one name', people({ id: 'x' }, { id: 'y' }, { id: 'x' }), '/victims/2/id: unique id'],
  ['two vehicles of one name', cars({ id: 'A' }, { id: 'A' }), '/vehicles/1/id: unique id'],
  [
    'two policies of one name',
    cars({}, { commercial: [{ limit: '1' }, { id: 'p', limit: '1' }, { id: 'p', limit: '1' }] }),
    '/vehicles/1/commercial/2/id: unique id',
  ],
  [
    'a policy that is called like the place of another',
    cars({ commercial: [{ id: '2', limit: '1' }, { limit: '1' }] }),
    '/vehicles/0/commercial/1/id: unique id',
  ],
  [
    'two dependants of one name',
    people({}, { items: { dependants: [{ id: 'd' }, { id: 'd' }] } }),
    '/victims/1/items/dependants/1/id: unique id',
  ],
  [
    'carried by a vehicle that is not there',
    people({ rides: { vehicle: 'X', as: 'passenger', gratuitousReduction: '0.3' } }),
    '/victims/0/rides/vehicle: known vehicle',
  ],
  [
    'a driver who is carried free of charge',
    people({}, { rides: { vehicle: 'A', as: 'driver', gratuitousReduction: '0.3' } }),
    '/victims/1/rides/gratuitousReduction: passenger',
  ],
  ['a cost of nobody', { nonMedicare: { victim: 'v9', amount: '1' } }, '/nonMedicare/victim: known victim'],
  [
    'a cost of nobody, in a list',
    {
      nonMedicare: [
        { victim: 'v1', amount: '1' },
        { victim: 'v9', amount: '1' },
      ],
    },
    '/nonMedicare/1/victim: known victim',
  ],
  [
    'an advance to nobody, for a vehicle that is not there',
    { advances: [{ by: 'driver', vehicle: 'Z', victim: 'v8', amount: '1' }] },
    '/advances/0/victim: known victim',
    '/advances/0/vehicle: known vehicle',
  ],
  [
    'an advance, and two vehicles it may be of',
    {
      ...cars({}, {}),
      advances: [
        { by: 'rescueFund', victim: 'v1', amount: '1' },
        { by: 'insurer', victim: 'v1', amount: '1' },
        { by: 'driver', victim: 'v1', amount: '1' },
        { by: 'driver', vehicle: 'B', victim: 'v1', amount: '1' },
      ],
    },
    '/advances/1: a vehicle',
    '/advances/2: a vehicle',
  ],
  ['faults above one, by number', cars({ fault: '0.5' }, { fault: '0.51' }), '/vehicles: faults at most 1'],
  ['faults above one, by name', cars({ fault: 'primary' }, { fault: 'equal' }), '/vehicles: faults at most 1'],
  ['faults above one, by both', cars({ fault: 'primary' }, { fault: '1/3' }), '/vehicles: faults at most 1'],
];

/** What a computation would silently choose from. */
const CONTRADICTIONS: readonly Bad[] = [
  [
    'a sum and what it would be computed from',
    items({ nursing: { amount: '1', days: 2, perDay: '3', persons: 2 } }),
    ...['days', 'perDay', 'persons'].map((field) => `/victims/0/items/nursing/${field}: nothing beside amount`),
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

export const BAD: Readonly<Record<string, readonly Bad[]>> = {
  shape: SHAPE,
  faults: FAULTS,
  sense: SENSE,
  contradictions: CONTRADICTIONS,
};
