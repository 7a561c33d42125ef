/** Cases that are refused, each with every problem it has, and cases that look odd and are none. */
import { caseSchema } from '../../claims/compensation/read.ts';

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
const { money, ratio } = caseSchema.definitions;
const FAULT = `match pattern "${caseSchema.properties.vehicles.items.properties.fault.pattern}"`;
const MONEY = `match pattern "${money.pattern}"`;
const RATIO = `match pattern "${ratio.pattern}"`;
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
    '/victims/0/age: integer',
  ],
  [
    'a word that is not in the list',
    people({ outcome: 'hurt' }),
    '/victims/0/outcome: one of injury, disability, death, property',
  ],
  ['a day that is not in the calendar', { accidentDate: '2025-02-30' }, '/accidentDate: a day YYYY-MM-DD'],
  ['a day that is none', { asOf: '2.3.2025' }, '/asOf: a day YYYY-MM-DD'],
  ['a number where a text is due', { asOf: 5 }, '/asOf: string'],
  ['nobody', { victims: [] }, '/victims: NOT have fewer than 1 items'],
  ['a sum with three decimals', items({ medical: { amount: '1.234' } }), `/victims/0/items/medical/amount: ${MONEY}`],
  ['a sum that is a number', items({ medical: { amount: 5 } }), '/victims/0/items/medical/amount: string'],
  [
    'in a list of stretches',
    items({ nursing: [{ days: 1 }, { dais: 1 }] }),
    `/victims/0/items/nursing/1/dais: ${UNKNOWN}`,
  ],
  ['too small', items({ nursing: { persons: 0 } }), '/victims/0/items/nursing/persons: >= 1'],
  ['too large', items({ disability: { grades: [11] } }), '/victims/0/items/disability/grades/0: <= 10'],
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

export const GOOD: Readonly<Record<string, Json>> = {
  'nothing changed': {},
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

export const BAD: Readonly<Record<string, readonly Bad[]>> = { shape: SHAPE, faults: FAULTS, sense: SENSE };
