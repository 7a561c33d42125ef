/** What happens to a claim is told in the conversation that takes part, before anybody asks. */
import { expect } from 'chai';
import { anotherTalk, type Line, type Talk } from '../support/talk.ts';
import { after, DAY, entered, type Insurer, joined, look, PARTIES, reported } from './rig.ts';

const news = (lines: readonly Line[]): string[] =>
  lines.filter(({ key }) => key === 'telling.news').map(({ text }) => text);

/** Proves in a conversation whose phone it is. */
async function proves(talk: Talk, phone: string, words = ['查进度', 'P1']): Promise<void> {
  for (const word of words) await talk.say(word);
  if (talk.open.startsWith('kin')) await talk.say('本人');
  if (!talk.open.startsWith('code')) await talk.say(phone);
  await talk.app.schedule.runDue();
  const code = /\d{6}/.exec(talk.app.demo?.last(phone)?.text ?? '')?.[0] ?? '';
  await talk.say(code);
}

describe('told before anybody asks', function () {
  this.timeout(60_000);
  let talk: Talk;
  let insurer: Insurer;
  beforeEach(async () => {
    ({ talk, insurer } = await reported());
  });
  afterEach(() => talk.end());

  it('a stage is told within a second, by itself, and the open question is put again', async () => {
    await insurer.post(entered('survey'));
    const began = Date.now();
    const lines: Line[] = [];
    while (news(lines).length === 0 && Date.now() - began < 5_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      lines.push(...(await talk.listen()));
    }
    expect(Date.now() - began).to.be.below(1_500);
    expect(news(lines).join()).to.match(/受理号 .*\n到了“查看现场”这一步/s);
    expect(lines.at(-1)?.question, 'what was asked before is asked again').to.be.a('string');
  });

  it('is told once, however often somebody looks, and after a restart of the clock too', async () => {
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.have.length(1);
    expect(news(await look(talk))).to.deep.equal([]);
    expect(news(await after(talk, 60))).to.deep.equal([]);
  });

  it('what comes in a row is one message, ten minutes later', async () => {
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.have.length(1);
    await insurer.post(entered('firstVisit'));
    await insurer.post(entered('treatment'));
    expect(news(await after(talk, 9))).to.deep.equal([]);
    const [text = ''] = news(await after(talk, 2));
    expect(text).to.match(/“治疗中”/).and.not.match(/第一次了解伤情/);
  });

  it('says nothing at night; at eight in the morning it does', async () => {
    talk.clock.at = Date.parse('2026-11-24T22:00:00+08:00');
    await look(talk);
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    talk.clock.at = Date.parse('2026-11-25T07:59:59+08:00');
    expect(news(await look(talk))).to.deep.equal([]);
    talk.clock.at = Date.parse('2026-11-25T08:00:00+08:00');
    expect(news(await look(talk)).join()).to.match(/查看现场/);
  });

  it('says at least every seven days that nothing has moved, and because of whom', async () => {
    await insurer.post(entered('survey'));
    await look(talk);
    expect(news(await after(talk, 7 * DAY - 30)).filter((text) => /没有新进展/.test(text))).to.deep.equal([]);
    const [text = ''] = news(await after(talk, 40));
    expect(text).to.match(/没有新进展，因为还在“查看现场”，.*起轮到查勘员。/);
    expect(news(await after(talk, 6 * DAY))).to.deep.equal([]);
    expect(news(await after(talk, DAY + 30))).to.have.length(1);
  });

  it('is silent while a colleague speaks, and tells it afterwards', async () => {
    const wang = { id: 'a1', name: '王敏', reach: '' };
    await talk.app.desk.accept(talk.conversation, wang);
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    expect(news(await after(talk, 5))).to.deep.equal([]);
    await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
    expect(news(await after(talk, 2))).to.have.length(1);
  });

  it('a promise that was broken is told once, honestly, with a new time that the desk sees', async () => {
    const [text = ''] = news(await after(talk, 2 * 60));
    expect(text).to.match(/没有办到，对不起：第一次联系您。我们会在 .*11:|没有办到，对不起/);
    expect(text).to.match(/我们会在 2026年11月24日/);
    const promises = (await talk.tickets()).filter(({ kind }) => kind === 'promise');
    expect(promises.map(({ data }) => data.what)).to.deep.equal(['联系您']);
    expect(news(await after(talk, 20))).to.deep.equal([]);
    const [again = ''] = news(await after(talk, 2 * 60));
    expect(again, 'broken again: no third time is promised').to.match(/还没有办到/).and.not.match(/我们会在/);
    expect(news(await after(talk, 60))).to.deep.equal([]);
  });

  it('a promise that was kept in time is no news', async () => {
    await talk.app.desk.accept(talk.conversation, { id: 'a1', name: '王敏', reach: '' });
    await talk.app.desk.say(talk.conversation, { id: 'a1', name: '王敏', reach: '' }, { text: '您好，我是王敏' });
    await talk.app.desk.close(talk.conversation, { id: 'a1', name: '王敏', reach: '' });
    expect(news(await after(talk, 3 * 60))).to.deep.equal([]);
  });

  it('tells whoever wants less only what she must act on, says what she misses, and can be asked to go on', async () => {
    const [said] = await talk.say('少发点');
    expect(said?.text).to.match(/只在要您做事的时候找您/);
    await proves(talk, '13800138000');
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    await insurer.post({ type: 'paperRequest', document: 'drivingLicence', who: '王敏', why: '核对', at: '2026-11-24' });
    expect(news(await after(talk, 11)).join()).to.match(/请补这些材料/);
    expect((await talk.say('别发了'))[0]?.text).to.match(/不再主动找您/);
    await insurer.post(entered('firstVisit'));
    await insurer.post({ type: 'paperRequest', document: 'policePaper', who: '王敏', why: '核对', at: '2026-11-24' }).catch(() => {});
    expect(news(await after(talk, 11))).to.deep.equal([]);
    expect((await talk.say('恢复通知'))[0]?.text).to.match(/有新消息就告诉您/);
    await insurer.post(entered('treatment'));
    expect(news(await after(talk, 11)).join()).to.match(/治疗中/);
  });
});
