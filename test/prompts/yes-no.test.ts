import { expect } from 'chai';
import { yesNo } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const yes =
  '嗯|嗯嗯|对|没错|没问题|是|是的|是啊|好|好的|有|要|要得|可以的|行|报了|已经报了|确认无误|確認無誤|不好意思，是的|是的，不过已经挪开了|应该是|👍|👍🏽|ＹＥＳ|yes|Yep!|sure|ok|i did|1'.split(
    '|',
  );
const no =
  '没有|没|不|不是|不是的|不要|不行|不需要|不答应|否|还没|还没有报|没报|没动|嗯，没有|对，没有移动|没有挪车，是他的车动了|好像没有|没有的事|冇|唔系|👎|no|Nope|not yet|I did not|2'.split(
    '|',
  );
const neither =
  '不知道|不清楚|我不太确定|是不是|有没有|不过|还没想好|能赔多少|什么时候要交|now|13800138000|对方|'.split('|');

describe('prompts: yesNo', () => {
  for (const text of yes) it(`yes: “${text}”`, () => expect(answer(yesNo(), text, now)).to.equal('yes'));
  for (const text of no) it(`no: “${text}”`, () => expect(answer(yesNo(), text, now)).to.equal('no'));
  for (const text of neither) {
    it(`neither: “${text}”`, () => expect(answer(yesNo(), text, now)).to.deep.equal({ problem: 'notYesNo' }));
  }

  it('finds the deciding word in a short text and nothing in a story', () => {
    expect(foundIn(yesNo(), '嗯，没有', now)).to.deep.equal([['没有', 'no']]);
    expect(foundIn(yesNo(), '我老公开车蹭到一个买菜大妈，大妈住院了，现在补报还行吗', now)).to.deep.equal([]);
  });
});
