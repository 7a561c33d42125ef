/** What is grave goes along with the asking for a person, and stands before the colleague who comes. */
import { expect } from 'chai';
import { pictureOf } from '../../bots/picture.ts';
import { flows } from '../../dialogs/index.ts';
import { accepts, comes, handoffOf, wang } from '../support/desk.ts';
import { newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
async function picture() {
  const found = await talk.app.store.conversation(talk.conversation);
  if (!found) throw new Error('The conversation is gone.');
  return pictureOf({ store: talk.app.store, flows }, found);
}

describe('“我老婆在重症监护室，转人工”', () => {
  it('with nobody there: a word about her, and the ticket keeps why', async () => {
    expect(keys(await talk.say('我老婆在重症监护室，转人工'))).to.deep.equal(['human.bedside', 'human.phone.ask']);
    await talk.say('没有或不知道');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'icu', severity: 3 });
    const [ticket, ...others] = await talk.app.store.openTickets(10);
    expect(ticket?.data).to.include({ reason: 'icu', phone: null });
    expect(others).to.deep.equal([]);
  });

  it('with somebody there: before others', async () => {
    await comes(talk, wang);
    await talk.say('我老婆在重症监护室，转人工');
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'icu', severity: 3 });
    expect((await picture()).severity).to.equal('critical');
  });

  it('who has left it does not lie there', async () => {
    await comes(talk, wang);
    await talk.say('他已经出了重症监护室，转人工');
    expect(await handoffOf(talk)).to.include({ reason: 'asked' });
  });
});

describe('what a colleague sees where nothing was reported', () => {
  it('a death, and no question about photos or consent', async () => {
    await comes(talk, wang);
    await talk.say('人没了，转人工');
    await accepts(talk, wang);
    expect(await picture()).to.deep.include({ flags: ['death'], severity: 'death', next: null });
  });

  it('a death in a draft: consent is no question to suggest', async () => {
    await comes(talk, wang);
    await talk.sayAll('我爸昨天被车撞死了', '转人工');
    await accepts(talk, wang);
    const seen = await picture();
    expect(seen.severity).to.equal('death');
    expect(seen.next?.say.key ?? '').to.not.match(/consent/);
  });

  it('despair that was told to a colleague, the next one too', async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    await accepts(talk, wang);
    await talk.say('我不想活了');
    expect((await picture()).flags).to.deep.equal(['selfHarm']);
    await talk.app.desk.transfer(talk.conversation, wang, 'queue', '');
    expect((await picture()).flags).to.deep.equal(['selfHarm']);
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'crisis' });
  });

  it('what was told before the asking, and the language', async () => {
    await comes(talk, wang);
    await talk.sayAll('昨晚八点', '在朝阳路口', '转人工');
    const seen = await picture();
    expect(seen.facts.map(({ field }) => field)).to.include.members(['report.when', 'report.where']);
    expect(seen.lang).to.equal('zh-CN');
  });
});

describe('“我的腿断了，在湘雅医院住院，花了八万” as the first words', () => {
  it('begins a report with a kind word, and asks nobody whether somebody is bleeding', async () => {
    const lines = await talk.say('我的腿断了，在湘雅医院住院，花了八万');
    expect(keys(lines)).to.deep.equal(['report.hurt', 'report.consent.ask']);
    expect(keys(await talk.say('返回机器人'))).to.deep.equal(['common.goOn', 'report.consent.ask']);
    expect(await talk.app.store.handoffOf(talk.conversation)).to.equal(undefined);
  });

  it('in English too', async () => {
    const lines = await talk.say('My leg is broken, I am in hospital in Changsha');
    expect(keys(lines)[0]).to.equal('report.hurt');
  });
});
