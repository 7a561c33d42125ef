/** “责任认定出来了吗”: what was determined and when, or by when it is due; and words for a claim that stands still. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { newDemoTalk, verified } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

describe('责任认定出来了吗', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());

  for (const words of ['责任认定出来了吗', '谁的责任', '交警定责了没有', 'who is at fault?'])
    it(`“${words}”: the day and the share of the driver’s side`, async () => {
      await verified(talk, 'settlement');
      const [told] = await talk.say(words);
      expect(told?.key).to.equal('progress.liabilityShare');
      expect(told?.text).to.include('5月18日').and.include('主要责任');
    });

  it('not determined yet: whose turn, and by when', async () => {
    await verified(talk, 'inHospital');
    const [told] = await talk.say('责任认定出来了吗');
    expect(told?.key).to.equal('progress.liabilityDue');
    expect(told?.text).to.include('交警').and.include('11月27日');
  });

  it('the paper itself is another question, and a stranger is told nothing of it', async () => {
    await verified(talk, 'settlement');
    expect(keys(await talk.say('认定书怎么拿'))).to.not.include('progress.liabilityShare');
    const stranger = await newTalk();
    expect(keys(await stranger.say('责任认定出来了吗'))).to.not.include('progress.liabilityShare');
    await stranger.end();
  });

  it('“没动静” of a claim is no body that lies still, whatever was said before', async () => {
    await verified(talk, 'overdue');
    await talk.say('嘛呢嘛呢呀');
    expect(keys(await talk.say('没动静'))).to.include('progress.why');
  });
});
