import { expect } from 'chai';
import { hospital } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const found: Record<string, string[]> = {
  送到了附属一院: ['附属一院'],
  在中心医院躺了19天: ['中心医院'],
  '一个人，腿断了，在湘雅医院住院': ['湘雅医院'],
  送去了长沙市中医医院骨科: ['长沙市中医医院'],
  转院到湘雅二院: ['湘雅二院'],
  '120拉走的，说是去人民医院': ['人民医院'],
  進賢縣人民醫院: ['進賢縣人民醫院'],
  省立医院和市一院: ['省立医院', '市一院'],
  望城区卫生院: ['望城区卫生院'],
  "he was taken to the County People's Hospital": ["County People's Hospital"],
  去医院了: [],
  没去大医院: [],
  住院了: [],
  '在法院，不在养老院': [],
};

describe('prompts: hospital', () => {
  for (const [text, names] of Object.entries(found)) {
    it(`finds in “${text}” ${names.join(', ') || 'none'}`, () => {
      expect(foundIn(hospital(), text, now)).to.deep.equal(names.map((name) => [name, name]));
    });
  }

  it('takes a short name as an answer', () => {
    for (const text of ['湘雅', '华西', '301', 'Xiangya']) expect(answer(hospital(), text, now), text).to.equal(text);
    expect(answer(hospital(), '在湘雅', now)).to.equal('湘雅');
  });

  it('asks which of two', () => {
    expect(answer(hospital(), '先在县医院，后来转到湘雅医院', now)).to.deep.equal({ either: ['县医院', '湘雅医院'] });
  });

  it('says what is none', () => {
    for (const text of ['', '不知道', '大医院', '在哪个医院', '住院', '13800138000', '😀', 'yes']) {
      expect(answer(hospital(), text, now), text).to.deep.equal({ problem: 'notAHospital' });
    }
  });
});

describe('prompts: hospital as people call it', () => {
  it('keeps the words as said', () => {
    for (const text of [
      '市里那个大医院',
      '县医院',
      '镇上的医院',
      '我们这的人民医院',
      '我們這的人民醫院',
      '附近的诊所',
      '最近的医院',
      '当地医院',
      '乡里的卫生院',
      '村卫生室',
      '学校对面的医院',
      '城里最大的那家医院',
      '老家县城的医院',
      '市里的三甲医院',
      'the hospital in town',
    ])
      expect(answer(hospital(), text, now), text).to.equal(text);
  });

  it('without the words that lead to it', () => {
    for (const text of ['他在镇上的医院', '送到镇上的医院了', '就在镇上的医院', '应该是镇上的医院', '镇上的医院里吧'])
      expect(answer(hospital(), text, now), text).to.match(/^镇上的医院/);
    expect(answer(hospital(), '不是县医院，是湘雅医院', now)).to.equal('湘雅医院');
  });

  it('is none in a question, in “a hospital”, or where it is denied', () => {
    for (const text of [
      '哪个医院',
      '哪家县医院',
      '在哪里的医院',
      '什么医院',
      '市里那个医院吗',
      '一家医院',
      '那个医院',
      '别的医院',
      '还没去医院',
      '还没去附近的医院',
      '不是县医院',
      '在医院里',
      'which hospital',
      'what hospital?',
      'the hospital',
      'in hospital',
    ])
      expect(answer(hospital(), text, now), text).to.deep.equal({ problem: 'notAHospital' });
  });

  it('is not found in running text', () => {
    for (const text of ['市里那个大医院', '镇上的医院', '送到最近的医院', '哪家县医院', 'which hospital'])
      expect(foundIn(hospital(), text, now), text).to.deep.equal([]);
  });
});
