/** The measure finds what it should, leaves the rest alone, and the words hold it (`npm run plain`). */
import { join } from 'node:path';
import { expect } from 'chai';
import type { Lang } from '../../locales/render.ts';
import { type Kind, readData } from '../../scripts/plain/data.ts';
import { type RuleName, shown } from '../../scripts/plain/finding.ts';
import { fallen, measure, raised } from '../../scripts/plain/measure.ts';
import { dialogs, measured, ofDialog, ofMessage, score } from '../../scripts/plain/rules.ts';
import { sentencesOf } from '../../scripts/plain/sentences.ts';

const LOCALES = join(import.meta.dirname, '../../locales');
const data = readData();
const message = (lang: Lang, text: string, kind: Kind = 'message', around = '') => ({
  ...{ lang, key: 'report.tried', kind, text, around },
});
const rulesOf = (lang: Lang, text: string, kind?: Kind, around?: string): RuleName[] =>
  ofMessage(measured(message(lang, text, kind, around)), data).map(({ rule }) => rule);

const LONG = '这一句话说了太多的事情，一件接着一件，一直说到了第四十个字还没有说完，读的人早就忘了开头。';
const FOUND: readonly (readonly [what: string, Lang, string, RuleName])[] = [
  ['a long sentence', 'zh-CN', LONG, 'long'],
  ['one that semicolons hold together', 'zh-CN', `${'好'.repeat(21)}；${'好'.repeat(21)}。`, 'long'],
  ['a long sentence', 'en', `${'word '.repeat(26)}.`, 'long'],
  ['three numbers', 'zh-CN', '申请 300 元，认可 200 元，少 100 元。', 'numbers'],
  ['three numbers', 'en', 'Asked for 300 yuan, accepted 200, 100 less.', 'numbers'],
  ['two requests', 'zh-CN', '您在哪里？伤得怎么样？', 'requests'],
  ['two requests in one sentence', 'zh-CN', '请打 122；请拍照。', 'requests'],
  ['two requests', 'en', 'Where are you? Please send a photo.', 'requests'],
  ['a trade word', 'zh-CN', '这部分由交强险付。', 'jargon'],
  ['a trade word', 'en', 'The tortfeasor pays.', 'jargon'],
  ['a promise', 'zh-CN', '我们保证赔给您。', 'forbidden'],
  ['a verdict', 'zh-CN', '这一项拒赔。', 'forbidden'],
  ['blame', 'zh-CN', '您没有及时报案。', 'forbidden'],
  ['a promise', 'en', 'We guarantee that it is paid.', 'forbidden'],
  ['a verdict', 'en', 'Your claim was rejected.', 'forbidden'],
  ['blame', 'en', 'You should have called the police.', 'forbidden'],
];
const LEFT: readonly (readonly [what: string, Lang, string])[] = [
  ['a trade word with its explanation', 'zh-CN', '交强险（国家规定必须买的车险）先付。'],
  ['one request and an offer', 'zh-CN', '您在哪里？想直接找人，说“转人工”。'],
  ['one request and an offer', 'en', 'Where are you? To reach a person, say “agent”.'],
  ['what a button says', 'zh-CN', '请点“为什么没有动？”。'],
  ['a day, a time and a telephone number', 'zh-CN', '最晚 2026年11月30日（周一）10:00，打 400-000-0000。'],
  ['rows of a list', 'zh-CN', '接下来：\n1. 请打 122。\n2. 请拍 3 张照片，4 个角，5 分钟内。'],
  ['a formula', 'en', 'Nursing: 150 × 60 × 1 = 9000'],
  ['a card of those who have little', 'zh-CN', '残疾证、低保证都可以。'],
];

