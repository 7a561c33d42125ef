/** What must hold for any case: no yuan lost or made, no limit exceeded, nobody's order matters, nothing is a float. */
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Apportioned } from '../../claims/apportionment/index.ts';
import { type Case, listOf, type Policy } from '../../claims/compensation/case.ts';
import { type Estimate, estimate } from '../../claims/compensation/estimate.ts';
import { readCase } from '../../claims/compensation/read.ts';
import { minus, one, parseRatio, parseYuan, ratio, roundHalfUp, sumFen, times, yuanText } from '../../claims/money.ts';
import { loadLaw } from '../../law/load.ts';
import { anyCase, money } from './cases-arbitrary.ts';

const law = loadLaw(join(import.meta.dirname, '../../law'));
const RUNS = { numRuns: process.env.NIGHTLY ? 5_000 : 300 };
const amounts = (rows: readonly { readonly amount: bigint }[]): bigint => sumFen(rows.map((row) => row.amount));

function layersOf(of: Case): Apportioned | undefined {
  const done = estimate(of, law);
  expect(['amount', 'notDue']).to.include(done.status);
  return done.layers;
}

describe('estimates: what holds for any case', function () {
  this.timeout(process.env.NIGHTLY ? 600_000 : 60_000);

  it('the cases fit the schema', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        expect(readCase(JSON.parse(JSON.stringify(of)), law)).to.have.property('case');
      }),
      RUNS,
    ));

  it('every fen of the loss is on exactly one line, and no line is below zero', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        const layers = layersOf(of);
        if (!layers) return;
        const rows = [...layers.compulsory, ...layers.commercial, ...layers.tortfeasor, ...layers.victimBears];
        expect(amounts(rows)).to.equal(layers.total);
        for (const row of rows) expect(row.amount >= 0n, JSON.stringify(row, shown)).to.equal(true);
      }),
      RUNS,
    ));

  it('each victim’s own loss is on his own lines', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        const done = estimate(of, law);
        if (!done.layers) return;
        const { compulsory, commercial, tortfeasor, victimBears } = done.layers;
        for (const { id } of of.victims) {
          const own = [...compulsory, ...commercial, ...tortfeasor, ...victimBears].filter((row) => row.victim === id);
          expect(amounts(own)).to.equal(lossOf(done, id));
        }
      }),
      RUNS,
    ));

  it('no limit is exceeded', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        const layers = layersOf(of);
        if (!layers) return;
        for (const limb of ['medical', 'deathDisability', 'property'] as const)
          for (const vehicle of of.vehicles) {
            const paid = layers.compulsory.filter((row) => row.vehicle === vehicle.id && row.limb === limb);
            expect(amounts(paid) <= limitOf(of, vehicle.id, limb), `${vehicle.id} ${limb}`).to.equal(true);
          }
        for (const vehicle of of.vehicles) {
          const policies = listOf<Policy>(vehicle.commercial);
          policies.forEach((policy, i) => {
            const name = policies.length > 1 ? (policy.id ?? String(i + 1)) : undefined;
            const paid = layers.commercial.filter((row) => row.vehicle === vehicle.id && row.policy === name);
            const most = roundHalfUp(
              times(ratio(parseYuan(policy.limit)), minus(one, parseRatio(policy.deductibleRate ?? '0'))),
            );
            expect(amounts(paid) <= most, `${vehicle.id} ${name}`).to.equal(true);
          });
        }
      }),
      RUNS,
    ));

  it('the order of victims does not matter', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        const back = layersOf({ ...of, victims: of.victims.toReversed() });
        expect(keyed(back)).to.deep.equal(keyed(layersOf(of)));
      }),
      RUNS,
    ));

  it('who is carried is never paid by that vehicle’s insurance', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        const layers = layersOf(of);
        for (const { id, rides } of of.victims)
          for (const row of [...(layers?.compulsory ?? []), ...(layers?.commercial ?? [])])
            if (row.victim === id) expect(row.vehicle).to.not.equal(rides?.vehicle);
      }),
      RUNS,
    ));

  it('payments and advances together are what insurers and tortfeasors owe', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        const layers = layersOf(of);
        if (!layers) return;
        const owed = amounts([...layers.compulsory, ...layers.commercial, ...layers.tortfeasor]);
        const advanced = (by: string): bigint =>
          sumFen((of.advances ?? []).filter((a) => a.by === by).map((a) => parseYuan(a.amount)));
        const to = (who: string): bigint => amounts(layers.payable.filter((p) => p.to === who));
        const victims = of.victims.map(({ id }) => id);
        const inflow = amounts(layers.payable.filter((p) => victims.includes(p.to)));
        const outflow = amounts(layers.payable.filter((p) => victims.includes(p.from)));
        const all = advanced('insurer') + advanced('driver') + advanced('rescueFund');
        expect(inflow - outflow).to.equal(owed - all);
        expect(to('rescueFund')).to.equal(advanced('rescueFund'));
        for (const { amount } of layers.payable) expect(amount > 0n).to.equal(true);
      }),
      RUNS,
    ));

  it('scaling what a yearly figure is scales the award', () =>
    fc.assert(
      fc.property(
        money(10_000_000),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 100 }),
        (income, by, age) => {
          const award = (urbanIncome: string): bigint => {
            const items = { disability: { coefficient: '0.1' } };
            const victim = { id: 'v', age, outcome: 'disability' as const, items };
            const row = estimate({ ...FRAME, standards: { urbanIncome }, victims: [victim] }, law).items[0];
            return row?.status === 'amount' ? row.line.amount : -1n;
          };
          const fen = parseYuan(income) * 10n;
          expect(award(yuanText(fen * BigInt(by)))).to.equal(award(yuanText(fen)) * BigInt(by));
        },
      ),
      RUNS,
    ));

  it('nothing in it is a number that is not whole', () =>
    fc.assert(
      fc.property(anyCase, (of) => {
        walk(estimate(of, law), (value) => {
          if (typeof value === 'number') expect(Number.isInteger(value), String(value)).to.equal(true);
        });
      }),
      { numRuns: 50 },
    ));
});

