/** Every button that is shown is understood as the answer it stands for, in every language. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { casualties, choice, orUnknown, otherSide, photo, type Vocabulary, yesNo } from '../../prompts/index.ts';
import type { Kind } from '../../prompts/kind.ts';
import * as report from '../../prompts/vocabulary.ts';
import * as scene from '../../prompts/vocabularyScene.ts';
import { at, said } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');

function labels(lang: string): Record<string, Record<string, string>> {
  return JSON.parse(readFileSync(new URL(`../../locales/${lang}/choices.json`, import.meta.url), 'utf8'));
}

const vocabularies: readonly Vocabulary<string>[] = [...Object.values(report), ...Object.values(scene)];
const kinds: Record<string, Kind<unknown>> = {
  yesNo: yesNo(),
  ...Object.fromEntries(vocabularies.map((words) => [words.name, choice(words)])),
};

for (const lang of ['zh-CN', 'en']) {
  describe(`prompts: buttons in ${lang}`, () => {
    for (const [name, kind] of Object.entries(kinds)) {
      for (const [option, label] of Object.entries(labels(lang)[name] ?? {})) {
        it(`${name}: “${label}” is ${option}`, () => {
          expect(orUnknown(kind).read(said(label), now)).to.deep.equal({ kind: 'value', value: option });
        });
      }
    }

    it('casualties: each label says count, state or death', () => {
      const meant: Record<string, object> = {
        'one.notTreated': { count: 1, dead: 0, state: 'notTreated' },
        'one.outpatient': { count: 1, dead: 0, state: 'outpatient' },
        'one.inpatient': { count: 1, dead: 0, state: 'inpatient' },
        'one.critical': { count: 1, dead: 0, state: 'critical' },
        'one.unknown': { count: 1, dead: 0, state: 'unknown' },
        several: { count: null, dead: 0 },
        died: { count: null, dead: 1, state: 'died' },
        none: { count: 0, dead: 0 },
      };
      for (const [option, label] of Object.entries(labels(lang).casualties ?? {})) {
        expect(casualties().read(said(label), now), label).to.deep.equal({ kind: 'value', value: meant[option] });
      }
      expect(casualties().choices).to.deep.equal(Object.keys(meant));
    });

    it('otherSide: each label is its kind', () => {
      for (const [option, label] of Object.entries(labels(lang).otherSide ?? {})) {
        expect(otherSide().read(said(label), now), label).to.deep.equal({ kind: 'value', value: { kind: option } });
      }
    });

    it('photo: “later” answers with none', () => {
      for (const label of Object.values(labels(lang).photo ?? {})) {
        expect(photo().read(said(label), now), label).to.deep.equal({ kind: 'value', value: [] });
      }
    });
  });
}
