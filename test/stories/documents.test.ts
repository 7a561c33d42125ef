import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('材料清单: a story', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('happy', async () => {
    await talk.sayAll(...ordinaryReport);
    for (const t of ['要准备什么材料', '没有了', '还差什么', '驾驶证去哪拿', '以后要的', '误工怎么证明', '送外卖', '这张是什么']) {
      const lines = await talk.say(t);
      console.log('>>', t); for (const l of lines) console.log('<<', l.key, '|', l.text, '|', l.buttons.join(' / '));
    }
    console.log(JSON.stringify((await talk.events()).map(({ type, data }) => [type, type==='papersTold'?data:0])).slice(0,1500));
    expect(1).to.equal(1);
  });
});
