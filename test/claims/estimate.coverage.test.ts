/**
 * Temporal coverage: every item × region × first day of a quarter, 2008 to today, ends in an amount, missing, not due or
 * not supported, and never throws. It looks for gaps and overlaps in dated rules; what comes out is for the cases.
 */
import { join } from 'node:path';
import { expect } from 'chai';
import type { Given, Victim, VictimOutcome } from '../../claims/compensation/case.ts';
import { estimate } from '../../claims/compensation/estimate.ts';
import { explain } from '../../claims/compensation/explain.ts';
import { ITEMS } from '../../claims/compensation/items/index.ts';
import { resultOf } from '../../claims/compensation/result.ts';
import { loadLaw } from '../../law/load.ts';

const law = loadLaw(join(import.meta.dirname, '../../law'));
const known = [...new Set(law.parameters.flatMap((p) => p.region ?? []))];
/** Regions with figures, sub-regions without, and a name nobody knows. */
const REGIONS = [...new Set([...known, '深圳', '厦门', '大连', '青岛', '四川', '新疆', '火星'])];
const LAST_YEAR = new Date().getUTCFullYear();
const DAYS = Array.from({ length: LAST_YEAR - 2008 + 1 }, (_, i) => 2008 + i).flatMap((year) =>
  ['01', '04', '07', '10'].map((month) => `${year}-${month}-01`),
);
const all: Given = {
  medical: { amount: '1' },
  followUp: { amount: '1' },
  hospitalMeals: { days: 1 },
  nutrition: { days: 1 },
  lostIncome: { days: 1 },
  nursing: { days: 1 },
  transport: { days: 1 },
  lodging: { days: 1 },
  aids: { amount: '1' },
  familyExpenses: { amount: '1' },
  disability: { grades: [9] },
  death: {},
  funeral: {},
  dependants: [{ id: 'd', age: 3, supporters: 2 }],
  mentalDistress: { amount: '1' },
  appraisal: { amount: '1' },
  property: { amount: '1' },
  other: [{ name: 'x', amount: '1' }],
};
const OUTCOMES: Readonly<Partial<Record<keyof Given, VictimOutcome>>> = {
  disability: 'disability',
  death: 'death',
  funeral: 'death',
  dependants: 'death',
  familyExpenses: 'death',
};

describe('estimates: every item, region and quarter since 2008', function () {
  this.timeout(120_000);

  it('the list names every item', () => expect(Object.keys(all).sort()).to.deep.equal(ITEMS.map((i) => i.name).sort()));

  for (const { name } of ITEMS)
    it(name, () => {
      const seen = new Set<string>();
      for (const region of REGIONS)
        for (const accidentDate of DAYS)
          for (const residence of ['urban', 'rural'] as const) {
            const victim: Victim = {
              id: 'v',
              age: 50,
              residence,
              outcome: OUTCOMES[name] ?? 'injury',
              items: { [name]: all[name] },
            };
            const asOf = `${Number(accidentDate.slice(0, 4)) + 1}${accidentDate.slice(4)}`;
            const of = { accidentDate, asOf, region, victims: [victim], vehicles: [{ id: 'A', fault: 'full' }] };
            const done = estimate(of, law);
            seen.add(done.status);
            if (residence === 'rural') {
              resultOf(done, law, (key) => key);
              explain(done, of, law, { leaf: (shown) => shown, least: (parts) => parts.join() });
            }
          }
      for (const status of seen) expect(['amount', 'missing', 'notDue', 'notSupported']).to.include(status);
    });
});

describe('estimates: the largest case that comes in', function () {
  this.timeout(60_000);

  it('a hundred victims and a hundred vehicles, all over their limits, take seconds', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i);
    const of = {
      accidentDate: '2025-01-01',
      asOf: '2025-11-20',
      region: '湖南',
      victims: hundred.map((i) => ({
        id: `v${i}`,
        outcome: 'injury' as const,
        items: { medical: { amount: `${7_000_000 + i * 13}.0${i % 10}` }, lostIncome: { amount: `${90_000 + i}` } },
      })),
      vehicles: hundred.map((i) => ({ id: `c${i}`, fault: '1/200', commercial: { limit: '100000' } })),
    };
    const began = performance.now();
    expect(estimate(of, law).status).to.equal('amount');
    expect(performance.now() - began).to.be.below(20_000);
  });
});
