/** More cases for the traces: policies of different widths, who is carried, the law of another day, and what is no amount. */
import type { Case } from '../../claims/compensation/case.ts';
import { car, dead, disabled, of, person, sum, withPolicy } from './case.ts';

export const TRACED_TOO: Readonly<Record<string, Case>> = {
  'two policies each: alike, differing in costs, differing in distress': of(
    person({ medical: sum('150000'), mentalDistress: sum('600000') }),
    {
      vehicles: [
        car('A', '0.4', {
          commercial: [withPolicy({ id: 'p', deductibleRate: '0.1' }), withPolicy({ id: 'q', deductibleRate: '0.2' })],
        }),
        car('B', '0.3', { commercial: [withPolicy({ id: 'p' }), withPolicy({ id: 'q', nonMedicare: 'cover' })] }),
        car('C', '0.2', { commercial: [withPolicy({ id: 'p' }), withPolicy({ id: 'q', mentalDistress: 'cover' })] }),
      ],
      nonMedicare: { victim: 'v1', amount: '10000', proved: true },
    },
  ),
  'carried, and what is borne whole alone': of(
    [
      person({ medical: sum('30000') }, { id: 'guest', rides: { vehicle: 'A', as: 'passenger' } }),
      person({ other: [{ name: 'bed', amount: '40000', limb: 'medical', byRatio: false }] }, { id: 'walker' }),
    ],
    { vehicles: [car('A', '0.6'), car('B', '0')] },
  ),
  'below the limits of two vehicles': of(
    [
      person({ medical: sum('12000'), nursing: { years: 2, lastYears: ['54000', '60000'], dependence: '0.6' } }),
      dead(
        {
          dependants: [
            { id: 'son', months: 7, supporters: 2 },
            { id: 'aunt', age: 76, supporters: 2, incapable: true },
          ],
        },
        { id: 'v2' },
      ),
      dead({ dependants: [{ id: 'uncle', age: 61, supporters: 1, incapable: true }] }, { id: 'v3' }),
    ],
    { vehicles: [car('A', '0.5'), car('B', '0.5')], standards: { urbanConsumption: '10000' } },
  ),
  'drunk in 2020, tried in 2022': of(person({ medical: sum('20000') }), {
    accidentDate: '2020-12-01',
    asOf: '2022-03-01',
    vehicles: [car('A', 'full', { exclusion: 'drunk' })],
  }),
  'who should have been insured pays alone, the insurer’s share rounds to nothing': of(
    ['a', 'b'].map((id) => person({ medical: sum('0.03') }, { id })),
    {
      vehicles: [
        car('A', '0.5', { compulsory: { insured: true, used: { medical: '17999.99' } } }),
        car('B', '0.5', { compulsory: { insured: false, used: { medical: '17999.98' } } }),
      ],
    },
  ),
  'a fen moved so that the lines add up': of(
    dead({ dependants: ['a', 'b', 'c'].map((id) => ({ id, age: 17, supporters: 1 })) }),
    { standards: { urbanConsumption: '32625.02' } },
  ),
  'disability of which nothing was told': of([
    disabled({ disability: {} }, { id: 'v1' }),
    { id: 'v2', outcome: 'disability', items: { disability: { grades: [3] } } },
  ]),
  'limits that nobody knows': of(person({ medical: sum('5000') }), { accidentDate: '2007-05-01', asOf: '2008-05-01' }),
  'a rule of cover that nobody knows': of(person({ medical: sum('20000') }), {
    asOf: '2026-06-29',
    vehicles: [car('A', 'full', { exclusion: 'dooring' })],
  }),
  'nothing is due': of(person({ disability: { grades: [10] }, death: {} })),
  'before 2004': of(dead({ death: {}, funeral: {} }), { accidentDate: '2003-12-31', asOf: '2005-01-01' }),
  'after the second interpretation: dooring, past retirement': of(
    person({ medical: sum('20000'), lostIncome: { days: 9, perDay: '150', pastRetirement: true, proved: true } }),
    { asOf: '2026-07-15', standards: {}, vehicles: [car('A', 'full', { exclusion: 'dooring' })] },
  ),
};
