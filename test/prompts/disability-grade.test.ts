import { expect } from 'chai';
import { disabilityGrade } from '../../prompts/index.ts';
import { at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const found: Record<string, number[]> = {
  鉴定下来是十级伤残: [10],
  评了个九级: [9],
  '10级': [10],
  伤残等级为8级: [8],
  '构成一处九级、两处十级伤残': [9, 10, 10],
  九级加十级: [9, 10],
  一个九级一个十级: [9, 10],
  '一个九级，两个十级': [9, 10, 10],
  俩十级怎么赔: [10, 10],
  双十级: [10, 10],
  三个十级: [10, 10, 10],
  十级两处: [10, 10],
  '9级+10级': [9, 10],
  '九、十级伤残': [9, 10],
  拾级伤残: [10],
  '１０級傷殘': [10],
  X级伤残: [10],
  七级能赔多少: [7],
  一级伤残护理费怎么算: [1],
  '二级伤残，瘫了': [2],
  精神伤残三级: [3],
  鉴定所给定的十级: [10],
  '我妈64，八级': [8],
  'grade 9 disability': [9],
  'disability grade 10': [10],
};
const none = [
  '汶川地震八级',
  '七级大风刮倒的',
  '在三级医院住院',
  '二级护理',
  '一级公路上',
  '从十级台阶上摔下来',
  '英语六级',
  '三年级学生',
  '高级轿车',
  '二十级',
  '没评上十级',
  '够不上十级',
  '能评上十级吗',
  '够不够十级',
  '三级响应',
  '市级医院',
  '台风十级',
  '几级伤残',
  '',
];

describe('prompts: disabilityGrade', () => {
  for (const [text, grades] of Object.entries(found))
    it(`“${text}”`, () => expect(foundIn(disabilityGrade(), text, now).map(([, g]) => g)).to.deep.equal(grades));
  for (const text of none)
    it(`none in “${text}”`, () => expect(foundIn(disabilityGrade(), text, now)).to.deep.equal([]));

  it('keeps the words it was found in', () =>
    expect(foundIn(disabilityGrade(), '左腿評了９級', now)).to.deep.equal([['９級', 9]]));
});
