/** The law's arithmetic: whole traced estimates a second, and whether a hundred thousand of them leave anything behind. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { estimate } from '../../claims/compensation/estimate.ts';
import { readCase } from '../../claims/compensation/read.ts';
import { resultOf } from '../../claims/compensation/result.ts';
import { loadLaw } from '../../law/load.ts';
import type { Measure, Options, Result } from './options.ts';
import { root } from './root.ts';
import { rounds } from './rounds.ts';
import { spread } from './stats.ts';

const law = loadLaw(`${root}/law`);
const MANY = 100_000;

/** Three victims and two vehicles: a death with dependants, a disability, an injury; a limit that is used up. */
function thirdCase(n: number): unknown {
  const standards = { urbanIncome: '51243', urbanConsumption: '32625', averageWage: '99663' };
  const policy = { limit: '1000000', deductibleRate: '0.05', nonMedicare: 'exclude', mentalDistress: 'exclude' };
  return {
    accidentDate: '2025-03-02',
    asOf: '2025-11-20',
    region: '湖南',
    standards,
    victims: [
      {
        id: 'v1',
        age: 45,
        outcome: 'death',
        items: {
          medical: { amount: String(60_000 + (n % 997)) },
          death: {},
          funeral: {},
          dependants: [
            { id: 'd1', age: 8, supporters: 2 },
            { id: 'd2', age: 71, supporters: 3, incapable: true },
          ],
          mentalDistress: { amount: '50000' },
        },
      },
      {
        id: 'v2',
        age: 63,
        outcome: 'disability',
        items: {
          medical: { amount: '48000.50' },
          hospitalMeals: { days: 20, perDay: '100' },
          lostIncome: { days: 120, perYear: '60000' },
          nursing: [
            { days: 14, perDay: '150', persons: 2 },
            { days: 46, perDay: '150' },
          ],
          disability: { grades: [9] },
          mentalDistress: { amount: '10000' },
        },
      },
      { id: 'v3', age: 30, outcome: 'injury', items: { medical: { amount: '7300' }, transport: { amount: '400' } } },
    ],
    vehicles: [
      { id: 'A', fault: '0.7', compulsory: { insured: true }, commercial: { id: 'p1', ...policy } },
      { id: 'B', fault: '0.3', compulsory: { insured: true }, commercial: null },
    ],
    nonMedicare: { victim: 'v2', amount: '6000', proved: true },
    advances: [{ by: 'insurer', vehicle: 'A', victim: 'v1', amount: '18000' }],
  };
}

/** Read, computed, traced and written out, as the command does. */
function whole(n: number): void {
  const read = readCase(thirdCase(n), law);
  if ('problems' in read) throw new Error(`The bench's case cannot be read: ${JSON.stringify(read.problems)}`);
  const done = estimate(read.case, law);
  if (done.status !== 'amount') throw new Error(`The bench's case ends as ${done.status}`);
  JSON.stringify(resultOf(done, law, (key) => key));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function measure({ rounds: count, seconds }: Options): Promise<Result[]> {
  const { results } = await rounds(count, async (warming) => {
    const [began, until] = [performance.now(), seconds * (warming ? 1000 : 500)];
    let done = 0;
    for (; performance.now() - began < until; done += 1) whole(done);
    return done / ((performance.now() - began) / 1000);
  });
  const before = heap();
  for (let n = 0; n < MANY; n += 1) whole(n);
  const grown = heap() - before;
  const note = 'three victims, two vehicles; read, computed, traced, written; one core';
  return [
    { id: 'E1', ...spread(results), note },
    { id: 'E2', ...spread([grown]), note: `${MANY} estimates one after the other` },
  ];
}

export const estimates: Measure = { ids: ['E1', 'E2'], run: measure };
