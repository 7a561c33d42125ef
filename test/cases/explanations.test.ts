/** An estimate prepared for reading: every field of some, and what the traces do not show of all others. */
import { join } from 'node:path';
import type { Case } from '../../claims/compensation/case.ts';
import { estimate } from '../../claims/compensation/estimate.ts';
import { explain } from '../../claims/compensation/explain.ts';
import { approve } from './approved.ts';
import { realLaw as law } from './invented.ts';
import { TRACED } from './traces.cases.ts';
import { TRACED_TOO } from './traces-more.cases.ts';

const explained = (of: Case): string =>
  written(
    explain(estimate(of, law), of, law, {
      leaf: (shown, { counts }) => `${shown} ${counts}`,
      least: (parts) => `the lesser of ${parts.join(' and ')}`,
    }),
  ).join('\n');

/** Fields below each other; what is short stands on one line. */
function written(value: unknown, indent = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${value}`];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, child]) => {
    const name = `${indent}${list ? '-' : `${key}:`}`;
    const short = JSON.stringify(child) ?? 'undefined';
    return short.length < WIDE ? [`${name} ${short}`] : [name, ...written(child, `${indent}  `)];
  });
}
const WIDE = 140;

const NAMES = [
  'three victims over the limits of a vehicle and of its policies',
  'drunk: property and what is borne whole',
  'what others paid, and what was advanced',
  'figures of the region, nothing said about the cover',
  'a fen moved so that the lines add up',
  'what is missing and what is not due',
  'a rule of cover that nobody knows',
  'before 2004',
];

describe('explanations', () =>
  approve(
    join(import.meta.dirname, 'explanations.approved.txt'),
    Object.fromEntries(
      Object.entries({ ...TRACED, ...TRACED_TOO })
        .filter(([name]) => NAMES.includes(name))
        .map(([name, of]) => [name, () => explained(of)]),
    ),
  ));
