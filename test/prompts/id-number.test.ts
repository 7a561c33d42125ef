import { expect } from 'chai';
import { idNumber } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

/** All numbers are made up: people born in 1910 and 1911. */
const now = at('2026-11-22T10:00:00+08:00');
const right: Record<string, string> = {
  身份证号110101191010100016: '110101191010100016',
  '440106 19110909 0194 这是我身份证': '440106191109090194',
  '證件：１１０１０１１９１０１０１０００１６': '110101191010100016',
  身份证是61011319110505102x: '61011319110505102X',
};
const wrong: Record<string, object> = {
  '': { problem: 'notAnId' },
  不知道: { problem: 'notAnId' },
  '11010119101010001': { problem: 'idLength', got: 17 },
  '13800138000': { problem: 'idLength', got: 11 },
  '110101191010100010': { problem: 'idChecksum' },
  '500101191302313032': { problem: 'idDate' },
  '110101203001010016': { problem: 'idDate' },
  '110101900101001': { problem: 'oldId' },
};

describe('prompts: idNumber', () => {
  for (const [text, expected] of Object.entries(right)) {
    it(`“${text}”`, () => {
      expect(answer(idNumber(), text, now)).to.equal(expected);
      expect(foundIn(idNumber(), text, now).map(([, value]) => value)).to.deep.equal([expected]);
    });
  }
  for (const [text, expected] of Object.entries(wrong)) {
    it(`“${text}” is none`, () => {
      expect(answer(idNumber(), text, now)).to.deep.equal(expected);
      expect(foundIn(idNumber(), text, now)).to.deep.equal([]);
    });
  }

  it('is not found inside a code', () =>
    expect(foundIn(idNumber(), '报案号RDAA110101191010100016', now)).to.deep.equal([]));
});
