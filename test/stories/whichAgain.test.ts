/** Words that fit several answers, said again: a person is offered. */
import { expect } from 'chai';
import { newTalk, ordinaryReport } from '../support/talk.ts';

describe('“已经离开” where it may be either', () => {
  it('offers a person the second time, and the button from then on', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 8));
    expect(talk.open).to.equal('report.scene');
    const keys = (await talk.say('已经离开')).map(({ key }) => key);
    expect(keys).to.deep.equal(['common.whichOne']);
    expect((await talk.say('已经离开')).map(({ key }) => key)).to.deep.equal(['human.offer', 'common.whichOne']);
    expect((await talk.say('已经离开')).map(({ key }) => key)).to.deep.equal(['common.whichOne']);
    expect(talk.last.buttons).to.include('转人工');
    await talk.end();
  });
});
