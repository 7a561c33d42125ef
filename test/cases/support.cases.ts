/** How long support lasts, and how the lines of several share the cap of a year (人损解释 16, 17). */
import { dead, of, type Worked } from './case.ts';

export const SUPPORT_CASES: readonly Worked[] = [
  {
    // A line of zero, alone and next to one that is not: 32,625 × 10 ÷ 2.
    name: 'no month of support is left: zero',
    given: of([
      dead({ dependants: [{ id: 'son', months: 0, supporters: 2 }] }, { id: 'v1' }),
      dead(
        {
          dependants: [
            { id: 'son', months: 0, supporters: 2 },
            { id: 'daughter', age: 8, supporters: 2 },
          ],
        },
        { id: 'v2' },
      ),
    ]),
    gives: {
      items: { 'v1.dependants.son': '0.00', 'v2.dependants.son': '0.00', 'v2.dependants.daughter': '163125.00' },
    },
  },
  {
    // Two children of ten years and one whose support is over: 32,625 × 10 at the cap, half each.
    name: 'no month of support is left, beside two who reach the cap',
    given: of(
      dead({
        dependants: [
          { id: 'a', age: 8, supporters: 1 },
          { id: 'b', age: 8, supporters: 1 },
          { id: 'c', months: 0, supporters: 1 },
        ],
      }),
    ),
    gives: {
      items: { 'v1.dependants.a': '163125.00', 'v1.dependants.b': '163125.00', 'v1.dependants.c': '0.00' },
      steps: { 'v1.dependants': '32,625 × 50% × 10' },
    },
  },
  {
    // Majority at eighteen: 17 → one year; at 18 an adult: twenty years if she cannot work. 32,625 × 1 and × 20.
    name: 'a minor until eighteen',
    given: of([
      dead({ dependants: [{ id: 'd', age: 17, supporters: 1 }] }, { id: 'v1' }),
      dead({ dependants: [{ id: 'd', age: 18, supporters: 1, incapable: true }] }, { id: 'v2' }),
      dead({ dependants: [{ id: 'd', age: 18, supporters: 1 }] }, { id: 'v3' }),
    ]),
    gives: { items: { 'v1.dependants': '32625.00', 'v2.dependants': '652500.00', 'v3.dependants': 'notDue' } },
  },
  ...[
    // Adults who cannot work: 59 → 20, 60 → 20, 61 → 19, 74 → 6, 75 → 5, 76 → 5; × 32,625.
    [59, '652500.00'],
    [60, '652500.00'],
    [61, '619875.00'],
    [74, '195750.00'],
    [75, '163125.00'],
    [76, '163125.00'],
  ].map(([age, amount]) => ({
    name: `the age steps of an adult, ${age}`,
    given: of(dead({ dependants: [{ id: 'd', age: Number(age), supporters: 1, incapable: true }] })),
    gives: { items: { 'v1.dependants': String(amount) } },
  })),
  {
    name: 'neither age nor months: missing; a sum that is not told: missing, not nothing',
    given: of([
      dead({ dependants: [{ id: 'd', supporters: 1 }] }, { id: 'v1' }),
      dead({ dependants: {} }, { id: 'v2' }),
    ]),
    gives: { status: 'missing', missing: ['dependantAge', 'amount'] },
  },
  {
    name: 'nobody to support: no line',
    given: of(dead({ dependants: [], funeral: { amount: '100' } })),
    gives: { total: '100.00' },
  },
  {
    // The cap for a year is 32,625.02, a third 10,875.00667: half up 10,875.01 twice, and the first of equals 10,875.00.
    // The fund paid 10,875 of it: the first line is paid, the others are not.
    name: 'under the cap the lines add up to it, and what others paid comes off what is written',
    given: of(
      dead(
        { dependants: ['a', 'b', 'c'].map((id) => ({ id, age: 17, supporters: 1 })) },
        { paidByOthers: [{ by: 'workInjury', item: 'dependants', amount: '10875' }] },
      ),
      { standards: { urbanConsumption: '32625.02' } },
    ),
    gives: {
      items: { 'v1.dependants.a': '0.00', 'v1.dependants.b': '10875.01', 'v1.dependants.c': '10875.01' },
      total: '21750.02',
    },
  },
  {
    name: 'under the cap and paid by others in full: no line is below zero',
    given: of(
      dead(
        { dependants: ['a', 'b', 'c'].map((id) => ({ id, age: 17, supporters: 1 })) },
        { paidByOthers: [{ by: 'workInjury', item: 'dependants', amount: '40000' }] },
      ),
      { standards: { urbanConsumption: '32625.02' } },
    ),
    gives: {
      items: { 'v1.dependants.a': '0.00', 'v1.dependants.b': '0.00', 'v1.dependants.c': '0.00' },
      total: '0.00',
    },
  },
  {
    // One who can work and one nobody counted, among two who are capped: 32,625 × 10 ÷ 2 each.
    name: 'who is not due takes no share of the cap',
    given: of(
      dead({
        dependants: [
          { id: 'a', age: 8, supporters: 1 },
          { id: 'uncle', age: 50, supporters: 1 },
          { id: 'b', age: 8, supporters: 1 },
        ],
      }),
    ),
    gives: {
      items: { 'v1.dependants.a': '163125.00', 'v1.dependants.uncle': 'notDue', 'v1.dependants.b': '163125.00' },
      total: '326250.00',
    },
  },
  {
    // 2021, by residence: rural 14,000, urban 26,000. The cap is the higher one while both live on it: son (rural) 14,000,
    // daughter (urban) 26,000, together 40,000 → 26,000 × 14/40 = 9,100 and × 26/40 = 16,900 a year; six years of both,
    // then four of the son alone at 14,000: 54,600 + 56,000 = 110,600; 101,400.
    name: 'a rural and an urban dependant: the higher consumption is the cap',
    given: of(
      dead(
        {
          dependants: [
            { id: 'son', age: 8, supporters: 1 },
            { id: 'daughter', age: 12, supporters: 1, residence: 'urban' },
          ],
        },
        { residence: 'rural' },
      ),
      {
        accidentDate: '2021-08-20',
        asOf: '2022-08-01',
        standards: { urbanConsumption: '26000', ruralConsumption: '14000' },
      },
    ),
    gives: { items: { 'v1.dependants.son': '110600.00', 'v1.dependants.daughter': '101400.00' } },
  },
  {
    // Three thirds of 32,625.02 are exactly the cap and not above it: each line is rounded for itself, 10,875.00667.
    name: 'exactly the cap: every line for itself',
    given: of(dead({ dependants: ['a', 'b', 'c'].map((id) => ({ id, age: 17, supporters: 3 })) }), {
      standards: { urbanConsumption: '32625.02' },
    }),
    gives: {
      items: { 'v1.dependants.a': '10875.01', 'v1.dependants.b': '10875.01', 'v1.dependants.c': '10875.01' },
      without: ['assumption.dependantsCapped'],
    },
  },
  {
    name: 'under the cap the first by name gives up the fen, wherever it stands',
    given: of(dead({ dependants: ['c', 'a', 'b'].map((id) => ({ id, age: 17, supporters: 1 })) }), {
      standards: { urbanConsumption: '32625.02' },
    }),
    gives: {
      items: { 'v1.dependants.a': '10875.00', 'v1.dependants.b': '10875.01', 'v1.dependants.c': '10875.01' },
      notes: ['assumption.dependantsCapped'],
    },
  },
];
