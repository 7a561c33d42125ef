import { expect } from 'chai';
import { orUnknown, ownPlate, place, plate, plateSides } from '../../prompts/index.ts';
import { answer, at, foundIn, said, short } from './helpers.ts';

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

describe('prompts: plate of paper', () => {
  const paper: Record<string, string> = {
    京A12345临: '京A12345临',
    京A·01234临: '京A01234临',
    '京A·12345（临）': '京A12345临',
    临牌京A12345: '京A12345临',
    临时牌照是京A12345: '京A12345临',
    京A·临12345: '京A12345临',
    苏e临时12345: '苏E12345临',
    京A12345临牌: '京A12345临',
    京A12345是临牌: '京A12345临',
    粤B1234临: '粤B1234临',
    苏A1234试: '苏A1234试',
    冀A1234超: '冀A1234超',
  };
  for (const [text, expected] of Object.entries(paper)) {
    it(`“${text}” is ${expected}`, () => {
      expect(answer(plate(), text, now)).to.equal(expected);
      expect(foundIn(plate(), text, now).map(([, value]) => value)).to.deep.equal([expected]);
      expect(plate().accepts(expected)).to.equal(true);
    });
  }

  it('is not made of words that begin alike', () => {
    for (const text of ['京A12345临时停在路边', '京A12345临近路口', '京A12345试驾', '京A12345超速'])
      expect(answer(plate(), text, now), text).to.equal('京A12345');
    for (const text of ['京A1234超速', '京A1234临时停车'])
      expect(answer(plate(), text, now), text).to.deep.equal({ problem: 'plateLength', got: 6 });
    expect(plate().accepts('京A123临')).to.equal(false);
    expect(plate().accepts('京AABCD临')).to.equal(false);
  });

  it('says what is missing', () => {
    for (const text of ['临A12345', '12345临', '临牌'])
      expect(answer(plate(), text, now), text).to.deep.equal({ problem: 'temporaryPlate' });
  });

  it('that is not there yet is unknown', () => {
    for (const text of [
      '临牌',
      '还没上牌',
      '没有车牌',
      '还没有牌照',
      '新车没牌照',
      '还没挂牌呢',
      '车牌还没下来',
      '挂的临时牌照',
      '无牌',
      '车牌撞掉了',
      'no plate yet',
      'temporary plate',
      "it doesn't have a number plate",
      'not registered yet',
    ]) {
      expect(answer(orUnknown(ownPlate()), text, now), text).to.equal('unknown');
    }
  });

  it('is no excuse where a number is told, and none where a plate is not spoken of', () => {
    expect(answer(orUnknown(plate()), '没有牌照，是湘A1234', now)).to.deep.equal({ problem: 'plateLength', got: 6 });
    expect(answer(orUnknown(plate()), '临牌京A12345', now)).to.equal('京A12345临');
    for (const text of ['我有车牌', '临时停的', '车是临时借的'])
      expect(answer(orUnknown(plate()), text, now), text).to.deep.equal({ problem: 'notAPlate' });
    expect(answer(orUnknown(place()), '临牌', now)).to.deep.equal({ text: '临牌' });
  });
});

describe('prompts: plate with its province spelled out', () => {
  const spelled: Record<string, unknown> = {
    'Hu A D12345': '沪AD12345',
    'Jing A 12345': '京A12345',
    'jing-a12345': '京A12345',
    HuAD12345: '沪AD12345',
    'my plate is Yue B 12345': '粤B12345',
    'Shanghai A D12345': '沪AD12345',
    'Guangdong B·D12345': '粤BD12345',
    上海A12345: '沪A12345',
    湖南省A12345: '湘A12345',
    内蒙古A12345: '蒙A12345',
    'Jin A12345': { either: ['津A12345', '晋A12345'] },
    'Hu A 1234': { problem: 'plateLength', got: 6 },
    'the A12345': { problem: 'notAPlate' },
    'mine is A12345': { problem: 'notAPlate' },
    'I was in Hunan at 12345': { problem: 'notAPlate' },
  };
  for (const [text, expected] of Object.entries(spelled)) {
    it(`“${text}”, in an answer only`, () => {
      expect(answer(plate(), text, now)).to.deep.equal(expected);
      expect(foundIn(plate(), text, now)).to.deep.equal([]);
    });
  }
});

describe('prompts: whose plate', () => {
  const sides: Record<string, object> = {
    '我的湘A12345，对方湘B67890': { own: '湘A12345', other: '湘B67890' },
    '湘B67890是对方的，湘A12345是我的': { own: '湘A12345', other: '湘B67890' },
    我的车被湘B67890撞了: { other: '湘B67890' },
    我撞的是湘B67890: { other: '湘B67890' },
    我的车和湘B67890撞了: { other: '湘B67890' },
    湘A12345: { own: '湘A12345' },
    我车牌湘A12345: { own: '湘A12345' },
    'this plate: 湘A12345': { own: '湘A12345' },
    '\u200b我的湘A12345，\u200b他的湘B67890': { own: '湘A12345', other: '湘B67890' },
  };
  for (const [text, expected] of Object.entries(sides))
    it(`“${text}”`, () => expect(plateSides(text, now)).to.deep.equal(expected));
});

describe('prompts: one sign of a plate is another', () => {
  const amend = (text: string, before = '湘A12346') =>
    short(plate().amend?.(before, said(text), now) ?? { kind: 'problem', problem: '' });

  it('by its place, from either end', () => {
    const told: Record<string, string> = {
      车牌最后一位是8不是6: '湘A12348',
      车牌尾号是8: '湘A12348',
      最后一位不是6是8: '湘A12348',
      '最后一位不是6，是8': '湘A12348',
      '我说错了，末位应该是八': '湘A12348',
      尾号是78: '湘A12378',
      倒数第二位是9: '湘A12396',
      第三位是5: '湘A52346',
      车牌第三位是字母B: '湘AB2346',
      'the last digit is 8, not 6': '湘A12348',
      'my plate ends in 8': '湘A12348',
    };
    for (const [text, expected] of Object.entries(told)) expect(amend(text), text).to.equal(expected);
  });

  it('by the sign that it is not, where the plate has that once', () => {
    expect(amend('车牌是8不是6')).to.equal('湘A12348');
    expect(amend('车牌不是6，是8')).to.equal('湘A12348');
    expect(amend('车牌是8不是6', '湘A66346')).to.deep.equal({ problem: 'notAPlate' });
  });

  it('what speaks of no sign, or makes no plate, amends nothing', () => {
    for (const text of ['车牌不对', '不是6点是8点', '最后一位是I', '最后是他的错', '是两个人不是一个', '湘A12348'])
      expect(amend(text), text).to.deep.equal({ problem: 'notAPlate' });
  });
});
