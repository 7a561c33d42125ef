/** Our own filling-in says to the letter what i18next would, for every sentence that it takes on. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import i18next from 'i18next';
import { fill, partsOf } from '../../locales/fill.ts';

const dir = join(import.meta.dirname, '../../locales');
const odd = ['湘A12345', '$t(common.botName)', '{{hotline}}', '<b>&amp;</b>', '$1$&', '', 7, 0];

function* leaves(node: object, before = ''): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(node))
    if (typeof value === 'object') yield* leaves(value, `${before}${name}.`);
    else yield [`${before}${name}`, String(value)];
}

describe('sentences with values', () => {
  for (const lang of ['zh-CN', 'en'])
    it(`in ${lang} are as i18next has them`, () => {
      const files = globSync(`${lang}/*.json`, { cwd: dir });
      const translation = Object.fromEntries(
        files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(dir, file), 'utf8'))]),
      );
      const words = i18next.createInstance({
        ...{ resources: { [lang]: { translation } }, fallbackLng: false, initAsync: false, returnNull: false },
        interpolation: { escapeValue: false },
      });
      void words.init();
      let taken = 0;
      for (const [key, sentence] of leaves(translation)) {
        const parts = partsOf(sentence);
        const names = (parts ?? []).filter((_, i) => i % 2 === 1);
        if (!parts || names.length === 0) continue;
        for (const shift of odd.keys()) {
          const values = Object.fromEntries(names.map((name, i) => [name, odd[(i + shift) % odd.length]]));
          const filled = fill(parts, values, {});
          expect(filled, key).to.equal('count' in values ? undefined : words.t(key, { lng: lang, ...values }));
          taken += filled === undefined ? 0 : 1;
        }
      }
      expect(taken).to.be.greaterThan(100);
    });

  it('that need more are left to it', () => {
    expect(partsOf('{{when, datetime}}')).to.equal(undefined);
    expect(partsOf('{{person.name}}')).to.equal(undefined);
    expect(partsOf('$t(common.botName) {{name}}')).to.equal(undefined);
    const parts = partsOf('{{name}} of {{insurer}}') ?? [];
    expect(fill(parts, { name: 'A' }, { insurer: 'B' })).to.equal('A of B');
    for (const values of [
      {},
      { name: undefined },
      { name: ['A'] },
      { name: 'A', context: 'x' },
      { name: 'A', count: 1 },
    ])
      expect(fill(parts, values, { insurer: 'B' })).to.equal(undefined);
  });
});
