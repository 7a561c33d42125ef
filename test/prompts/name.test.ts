import { expect } from 'chai';
import { name } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const right: Record<string, string> = {
  王小明: '王小明',
  我叫王小明: '王小明',
  我是欧阳娜娜: '欧阳娜娜',
  '姓名：李四': '李四',
  '王 小明': '王小明',
  张三先生: '张三',
  张先生: '张先生',
  '李四，电话13800138000': '李四',
  '伤者叫王秀英，在住院': '王秀英',
  阿迪力·买买提: '阿迪力·买买提',
  '麥克・約翰遜': '麥克·約翰遜',
  古丽娜尔: '古丽娜尔',
  'Mr. John Smith': 'John Smith',
  'my name is John Smith': 'John Smith',
  "Seán O'Neill": "Seán O'Neill",
};
const wrong = [
  '',
  '不知道',
  '没有',
  '司机',
  '我是司机',
  '伤者的老婆',
  '好的',
  '13800138000',
  '王',
  '😀',
  'yes',
  'no idea',
  'J',
  '王·',
  '<b>王</b>',
];

describe('prompts: name', () => {
  for (const [text, expected] of Object.entries(right))
    it(`“${text}”`, () => expect(answer(name(), text, now)).to.equal(expected));
  for (const text of wrong)
    it(`“${text}” is none`, () => expect(answer(name(), text, now)).to.deep.equal({ problem: 'notAName' }));

  it('has a longest', () => {
    expect(answer(name(), '欧'.repeat(16), now)).to.deep.equal({ problem: 'tooLong', max: 15 });
    expect(answer(name(), 'a'.repeat(61), now)).to.deep.equal({ problem: 'tooLong', max: 60 });
  });

  it('is found only behind words that announce it', () => {
    expect(foundIn(name(), '我叫趙鐵柱，昨天撞了人', now)).to.deep.equal([['趙鐵柱', '趙鐵柱']]);
    expect(foundIn(name(), '伤者叫王秀英在住院', now)).to.deep.equal([['王秀英', '王秀英']]);
    for (const text of ['我叫了救护车', '王小明撞了人', '我叫不醒他'])
      expect(foundIn(name(), text, now), text).to.deep.equal([]);
  });
});
