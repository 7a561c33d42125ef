/** Thanks, goodbye and small questions after a report was sent: a kind word, no event, and the question for photos not again and again. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
  await talk.sayAll('我要报案', ...ordinaryReport);
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
const notes = async () => (await talk.events()).filter(({ type }) => type === 'corrected');

describe('after a report was sent', () => {
  for (const text of ['好的谢谢', '再见', '好的，再见', '谢谢', 'ok thanks bye'])
    it(`“${text}” gets a kind word`, async () => {
      expect(keys(await talk.say(text))).to.deep.equal(['common.thanks']);
      expect(await notes()).to.deep.equal([]);
    });

  it('“好的，等您电话” is heard', async () => {
    expect(keys(await talk.say('好的，等您电话'))).to.deep.equal(['common.remark']);
    expect(await notes()).to.deep.equal([]);
  });

  it('“押金单怎么发” is answered, and nothing noted', async () => {
    expect(keys(await talk.say('押金单怎么发'))).to.deep.equal(['details.howToSend']);
    expect(talk.last.text).to.include('发到这里');
    expect(await notes()).to.deep.equal([]);
  });

  it('a remark is noted, without the question for photos', async () => {
    expect(keys(await talk.say('行车记录仪有录像'))).to.deep.equal(['details.added']);
    expect(await notes()).to.have.length(1);
  });
});
