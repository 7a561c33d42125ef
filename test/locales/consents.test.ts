/** Words that somebody agreed to cannot change unnoticed: a new text is a new version. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const dir = join(import.meta.dirname, '../../locales');
const word = (lang: string, file: string, ...path: readonly string[]): string =>
  path.reduce<unknown>(
    (found, name) => (found as Record<string, unknown>)[name],
    JSON.parse(readFileSync(join(dir, lang, `${file}.json`), 'utf8')),
  ) as string;
const TEXTS = {
  injuries: [['report', 'consent', 'ask']],
  location: [
    ['page', 'place.why'],
    ['report', 'where', 'ask'],
  ],
  minor: [['report', 'minorConsent', 'ask']],
  papers: [['documents', 'consent', 'ask']],
  advance: [['advance', 'consent', 'ask']],
} as const;

/** Where a text was changed: raise `consents.version.<purpose>` in that language, and write its new line here. */
const ASKED: Readonly<Record<string, string>> = {
  'zh-CN injuries 1': '3653a82c941823a6',
  'zh-CN injuries 2': '9fc82691c7c0178d',
  'zh-CN location 1': '57f9032f1b6beb37',
  'zh-CN minor 1': 'ee062768a5fe171f',
  'zh-CN papers 1': '3dd6dd3661b9cf48',
  'en papers 1': 'a02ab268282eabf6',
  'zh-CN advance 1': '7df4e4d2e031d564',
  'zh-CN advance 2': 'ad4f5f18e9c63e48',
  'en advance 1': 'ed81653bd50892df',
  'en injuries 1': 'cb7788f6b45e09ab',
  'en location 1': '1330621aec341fe4',
  'en minor 1': 'd0fa7eac479d6105',
};

describe('words that are agreed to', () => {
  for (const lang of ['zh-CN', 'en'])
    for (const [purpose, texts] of Object.entries(TEXTS))
      it(`${purpose} in ${lang} are those of the version that is recorded`, () => {
        const words = texts.map(([file = '', ...path]) => word(lang, file, ...path)).join('\n');
        const print = createHash('sha256').update(words).digest('hex').slice(0, 16);
        const version = word(lang, 'consents', 'version', purpose);
        expect(print).to.equal(ASKED[`${lang} ${purpose} ${version}`]);
      });
});
