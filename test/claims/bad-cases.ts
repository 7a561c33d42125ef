/** Cases that are refused, each with every problem it has. */
import { type Bad, cars, items, people } from './case-parts.ts';
import { CONTRADICTIONS } from './contradictory-cases.ts';

const FAULT = 'a ratio such as "0.7" or "7/10", or full | primary | equal | secondary | none';
const MONEY = 'yuan with at most two decimals, such as "30000.00"';
const RATIO = 'a ratio from 0 to 1, such as "0.7" or "7/10"';
const HEADS = 'a whole number from 1, or a coefficient such as "1.9"';
const MONTHS = 'a whole number of months, or a decimal such as "203.5"';
const SHARE = 'a share of at most 1';
export const MISSING = 'this field, which is missing';
const UNKNOWN = 'no field of this name';

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

export const BAD: Readonly<Record<string, readonly Bad[]>> = {
  shape: SHAPE,
  faults: FAULTS,
  sense: SENSE,
  contradictions: CONTRADICTIONS,
};
