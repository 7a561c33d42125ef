/**
 * Every regular expression of the product is checked for backtracking (ReDoS). Those that are not linear stand in a list
 * with the reason why no input can make them slow; a new one fails here.
 *
 * Some take seconds to check. Those found linear are remembered by a hash of expression, flags, checker and its
 * parameters (`linear.json`), so that one that did not change is not checked again: `UPDATE=1` checks all and writes it
 * anew, `NIGHTLY=1` checks all.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkSync } from 'recheck';
import { nightly } from '../faults/chance.ts';

const root = join(import.meta.dirname, '../..');
const rooms = [
  'bots',
  'claims',
  'dialogs',
  'prompts',
  'understanding',
  'locales',
  'channels',
  'store',
  'law',
  'config.ts',
  'http.ts',
  'index.ts',
];

/** Beginning of the expression → why it cannot be made slow. */
const bounded: Readonly<Record<string, string>> = {
  '^[\\s.]+|[\\s.]+$': 'file names, at most 1,000 characters by schema',
  '^(?:大概|大约|约|就|只有': 'a count: only the first 200 characters are read',
  '(?:给|付|花|赔|垫|交': 'looks at a window before an amount',
  '(?:[,。.!、;]|这个人|的(?=$)': 'a name: only the first 400 characters are read',
  '(?:没有?|不是|并非|并未': 'looks at the ten characters before a word',
};

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Literals after a character behind which a division cannot stand. */
const LITERAL =
  /(?<=[(=,:;!&|?{}[\n]|return|=>)\s*\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g;

function literalsOf(path: string): Found[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => literalsOf(join(path, name)));
  if (!/\.(ts|js)$/.test(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
    try {
      new RegExp(source, flags);
      return [{ file: path.slice(root.length + 1), source, flags }];
    } catch {
      return []; // the slashes of something else
    }
  });
}

const PARAMETERS = { timeout: 25_000, attackTimeout: 1000, incubationTimeout: 1000 } as const;
/** A check that takes longer (ms) is worth remembering. */
const SLOW = 100;
const REMEMBERED = join(import.meta.dirname, 'linear.json');
const update = process.env.UPDATE === '1';
const remembered = new Set(update || nightly ? [] : (JSON.parse(readFileSync(REMEMBERED, 'utf8')) as string[]));
const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };

const nameOf = ({ source, flags }: Found): string =>
  createHash('sha256')
    .update(JSON.stringify([version, PARAMETERS, source, flags]))
    .digest('base64url');

/** Whether some input makes it slow, and how long (ms) it took to find out. */
function checked({ source, flags }: Found): { readonly slow: boolean; readonly took: number } {
  const began = performance.now();
  const verdict = checkSync(source, flags.replace('v', 'u'), PARAMETERS);
  const slow = verdict.status === 'vulnerable' || (verdict.status === 'unknown' && verdict.error.kind === 'timeout');
  return { slow, took: performance.now() - began };
}

describe('regular expressions', function () {
  this.timeout(240_000);
  const all = rooms.flatMap((room) => literalsOf(join(root, room)));

  it('are found', () => {
    expect(all.length).to.be.at.least(200);
  });

  it('backtrack no more than linearly, or are listed with the reason why no input makes them slow', () => {
    const linear: string[] = [];
    const slow = all.filter((one) => {
      if (Object.keys(bounded).some((beginning) => one.source.startsWith(beginning))) return false;
      // Without a repetition there is no more to go back over than the expression is long.
      if (!/[*+]|\{\d/.test(one.source) || remembered.has(nameOf(one))) return false;
      const found = checked(one);
      if (!found.slow && found.took > SLOW) linear.push(nameOf(one));
      return found.slow;
    });
    if (update) writeFileSync(REMEMBERED, `${JSON.stringify([...new Set(linear)].toSorted(), null, 2)}\n`);
    expect(slow.map(({ file, source }) => `${file}: /${source.slice(0, 80)}/`)).to.deep.equal([]);
  });
});
