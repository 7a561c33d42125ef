/**
 * What a claimant reads is printed from the computation: here it is, every line with its formula, the names of its
 * numbers and what they rest on. After a change on purpose: `UPDATE=1 mocha test/cases/traces.test.ts`, then read the
 * difference of traces.approved.txt as a claimant would.
 */
import { join } from 'node:path';
import { expect } from 'chai';
import type { Case } from '../../claims/compensation/case.ts';
import { type Estimate, estimate } from '../../claims/compensation/estimate.ts';
import { readCase } from '../../claims/compensation/read.ts';
import { resultOf } from '../../claims/compensation/result.ts';
import { type Figure, leavesOf, printed, type Wording } from '../../claims/figure.ts';
import { yuanText } from '../../claims/money.ts';
import { approve } from './approved.ts';
import { realLaw as law } from './invented.ts';
import { TRACED } from './traces.cases.ts';
import { TRACED_TOO } from './traces-more.cases.ts';

const UNITS: Readonly<Record<string, string>> = { yuan: '', share: '', plain: ' (a number)' };
const word: Wording = {
  leaf: (shown, { counts }) => `${shown}${UNITS[counts] ?? ` ${counts}`}`,
  least: (parts) => `the lesser of ${parts.join(' and ')}`,
};
const pairs = (values: object): string =>
  Object.entries(values)
    .filter(([key]) => key !== 'amount' && key !== 'figure')
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
const shown = (figure: Figure, amount: bigint): string[] => [
  `  ${yuanText(amount)} = ${printed(figure, word)}`,
  ...leavesOf(figure).map((leaf) => `    ${printed(leaf, word)}: ${[leaf.name, ...leaf.sources].join(', ')}`),
];

function traced(of: Case): string {
  const read = readCase(JSON.parse(JSON.stringify(of)), law);
  if ('problems' in read) expect.fail(`the case itself is wrong: ${JSON.stringify(read.problems)}`);
  const done = estimate(read.case, law);
  return [status(done), ...itemsOf(done), ...layersOf(done), ...restOf(done)].join('\n');
}

const status = ({ status, regime, layers }: Estimate): string =>
  `${status}${layers ? ` ${yuanText(layers.total)}` : ''}; ${pairs(regime)}`;

function itemsOf(done: Estimate): string[] {
  return done.items.flatMap((item) => {
    const title = ['-', item.victim, item.item, item.name].filter(Boolean).join(' ');
    if (item.status === 'missing') return item.missing.map((one) => `${title}: missing ${pairs(one)}`);
    if (item.status !== 'amount') return [`${title}: ${item.status}, ${item.reason.key} ${pairs(item.reason.values)}`];
    const { bearer, limb, byRatio, sources, line } = item;
    const taken = `${bearer}${bearer === 'compulsory' ? ` ${limb}` : ''}${byRatio ? '' : ', whole'}`;
    return [
      `${title} [${taken}; ${sources.join(', ')}]${line.rounded ? ' rounded' : ''}`,
      ...shown(line.figure, line.amount),
    ];
  });
}

function layersOf({ layers }: Estimate): string[] {
  if (!layers) return [];
  const compulsory = layers.compulsory.map((r) => ({ ...r, title: `compulsory ${r.vehicle} ${r.limb} > ${r.victim}` }));
  const commercial = layers.commercial.map((r) => ({
    ...r,
    title: `commercial ${r.vehicle} ${r.policy ?? ''} > ${r.victim}, at most ${yuanText(r.most)}`,
  }));
  const tortfeasor = layers.tortfeasor.map((r) => ({ ...r, title: `tortfeasor ${r.vehicle} > ${r.victim}` }));
  const victim = layers.victimBears.map((r) => ({ ...r, title: `left with ${r.victim}` }));
  const rows = [...compulsory, ...commercial, ...tortfeasor, ...victim];
  return [
    ...rows.flatMap(({ title, figure, amount }) => [`* ${title}`, ...shown(figure, amount)]),
    ...layers.payable.map((r) => `> ${r.from} of ${r.vehicle} pays ${r.to} ${yuanText(r.amount)}`),
  ];
}

function restOf(done: Estimate): string[] {
  const result = resultOf(done, law, (key, values) => `${key} ${pairs(values)}`.trim());
  const list = (key: string): string[] => (result[key] as readonly string[]).map((text) => `${key}: ${text}`);
  return [
    ...done.missing.map((one) => `missing: ${pairs(one)}`),
    ...list('assumptions'),
    ...list('unconfirmed'),
    `law: ${done.used.map(({ parameter, from, source }) => `${parameter} ${from} ${source.id}`).join('; ')}`.trim(),
  ];
}

describe('traces', () =>
  approve(
    join(import.meta.dirname, 'traces.approved.txt'),
    Object.fromEntries(Object.entries({ ...TRACED, ...TRACED_TOO }).map(([name, of]) => [name, () => traced(of)])),
  ));
