/** Why an estimate's insurers pay less: the worked example by hand, each reason alone, and sums for any case. */
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Case, Vehicle, Victim } from '../../claims/compensation/case.ts';
import { readCase } from '../../claims/compensation/read.ts';
import { type Difference, explainEstimate } from '../../claims/deductions/estimate.ts';
import { estimateSayings } from '../../claims/deductions/estimateSayings.ts';
import { yuanText } from '../../claims/money.ts';
import { loadLaw } from '../../law/load.ts';
import { createRenderer, languages } from '../../locales/render.ts';
import { sayingText } from '../../locales/sayings.ts';

const ROOT = join(import.meta.dirname, '../..');
const law = loadLaw(join(ROOT, 'law'));
const { sentence } = createRenderer(join(ROOT, 'locales'), {});

/** 主责 70 %, loss of treatment 65,000: 18,000 by compulsory insurance, 47,000 beyond it. */
const vehicle: Vehicle = {
  id: 'A',
  fault: '0.7',
  compulsory: { insured: true },
  commercial: { limit: '1000000', nonMedicare: 'cover', mentalDistress: 'cover' },
};
const victim: Victim = { id: 'v1', age: 45, outcome: 'injury', items: { medical: { amount: '65000' } } };
const base: Case = {
  accidentDate: '2025-03-02',
  asOf: '2025-11-20',
  region: '湖南',
  victims: [victim],
  vehicles: [vehicle],
};
const policy = { limit: '1000000', nonMedicare: 'cover', mentalDistress: 'cover' } as const;

function differencesOf(of: Case): readonly Difference[] {
  const read = readCase(of, law);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const found = explainEstimate(read.case, law);
  if (found.status !== 'explained') throw new Error(JSON.stringify(found));
  return found.differences;
}
const rows = (of: Case): Record<string, string> => {
  const [{ cuts = [], byCarrier = 0n } = {}] = differencesOf(of);
  const all = cuts.map(({ reason, amount }) => [reason.code, yuanText(amount)]);
  return Object.fromEntries([...all, ...(byCarrier > 0n ? [['byCarrier', yuanText(byCarrier)]] : [])]);
};

const said = (of: Case): string =>
  estimateSayings(explainEstimate(of, law))
    .map((saying) => sayingText('zh-CN', sentence, saying))
    .join('\n');

