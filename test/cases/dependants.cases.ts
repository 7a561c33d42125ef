/** Support of dependants (人损解释 16, 17; 解释二 8): each by the coefficient, then the sum of a year under the cap. */
import { dead, disabled, of, person, type Worked } from './case.ts';

const family = [
  { id: 'son', age: 8, supporters: 2 },
  { id: 'daughter', age: 12, supporters: 2 },
  { id: 'mother', age: 70, supporters: 3, incapable: true },
];

export const DEPENDANT_CASES: readonly Worked[] = [
  {
    // Grade nine: 32,625 × 20 % × 10 ÷ 2 = 32,625; × 6 ÷ 2 = 19,575; mother 10 years ÷ 3 = 21,750. No year reaches 32,625.
    name: 'disability: three dependants, the cap is not reached',
    given: of(disabled({ disability: { grades: [9] }, dependants: family })),
    gives: {
      items: {
        'v1.dependants.son': '32625.00',
        'v1.dependants.daughter': '19575.00',
        'v1.dependants.mother': '21750.00',
      },
    },
  },
  {
    // Years 1–6: 16,312.50 × 2 + 10,875 = 43,500 → 32,625; years 7–10: 27,187.50. 32,625 × 6 + 27,187.50 × 4 = 304,500.
    name: 'death: the same family, six years capped',
    given: of(dead({ death: {}, dependants: family })),
    gives: { items: { 'v1.dependants': '304500.00' }, notes: ['assumption.dependantsCapped'] },
  },
  {
    // Grade one: the cap is 32,625, not 32,625 × 100 %, and two halves just reach it: 32,625 × 10.
    name: 'the sum may be exactly one year’s consumption',
    given: of(
      disabled({
        disability: { grades: [1] },
        dependants: [
          { id: 'a', age: 8, supporters: 2 },
          { id: 'b', age: 8, supporters: 2 },
        ],
      }),
    ),
    gives: { items: { 'v1.dependants.a': '163125.00', 'v1.dependants.b': '163125.00' } },
  },
  {
    // 32,625 × 10 % × 203 ÷ 12 ÷ 2 = 27,595.31 (27,595.3125).
    name: 'months win over the age',
    given: of(
      disabled({ disability: { grades: [10] }, dependants: [{ id: 'd1', age: 8, supporters: 2, months: 203 }] }),
    ),
    gives: { items: { 'v1.dependants.d1': '27595.31' } },
  },
  {
    // An adult of 40 who cannot work: 20 years; of 66: 14; of 80: 5. Death, one supporter each, one at a time.
    name: 'adults: twenty years, less from sixty, five from seventy-five',
    given: of([
      dead({ dependants: [{ id: 'wife', age: 40, supporters: 1, incapable: true }] }, { id: 'v1' }),
      dead({ dependants: [{ id: 'father', age: 66, supporters: 1, incapable: true }] }, { id: 'v2' }),
      dead({ dependants: [{ id: 'aunt', age: 80, supporters: 1, incapable: true }] }, { id: 'v3' }),
    ]),
    gives: { items: { 'v1.dependants': '652500.00', 'v2.dependants': '456750.00', 'v3.dependants': '163125.00' } },
  },
  {
    name: 'an adult who can work is no dependant; the others are computed',
    given: of(
      dead({
        dependants: [
          { id: 'wife', age: 40, supporters: 1 },
          { id: 'son', age: 8, supporters: 2 },
        ],
      }),
    ),
    gives: { items: { 'v1.dependants.wife': 'notDue', 'v1.dependants.son': '163125.00' }, total: '163125.00' },
  },
  {
    // Jiangsu 2023 publishes 1.90: 40,461 × 10 ÷ 1.9 = 212,952.63.
    name: 'no head count: the province’s burden coefficient',
    given: of(dead({ dependants: [{ id: 'son', age: 8 }] }), {
      accidentDate: '2023-06-01',
      asOf: '2024-05-01',
      region: '江苏',
      standards: {},
    }),
    gives: { items: { 'v1.dependants.son': '212952.63' }, notes: ['assumption.burden'] },
  },
  {
    name: 'no head count and no coefficient: missing',
    given: of(dead({ dependants: [{ id: 'son', age: 8 }] })),
    gives: { status: 'missing', missing: ['supporters'] },
  },
  {
    name: 'an injury without disability has no dependants',
    given: of(person({ medical: { amount: '500' }, dependants: [{ id: 'son', age: 8, supporters: 2 }] })),
    gives: { items: { 'v1.dependants': 'notDue', 'v1.medical': '500.00' } },
  },
  {
    // A grade is needed for the share; several grades without a coefficient are not put together by guessing.
    name: 'several grades without a coefficient: missing for the award and the dependants',
    given: of(disabled({ disability: { grades: [9, 10] }, dependants: [{ id: 'son', age: 8, supporters: 2 }] })),
    gives: { status: 'missing', missing: ['coefficient', 'coefficient'] },
  },
];
