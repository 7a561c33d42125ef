/** A death as the very first words: nothing is asked at once. */
import { expect } from 'chai';
import { newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);

describe('“人没了” as the first words', () => {
  it('a kind word, and whether something may be asked; a person is a tap away', async () => {
    const lines = await talk.say('人没了');
    expect(keys(lines)).to.deep.equal(['report.death', 'report.deathAsk']);
    expect(lines.at(-1)?.buttons).to.deep.equal(['继续报案', '转人工']);
    expect((await talk.tickets()).map(({ data }) => data.reason)).to.deep.equal(['death']);
  });

  for (const words of ['好', '可以', '您问吧', '继续报案'])
    it(`“${words}”: the report goes on, and nobody is asked who is bleeding`, async () => {
      await talk.sayAll('人没了', words);
      expect(talk.open).to.equal('report.consent');
      expect(talk.heard.filter(({ key }) => key === 'report.death')).to.have.length(1);
    });

  for (const words of ['先不说了', '不方便', '等等'])
    it(`“${words}”: there is no hurry`, async () => {
      await talk.say('人没了');
      expect(keys(await talk.say(words))).to.deep.equal(['report.deathLater']);
      await talk.say('继续报案');
      expect(talk.open).to.equal('report.consent');
    });

  it('an accident told with it changes nothing; a wish to report does', async () => {
    expect(keys(await talk.say('我爸被车撞死了'))).to.deep.equal(['report.death', 'report.deathAsk']);
    const other = await newTalk();
    await other.say('我爸被车撞死了，我要报案');
    expect(other.open).to.equal('report.consent');
    await other.end();
  });

  it('despair is no “not now”', async () => {
    await talk.say('人没了');
    expect(keys(await talk.say('不想活了'))).to.include('crisis.help');
  });

  it('who tells more goes on telling: the report knows it', async () => {
    await talk.sayAll('我爸没了', '昨晚八点在朝阳路口过马路被车撞了');
    expect(talk.open).to.equal('report.consent');
  });

  it('in English', async () => {
    expect(keys(await talk.say('My father died'))).to.deep.equal(['report.death', 'report.deathAsk']);
    await talk.say('go ahead');
    expect(talk.open).to.equal('report.consent');
  });
});