const FRAME = { accidentDate: '2024-01-01', asOf: '2025-03-01', region: '湖南', vehicles: [{ id: 'A', fault: '1' }] };

function lossOf(done: Estimate, victim: string): bigint {
  return amounts(done.items.flatMap((row) => (row.status === 'amount' && row.victim === victim ? [row.line] : [])));
}

function limitOf(of: Case, id: string, limb: 'medical' | 'deathDisability' | 'property'): bigint {
  const vehicle = of.vehicles.find((one) => one.id === id);
  const fault = vehicle && parseRatio(vehicle.fault).n > 0n ? '' : '.noFault';
  const found = law.at(of.accidentDate).get(`compulsory.${limb}.limit${fault}`, 'test');
  if (found.status === 'missing') throw new Error('no limit');
  const left = parseYuan(found.value) - parseYuan(vehicle?.compulsory?.used?.[limb] ?? '0');
  return left < 0n ? 0n : left;
}

/** Rows as a set: which order they stand in is not asked. */
function keyed(layers: Apportioned | undefined): Record<string, string> {
  const all: Record<string, bigint> = {};
  const put = (key: string, amount: bigint): void => {
    all[key] = (all[key] ?? 0n) + amount;
  };
  for (const r of layers?.compulsory ?? []) put(`c ${r.vehicle} ${r.limb} ${r.victim}`, r.amount);
  for (const r of layers?.commercial ?? []) put(`p ${r.vehicle} ${r.policy} ${r.victim}`, r.amount);
  for (const r of layers?.tortfeasor ?? []) put(`t ${r.vehicle} ${r.victim}`, r.amount);
  for (const r of layers?.victimBears ?? []) put(`v ${r.victim}`, r.amount);
  for (const r of layers?.payable ?? []) put(`f ${r.from} ${r.vehicle} ${r.to}`, r.amount);
  return Object.fromEntries(Object.entries(all).map(([key, amount]) => [key, String(amount)]));
}

function walk(value: unknown, look: (leaf: unknown) => void): void {
  if (typeof value !== 'object' || value === null) look(value);
  else for (const child of Object.values(value)) walk(child, look);
}
const shown = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
