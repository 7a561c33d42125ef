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
  '138 0013 8000 2个人': '13800138000',
  '138 0013 8000 8点': '13800138000',
  '13812345678 9': '13812345678',
  '1380013800 0': '13800138000',
  手机号换13900001111了: '13900001111',
  '号码是13900001111吧，别打错': '13900001111',
  '我换号了 139 0000 1111': '13900001111',
};
const none: Record<string, unknown> = {
  不知道: { problem: 'notAPhone' },
  '120': { problem: 'notAPhone' },
  '136000000001': { problem: 'phoneLength', got: 12 },
  '1380013800': { problem: 'phoneLength', got: 10 },
  '拨了400-800-1234': { problem: 'phoneLength', got: 10 },
  '138 1234 5678 9': { problem: 'phoneLength', got: 12 },
  '138-0013-8000-1': { problem: 'phoneLength', got: 12 },
  '139 0000 1111 12': { problem: 'phoneLength', got: 13 },
  '我的号是 1380 0138 000 5': { problem: 'phoneLength', got: 12 },
  '010-12345678': { problem: 'notAPhone' },
  '0731-12345678': { problem: 'notAPhone' },
  '010-1234567': { problem: 'notAPhone' },
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

describe('prompts: phone of another country', () => {
  const abroad: Record<string, string> = {
    '+44 7700 900123': '+447700900123',
    '+44 (0)7700 900123': '+447700900123',
    '+44 07700 900123': '+447700900123',
    '+852 9123 4567': '+85291234567',
    '＋８５２　９１２３　４５６７': '+85291234567',
    '我的电话是+853 6612 3456，谢谢': '+85366123456',
    '+886 912 345 678': '+886912345678',
    '+1 (415) 555-0132': '+14155550132',
    '+1-415-555-0132': '+14155550132',
    '+65 9123 4567': '+6591234567',
    '+33 6 12 34 56 78': '+33612345678',
    '+39 06 1234 5678': '+390612345678',
    '+44 7700 900123，2个人': '+447700900123',
    '+44 7700 900123 2个人': '+447700900123',
    'call me on +7 912 345-67-89': '+79123456789',
  };
  for (const [text, expected] of Object.entries(abroad)) {
    it(`“${text}” is ${expected}`, () => {
      expect(answer(phone(), text, now)).to.equal(expected);
      expect(foundIn(phone(), text, now).map(([, value]) => value)).to.deep.equal([expected]);
    });
  }

  it('begins with 00 only in an answer', () => {
    for (const [text, expected] of Object.entries({
      '0044 7700 900123': '+447700900123',
      '00852-91234567': '+85291234567',
      '001 415 555 0132': '+14155550132',
    })) {
      expect(answer(phone(), text, now), text).to.equal(expected);
      expect(foundIn(phone(), text, now), text).to.deep.equal([]);
    }
  });

  it('is never a mainland one, which keeps its form', () => {
    expect(answer(phone(), '+8613800138000', now)).to.equal('13800138000');
    expect(answer(phone(), '+86 10 62345678', now)).to.equal('010-62345678');
    expect(answer(phone(), '+86 138001380', now)).to.deep.equal({ problem: 'phoneLength', got: 9 });
    expect(phone().accepts('+8613800138000')).to.equal(false);
  });

  it('says what is wrong', () => {
    for (const text of ['+852 9123 456', '+999 1234 5678', '+1 415 555', '+44 7700 9001 2345 6789', '+1 111 111 1111'])
      expect(answer(phone(), text, now), text).to.deep.equal({ problem: 'foreignNumber' });
    expect(answer(phone(), '+44 77', now)).to.deep.equal({ problem: 'notAPhone' });
  });

  it('is not found in sums and in codes', () => {
    for (const text of ['3500+85212345678', 'K88+85291234567', '我付了+2000元', '85291234567', '00 44 7700 900123'])
      expect(foundIn(phone(), text, now), text).to.deep.equal([]);
  });

  it('stands beside a mainland one', () => {
    expect(answer(phone(), '+852 9123 4567 13800138000', now)).to.deep.equal({
      either: ['+85291234567', '13800138000'],
    });
  });

  it('is stored in one form', () => {
    for (const value of ['+447700900123', '+85291234567', '+14155550132', '13800138000', '010-62345678'])
      expect(phone().accepts(value), value).to.equal(true);
    for (const value of [
      '+4407700900123',
      '447700900123',
      '+44 7700900123',
      '+852912345',
      '+',
      '+0123456789',
      'unknown',
    ])
      expect(phone().accepts(value), value).to.equal(false);
  });
});
