import { expect } from 'chai';
import { plate } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const right: Record<string, string> = {
  车牌沪B66886: '沪B66886',
  '京n 8a8a8': '京N8A8A8',
  浙A·F12345: '浙AF12345',
  苏Ｅ９９９９９: '苏E99999',
  '閩D－5T6Y7': '闽D5T6Y7',
  皖KD5678: '皖KD5678',
  '粤B D12345': '粤BD12345',
  粤B12345D: '粤B12345D',
  挂车豫P2345挂: '豫P2345挂',
  京A1234学: '京A1234学',
  京A1234警: '京A1234警',
  粤Z1234港: '粤Z1234港',
  湘Ａ一二三四五: '湘A12345',
  '京A12345 6个人': '京A12345',
  '湖南湘A-12345': '湘A12345',
};
const wrong: Record<string, object> = {
  '': { problem: 'notAPlate' },
  不知道: { problem: 'notAPlate' },
  A12345: { problem: 'notAPlate' },
  沪A123456: { problem: 'notAPlate' },
  京AABCDE: { problem: 'notAPlate' },
  湘A1234: { problem: 'plateLength', got: 6 },
  湘A1234567: { problem: 'plateLength', got: 9 },
  楼栋川B12栋: { problem: 'plateLength', got: 4 },
  沪O12345: { problem: 'plateLetterIO' },
  湘A12I45: { problem: 'plateLetterIO' },
};

describe('prompts: plate', () => {
  for (const [text, expected] of Object.entries(right)) {
    it(`“${text}” is ${expected}`, () => {
      expect(answer(plate(), text, now)).to.equal(expected);
      expect(foundIn(plate(), text, now).map(([, value]) => value)).to.deep.equal([expected]);
    });
  }
  for (const [text, expected] of Object.entries(wrong)) {
    it(`“${text}” is none`, () => {
      expect(answer(plate(), text, now)).to.deep.equal(expected);
      expect(foundIn(plate(), text, now)).to.deep.equal([]);
    });
  }

  it('finds two and asks which', () => {
    const text = '我的湘A12345，对方湘B·67890';
    expect(foundIn(plate(), text, now)).to.deep.equal([
      ['湘A12345', '湘A12345'],
      ['湘B·67890', '湘B67890'],
    ]);
    expect(answer(plate(), text, now)).to.deep.equal({ either: ['湘A12345', '湘B67890'] });
  });

  it('accepts only the plain form', () => {
    expect(plate().accepts('湘A12345')).to.equal(true);
    for (const value of ['湘a12345', '湘A·12345', '湘A1234', '湘O12345'])
      expect(plate().accepts(value), value).to.equal(false);
  });
});
