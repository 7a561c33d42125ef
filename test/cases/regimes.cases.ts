/** Which law measures a case: by the day of the accident, of the trial, and the region’s own pilot. */
import { car, dead, disabled, of, person, sum, type Worked, withPolicy } from './case.ts';

const DUAL = { urbanIncome: '40000', urbanConsumption: '26000', ruralIncome: '18000', ruralConsumption: '14000' };
const rural = (more = {}) => disabled({ disability: { grades: [10] } }, { residence: 'rural', ...more });

export const REGIME_CASES: readonly Worked[] = [
  {
    // 法释〔2003〕20号 25: 18,000 × 20 × 10 %.
    name: '2021, rural: the rural figure',
    given: of(rural(), { accidentDate: '2021-08-20', asOf: '2022-08-01', standards: DUAL }),
    gives: {
      items: { 'v1.disability': '36000.00' },
      regime: { standard: '2004-05-01' },
      notes: ['assumption.noPilot'],
    },
  },
  {
    name: '2021, urban: the urban figure',
    given: of(rural({ residence: 'urban' }), { accidentDate: '2021-08-20', asOf: '2022-08-01', standards: DUAL }),
    gives: { items: { 'v1.disability': '80000.00' } },
  },
  {
    // 法释〔2022〕14号 24: torts from 2022-05-01; the day itself counts.
    name: '2022-05-01, rural: everyone by the urban figure',
    given: of(rural(), { accidentDate: '2022-05-01', asOf: '2023-08-01', standards: DUAL }),
    gives: { items: { 'v1.disability': '80000.00' }, regime: { standard: '2022-05-01' } },
  },
  {
    name: '2022-04-30, rural: not yet',
    given: of(rural(), { accidentDate: '2022-04-30', asOf: '2023-08-01', standards: DUAL }),
    gives: { items: { 'v1.disability': '36000.00' } },
  },
  {
    // Tianjin: cases pending on 2019-12-31. Income of 2020: 47,659 × 20 × 10 %.
    name: 'Tianjin’s pilot: a pending case of 2019 is measured by the urban figure',
    given: of(rural(), { accidentDate: '2019-06-01', asOf: '2021-09-01', region: '天津', standards: {} }),
    gives: { items: { 'v1.disability': '95318.00' }, regime: { standard: '2019-12-31' } },
  },
  {
    name: 'Tianjin before the pilot: by residence',
    given: of(rural(), { accidentDate: '2019-06-01', asOf: '2019-12-30', region: '天津', standards: DUAL }),
    gives: { items: { 'v1.disability': '36000.00' }, regime: { standard: '2004-05-01' } },
  },
  {
    name: 'a rural victim where no pilot day is known and no rural figure given: missing, never assumed',
    given: of(rural(), { accidentDate: '2021-08-20', asOf: '2022-03-01', standards: { urbanIncome: '40000' } }),
    gives: { status: 'missing', missing: ['standard.unifiedFrom'] },
  },
  {
    name: 'before all pilots a rural figure is needed and nothing else',
    given: of(rural(), { accidentDate: '2015-08-20', asOf: '2016-03-01', standards: {} }),
    gives: { status: 'missing', missing: ['stats.ruralIncome'] },
  },
  {
    name: 'no residence before the unified standard: missing',
    given: of(disabled({ disability: { grades: [10] } }), { accidentDate: '2015-08-20', asOf: '2016-03-01' }),
    gives: { status: 'missing', missing: ['residence'] },
  },
  {
    name: 'before 2004-05-01: repealed rules are not computed',
    given: of(dead({ death: {}, funeral: {} }), { accidentDate: '2004-04-30', asOf: '2005-01-01' }),
    gives: { status: 'notSupported', items: { 'v1.death': 'notSupported', 'v1.funeral': 'notSupported' } },
  },
  {
    // Limits of 2008: medical 10,000, death and disability 110,000, property 2,000.
    name: 'limits of 2008: the last day, 2020-09-18',
    given: of(person({ medical: sum('50000'), lostIncome: sum('150000'), property: sum('5000') }), {
      accidentDate: '2020-09-18',
      asOf: '2021-03-01',
    }),
    gives: {
      compulsory: { 'A.medical>v1': '10000.00', 'A.deathDisability>v1': '110000.00', 'A.property>v1': '2000.00' },
      regime: { limits: '2008-02-01' },
    },
  },
  {
    name: 'limits of 2020: the first day, 2020-09-19',
    given: of(person({ medical: sum('50000'), lostIncome: sum('250000'), property: sum('5000') }), {
      accidentDate: '2020-09-19',
      asOf: '2021-03-01',
    }),
    gives: {
      compulsory: { 'A.medical>v1': '18000.00', 'A.deathDisability>v1': '180000.00', 'A.property>v1': '2000.00' },
      regime: { limits: '2020-09-19' },
    },
  },
  {
    // Not at fault: 1,000, 11,000, 100; and nothing beyond.
    name: 'limits of 2008, not at fault',
    given: of(person({ medical: sum('5000'), lostIncome: sum('15000'), property: sum('500') }), {
      accidentDate: '2019-01-01',
      asOf: '2019-11-01',
      vehicles: [car('A', 'none')],
    }),
    gives: {
      compulsory: { 'A.medical>v1': '1000.00', 'A.deathDisability>v1': '11000.00', 'A.property>v1': '100.00' },
      victimBears: { v1: '8400.00' },
    },
  },
  {
    name: 'before the limits of 2008 the item is known and the limits are missing',
    given: of(person({ medical: sum('5000') }), { accidentDate: '2007-05-01', asOf: '2008-05-01' }),
    // Nobody entered which limb it falls into either, so it may be any of the three limits.
    gives: {
      status: 'missing',
      items: { 'v1.medical': '5000.00' },
      missing: [
        'compulsory.medical.limit',
        'compulsory.deathDisability.limit',
        'compulsory.property.limit',
        'limb.medical',
      ],
    },
  },
  {
    // asOf 2026-03: the figures of 2025 are not there, and those of 2024 are not used instead.
    name: 'no nearest year: Hunan’s figures of 2024 do not serve 2026',
    given: of(disabled({ disability: { grades: [10] } }), { asOf: '2026-03-01', standards: {} }),
    gives: { status: 'missing', missing: ['stats.urbanIncome'] },
  },
  {
    // Hunan changed over on 2025-01-22, the day of publication.
    name: 'the day of publication: Hunan 2025-01-22',
    given: of(disabled({ disability: { grades: [10] } }), {
      accidentDate: '2024-03-02',
      asOf: '2025-01-22',
      standards: {},
    }),
    gives: { items: { 'v1.disability': '102486.00' } },
  },
  {
    name: 'the day before it is missing',
    given: of(disabled({ disability: { grades: [10] } }), {
      accidentDate: '2024-03-02',
      asOf: '2025-01-21',
      standards: {},
    }),
    gives: { status: 'missing', missing: ['stats.urbanIncome'] },
  },
  {
    // Ningbo has figures of its own, 2020: 68,008 × 20 × 10 %; Zhejiang without Ningbo 62,699.
    name: 'a sub-region has its own row: Ningbo',
    given: of(disabled({ disability: { grades: [10] } }, { residence: 'urban' }), {
      accidentDate: '2020-10-01',
      asOf: '2021-05-01',
      region: '宁波',
      standards: {},
    }),
    gives: { items: { 'v1.disability': '136016.00' } },
  },
  {
    name: 'Shenzhen without figures of its own: missing, never Guangdong’s',
    given: of(disabled({ disability: { grades: [10] } }), {
      accidentDate: '2023-10-01',
      asOf: '2024-05-01',
      region: '深圳',
      standards: {},
    }),
    gives: { status: 'missing', missing: ['stats.urbanIncome'] },
  },
  {
    // 解释二 2: the passenger opened the door; the policy pays. 20,000 − 18,000 = 2,000.
    name: 'dooring from 2026-06-30: the policy may not refuse',
    given: of(person({ medical: sum('20000') }), {
      asOf: '2026-06-30',
      vehicles: [car('A', 'full', { exclusion: 'dooring', commercial: withPolicy() })],
    }),
    gives: { commercial: { 'A>v1': '2000.00' } },
  },
  {
    name: 'dooring before 2026-06-30: whether the policy pays is not for the computation',
    given: of(person({ medical: sum('20000') }), {
      asOf: '2026-06-29',
      vehicles: [car('A', 'full', { exclusion: 'dooring' })],
    }),
    gives: { status: 'missing', missing: ['cover.dooring'] },
  },
  {
    // 2015, before any pilot: 18,000 × 20 × 10 %, and nothing is assumed about pilots.
    name: 'before all pilots a rural figure that was given is enough',
    given: of(rural(), { accidentDate: '2015-08-20', asOf: '2016-03-01', standards: DUAL }),
    gives: { items: { 'v1.disability': '36000.00' }, without: ['assumption.noPilot'] },
  },
];
