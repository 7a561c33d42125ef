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
