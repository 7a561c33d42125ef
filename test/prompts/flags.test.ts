import { expect } from 'chai';
import { flagsIn } from '../../prompts/index.ts';

const table: Record<string, readonly string[]> = {
  我喝了点酒: ['drunk'],
  他酒駕: ['drunk'],
  'he had been drinking': ['drunk'],
  没有驾照: ['unlicensed'],
  无证驾驶: ['unlicensed'],
  撞到一个小孩: ['minor'],
  '8岁的女孩': ['minor'],
  撞死了一个人: ['death'],
  他撞了就跑了: ['hitAndRun'],
  对方逃逸: ['hitAndRun'],
  没买交强险: ['uninsured'],
  保险不是你们公司的: ['otherInsurer'],
  在高速上追尾: ['motorway'],
  在小区里倒车: ['offRoad'],
  不想活了: ['selfHarm'],
  '他们要打死我，堵在门口': ['threat'],
  酒后在高速上撞死一个小孩: ['drunk', 'minor', 'death', 'motorway'],
};
/** Said not to be so, asked, or something else. */
const nothing = [
  '没喝酒',
  '喝酒了没有',
  '有没有喝酒',
  '喝水',
  '有驾照',
  '没死',
  '没有人死亡',
  '他没死但是很重',
  '差点死了',
  '没跑',
  '来回跑了三趟',
  '18岁',
  '八十岁',
  '没有撞到小孩',
  '送孩子上学路上被撞',
  '我没想自杀',
  '小区门口',
  '要休息三个月',
  '',
];

describe('prompts: flags', () => {
  for (const [text, flags] of Object.entries(table))
    it(`“${text}”: ${flags.join(', ')}`, () => expect(flagsIn(text)).to.deep.equal(flags));
  for (const text of nothing) it(`“${text}”: none`, () => expect(flagsIn(text)).to.deep.equal([]));
});
