/** The shape of the project, kept by rules that are data (test/architecture/) and are themselves tried on bad examples. */
import { join } from 'node:path';
import { expect } from 'chai';
import { importRules } from './architecture/arrows.ts';
import { EXAMPLES, filesOf } from './architecture/examples.ts';
import { projectFiles } from './architecture/files.ts';
import { shown } from './architecture/rule.ts';
import { scan } from './architecture/scan.ts';
import { textRules } from './architecture/text.ts';

const RULES = [...importRules, ...textRules];

describe('architecture', () => {
  describe('of this project', () => {
    const files = projectFiles(join(import.meta.dirname, '..'));
    for (const rule of RULES)
      it(rule.id, () => {
        const findings = rule.check(files);
        if (findings.length > 0) expect.fail(`\n  ${findings.map(shown).join('\n  ')}\n`);
      });
  });

  describe('rules, tried on examples', () => {
    it('every rule has bad and good ones', () => {
      expect(Object.keys(EXAMPLES).sort()).to.deep.equal(RULES.map((r) => r.id).sort());
    });
    for (const rule of RULES) {
      const { bad, good } = EXAMPLES[rule.id] ?? { bad: [], good: [] };
      it(`${rule.id}: finds what is wrong`, () => {
        expect(bad).to.not.be.empty;
        for (const project of bad) expect(rule.check(filesOf(project)), JSON.stringify(project)).to.not.be.empty;
      });
      it(`${rule.id}: leaves the rest alone`, () => {
        expect(good).to.not.be.empty;
        for (const project of good) expect(rule.check(filesOf(project)), JSON.stringify(project)).to.be.empty;
      });
      it(`${rule.id}: says what, why and how to fix it`, () => {
        for (const finding of bad.flatMap((project) => rule.check(filesOf(project))))
          for (const part of [finding.what, finding.why, finding.fix]) expect(part).to.have.length.above(5);
      });
    }
  });

  describe('scanner', () => {
    const kinds = (text: string) => {
      const pieces = scan(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
      return pieces.filter(([kind]) => kind !== 'code');
    };
    const cases: readonly (readonly [string, readonly (readonly string[])[]])[] = [
      [
        "a('//x'); // y",
        [
          ['string', "'//x'"],
          ['comment', '// y'],
        ],
      ],
      ['a = b / c; d = /[/*]/g.test(e) / 2;', [['regex', '/[/*]/g']]],
      ['return /a\\/b/;', [['regex', '/a\\/b/']]],
      [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program to be scanned
        "`a ${b ? `c ${{ d: '}' }}` : 1} e`",
        [
          ['template', '`a ${'],
          ['template', '`c ${'],
          ['string', "'}'"],
          ['template', '}`'],
          ['template', '} e`'],
        ],
      ],
      [
        "\"it's\" /* 'a */ + '\\''",
        [
          ['string', '"it\'s"'],
          ['comment', "/* 'a */"],
          ['string', "'\\''"],
        ],
      ],
    ];
    for (const [text, wanted] of cases) it(text, () => expect(kinds(text)).to.deep.equal(wanted));

    it('keeps every character of our own files', () => {
      for (const { text } of projectFiles(join(import.meta.dirname))) {
        const pieces = scan(text);
        expect(pieces.map((p) => text.slice(p.start, p.end)).join('') === text).to.equal(true);
      }
    });
  });
});
