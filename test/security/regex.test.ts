/**
 * Every regular expression of the product is checked for backtracking (ReDoS). Those that are not linear stand in a list
 * with the reason why no input can make them slow; a new one fails here.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkSync } from 'recheck';

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

describe('regular expressions', function () {
  this.timeout(240_000);
  const all = rooms.flatMap((room) => literalsOf(join(root, room)));

  it('are found', () => {
    expect(all.length).to.be.at.least(200);
  });

  it('backtrack no more than linearly, or are listed with the reason why no input makes them slow', () => {
    const slow = all.filter(({ source, flags }) => {
      if (Object.keys(bounded).some((beginning) => source.startsWith(beginning))) return false;
      // Without a repetition there is no more to go back over than the expression is long.
      if (!/[*+]|\{\d/.test(source)) return false;
      const verdict = checkSync(source, flags.replace('v', 'u'), {
        timeout: 25_000,
        attackTimeout: 1000,
        incubationTimeout: 1000,
      });
      return verdict.status === 'vulnerable' || (verdict.status === 'unknown' && verdict.error.kind === 'timeout');
    });
    expect(slow.map(({ file, source }) => `${file}: /${source.slice(0, 80)}/`)).to.deep.equal([]);
  });
});
