import { expect } from 'chai';
import { flagsIn } from '../../prompts/index.ts';

const table: Record<string, readonly string[]> = {
  我喝了点酒: ['drunk'],
  他酒駕: ['drunk'],
  喝了两瓶啤酒开车撞树上了: ['drunk'],
  喝了半斤白酒: ['drunk'],
  中午喝的酒: ['drunk'],
  喝了红的: ['drunk'],
  他喝了三两: ['drunk'],
  刚喝完酒: ['drunk'],
  喝了两杯就开车了: ['drunk'],
  '昨晚喝的，早上开车': ['drunk'],
  喝了二锅头: ['drunk'],
  对方身上酒味很重: ['drunk'],
  喝了点红酒: ['drunk'],
  'we had a few beers': ['drunk'],
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
  '喝了水',
  '喝了杯奶茶',
  '喝了两口水',
  '晚上喝了粥',
  '中午喝了碗汤',
  '刚喝了两杯咖啡',
  '喝了半瓶矿泉水',
  '喝了药',
  '没喝白酒',
  '我从来不喝酒',
  '在酒店门口喝的水',
  '酒吧门口',
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
