/** Facts in words that are said seldom, and what only looks like them. */
import { expect } from 'chai';
import { entitiesIn } from '../../understanding/entities.ts';

const factsOn = (day: string, text: string): Record<string, unknown> => ({
  ...entitiesIn(text, { at: Date.parse(`${day}T20:00:00+08:00`) }),
});
const startOn = (day: string, text: string): unknown =>
  (factsOn(day, text).accident_time as { start?: string } | undefined)?.start;

describe('understanding: words that are said seldom', () => {
  it('the Double Seventh begins with a number and is a day', () => {
    expect(startOn('2026-09-01', '七夕晚上被撞了')).to.equal('2026-08-19T18:00:00+08:00');
  });

  it('“初三下午” is of the first month within a month of the Spring Festival, else no day is made of it', () => {
    expect(startOn('2027-02-12', '初三下午两点，对方是面包车')).to.equal('2027-02-08T14:00:00+08:00');
    expect(startOn('2027-02-12', '八月初三下午两点')).to.not.equal('2027-02-08T14:00:00+08:00');
    expect(startOn('2027-02-12', '孩子上初三晚上放学被撞')).to.equal('2027-02-12T18:00:00+08:00');
  });

  it('“万二” is an amount, “万一” is not', () => {
    expect(factsOn('2026-11-28', '花咗萬二蚊').amount).to.deep.equal([{ value: 12000 }]);
    expect(factsOn('2026-11-28', '住院花了万八').amount).to.deep.equal([{ value: 18000 }]);
    for (const text of ['万一不够呢', '万三的利息', '以防万一']) expect(factsOn('2026-11-28', text)).to.deep.equal({});
  });

  it('a couple that is gone are two', () => {
    expect(factsOn('2026-11-28', '上午十点多，两口子都没了').death_count).to.equal(2);
  });

  it('blood that seeps is bleeding; a purse does not bleed, and no system is paralysed', () => {
    expect(factsOn('2026-11-28', '腿上一直渗血').injury).to.deep.equal(['出血']);
    for (const text of ['这次真是大出血，钱包都空了', '系统瘫痪了两天登不上'])
      expect(factsOn('2026-11-28', text).injury, text).to.equal(undefined);
  });

  it('a hundred unwilling are nobody', () => {
    expect(factsOn('2026-11-28', '我是一百个不愿意，以后疼呢')).to.deep.equal({});
  });
});
