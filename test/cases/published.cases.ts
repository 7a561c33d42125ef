/**
 * Figures that somebody else published, computed again from the facts he gives. A difference is explained where it is.
 * Pages are secondary sources: they vouch for the arithmetic, not for the law.
 */
import type { Dependant } from '../../claims/compensation/case.ts';
import { car, dead, disabled, of, person, sum, type Worked, withPolicy } from './case.ts';

const parents: readonly Dependant[] = [
  { id: 'C', age: 65, supporters: 3, incapable: true },
  { id: 'D', age: 60, supporters: 3, incapable: true },
];

export const PUBLISHED_CASES: readonly Worked[] = [
  {
    // Henan, a farmer, grade ten, a judgment quoted on the page: 9,416.1 × 20 × 10 % = 18,832.20; nursing 28,472 ÷ 365
    // × 11 = 858.06; earnings 25,402 ÷ 365 × 70 = 4,871.62; dependants 4,292.08 + 3,862.87 + 3,540.97 + 2,253.34.
    // Every line is as published. The court's total, 44,251.14, leaves out the medical costs it had listed first:
    // 44,251.14 + 5,026.49 = 49,277.63, which is ours. All is within 10,000 + 110,000: the compulsory cover pays all.
    name: 'Henan 2015: a farmer, all inside the compulsory cover',
    address: 'https://nlaw.org/a/sifawenshu/minshi/2016/0105/163029_2.html',
    given: of(
      disabled(
        {
          medical: sum('5026.49'),
          nursing: { days: 11, perYear: '28472' },
          hospitalMeals: { days: 11, perDay: '20' },
          nutrition: { days: 11, perDay: '20' },
          disability: { grades: [10] },
          dependants: [
            { id: 'father', months: 240, supporters: 3, incapable: true },
            { id: 'mother', months: 216, supporters: 3, incapable: true },
            { id: 'son', age: 7, supporters: 2 },
            { id: 'daughter', age: 11, supporters: 2 },
          ],
          lostIncome: { days: 70, perYear: '25402' },
          mentalDistress: sum('5000'),
          transport: sum('300'),
        },
        { age: 40, residence: 'rural' },
      ),
      {
        accidentDate: '2014-10-01',
        asOf: '2015-11-01',
        region: '河南',
        standards: { ruralIncome: '9416.10', ruralConsumption: '6438.12' },
      },
    ),
    gives: {
      items: {
        'v1.nursing': '858.06',
        'v1.disability': '18832.20',
        'v1.dependants.father': '4292.08',
        'v1.dependants.mother': '3862.87',
        'v1.dependants.son': '3540.97',
        'v1.dependants.daughter': '2253.34',
        'v1.lostIncome': '4871.62',
      },
      total: '49277.63',
      commercial: {},
      victimBears: {},
    },
  },
  {
    // Shaanxi 2018, grade nine in the country: 14,512.2 × 20 × 20 % = 58,048.80 (page: 58,048, fen dropped);
    // 12,414.8 × 3 ÷ 2 × 20 % = 3,724.44 (page: 3,725); × 12 ÷ 3 × 20 % = 9,931.84 (page: 9,931);
    // 14,512.2 ÷ 365 × 270 = 10,735.05 (page: 10,735); nursing 170 × (30 × 2 + 60) = 20,400 as there.
    // Page total 174,040 of whole yuan; ours to the fen 174,040.13.
    name: 'Shaanxi 2018: grade nine in the country, all items',
    address: 'http://www.st122.cn/pcbz/shownews.php?id=174',
    given: of(
      disabled(
        {
          medical: sum('30000'),
          followUp: sum('20000'),
          nutrition: sum('1800'),
          hospitalMeals: { days: 60, perDay: '100' },
          nursing: [
            { days: 30, perDay: '170', persons: 2 },
            { days: 60, perDay: '170' },
          ],
          lostIncome: { days: 270, perYear: '14512.20' },
          transport: sum('1000'),
          disability: { grades: [9] },
          dependants: [
            { id: 'daughter', age: 15, supporters: 2 },
            { id: 'father', age: 68, supporters: 3, incapable: true },
          ],
          other: [{ name: '康复费', amount: '2400', bearer: 'compulsory', limb: 'deathDisability' }],
          mentalDistress: sum('10000'),
        },
        { age: 45, residence: 'rural' },
      ),
      {
        accidentDate: '2017-06-01',
        asOf: '2018-06-01',
        region: '陕西',
        standards: { ruralIncome: '14512.20', ruralConsumption: '12414.80' },
      },
    ),
    gives: {
      items: {
        'v1.nursing': '20400.00',
        'v1.lostIncome': '10735.05',
        'v1.disability': '58048.80',
        'v1.dependants.daughter': '3724.44',
        'v1.dependants.father': '9931.84',
      },
      total: '174040.13',
    },
  },
  {
    // Beijing (2022)京0105民初66442号: 81,518 × 20 × 20 % = 326,072. 115,140 of it inside the compulsory cover (64,860
    // of the limb went to other items, which the page does not list), 210,932 from the policy.
    name: 'Beijing 2022: grade nine, 115,140 compulsory and 210,932 policy',
    address: 'https://m.falvchangshi.com/jtcs/339000.html',
    given: of(disabled({ disability: { grades: [9] } }, { age: 40 }), {
      accidentDate: '2022-05-02',
      asOf: '2022-12-01',
      region: '北京',
      standards: { urbanIncome: '81518' },
      vehicles: [car('A', 'full', { compulsory: { insured: true, used: { deathDisability: '64860' } } })],
    }),
    gives: {
      items: { 'v1.disability': '326072.00' },
      compulsory: { 'A.deathDisability>v1': '115140.00' },
      commercial: { 'A>v1': '210932.00' },
    },
  },
  {
    // A judge's three situations for A (70 %) and B (30 %) that hit C, limits of 2008. One: medical 30,000, death and
    // disability 250,000: each pays 10,000 + 110,000; the 40,000 left: 28,000 and 12,000.
    name: 'two vehicles, both limbs above the sum of limits',
    address: 'http://360doc.com/content/19/0914/12/32663811_860895159.shtml',
    given: of(person({ medical: sum('30000'), lostIncome: sum('250000') }), {
      accidentDate: '2019-01-01',
      asOf: '2019-09-01',
      vehicles: [car('A', '0.7'), car('B', '0.3')],
    }),
    gives: {
      compulsory: {
        'A.medical>v1': '10000.00',
        'A.deathDisability>v1': '110000.00',
        'B.medical>v1': '10000.00',
        'B.deathDisability>v1': '110000.00',
      },
      commercial: { 'A>v1': '28000.00', 'B>v1': '12000.00' },
    },
  },
  {
    // Two: 10,000 and 100,000: half each, whatever the fault.
    name: 'two vehicles, both limbs below the sum of limits',
    address: 'http://360doc.com/content/19/0914/12/32663811_860895159.shtml',
    given: of(person({ medical: sum('10000'), lostIncome: sum('100000') }), {
      accidentDate: '2019-01-01',
      asOf: '2019-09-01',
      vehicles: [car('A', '0.7'), car('B', '0.3')],
    }),
    gives: {
      compulsory: {
        'A.medical>v1': '5000.00',
        'A.deathDisability>v1': '50000.00',
        'B.medical>v1': '5000.00',
        'B.deathDisability>v1': '50000.00',
      },
      commercial: {},
    },
  },
  {
    // Three: 10,000 and 250,000: half each in the medical limb, both limits in the other.
    name: 'two vehicles, one limb below and one above',
    address: 'http://360doc.com/content/19/0914/12/32663811_860895159.shtml',
    given: of(person({ medical: sum('10000'), lostIncome: sum('250000') }), {
      accidentDate: '2019-01-01',
      asOf: '2019-09-01',
      vehicles: [car('A', '0.7'), car('B', '0.3')],
    }),
    gives: {
      compulsory: {
        'A.medical>v1': '5000.00',
        'A.deathDisability>v1': '110000.00',
        'B.medical>v1': '5000.00',
        'B.deathDisability>v1': '110000.00',
      },
      commercial: { 'A>v1': '21000.00', 'B>v1': '9000.00' },
    },
  },
  {
    // A textbook, without compulsory cover: 300,000 × 70 % = 210,000 > 150,000, so 150,000 × (1 − 15 %) = 127,500.
    name: 'textbook: over the limit, then the deductible',
    address: 'http://qcjslm.com/yongchezhishi/219781.html',
    given: of(person({ property: sum('300000') }), {
      accidentDate: '2014-01-01',
      asOf: '2014-06-01',
      vehicles: [
        car('A', '0.7', { compulsory: null, commercial: withPolicy({ limit: '150000', deductibleRate: '0.15' }) }),
      ],
    }),
    gives: { commercial: { 'A>v1': '127500.00' }, tortfeasor: { 'A>v1': '82500.00' } },
  },
  {
    // The same book with compulsory cover of 122,000 in all: 250,000 − 122,000 = 128,000 × 70 % × 85 % = 76,160.
    // (The page prints 12,800, a slip; its result is right.) Split over the limbs so that each is used up.
    name: 'textbook: 122,000 first, then 70 % and the deductible',
    address: 'http://qcjslm.com/yongchezhishi/219781.html',
    given: of(person({ medical: sum('10000'), lostIncome: sum('238000'), property: sum('2000') }), {
      accidentDate: '2014-01-01',
      asOf: '2014-06-01',
      vehicles: [car('A', '0.7', { commercial: withPolicy({ limit: '200000', deductibleRate: '0.15' }) })],
    }),
    gives: { commercial: { 'A>v1': '76160.00' } },
  },
  {
    // Shanghai, a death of 2021-04-22; everyone's consumption 42,536 since 2020-01-01 (its own pilot). A 1.2 years,
    // B 3.4, C 15, D 20. Stage 1, 1.2 years: cap shared 3 : 3 : 2 : 2 → A, B 15,312.96; C, D 10,208.64.
    // Stage 2, 2.2 years: 3 : 2 : 2 → B 40,105.37; C, D 26,736.91. Then C 42,536 ÷ 3 × 11.6 = 164,472.53,
    // D × 16.6 = 235,365.87. Added up: A 15,312.96, B 55,418.33, C 201,418.08, D 272,311.42. The page rounds each stage,
    // we round each line once: C is 201,418.0876 → 201,418.09, a fen more; D 272,311.4209 is the same.
    name: 'Shanghai 2021: four dependants, two stages capped',
    address: 'http://www.zg122.com/article/article-detail/a25f2577-5604-4ed3-af73-5294fbf98b79',
    given: of(
      dead(
        {
          dependants: [
            { id: 'A', supporters: 2, months: '14.4' },
            { id: 'B', supporters: 2, months: '40.8' },
            ...parents,
          ],
        },
        { residence: 'urban' },
      ),
      { accidentDate: '2021-04-22', asOf: '2021-11-01', region: '上海', standards: { urbanConsumption: '42536' } },
    ),
    gives: {
      items: {
        'v1.dependants.A': '15312.96',
        'v1.dependants.B': '55418.33',
        'v1.dependants.C': '201418.09',
        'v1.dependants.D': '272311.42',
      },
    },
  },
  {
    // An insurance examination: a townsman dies; children (6 and 10 years to go, two supporters, town 6,000), parents
    // (11 and 13 years, three supporters, country 2,400). Years 1–6: 6,000 (cap); 7–10: 3,000 + 1,600 = 4,600;
    // 11: 1,600; 12–13: 800 → 36,000 + 18,400 + 1,600 + 1,600 = 57,600. Death 10,800 × 20, funeral 16,400 ÷ 12 × 6.
    name: 'examination: a death, dependants in town and country',
    address: 'https://talaoshi.com/tiku2/blys3.html',
    given: of(
      dead(
        {
          death: {},
          funeral: {},
          dependants: [
            { id: 'elder', months: 72, supporters: 2, residence: 'urban' },
            { id: 'younger', months: 120, supporters: 2, residence: 'urban' },
            { id: 'father', months: 132, supporters: 3, incapable: true, residence: 'rural' },
            { id: 'mother', months: 156, supporters: 3, incapable: true, residence: 'rural' },
          ],
        },
        { age: 35, residence: 'urban' },
      ),
      {
        accidentDate: '2009-01-01',
        asOf: '2009-06-01',
        region: '山西',
        standards: {
          urbanIncome: '10800',
          urbanConsumption: '6000',
          averageWage: '16400',
          ruralIncome: '4800',
          ruralConsumption: '2400',
        },
      },
    ),
    gives: { items: { 'v1.death': '216000.00', 'v1.funeral': '8200.00', 'v1.dependants': '57600.00' } },
  },
  {
    // The same examination, the injured farmer: 4,800 × 20 × 30 % = 28,800; 4,800 ÷ 365 × 94 = 1,236.16; meals 20 × 64.
    // Nursing is printed as 1,200 ÷ 30 × 64 = 562.50; that is 2,560 (the page divides wrongly), so it is left out.
    name: 'examination: the injured farmer of the same accident',
    address: 'https://talaoshi.com/tiku2/blys3.html',
    given: of(
      disabled(
        {
          disability: { grades: [8] },
          lostIncome: { days: 94, perYear: '4800' },
          hospitalMeals: { days: 64, perDay: '20' },
        },
        { age: 30, residence: 'rural' },
      ),
      { accidentDate: '2009-01-01', asOf: '2009-06-01', region: '山西', standards: { ruralIncome: '4800' } },
    ),
    gives: { items: { 'v1.disability': '28800.00', 'v1.lostIncome': '1236.16', 'v1.hospitalMeals': '1280.00' } },
  },
  {
    // 422,000 asked for, 122,000 compulsory, 300,000 left: 50 % = 150,000, 70 % = 210,000.
    name: 'a lawyer’s example: 422,000, primary fault',
    address: 'http://www.dfrtw.com/lvshishiwusuo/2162.html',
    given: of(person({ medical: sum('10000'), lostIncome: sum('410000'), property: sum('2000') }), {
      accidentDate: '2010-01-01',
      asOf: '2010-06-01',
      vehicles: [car('A', 'primary', { commercial: withPolicy({ limit: '200000' }) })],
    }),
    gives: { commercial: { 'A>v1': '200000.00' }, tortfeasor: { 'A>v1': '10000.00' }, victimBears: { v1: '90000.00' } },
  },
];
