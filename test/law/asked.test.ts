/** Whoever asks the law by name asks for something that is there. */
import { join } from 'node:path';
import { expect } from 'chai';
import { loadLaw } from '../../law/load.ts';
import { NATIONAL, RATES, REGIONAL } from '../../scripts/law-doctor/needed.ts';
import { projectFiles } from '../architecture/files.ts';
import { withoutComments } from '../architecture/scan.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Looked for by region; where there is none, something else holds. */
const BY_REGION = [
  'practice.wageSeries',
  'practice.faultNonMotor',
  'stats.funeral',
  'standard.unifiedFrom',
  'standard.unifiedFrom.axis',
];
/** `fetch('law', { id: '…' })` in a flow, `metres('…')` on the scene card; a substitution in a template may be any one word. */
const ASKS = /(?:'law',\s*\{\s*id:|\bmetres\()\s*['"`]([^'"`]+)['"`]/g;

describe('law: what flows ask for', () => {
  const ids = loadLaw(join(ROOT, 'law')).parameters.map((p) => p.id);
  const asked = projectFiles(ROOT)
    .filter((file) => !file.path.startsWith('test/'))
    .flatMap((file) => [...withoutComments(file.text).matchAll(ASKS)].map((m) => [file.path, m[1] ?? ''] as const));

  it('finds the askers', () => expect(asked).to.not.be.empty);

  for (const [path, id] of asked)
    it(`${path}: ${id}`, () => {
      const words = id.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      const pattern = new RegExp(`^${words.join('[A-Za-z0-9]+')}$`);
      expect(
        ids.some((known) => pattern.test(known)),
        `no file of law/parameters has the id ${id}: correct the name or add the file`,
      ).to.equal(true);
    });
});

/** `figureOf(ask.then, 'funeral.months', …)`: names that a rule asks for as they stand. */
const RULE_ASKS = /(?:figureOf|codeOf|known|writtenOf|\.get)\([^()'`]*?'([a-z][A-Za-z]*(?:\.[A-Za-z]+)+)'/g;

describe('law:doctor knows what rules ask for', () => {
  const known = [...NATIONAL, ...REGIONAL, ...RATES];
  const asked = projectFiles(ROOT)
    .filter((file) => file.path.startsWith('claims/'))
    .flatMap((file) => [...withoutComments(file.text).matchAll(RULE_ASKS)].map((m) => [file.path, m[1] ?? ''] as const))
    .filter(([, id]) => !BY_REGION.includes(id));

  it('finds them', () => expect(asked).to.have.length.above(10));
  for (const [path, id] of asked)
    it(`${path}: ${id}`, () => expect(known, 'scripts/law-doctor/needed.ts').to.include(id));
});
