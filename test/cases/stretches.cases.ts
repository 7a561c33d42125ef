/** Stretches of time of an item (人身损害赔偿解释 7, 8): how they are counted, cut and added up. */
import { disabled, of, person, sum, type Worked } from './case.ts';

const DETERMINED = { determinedOn: '2025-07-01' };
const grade = { disability: { grades: [10] } };

export const STRETCH_CASES: readonly Worked[] = [
  {
    // Art. 7: more was paid than before for two months, which is no loss; 6,000 for the third. Not 6,000 − 1,000.
    name: 'lostIncome: a month that was paid above the wage makes no other month less',
    given: of(
      person({
        lostIncome: [
          { months: 2, perMonth: '6000', stillPaid: '6500' },
          { months: 1, perMonth: '6000' },
        ],
      }),
    ),
    gives: {
      items: { 'v1.lostIncome': '6000.00' },
      steps: { 'v1.lostIncome': '(6,000 − min(6,500, 6,000)) × 2 + 6,000 × 1' },
    },
  },
  {
    name: 'lostIncome: the whole wage went on: nothing is lost, and that is an amount',
    given: of(person({ lostIncome: { months: 2, perMonth: '6000', stillPaid: '6000' } })),
    gives: { items: { 'v1.lostIncome': '0.00' }, steps: { 'v1.lostIncome': '(6,000 − 6,000) × 2' } },
  },
  {
    // Determined on 2025-07-01: the first stretch, 121 days × 200, counts, the second is past it.
    name: 'lostIncome: a stretch after the determination does not count, the one before it does',
    given: of(
      disabled(
        {
          lostIncome: [
            { from: '2025-03-02', until: '2025-06-30', perDay: '200' },
            { from: '2025-07-01', until: '2025-08-15', perDay: '100' },
          ],
          ...grade,
        },
        DETERMINED,
      ),
    ),
    gives: {
      items: { 'v1.lostIncome': '24200.00' },
      steps: { 'v1.lostIncome': '200 × 121' },
      notes: ['assumption.untilDetermined'],
    },
  },
  {
    // From 2025-06-30 to 2025-06-30: one day.
    name: 'lostIncome: the last day before the determination counts',
    given: of(
      disabled({ lostIncome: { from: '2025-06-30', until: '2025-08-15', perDay: '200' }, ...grade }, DETERMINED),
    ),
    gives: { items: { 'v1.lostIncome': '200.00' } },
  },
  {
    name: 'lostIncome: only after the determination: not due',
    given: of(
      disabled({ lostIncome: { from: '2025-07-01', until: '2025-08-15', perDay: '200' }, ...grade }, DETERMINED),
    ),
    gives: { items: { 'v1.lostIncome': 'notDue', 'v1.disability': '102486.00' } },
  },
  {
    // 2025-03-02 … 2025-06-30: 121 days; no last day was told.
    name: 'lostIncome: without a last day the determination ends it',
    given: of(disabled({ lostIncome: { from: '2025-03-02', perDay: '200' }, ...grade }, DETERMINED)),
    gives: { items: { 'v1.lostIncome': '24200.00' }, steps: { 'v1.lostIncome': '200 × 121' } },
  },
  {
    // It ended by itself: 10 days, nothing was cut.
    name: 'lostIncome: over before the determination',
    given: of(
      disabled({ lostIncome: { from: '2025-03-02', until: '2025-03-11', perDay: '200' }, ...grade }, DETERMINED),
    ),
    gives: { items: { 'v1.lostIncome': '2000.00' }, without: ['assumption.untilDetermined'] },
  },
  {
    // The determination ends earnings only: 2025-06-01 … 2025-07-30 = 60 days × 150.
    name: 'nursing: goes on after the determination',
    given: of(disabled({ nursing: { from: '2025-06-01', until: '2025-07-30', perDay: '150' }, ...grade }, DETERMINED)),
    gives: { items: { 'v1.nursing': '9000.00' } },
  },
  {
    name: 'no day at all was told: zero days are an amount',
    given: of(person({ nursing: { days: 0, perDay: '150' } })),
    gives: { items: { 'v1.nursing': '0.00' } },
  },
  {
    name: 'a first day without a last one: missing',
    given: of(person({ nursing: { from: '2025-06-02', perDay: '150' } })),
    gives: { status: 'missing', missing: ['until'] },
  },
  {
    name: 'a last day without a first one: missing',
    given: of(person({ nursing: { until: '2025-06-02', perDay: '150' } })),
    gives: { status: 'missing', missing: ['days'] },
  },
  {
    name: 'months without a wage, years without an income: missing',
    given: of([person({ lostIncome: { months: 2 } }, { id: 'v1' }), person({ nursing: { years: 2 } }, { id: 'v2' })]),
    gives: { status: 'missing', missing: ['perMonth', 'perYear'] },
  },
  {
    // Art. 8: twenty years are the most at once, and may be asked for: 50,000 × 20; nineteen: 50,000 × 19.
    name: 'nursing: twenty years are not too many',
    given: of([
      disabled({ nursing: { years: 20, perYear: '50000' } }, { id: 'v1' }),
      disabled({ nursing: { years: 19, perYear: '50000' } }, { id: 'v2' }),
    ]),
    gives: {
      items: { 'v1.nursing': '1000000.00', 'v2.nursing': '950000.00' },
      without: ['assumption.yearsCut'],
    },
  },
  {
    // One person needs no factor: 150 × 10.
    name: 'nursing: one person, said aloud',
    given: of(person({ nursing: { days: 10, perDay: '150', persons: 1 } })),
    gives: { items: { 'v1.nursing': '1500.00' }, steps: { 'v1.nursing': '150 × 10' } },
  },
  {
    // (54,000 + 60,000) ÷ 2 × 2 years × 60 %.
    name: 'nursing: years at the mean of two years, partly dependent',
    given: of(person({ nursing: { years: 2, lastYears: ['54000', '60000'], dependence: '0.6' } })),
    gives: { items: { 'v1.nursing': '68400.00' }, steps: { 'v1.nursing': '(54,000 + 60,000) ÷ 2 × 2 × 60%' } },
  },
  {
    // 730.50 + 10 × 100.
    name: 'a sum and a time are added up',
    given: of(person({ nursing: [sum('730.50'), { days: 10, perDay: '100' }] })),
    gives: { items: { 'v1.nursing': '1730.50' } },
  },
];
