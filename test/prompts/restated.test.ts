import { expect } from 'chai';
import { restated } from '../../prompts/index.ts';

const table: Record<string, string | undefined> = {
  '不是文三路，是文二路口': '文二路口',
  '车牌末尾不是学，是 苏A12345': '苏A12345',
  'wrong plate, it is 沪A12346': '沪A12346',
  'incorrect phone number: 13800138000': '13800138000',
  时间是昨晚十一点多: '昨晚十一点多',
  '电话：13800138000': '13800138000',
  事故地点是人民路: '人民路',
  'the number of injured is two, not one': 'two',
  'the place is Century Avenue': 'Century Avenue',
  受伤的其实是三个人: '三个人',
  是2个人受伤不是3个: '2个人受伤',
  '应该是两个人，不是三个': '两个人',
  'it is two, not one': 'two',
  '报警写错了，司机已经报过警了': '司机已经报过警了',
  'change police told to not yet': 'not yet',
  'change the place to Century Avenue': 'Century Avenue',
  地点改成人民路: '人民路',
  填错了在人民路: '在人民路',
  '不是司机，我是车主': '我是车主',
  '改成他突然冲出来，不是我撞的': '他突然冲出来，不是我撞的',
  时间不对: undefined,
  'the time is wrong': undefined,
  我不是司机: undefined,
  不是: undefined,
};

describe('prompts: the new value in a correction', () => {
  for (const [text, expected] of Object.entries(table))
    it(`“${text}”`, () => expect(restated(text)).to.equal(expected));
});