describe('deductions of an estimate', () => {
  // 47,000 × 30 % = 14,100 is the victim's own.
  it('fault alone', () => expect(rows(base)).to.deep.equal({ faultRatio: '14100.00' }));

  // facts §2.4: 6,000 outside medical insurance, × 70 % = 4,200 for the driver.
  it('treatment outside medical insurance', () => {
    const nonMedicare = { victim: 'v1', amount: '6000', proved: true };
    const vehicles = [{ ...vehicle, commercial: { ...policy, nonMedicare: 'exclude' } as const }];
    const excluded = { faultRatio: '14100.00', nonMedicare: '4200.00' };
    expect(rows({ ...base, nonMedicare, vehicles })).to.deep.equal(excluded);
    expect(rows({ ...base, nonMedicare: { ...nonMedicare, proved: false }, vehicles })).to.deep.equal({
      faultRatio: '14100.00',
    });
  });

  // 32,900 is asked of a policy of 20,000, then 10 %: 12,900 by the limit, 2,000 by the deductible.
  it('limit and deductible, in that order', () => {
    const vehicles = [{ ...vehicle, commercial: { ...policy, limit: '20000', deductibleRate: '0.1' } }];
    expect(rows({ ...base, vehicles })).to.deep.equal({
      faultRatio: '14100.00',
      policyLimit: '12900.00',
      deductible: '2000.00',
    });
  });

  // No policy: all 32,900 beyond the compulsory limit.
  it('no commercial policy', () =>
    expect(rows({ ...base, vehicles: [{ ...vehicle, commercial: null }] })).to.deep.equal({
      faultRatio: '14100.00',
      limbLimit: '32900.00',
    }));

  // Compulsory insurance would have paid 18,000.
  it('no compulsory insurance', () =>
    expect(rows({ ...base, vehicles: [{ ...vehicle, compulsory: { insured: false } }] })).to.deep.equal({
      faultRatio: '14100.00',
      compulsoryFirst: '18000.00',
    }));

  // Drunk: compulsory insurance still pays 18,000, the policy not its 32,900; a person looks.
  it('an exclusion', () => {
    const of = { ...base, vehicles: [{ ...vehicle, exclusion: 'drunk' as const }] };
    expect(rows(of)).to.deep.equal({ faultRatio: '14100.00', exclusion: '32900.00' });
    expect(differencesOf(of)[0]?.cuts.find((cut) => cut.reason.code === 'exclusion')?.toPerson).to.equal(true);
  });

  // 200,000 for distress: 180,000 inside compulsory insurance; 20,000 × 70 % is not insured.
  it('mental distress without a rider', () => {
    const items = { mentalDistress: { amount: '200000' } };
    const vehicles = [{ ...vehicle, commercial: { ...policy, mentalDistress: 'exclude' } as const }];
    expect(rows({ ...base, victims: [{ ...victim, items }], vehicles })).to.deep.equal({
      faultRatio: '6000.00',
      mentalDistress: '14000.00',
    });
  });

  // The appraisal, 2,000, falls on the tortfeasor × 70 %.
  it('a fee that only the tortfeasor bears', () => {
    const items = { appraisal: { amount: '2000', bearer: 'tortfeasor' } } as const;
    expect(rows({ ...base, victims: [{ ...victim, items }] })).to.deep.equal({ faultRatio: '600.00', fees: '1400.00' });
  });

  // Copies, 80 × 70 % = 56: a cost of its own, in its own words, and no appraisal or court fee.
  it('a cost that no insurance takes', () => {
    const items = { ...victim.items, other: [{ name: '复印费', amount: '80', bearer: 'tortfeasor' }] } as const;
    const of = { ...base, victims: [{ ...victim, items }] };
    // 14,100 + 80 × 30 % = 14,124.
    expect(rows(of)).to.deep.equal({ faultRatio: '14124.00' });
    expect(yuanText(differencesOf(of)[0]?.tortfeasorOnly ?? 0n)).to.equal('56.00');
    expect(said(of))
      .to.match(/56 元.*复印费/)
      .and.not.include('鉴定费');
  });

  it('what was advanced is said', () => {
    const advances = [
      { by: 'insurer', victim: 'v1', vehicle: 'A', amount: '18000' },
      { by: 'driver', victim: 'v1', vehicle: 'A', amount: '3000' },
      { by: 'rescueFund', victim: 'v1', amount: '500' },
    ] as const;
    expect(said({ ...base, advances }))
      .to.include('先付过 18,000 元')
      .and.include('垫了 3,000 元')
      .and.include('垫了 500 元');
    expect(said(base)).to.not.include('先付过');
  });

  it('recourse after drink, not after flight; a death is owed to the family', () => {
    const saidOf = (exclusion: 'drunk' | 'flight'): string => said({ ...base, vehicles: [{ ...vehicle, exclusion }] });
    expect([saidOf('drunk').includes('要回'), saidOf('flight').includes('要回')]).to.deep.equal([true, false]);
    expect(said({ ...base, victims: [{ ...victim, outcome: 'death' }] })).to.include('死者家属（v1）');
  });

  // 60,000 treated, 21,300 by medical insurance: 38,700 are left, 20,700 beyond the limit, × 30 % = 6,210.
  it('what a fund has paid', () => {
    const paidByOthers = [{ by: 'medicalInsurance', item: 'medical', amount: '21300' }] as const;
    const items = { medical: { amount: '60000' } };
    expect(rows({ ...base, victims: [{ ...victim, items, paidByOthers }] })).to.deep.equal({
      paidByFund: '21300.00',
      faultRatio: '6210.00',
    });
  });

  // Carried free by A, hit by B: A's own policy never pays its passenger. B 40 %, A 60 % with a fifth off.
  it('a passenger carried free', () => {
    const rides = { vehicle: 'A', as: 'passenger', gratuitousReduction: '0.2' } as const;
    const vehicles = [
      { ...vehicle, fault: '0.6' },
      { ...vehicle, id: 'B', fault: '0.4' },
    ];
    // 47,000 × 60 % = 28,200 for A, 22,560 after the reduction; 5,640 are the passenger's own.
    expect(rows({ ...base, victims: [{ ...victim, rides }], vehicles })).to.deep.equal({
      gratuitousRide: '5640.00',
      byCarrier: '22560.00',
    });
  });

  it('a driver at fault bears his own share', () => {
    const rides = { vehicle: 'A', as: 'driver' } as const;
    const vehicles = [vehicle, { ...vehicle, id: 'B', fault: '0.3' }];
    // Of 47,000 beyond B's compulsory limit B owes 30 %.
    expect(rows({ ...base, victims: [{ ...victim, rides }], vehicles })).to.deep.equal({ faultRatio: '32900.00' });
  });

  it('explains nothing where the estimate has no amount', () => {
    const found = explainEstimate({ ...base, accidentDate: '2003-01-01' }, law);
    expect(found.status).to.equal('notSupported');
    expect(estimateSayings(found).map((saying) => saying.key)).to.deep.equal(['deductions.noEstimate.notSupported']);
  });

  it('can be said in every language', () => {
    const of = { ...base, victims: [victim, { ...victim, id: 'v2', items: { property: { amount: '10' } } }] };
    for (const lang of languages)
      for (const saying of estimateSayings(explainEstimate(of, law)))
        expect(sayingText(lang, sentence, saying))
          .to.match(/\S/)
          .and.not.match(/[{}]|undefined/);
  });
});

