/** How a rule asks: figures of law with what they count, and what ends a rule early. */
import { expect } from 'chai';
import { answered, fact, figureOf, lacking, notDue, sourcesFor, writtenOf } from '../../claims/compensation/ask.ts';
import { printed } from '../../claims/figure.ts';
import type { Unit } from '../../law/types.ts';
import { lawWith } from '../cases/invented.ts';

const DAY = '2025-03-02';
const view = (value: string, unit: Unit) => lawWith({ x: [value, unit] }).at(DAY, '湖南');

describe('asking the law', () => {
  it('a figure counts what its unit says, and money is kept in fen', () => {
    const read = (value: string, unit: Unit): string => {
      const { counts, name, value: exact, sources } = figureOf(view(value, unit), 'x', 'me', 'called');
      return `${exact.n}/${exact.d} ${counts} ${name} ${sources.join()}`;
    };
    expect(read('12.50', 'CNY')).to.equal('1250/1 yuan called invented');
    expect(read('12.5', 'CNYPerYear')).to.equal('1250/1 yuan called invented');
    expect(read('12', 'CNYPerDay')).to.equal('1200/1 yuan called invented');
    expect(read('30', 'percent')).to.equal('3/10 share called invented');
    expect(read('7', 'years')).to.equal('7/1 years called invented');
    expect(read('7', 'months')).to.equal('7/1 months called invented');
    expect(read('7', 'days')).to.equal('7/1 days called invented');
    expect(read('1/3', 'ratio')).to.equal('1/3 plain called invented');
  });

  it('a figure is called like its parameter where no name is given', () => {
    const figure = figureOf(view('7', 'count'), 'x', 'me');
    expect([figure.name, printed(figure)]).to.deep.equal(['x', '7']);
  });

  it('what nobody entered ends the rule with its name, day and region', () => {
    const nothing = lawWith({ x: undefined });
    const missing = { kind: 'figure', parameter: 'x', date: DAY, region: '湖南' };
    expect(answered(() => figureOf(nothing.at(DAY, '湖南'), 'x', 'me'))).to.deep.equal({ missing });
    expect(answered(() => lacking('x', nothing.at(DAY)))).to.deep.equal({ missing: { ...missing, region: null } });
    expect(writtenOf(nothing.at(DAY), 'x', 'me')).to.equal(undefined);
    expect(sourcesFor(nothing.at(DAY), ['x', 'calendar.daysPerYear'], 'me')).to.deep.equal(['calendar']);
  });

  it('a fact ends it too, and so does “not due”', () => {
    expect(answered(() => fact(0, 'age'))).to.deep.equal({ value: 0 });
    expect(answered(() => fact(undefined, 'age'))).to.deep.equal({ missing: { kind: 'fact', fact: 'age' } });
    expect(answered(() => notDue('key'))).to.deep.equal({ notDue: { key: 'key', values: {} } });
    expect(answered(() => notDue('key', { n: 1 }))).to.deep.equal({ notDue: { key: 'key', values: { n: 1 } } });
  });

  it('outside a rule it says what was lacking; a mistake of ours is no answer', () => {
    expect(() => fact(undefined, 'age')).to.throw('"fact":"age"');
    const wrong = (): never => {
      throw new TypeError('ours');
    };
    expect(() => answered(wrong)).to.throw(TypeError, 'ours');
  });
});
