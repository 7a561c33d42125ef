import { expect } from 'chai';
import { count } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const table: Record<string, unknown> = {
  2: 2,
  '１２': 12,
  '2.': 2,
  两个人: 2,
  俩: 2,
  仨: 3,
  '3人': 3,
  '1 人': 1,
  十二: 12,
  二十五个人: 25,
  一男一女: 2,
  大概3个: 3,
  我和他两个人: 2,
  没有: 0,
  没人受伤: 0,
  none: 0,
  'two people': 2,
  三: 3,
  两三个: { either: [2, 3] },
  '-1': { problem: 'tooSmall', min: 0 },
  '101': { problem: 'tooLarge', max: 100 },
  '99999999999999999999': { problem: 'tooLarge', max: 100 },
  '1.5': { problem: 'notACount' },
  好几个: { problem: 'notACount' },
  三个月: { problem: 'notACount' },
  第二个: { problem: 'notACount' },
  不知道: { problem: 'notACount' },
};

describe('prompts: count', () => {
  for (const [text, expected] of Object.entries(table)) {
    it(`“${text}”`, () => expect(answer(count({ min: 0, max: 100 }), text, now)).to.deep.equal(expected));
  }

  it('has a least number', () => {
    expect(answer(count({ min: 1 }), '没有', now)).to.deep.equal({ problem: 'tooSmall', min: 1 });
  });

  it('finds people counted in a sentence, not months, ordinals or phone numbers', () => {
    expect(foundIn(count(), '車上三個人，受傷兩名，休息三个月，第二个路口，13800138000', now)).to.deep.equal([
      ['三個人', 3],
      ['兩名', 2],
    ]);
  });
});
