/** What every kind of question promises, whatever is typed. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { all } from './all.ts';
import { at, said } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const badInput: readonly string[] = readFileSync(new URL('../fixtures/bad-input.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** The longest message a channel lets through. */
const LONGEST = 4_000;
const bombs: Record<string, string> = {
  numerals: '一'.repeat(LONGEST),
  digits: '1'.repeat(LONGEST),
  brackets: '('.repeat(LONGEST),
  spaces: `${' '.repeat(LONGEST - 1)}a`,
  'zero-width': '\u200b'.repeat(LONGEST),
  'emoji families': '👨‍👩‍👧‍👦'.repeat(LONGEST / 11),
  dates: '2026-11-20 20:15 '.repeat(LONGEST / 17),
  yesterdays: '昨天'.repeat(LONGEST / 2),
  'half dates': '11月'.repeat(LONGEST / 3),
  clocks: '八点'.repeat(LONGEST / 2),
  holidays: '中秋国庆'.repeat(LONGEST / 4),
  plates: '京A1234'.repeat(LONGEST / 6),
  phones: '138 0013 80'.repeat(LONGEST / 11),
  money: '三万五千'.repeat(LONGEST / 4),
  roads: '在路'.repeat(LONGEST / 2),
  hospitals: '人民医院'.repeat(LONGEST / 4),
  negations: '没有'.repeat(LONGEST / 2),
  people: '三个人受伤'.repeat(LONGEST / 5),
  names: '我叫王'.repeat(LONGEST / 3),
  nothing: '同一'.repeat(LONGEST / 2),
  english: 'at the road and '.repeat(LONGEST / 16),
};

function check(kind: (typeof all)[number], text: string): void {
  for (const found of kind.find(text, now)) {
    const [start, end] = found.span;
    expect(start).to.be.at.least(0);
    expect(end).to.be.at.most(text.length);
    expect(text.slice(start, end), 'words of a span').to.not.equal('');
    for (const value of [found.value, ...(found.alternatives ?? [])]) storable(kind, value);
  }
  const read = kind.read(said(text), now);
  if (read.kind === 'value') storable(kind, read.value);
  else if (read.kind === 'problem') expect(read.problem).to.match(/^[a-z][A-Za-z]+$/);
  else {
    expect(read.options.length, 'options').to.be.at.least(2);
    for (const option of read.options) storable(kind, option);
  }
}

/** Accepted by its own question, and the same after a night in the database. */
function storable(kind: (typeof all)[number], value: unknown): void {
  expect(kind.accepts(value), JSON.stringify(value)).to.equal(true);
  expect(JSON.parse(JSON.stringify(value))).to.deep.equal(value);
}

describe('prompts: the contract of a kind', () => {
  it('has a corpus of bad input', () => {
    expect(badInput.length).to.be.at.least(120);
  });

  for (const kind of all) {
    describe(kind.kind, () => {
      it('stands every line of the corpus', () => {
        for (const text of badInput) check(kind, text);
      });

      it('stands long repeats', () => {
        for (const text of Object.values(bombs)) check(kind, text);
      });

      it('stands any text', () => {
        fc.assert(
          fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), mixed), (text) => check(kind, text)),
          { numRuns: 150 },
        );
      });

      it('accepts nothing foreign', () => {
        for (const value of [undefined, Number.NaN, {}, [null], () => 0, { kind: 'x' }, { start: 1 }]) {
          expect(kind.accepts(value), String(value)).to.equal(false);
        }
      });

      it('says the same twice', () => {
        for (const text of badInput.slice(0, 60))
          expect(kind.read(said(text), now)).to.deep.equal(kind.read(said(text), now));
      });
    });
  }

  it('stays far below 20 ms on average for the longest message (a sanity bound, no measurement)', () => {
    const texts = Object.values(bombs);
    const started = performance.now();
    for (const kind of all) for (const text of texts) kind.find(text, now);
    expect((performance.now() - started) / (all.length * texts.length)).to.be.below(20);
  });
});

/** Words that kinds look for, in any order. */
const mixed = fc
  .array(
    fc.constantFrom(
      ...'昨天 今 晚上 八 点 半 3 11 月 20 号 : - . 京 A 12345 138 00138000 万 元 多 个 人 受伤 没 有 不 是 在 路 口 医院 我 叫 王 死 了 的 周 三 前 分钟 到 ， 。 ago at pm'.split(
        ' ',
      ),
      ' ',
      '\u200b',
      '😀',
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(''));
