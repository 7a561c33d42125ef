/** Runs every case of this folder. */
import { join } from 'node:path';
import { expect } from 'chai';
import { type Estimate, estimate } from '../../claims/compensation/estimate.ts';
import { readCase } from '../../claims/compensation/read.ts';
import { resultOf } from '../../claims/compensation/result.ts';
import { parseYuan } from '../../claims/money.ts';
import { loadLaw } from '../../law/load.ts';
import { ALL_CASES, GROUPS } from './all.ts';
import type { Gives, Worked } from './case.ts';
import { PUBLISHED_CASES } from './published.cases.ts';

const law = loadLaw(join(import.meta.dirname, '../../law'));
type Row = Readonly<Record<string, string>>;
type Rows = Readonly<Record<string, readonly Row[] | undefined>>;

describe('cases', () => {
  it('are many, and ten of them were published by others', () => {
    expect(ALL_CASES.length).to.be.at.least(60);
    expect(PUBLISHED_CASES.filter((c) => c.address).length).to.be.at.least(10);
  });
  for (const [group, cases] of Object.entries(GROUPS))
    describe(group, () => {
      for (const worked of cases) it(worked.name, () => check(worked));
    });
});

/** The lesser of two is the one sentence within a step. */
const said = (key: string, { first, limit }: Readonly<Record<string, string | number>>): string =>
  key === 'estimate.leastOf' ? `min(${first}, ${limit})` : key;

function check({ given, gives }: Worked): void {
  const read = readCase(JSON.parse(JSON.stringify(given)), law);
  if ('problems' in read) expect.fail(`the case itself is wrong: ${JSON.stringify(read.problems)}`);
  const done = estimate(read.case, law);
  const result = resultOf(done, law, said) as unknown as Rows & {
    readonly status: string;
    readonly total?: string;
  };
  expect(result.status, JSON.stringify(done.missing)).to.equal(gives.status ?? 'amount');
  compareItems(result, gives);
  compareLayers(result, gives);
  compareRest(done, gives);
  if (result.status === 'amount')
    expect(sumOf(result), 'every yuan on one line').to.equal(parseYuan(result.total ?? ''));
}

function compareItems(result: Rows, { items = {}, steps = {} }: Gives): void {
  const rows = result.items ?? [];
  for (const [key, wanted] of Object.entries(items)) {
    const [victim, item, name] = key.split('.');
    const fits = rows.filter((r) => r.victim === victim && r.item === item && (name === undefined || r.name === name));
    if (fits.length === 0) expect.fail(`no line ${key}`);
    const amount = fits.every((r) => r.status === 'amount')
      ? String(fits.reduce((fen, r) => fen + parseYuan(r.amount ?? ''), 0n))
      : fits.map((r) => r.status).join();
    expect(amount, key).to.equal(/^\d/.test(wanted) ? String(parseYuan(wanted)) : wanted);
  }
  for (const [key, wanted] of Object.entries(steps)) {
    const row = rows.find((r) => key === `${r.victim}.${r.item}`);
    expect(row?.steps?.[0], key).to.equal(wanted);
  }
}

const KEYS: Readonly<Record<string, (row: Row) => readonly string[]>> = {
  compulsory: (r) => [`${r.vehicle}.${r.limb}>${r.victim}`, `${r.vehicle}`],
  commercial: (r) => [`${r.vehicle}${r.policy === undefined ? '' : `/${r.policy}`}>${r.victim}`],
  tortfeasor: (r) => [`${r.vehicle}>${r.victim}`],
  victimBears: (r) => [`${r.victim}`],
  payable: (r) => [`${r.from}:${r.vehicle}>${r.to}`],
};

/** A layer that is named is named whole: what it does not list is not there. */
function compareLayers(result: Rows & { readonly total?: string }, gives: Gives): void {
  for (const [layer, keysOf] of Object.entries(KEYS)) {
    const wanted = gives[layer as 'compulsory'];
    if (!wanted) continue;
    const found: Record<string, bigint> = {};
    for (const row of result[layer] ?? [])
      for (const key of keysOf(row))
        if (key in wanted || key === keysOf(row)[0]) found[key] = (found[key] ?? 0n) + parseYuan(row.amount ?? '');
    const amounts = Object.fromEntries(Object.entries(wanted).map(([key, yuan]) => [key, parseYuan(yuan)]));
    expect(found, layer).to.deep.equal(amounts);
  }
  if (gives.total !== undefined) expect(result.total).to.equal(gives.total);
}

function compareRest(done: Estimate, { missing, notes = [], without = [], regime = {} }: Gives): void {
  const names = done.missing.map((one) => (one.kind === 'fact' ? one.fact : one.parameter));
  if (missing) expect(names).to.deep.equal(missing);
  for (const note of notes) expect(done.assumptions.map(({ key }) => key)).to.include(`estimate.${note}`);
  for (const note of without) expect(done.assumptions.map(({ key }) => key)).to.not.include(`estimate.${note}`);
  for (const [name, day] of Object.entries(regime)) expect(done.regime[name as 'limits']).to.equal(day);
}

const sumOf = (result: Rows): bigint =>
  ['compulsory', 'commercial', 'tortfeasor', 'victimBears']
    .flatMap((layer) => result[layer] ?? [])
    .reduce((fen, row) => fen + parseYuan(row.amount ?? ''), 0n);
