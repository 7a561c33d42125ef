/** A dozen cases as different as can be: between them every rule, every name of a number and every note is in the trace. */
import type { Case } from '../../claims/compensation/case.ts';
import { car, dead, disabled, HUNAN, of, person, sum, withPolicy } from './case.ts';

const DUAL = { urbanIncome: '40000', urbanConsumption: '26000', ruralIncome: '18000', ruralConsumption: '14000' };
const medical = (amount: string, id: string, more = {}) => person({ medical: sum(amount) }, { id, ...more });

export const TRACED: Readonly<Record<string, Case>> = {
  'primary fault, costs beyond medical insurance, a deductible': of(
    disabled({
      medical: [sum('60000'), sum('2345.67')],
      followUp: sum('9000'),
      hospitalMeals: { days: 20 },
      nutrition: { days: 60, perDay: '50' },
      lostIncome: { days: 120, perYear: '60000' },
      nursing: [
        { days: 14, perDay: '150', persons: 2 },
        { years: 25, perYear: '50000', dependence: '0.5' },
      ],
      aids: sum('12000'),
      disability: { grades: [4] },
      mentalDistress: sum('20000'),
      appraisal: sum('2600'),
    }),
    {
      vehicles: [car('A', 'primary', { commercial: withPolicy({ deductibleRate: '0.15' }) })],
      nonMedicare: [
        { victim: 'v1', amount: '6000', proved: true },
        { victim: 'v1', amount: '700' },
      ],
    },
  ),
  'death: a family over the cap, two vehicles, distress beyond the limb': of(
    dead({
      death: {},
      funeral: {},
      familyExpenses: { days: 5, perDay: '200', persons: 3 },
      dependants: [
        { id: 'son', age: 8, supporters: 2 },
        { id: 'daughter', months: 100, supporters: 2 },
        { id: 'mother', age: 66, supporters: '1.5', incapable: true },
        { id: 'cousin', months: 0, supporters: 1 },
        { id: 'uncle', age: 50, supporters: 1 },
      ],
      mentalDistress: sum('400000'),
    }),
    { vehicles: [car('A', '0.7'), car('B', 'secondary', { commercial: null })] },
  ),
  'figures of the region, nothing said about the cover': of(
    [
      disabled(
        {
          hospitalMeals: { days: 7 },
          nursing: { days: 30 },
          transport: { days: 10 },
          lodging: { days: 3 },
          disability: { coefficient: '0.22' },
          dependants: [{ id: 'son', age: 17, supporters: 2 }],
        },
        { id: 'v1', age: 61 },
      ),
      dead({ death: {}, funeral: {} }, { id: 'v2', age: 80 }),
    ],
    { region: '广西', standards: {}, vehicles: [{ id: 'A', fault: '1/3' }] },
  ),
  'a wage by its series': of(dead({ funeral: {} }), { standards: {} }),
  'a burden by its coefficient': of(dead({ dependants: [{ id: 'son', age: 8 }] }), {
    accidentDate: '2023-06-01',
    asOf: '2024-05-01',
    region: '江苏',
    standards: {},
  }),
  'three victims over the limits of a vehicle and of its policies': of(
    [
      medical('60000', 'a'),
      person({ medical: sum('1000'), mentalDistress: sum('200000') }, { id: 'b' }),
      medical('20000', 'c', { rides: { vehicle: 'B', as: 'passenger', gratuitousReduction: '0.3' } }),
    ],
    {
      vehicles: [
        car('A', '0.6', {
          compulsory: { insured: true, used: { medical: '8000.50', deathDisability: '200000' } },
          commercial: [
            withPolicy({ id: 'p1', limit: '30000' }),
            { limit: '10000', nonMedicare: 'cover', mentalDistress: 'cover', deductibleRate: '0.1' },
          ],
        }),
        car('B', '0.4', { commercial: withPolicy({ limit: '9000' }) }),
      ],
      nonMedicare: { victim: 'a', amount: '5000', proved: true },
    },
  ),
  'no cover, a trailer, who is carried, who drives': of(
    [
      medical('20000', 'walker'),
      medical('20000', 'wheel', { rides: { vehicle: 'A', as: 'driver' } }),
      medical('20000', 'guest', { rides: { vehicle: 'A', as: 'passenger', gratuitousReduction: '0.5' } }),
    ],
    {
      vehicles: [
        car('A', '0.5', { compulsory: { insured: false }, commercial: null }),
        car('B', 'none', { compulsory: { insured: true, atFault: true } }),
        car('T', '0.2', { compulsory: null }),
      ],
    },
  ),
  'drunk: property and what is borne whole': of(
    person({
      medical: sum('60000'),
      property: sum('5000'),
      other: [
        { name: 'copies', amount: '80', bearer: 'tortfeasor' },
        { name: 'lawyer', amount: '3000', bearer: 'tortfeasor', byRatio: false },
        { name: 'rehabilitation', amount: '2400', limb: 'medical', byRatio: false },
        { name: 'survey', amount: '500', byRatio: false },
        { name: 'towing', amount: '600' },
      ],
    }),
    {
      vehicles: [car('A', '0.6', { exclusion: 'drunk' }), car('B', '0.2')],
      nonMedicare: { victim: 'v1', amount: '50000', proved: true },
    },
  ),
  'rural in 2021: by residence': of(
    disabled(
      { disability: { grades: [10] }, dependants: [{ id: 'son', age: 8, supporters: 2, residence: 'urban' }] },
      { residence: 'rural' },
    ),
    { accidentDate: '2021-08-20', asOf: '2022-08-01', standards: DUAL },
  ),
  'a pilot of its own: Tianjin': of(disabled({ disability: { grades: [9] } }, { residence: 'rural', age: 70 }), {
    accidentDate: '2019-06-01',
    asOf: '2021-09-01',
    region: '天津',
    standards: {},
  }),
  'earnings of every kind': of(
    [
      disabled(
        {
          lostIncome: { from: '2025-03-02', until: '2025-08-15', perDay: '200' },
          disability: { amount: '100000' },
        },
        { id: 'v1', determinedOn: '2025-07-01' },
      ),
      person({ lostIncome: { months: 4, perMonth: '6000', stillPaid: '1500' } }, { id: 'v2' }),
      person({ lostIncome: { days: 73, lastYears: ['54000', '60000', '57001'] } }, { id: 'v3' }),
      person({ lostIncome: { days: 90, perDay: '150', pastRetirement: true, proved: true } }, { id: 'v4', age: 66 }),
    ],
    { vehicles: [car('A', 'equal', { commercial: null })] },
  ),
  'what others paid, and what was advanced': of(
    [
      person(
        { medical: [sum('20000'), sum('1')], transport: sum('300') },
        { id: 'v1', paidByOthers: [{ by: 'medicalInsurance', item: 'medical', amount: '1500' }] },
      ),
      dead({ funeral: sum('40000'), death: sum('500000'), dependants: sum('1000') }, { id: 'v2' }),
    ],
    {
      vehicles: [car('A', 'full', { commercial: withPolicy({ limit: '200000' }) })],
      advances: [
        { by: 'insurer', vehicle: 'A', victim: 'v1', amount: '18000' },
        { by: 'driver', vehicle: 'A', victim: 'v2', amount: '400000' },
        { by: 'rescueFund', victim: 'v2', amount: '7000' },
        { by: 'insurer', vehicle: 'A', victim: 'v1', amount: '5000' },
      ],
    },
  ),
  'what is missing and what is not due': of(
    [
      disabled(
        {
          nutrition: { days: 30 },
          lostIncome: { days: 30, perDay: '100', pastRetirement: true, proved: false },
          funeral: {},
          disability: { grades: [9, 10] },
          dependants: [
            { id: 'wife', age: 40, supporters: 1 },
            { id: 'son', age: 8 },
          ],
          mentalDistress: {},
          appraisal: {},
        },
        { id: 'v1' },
      ),
      { id: 'v2', outcome: 'death', items: { death: {}, medical: {}, dependants: { amount: '1' } } },
      person({ lostIncome: { days: 30, perDay: '100', pastRetirement: true } }, { id: 'v3' }),
      person({ lostIncome: { from: '2025-07-01', perDay: '150' } }, { id: 'v4', determinedOn: '2025-07-01' }),
    ],
    { standards: { urbanIncome: HUNAN.urbanIncome } },
  ),
};
