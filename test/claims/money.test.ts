import { expect } from 'chai';
import fc from 'fast-check';
import {
  difference,
  leaf,
  least,
  line,
  printed,
  product,
  quotient,
  sourcesOf,
  sum,
  yuan,
} from '../../claims/figure.ts';
import {
  compare,
  largest,
  parseRatio,
  parseYuan,
  ratio,
  roundHalfUp,
  share,
  sumFen,
  times,
  yuanText,
} from '../../claims/money.ts';

describe('claims/money', () => {
  it('reads and writes yuan to the fen', () => {
    const cases: [string, bigint, string][] = [
      ['0', 0n, '0.00'],
      ['5', 500n, '5.00'],
      ['0.5', 50n, '0.50'],
      ['0.05', 5n, '0.05'],
      ['102486.00', 10248600n, '102486.00'],
    ];
    for (const [text, fen, written] of cases) {
      expect(parseYuan(text)).to.equal(fen);
      expect(yuanText(fen)).to.equal(written);
    }
    for (const text of ['', '-1', '1.234', '1,000', '1e3', 'NaN', '１', '.5', ' 1'])
      expect(() => parseYuan(text), text).to.throw('not an amount of yuan');
  });

  it('reads decimals and fractions as what they are', () => {
    expect(parseRatio('0.7')).to.deep.equal({ n: 7n, d: 10n });
    expect(parseRatio('7/10')).to.deep.equal({ n: 7n, d: 10n });
    expect(compare(parseRatio('0.333'), parseRatio('1/3'))).to.be.below(0);
    for (const text of ['7/0', '0.7.1', '-0.1', '70%', '']) expect(() => parseRatio(text), text).to.throw('not a');
  });

  it('rounds half up, once', () => {
    const at = (n: number, d: number): bigint => roundHalfUp(ratio(n, d));
    expect([at(1, 2), at(49, 100), at(3, 2), at(-1, 2), at(5, 1)]).to.deep.equal([1n, 0n, 2n, -1n, 5n]);
  });

  it('splits so that the shares add up, whatever the order', () => {
    expect(
      share(
        100n,
        [1, 1, 1].map((n) => ratio(n)),
        ['a', 'b', 'c'],
      ),
    ).to.deep.equal([34n, 33n, 33n]);
    expect(
      share(
        100n,
        [0, 0].map((n) => ratio(n)),
        ['a', 'b'],
      ),
    ).to.deep.equal([0n, 0n]);
    const weights = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), weights, (whole, list) => {
        const names = list.map((_, i) => `v${i}`);
        const shares = share(
          whole,
          list.map((n) => ratio(n)),
          names,
        );
        const some = list.some((n) => n > 0n);
        expect(sumFen(shares)).to.equal(some ? whole : 0n);
        const back = share(
          whole,
          list.toReversed().map((n) => ratio(n)),
          names.toReversed(),
        );
        expect(back.toReversed()).to.deep.equal(shares);
      }),
    );
  });

  it('of equals, the first by name is the largest', () => expect(largest([5n, 5n], ['b', 'a'])).to.equal(1));

  it('has ratios that agree with whole-number arithmetic', () => {
    const whole = fc.bigInt(1n, 10n ** 9n);
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        expect(times(ratio(a, b), ratio(b, c))).to.deep.equal(ratio(a, c));
      }),
    );
  });
});

describe('claims/figure', () => {
  const income = yuan('urbanIncome', 5124300n, ['stats-hunan-2024']);
  const years = leaf('years', 'years', ratio(20n), ['RS22-12']);
  const tenth = leaf('share', 'coefficient', ratio(1n, 10n), ['grading']);

  it('prints its own arithmetic and its sources', () => {
    const figure = product(income, years, tenth);
    expect(printed(figure)).to.equal('51,243 × 20 × 10%');
    expect(sourcesOf(figure)).to.deep.equal(['stats-hunan-2024', 'RS22-12', 'grading']);
    expect(line(figure)).to.deep.include({ amount: 10248600n, rounded: false });
  });

  it('lets a language add its units', () => {
    const word = {
      leaf: (shown: string, of: { counts: string }) => (of.counts === 'yuan' ? `${shown} 元` : shown),
      least: (parts: readonly string[]) => parts.join('，最多 '),
    };
    expect(printed(product(income, years), word)).to.equal('51,243 元 × 20');
    expect(printed(least(yuan('a', 200n), yuan('b', 100n)), word)).to.equal('2 元，最多 1 元');
  });

  it('says that it rounded, and never goes below zero', () => {
    const third = quotient(yuan('a', 100n), leaf('plain', 'three', ratio(3n)));
    expect(line(third)).to.deep.include({ amount: 33n, rounded: true });
    expect(line(difference(yuan('a', 100n), yuan('b', 101n))).amount).to.equal(0n);
  });

  it('sets brackets where the order matters, and only there', () => {
    const [a, b, c] = [yuan('a', 100n), yuan('b', 200n), yuan('c', 300n)];
    expect(printed(product(sum(a, b), c))).to.equal('(1 + 2) × 3');
    expect(printed(sum(product(a, b), c))).to.equal('1 × 2 + 3');
    expect(printed(difference(a, difference(b, c)))).to.equal('1 − (2 − 3)');
    expect(printed(difference(difference(a, b), c))).to.equal('1 − 2 − 3');
    expect(printed(quotient(a, product(b, c)))).to.equal('1 ÷ (2 × 3)');
    expect(printed(product(quotient(a, b), c))).to.equal('1 ÷ 2 × 3');
    expect(printed(least(sum(a, b), c))).to.equal('min(1 + 2, 3)');
  });

  it('writes what does not end as a fraction', () => {
    expect(printed(leaf('plain', 'x', ratio(1n, 3n)))).to.equal('1/3');
    expect(printed(leaf('share', 'x', ratio(1n, 3n)))).to.equal('1/3');
    expect(printed(leaf('share', 'x', ratio(1n, 8n)))).to.equal('12.5%');
    expect(printed(yuan('x', 123456789n))).to.equal('1,234,567.89');
    expect(printed(yuan('x', 5n))).to.equal('0.05');
  });
});
