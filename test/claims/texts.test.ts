/** The texts that an estimate rests on, with a law whose marks and articles are made up. */
import { expect } from 'chai';
import { estimate } from '../../claims/compensation/estimate.ts';
import { explain } from '../../claims/compensation/explain.ts';
import type { Mark } from '../../law/types.ts';
import { of, person, sum } from '../cases/case.ts';
import { lawWith } from '../cases/invented.ts';

describe('the texts that an estimate rests on', () => {
  const texts = (limb: Mark, item: Mark) => {
    const law = lawWith({ 'limb.medical': ['medical', 'code', limb, '10'], 'item.medical': ['x', 'code', item, '9'] });
    const given = of(person({ medical: sum('1') }));
    const word = { leaf: (shown: string) => shown, least: (parts: readonly string[]) => parts.join() };
    return explain(estimate(given, law), given, law, word).sources.filter(({ title }) => title === 'Invented');
  };

  it('are told once, their articles in order, with the least sure of the marks', () => {
    expect(texts('verified', 'verified')).to.deep.equal([
      { title: 'Invented', number: '', article: '9, 10', mark: 'verified', address: '' },
    ]);
    const [sure, half, not] = ['verified', 'secondary', 'unconfirmed'] as const;
    const marks = ([a, b]: readonly [Mark, Mark]): string =>
      texts(a, b)
        .map(({ mark }) => mark)
        .join();
    expect(
      (
        [
          [sure, half],
          [half, sure],
        ] as const
      ).map(marks),
    ).to.deep.equal([half, half]);
    expect(
      (
        [
          [sure, not],
          [not, sure],
          [half, not],
          [not, half],
        ] as const
      ).map(marks),
    ).to.deep.equal([not, not, not, not]);
  });
});
