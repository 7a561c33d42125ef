import { expect } from 'chai';
import { age } from '../../prompts/index.ts';
import { at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const found: Record<string, number[]> = {
  伤者今年67周岁: [67],
  '我奶奶，八十二岁': [82],
  我爸六十多岁: [60],
  六十几岁的老人: [60],
  五十来岁的男的: [50],
  '36岁，开网约车的': [36],
  七旬老人被撞: [70],
  年过八旬: [80],
  对方是个十七八岁的小伙子: [17],
  六七十岁的老头: [60],
  八个月大的宝宝: [0],
  孩子3岁半: [3],
  两岁多的娃: [2],
  我妈71: [71],
  '我爸今年六十九，我妈六十六': [69, 66],
  老爷子85了: [85],
  '他都76了，还能有误工费吗': [76],
  我今年45了: [45],
  年龄58: [58],
  '年龄：３６': [36],
  '孩子才6，上幼儿园': [6],
  '老太太七十多了，骨折': [70],
  他八十好几了: [80],
  '死者45岁，上有老下有小': [45],
  '一个12岁学生，一个40岁司机': [12, 40],
  小孩七歲: [7],
  'a 68-year-old man': [68],
  'my mother is 72 years old': [72],
  一百零二岁: [102],
};
const none = [
  '60岁以上每增加一岁减一年',
  '未满18岁怎么赔',
  '给了老太太100，',
  '我妈120拉走的',
  '孩子2个',
  '对方10级伤残',
  '我爸10号出院',
  '我70%，他30%',
  '怀孕8个月',
  '住了38天',
  '八月中旬',
  '岁月不饶人',
  '驾龄三年',
  '我妈一个人在家',
  '司机2人受伤',
  '老人50块都不肯出',
  '',
];

describe('prompts: age', () => {
  for (const [text, ages] of Object.entries(found))
    it(`“${text}”`, () => expect(foundIn(age(), text, now).map(([, years]) => years)).to.deep.equal(ages));
  for (const text of none) it(`none in “${text}”`, () => expect(foundIn(age(), text, now)).to.deep.equal([]));

  it('keeps the words it was found in', () =>
    expect(foundIn(age(), '我妈 64 岁，住院了', now)).to.deep.equal([['64 岁', 64]]));
});
