import { expect } from 'chai';
import fc from 'fast-check';
import { bare, consistsOf, LONGEST, normal } from '../../prompts/normal.ts';
import { numeral } from '../../prompts/numerals.ts';
import { SIMPLIFIED } from '../../prompts/simplified.ts';

describe('prompts: normal text', () => {
  it('has one way of writing', () => {
    expect(normal('禮拜一，Ａ１２３').text).to.equal('礼拜一,a123');
    expect(normal('昨 天 晚 上 八点').text).to.equal('昨天晚上 八点');
    expect(normal('二 环路').text).to.equal('二 环路');
    expect(normal('1️⃣②\u200b\ufeff').text).to.equal('12');
    expect(bare('  “好的！！” ')).to.equal('好的');
  });

  it('leads back to the words as they were written', () => {
    const original = '在\u200b湘 Ａ·１２３４５ 上';
    const { text, span } = normal(original);
    const at = text.indexOf('湘');
    expect(original.slice(...span(at, text.length))).to.equal('湘 Ａ·１２３４５ 上');
  });

  it('keeps every span inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, span } = normal(original);
        expect(text.length).to.be.at.most(original.length);
        for (let i = 0; i < text.length; i++) expect(original.slice(...span(i, i + 1))).to.have.length(1);
      }),
    );
  });

  it('is bounded', () => expect(normal('一'.repeat(LONGEST * 2)).text).to.have.length(LONGEST));

  it('simplifies in one step', () => {
    for (const simple of SIMPLIFIED.values()) expect(SIMPLIFIED.has(simple), simple).to.equal(false);
  });

  it('takes words one after the other', () => {
    expect(consistsOf(/好的|好/y, '好好的好')).to.equal(true);
    expect(consistsOf(/好的|好/y, '好人')).to.equal(false);
  });
});

describe('prompts: numerals', () => {
  const table: Record<string, number | undefined> = {
    23: 23,
    十: 10,
    二十三: 23,
    廿三: 23,
    一百零五: 105,
    一百五: 150,
    三万五: 35_000,
    三万零五: 30_005,
    一亿二千万: 120_000_000,
    '3万5': 35_000,
    '6.7w': 67_000,
    二〇二六: 2_026,
    幺三八: 138,
    三三十: undefined,
    甲: undefined,
    '': undefined,
  };
  for (const [text, expected] of Object.entries(table))
    it(`“${text}” is ${expected}`, () => expect(numeral(text)).to.equal(expected));

  it('reads every number up to ten thousand as it is written', () => {
    const digits = '零一二三四五六七八九';
    const written = (n: number): string => {
      const [thousands, hundreds, tens, ones] = [
        Math.floor(n / 1000),
        Math.floor(n / 100) % 10,
        Math.floor(n / 10) % 10,
        n % 10,
      ];
      const parts = [
        thousands ? `${digits[thousands]}千` : '',
        hundreds ? `${digits[hundreds]}百` : thousands ? '零' : '',
        tens ? `${digits[tens]}十` : thousands || hundreds ? '零' : '',
        ones ? `${digits[ones]}` : '',
      ];
      return parts.join('').replace(/零+/g, '零').replace(/零$/, '');
    };
    for (let n = 1; n < 10_000; n++) expect(numeral(written(n)), written(n)).to.equal(n);
  });
});