const yuan = (max: number) => fc.integer({ min: 1, max: max * 100 }).map((n) => yuanText(BigInt(n)));
const anyPolicy = fc.record({
  limit: yuan(400_000),
  deductibleRate: fc.constantFrom('0', '0.05', '0.15', '1/3'),
  nonMedicare: fc.constantFrom('exclude', 'cover'),
  mentalDistress: fc.constantFrom('exclude', 'cover'),
} as const);
const anyVehicle = fc.record({
  compulsory: fc.constantFrom({ insured: true }, { insured: false }, { insured: true, atFault: false }, null),
  commercial: fc.oneof(fc.constant(null), anyPolicy, fc.array(anyPolicy, { minLength: 2, maxLength: 2 })),
  exclusion: fc.constantFrom(undefined, undefined, 'drunk', 'flight'),
} as const);
const anyVictim = fc.record({
  medical: yuan(120_000),
  distress: yuan(250_000),
  fee: yuan(3_000),
  rides: fc.constantFrom(undefined, undefined, 'passenger', 'free', 'driver'),
});
const FAULTS = [
  ['0.7', '0.3'],
  ['1/3', '1/3'],
  ['0', '1'],
  ['0.55', '0.45'],
] as const;
const anyCase = fc
  .tuple(
    fc.array(anyVictim, { minLength: 1, maxLength: 3 }),
    fc.array(anyVehicle, { minLength: 1, maxLength: 2 }),
    fc.constantFrom(...FAULTS),
  )
  .map(
    ([people, cars, faults]): Case => ({
      ...base,
      victims: people.map(({ medical, distress, fee, rides }, i) => ({
        id: `v${i + 1}`,
        age: 40,
        outcome: 'injury',
        items: {
          medical: { amount: medical },
          mentalDistress: { amount: distress },
          appraisal: { amount: fee, bearer: 'tortfeasor' },
        },
        ...(rides && {
          rides: {
            vehicle: 'A',
            as: rides === 'driver' ? 'driver' : 'passenger',
            ...(rides === 'free' && { gratuitousReduction: '0.2' }),
          },
        }),
      })),
      vehicles: cars.map(({ exclusion, ...car }, i) => ({
        ...car,
        ...(exclusion && { exclusion }),
        id: i === 0 ? 'A' : 'B',
        fault: faults[i] ?? '0',
      })),
      nonMedicare: { victim: 'v1', amount: '5000', proved: true },
    }),
  );

describe('deductions of an estimate: whatever the case', () => {
  it('the reasons are the whole way from the loss to what insurance pays, and none is below zero', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        for (const { loss, paid, cuts, byCarrier } of differencesOf(of)) {
          expect(cuts.reduce((sum, cut) => sum + cut.amount, byCarrier)).to.equal(loss - paid);
          for (const cut of cuts) expect(cut.amount > 0n).to.equal(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
