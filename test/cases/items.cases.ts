/** Each item of a claim (人身损害赔偿解释, 法释〔2022〕14号), one rule a case. */
import { dead, disabled, of, person, sum, type Worked } from './case.ts';

export const ITEM_CASES: readonly Worked[] = [
  {
    // Art. 6: 1,200 + 800.50 = 2,000.50, receipts added up.
    name: 'medical: receipts are added up',
    given: of(person({ medical: [sum('1200'), sum('800.50')] })),
    gives: { items: { 'v1.medical': '2000.50' }, steps: { 'v1.medical': '1,200 + 800.50' } },
  },
  {
    // Art. 6(2): the plate will surely be taken out, as certified: 9,000.
    name: 'followUp: what will surely be needed',
    given: of(person({ followUp: sum('9000') })),
    gives: { items: { 'v1.followUp': '9000.00' }, compulsory: { 'A.medical>v1': '9000.00' } },
  },
  {
    // Art. 10: 20 days × 100.
    name: 'hospitalMeals: days at the given rate',
    given: of(person({ hospitalMeals: { days: 20, perDay: '100' } })),
    gives: { items: { 'v1.hospitalMeals': '2000.00' } },
  },
  {
    // Art. 10: no rate given, Hunan's is 100 a day.
    name: 'hospitalMeals: the rate of the region',
    given: of(person({ hospitalMeals: { days: 7 } })),
    gives: { items: { 'v1.hospitalMeals': '700.00' }, steps: { 'v1.hospitalMeals': '100 × 7' } },
  },
  {
    // Art. 11: 60 × 50.
    name: 'nutrition: days at a rate',
    given: of(person({ nutrition: { days: 60, perDay: '50' } })),
    gives: { items: { 'v1.nutrition': '3000.00' }, compulsory: { 'A.medical>v1': '3000.00' } },
  },
  {
    // Art. 7: 60,000 ÷ 365 × 120 = 19,726.027… → 19,726.03.
    name: 'lostIncome: a yearly income by the day, rounded once',
    given: of(person({ lostIncome: { days: 120, perYear: '60000' } })),
    gives: { items: { 'v1.lostIncome': '19726.03' } },
  },
  {
    // Art. 7: (6,000 − 1,500) × 4 months = 18,000.
    name: 'lostIncome: a fixed wage, less what the employer went on paying',
    given: of(person({ lostIncome: { months: 4, perMonth: '6000', stillPaid: '1500' } })),
    gives: { items: { 'v1.lostIncome': '18000.00' }, steps: { 'v1.lostIncome': '(6,000 − 1,500) × 4' } },
  },
  {
    // Art. 7: (54,000 + 60,000 + 57,000) ÷ 3 = 57,000; ÷ 365 × 73 = 11,400.
    name: 'lostIncome: the mean of the last three years',
    given: of(person({ lostIncome: { days: 73, lastYears: ['54000', '60000', '57000'] } })),
    gives: { items: { 'v1.lostIncome': '11400.00' } },
  },
  {
    // Art. 7: determined on 2025-07-01, so 2025-03-02 … 2025-06-30 = 30 + 30 + 31 + 30 = 121 days × 200.
    name: 'lostIncome: ends the day before the determination of disability',
    given: of(
      disabled(
        { lostIncome: { from: '2025-03-02', until: '2025-08-15', perDay: '200' }, disability: { grades: [10] } },
        { determinedOn: '2025-07-01' },
      ),
    ),
    gives: { items: { 'v1.lostIncome': '24200.00' }, notes: ['assumption.untilDetermined'] },
  },
  {
    // 解释二 6: past retirement age, with proof: 90 × 150.
    name: 'lostIncome: past retirement age, with proof',
    given: of(person({ lostIncome: { days: 90, perDay: '150', pastRetirement: true, proved: true } }, { age: 66 }), {
      asOf: '2026-07-15',
    }),
    gives: { items: { 'v1.lostIncome': '13500.00' }, regime: { interpretation: '2026-06-30' } },
  },
  {
    // Before 2026-06-30 courts differed; it is computed and said.
    name: 'lostIncome: past retirement age, before the second interpretation',
    given: of(person({ lostIncome: { days: 90, perDay: '150', pastRetirement: true, proved: true } }, { age: 66 })),
    gives: { items: { 'v1.lostIncome': '13500.00' }, notes: ['assumption.retiredBefore'] },
  },
  {
    // Art. 8: 14 × 150 × 2 + 46 × 150 = 4,200 + 6,900 = 11,100.
    name: 'nursing: two persons first, then one',
    given: of(
      person({
        nursing: [
          { days: 14, perDay: '150', persons: 2 },
          { days: 46, perDay: '150' },
        ],
      }),
    ),
    gives: { items: { 'v1.nursing': '11100.00' }, steps: { 'v1.nursing': '150 × 14 × 2 + 150 × 46' } },
  },
  {
    // Art. 8: 50,000 × 20 years × 50 %; 25 years were asked for, 20 are the most at once.
    name: 'nursing: partial dependence, at most twenty years',
    given: of(disabled({ nursing: { years: 25, perYear: '50000', dependence: '0.5' }, disability: { grades: [4] } })),
    gives: { items: { 'v1.nursing': '500000.00' }, notes: ['assumption.yearsCut'] },
  },
  {
    // Art. 8, Guangxi 2024: a carer costs 157.90 a day; × 30 = 4,737.
    name: 'nursing: the carer’s wage of the region',
    given: of(person({ nursing: { days: 30 } }), { region: '广西' }),
    gives: { items: { 'v1.nursing': '4737.00' } },
  },
  {
    name: 'transport: by tickets (art. 9)',
    given: of(person({ transport: sum('640') })),
    gives: { items: { 'v1.transport': '640.00' }, compulsory: { 'A.deathDisability>v1': '640.00' } },
  },
  {
    // Guangxi 2024: 30 a day without tickets × 10.
    name: 'transport: without tickets, at the rate of the region',
    given: of(person({ transport: { days: 10 } }), { region: '广西' }),
    gives: { items: { 'v1.transport': '300.00' } },
  },
  {
    // Art. 10: 3 nights × 330.
    name: 'lodging: the rate of the region',
    given: of(person({ lodging: { days: 3 } }), { region: '广西' }),
    gives: { items: { 'v1.lodging': '990.00' } },
  },
  {
    // Art. 13: 12,000 × 3 renewals, as who fits them says.
    name: 'aids: ordinary aids',
    given: of(disabled({ aids: [sum('12000'), sum('12000'), sum('12000')], disability: { grades: [7] } })),
    gives: { items: { 'v1.aids': '36000.00' } },
  },
  {
    // Art. 12: 51,243 × 20 × 10 %.
    name: 'disability: grade ten at forty-five',
    given: of(disabled({ disability: { grades: [10] } })),
    gives: { items: { 'v1.disability': '102486.00' }, steps: { 'v1.disability': '51,243 × 20 × 10%' } },
  },
  {
    // Art. 12: 67 years old: 20 − 7 = 13; 51,243 × 13 × 20 %.
    name: 'disability: grade nine at sixty-seven',
    given: of(disabled({ disability: { grades: [9] } }, { age: 67 })),
    gives: { items: { 'v1.disability': '133231.80' } },
  },
  ...[
    // Art. 12: 59 → 20, 60 → 20 − 0, 61 → 19, 74 → 6, 75 → 5, 90 → 5; × 51,243 × 100 %.
    [59, '1024860.00'],
    [60, '1024860.00'],
    [61, '973617.00'],
    [74, '307458.00'],
    [75, '256215.00'],
    [90, '256215.00'],
  ].map(([age, amount]) => ({
    name: `disability: the age steps, ${age}`,
    given: of(disabled({ disability: { grades: [1] } }, { age: Number(age) })),
    gives: { items: { 'v1.disability': String(amount) } },
  })),
  {
    // Two grades, put together by the appraisal: 51,243 × 20 × 22 %.
    name: 'disability: a coefficient for several grades',
    given: of(disabled({ disability: { grades: [9, 10], coefficient: '0.22' } })),
    gives: { items: { 'v1.disability': '225469.20' } },
  },
  {
    // Art. 15: 51,243 × 20.
    name: 'death: below sixty',
    given: of(dead({ death: {} })),
    gives: { items: { 'v1.death': '1024860.00' } },
  },
  {
    // Art. 15: 72 years: 8 years × 51,243.
    name: 'death: at seventy-two',
    given: of(dead({ death: {} }, { age: 72 })),
    gives: { items: { 'v1.death': '409944.00' } },
  },
  {
    // Art. 14: 99,663 ÷ 12 × 6.
    name: 'funeral: six months of the average wage',
    given: of(dead({ funeral: {} })),
    gives: { items: { 'v1.funeral': '49831.50' }, steps: { 'v1.funeral': '99,663 ÷ 12 × 6' } },
  },
  {
    // Guangxi published the sum itself: 49,434.
    name: 'funeral: the published sum of the region',
    given: of(dead({ funeral: {} }), { region: '广西', standards: {} }),
    gives: { items: { 'v1.funeral': '49434.00' } },
  },
  {
    // Hunan 2024 in law/: 99,663 (staff on post) ÷ 12 × 6.
    name: 'funeral: the wage series of the region’s courts',
    given: of(dead({ funeral: {} }), { standards: {} }),
    gives: { items: { 'v1.funeral': '49831.50' } },
  },
  {
    // 民法典 1179: 3 persons × 5 days × 200.
    name: 'familyExpenses: three persons, five days',
    given: of(dead({ familyExpenses: { days: 5, perDay: '200', persons: 3 } })),
    gives: { items: { 'v1.familyExpenses': '3000.00' } },
  },
  {
    // 民法典 1183; paid in the limb for death and disability.
    name: 'mentalDistress: as the court fixed it',
    given: of(disabled({ mentalDistress: sum('5000'), disability: { grades: [10] } })),
    gives: { items: { 'v1.mentalDistress': '5000.00' }, compulsory: { 'A.deathDisability>v1': '107486.00' } },
  },
  {
    // 保险法 64: outside the compulsory cover, by the ratio: 2,000 × 100 %.
    name: 'appraisal: the policy bears it unless the court says otherwise',
    given: of(person({ appraisal: sum('2000') })),
    gives: { items: { 'v1.appraisal': '2000.00' }, compulsory: {}, commercial: { 'A>v1': '2000.00' } },
  },
  {
    // 解释（一）12: 2,000 compulsory, 28,000 policy.
    name: 'property: two thousand from the compulsory cover',
    given: of(person({ property: sum('30000') })),
    gives: { compulsory: { 'A.property>v1': '2000.00' }, commercial: { 'A>v1': '28000.00' } },
  },
  {
    name: 'other: rehabilitation in the limb for death and disability',
    given: of(person({ other: [{ name: '康复费', amount: '2400', bearer: 'compulsory', limb: 'deathDisability' }] })),
    gives: { items: { 'v1.other.康复费': '2400.00' }, compulsory: { 'A.deathDisability>v1': '2400.00' } },
  },
];
