import { expect } from 'chai';
import { phone } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const mobiles: Record<string, string> = {
  手机13600000000: '13600000000',
  '+86 135 0000 0002': '13500000002',
  '0086 138-0013-8000': '13800138000',
  '8613800138000': '13800138000',
  '１５８００００００００': '15800000000',
  一五零一二三四五六七八: '15012345678',
  幺三八零零一三八零零零: '13800138000',
  '我电话是一三八 零零一三 八零零零': '13800138000',
  '\u202d13800138000\u202c': '13800138000',
  tel13800138000: '13800138000',
  '138 0013 8000，微信同号': '13800138000',
};
const none: Record<string, unknown> = {
  不知道: { problem: 'notAPhone' },
  '120': { problem: 'notAPhone' },
  '136000000001': { problem: 'phoneLength', got: 12 },
  '1380013800': { problem: 'phoneLength', got: 10 },
  '拨了400-800-1234': { problem: 'phoneLength', got: 10 },
  身份证号110101191010100016: { problem: 'phoneLength', got: 18 },
  '440106 19110909 0194': { problem: 'phoneLength', got: 18 },
  '11012345678': { problem: 'phonePrefix' },
  '0731-84001234': '0731-84001234',
  '（0731）8400 1234': '0731-84001234',
  '010 62345678': '010-62345678',
};

describe('prompts: phone', () => {
  for (const [text, expected] of Object.entries(mobiles)) {
    it(`“${text}” is ${expected}`, () => {
      expect(answer(phone(), text, now)).to.equal(expected);
      expect(foundIn(phone(), text, now).map(([, value]) => value)).to.deep.equal([expected]);
    });
  }
  for (const [text, expected] of Object.entries(none)) {
    it(`“${text}” holds no mobile number`, () => {
      expect(answer(phone(), text, now)).to.deep.equal(expected);
      expect(foundIn(phone(), text, now)).to.deep.equal([]);
    });
  }

  it('is not found in codes', () => {
    for (const text of ['报案号RDAA13800138000', '13800138000x', '6222 0213 8001 3800 0123'])
      expect(foundIn(phone(), text, now), text).to.deep.equal([]);
  });

  it('finds two and asks which', () => {
    expect(answer(phone(), '13800138000 13900139000', now)).to.deep.equal({ either: ['13800138000', '13900139000'] });
  });
});