describe('the measure of plain words', () => {
  for (const [what, lang, text, rule] of FOUND)
    it(`finds ${what} (${lang})`, () => expect(rulesOf(lang, text)).to.deep.equal([rule]));
  for (const [what, lang, text] of LEFT)
    it(`leaves alone ${what} (${lang})`, () => expect(rulesOf(lang, text)).to.deep.equal([]));

  it('holds labels and the words of colleagues to length and forbidden words only', () => {
    for (const kind of ['label', 'desk'] as const) {
      expect(rulesOf('zh-CN', '交强险？三者险？', kind)).to.deep.equal([]);
      expect(rulesOf('zh-CN', '保证', kind)).to.deep.equal(['forbidden']);
    }
  });

  it('lets what always stands around a part explain its words', () => {
    expect(rulesOf('zh-CN', '先由交强险付。', 'part')).to.deep.equal(['jargon']);
    expect(rulesOf('zh-CN', '先由交强险付。', 'part', '交强险：国家规定必须买的车险。')).to.deep.equal([]);
  });

  it('counts characters, words and numbers as a reader does', () => {
    const [zh, second] = sentencesOf('zh-CN', '报案已收到。受理号 R20261120-0001。');
    expect([zh?.length, zh?.numbers, second?.numbers]).to.deep.equal([5, 0, 1]);
    const [en] = sentencesOf('en', 'See no. 2 at 9 a.m. please, such as “Why?” here. Then go.');
    expect([en?.length, en?.numbers]).to.deep.equal([11, 2]);
  });

  it('finds a dialog half of whose sentences are beyond the bound, and scores it', () => {
    const all = [measured(message('en', `${'word '.repeat(13)}. ${'Word '.repeat(14)}. Short.`))];
    const [[name = '', sentences = []] = []] = [...dialogs(all)];
    expect(name).to.equal('en report');
    expect(ofDialog(name, sentences).map(({ rule }) => rule)).to.deep.equal(['median']);
    expect(score('en', sentences)).to.equal(33);
  });

  it('finds a value without an example, and a branch of a template that none shows', () => {
    const { number: _, ...values } = data.examples.values;
    const without = { ...data, examples: { ...data.examples, values } };
    const lacking = measure(LOCALES, without).findings.filter(({ rule }) => rule === 'example');
    expect(lacking.map(({ lang, key }) => `${lang} ${key}`)).to.include.members([
      'zh-CN progress.number',
      'en progress.number',
    ]);
    const keys = { ...data.examples.keys, 'report.nextSteps': [{ policeCalled: true }] };
    const half = measure(LOCALES, { ...data, examples: { ...data.examples, keys } }).findings;
    expect(half.map(({ key, rule }) => `${key} ${rule}`)).to.include('report.nextSteps example');
  });

  it('finds a score that falls, one that nobody wrote down, and an exception that nothing needs', () => {
    const scores = { 'zh-CN': { report: 80 }, en: { scene: 90 } };
    const found = fallen(scores, { 'zh-CN': { report: 81 }, en: {} });
    expect(found.map(({ lang, key }) => `${lang} ${key}`)).to.deep.equal(['zh-CN report', 'en scene']);
    expect(raised(scores, { 'zh-CN': { report: 81 }, en: {} })).to.deep.equal({
      'zh-CN': { report: 81 },
      en: { scene: 90 },
    });
    const idle = { lang: 'en', key: 'home.help', rule: 'long', holds: '', why: 'tried' } as const;
    const rules = measure(LOCALES, { ...data, exceptions: [...data.exceptions, idle] }).findings;
    expect(rules.map(({ rule }) => rule)).to.deep.equal(['exception']);
  });

  it('proposes in the glossary only what it takes for an explanation', () => {
    for (const [lang, terms] of Object.entries(data.glossary))
      for (const { term, says, plain } of terms)
        expect(!plain.includes(term) || says.some((one) => plain.includes(one)), `${lang} ${term}: ${plain}`).to.equal(
          true,
        );
  });
});

describe('the words', () => {
  it('are plain, and no dialog is less so than it was', () => {
    const { messages, findings } = measure(LOCALES, data);
    expect(messages).to.be.above(2000);
    expect(findings.map(shown)).to.deep.equal([]);
  });

  it('have few exceptions, each with its reason', () => {
    expect(data.exceptions.length).to.be.at.most(8);
    for (const { why } of data.exceptions) expect(why).to.have.length.above(20);
  });
});
