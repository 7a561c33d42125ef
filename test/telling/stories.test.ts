/** What happens to a claim is told in the conversation that takes part, before anybody asks. */
import { expect } from 'chai';
import { anotherTalk, type Line, type Talk } from '../support/talk.ts';
import { DAY, entered, type Insurer, joined, later, look, PARTIES, proves, reported } from './rig.ts';

const news = (lines: readonly Line[]): string[] =>
  lines.filter(({ key }) => key === 'telling.news').map(({ text }) => text);

const wang = { id: 'a1', name: '王敏', reach: '' };

/** The promised first contact. */
async function called(talk: Talk): Promise<void> {
  await talk.app.desk.accept(talk.conversation, wang);
  await talk.app.desk.say(talk.conversation, wang, { text: '您好，我是王敏' });
  await talk.app.desk.close(talk.conversation, wang);
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
    await talk.say('转人工');
    await insurer.post(entered('survey'));
    const began = Date.now();
    const lines: Line[] = [];
    while (news(lines).length === 0 && Date.now() - began < 5_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      lines.push(...(await talk.listen()));
    }
    expect(Date.now() - began).to.be.below(1_500);
    expect(news(lines).join()).to.match(/受理号 .*\n到了“查看现场”这一步/s);
    expect(lines.at(-1)?.flow, 'what was asked before is asked again').to.equal('human');
  });

  it('is told once, however often somebody looks, and after a restart of the clock too', async () => {
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.have.length(1);
    expect(news(await look(talk))).to.deep.equal([]);
    expect(news(await later(talk, 60))).to.deep.equal([]);
  });

  it('what comes in a row is one message, ten minutes later', async () => {
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.have.length(1);
    await insurer.post(entered('firstVisit'));
    await insurer.post(entered('treatment'));
    expect(news(await later(talk, 9))).to.deep.equal([]);
    const [text = ''] = news(await later(talk, 2));
    expect(text)
      .to.match(/“治疗中”/)
      .and.not.match(/第一次了解伤情/);
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
    await called(talk);
    await insurer.post(entered('survey'));
    await look(talk);
    expect(news(await later(talk, 7 * DAY - 30)).filter((text) => /没有新进展/.test(text))).to.deep.equal([]);
    const [text = ''] = news(await later(talk, 40));
    expect(text).to.match(/没有新进展，因为还在“查看现场”.*起轮到来看现场的同事。/);
    expect(news(await later(talk, 6 * DAY))).to.deep.equal([]);
    expect(news(await later(talk, DAY + 30))).to.have.length(1);
  });

  it('is silent while a colleague speaks, and tells it afterwards', async () => {
    await talk.app.desk.accept(talk.conversation, wang);
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    expect(news(await later(talk, 5))).to.deep.equal([]);
    await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
    expect(news(await later(talk, 2))).to.have.length(1);
  });

  it('an advance is told as it goes on, to whom it concerns; who handles the claim, to everybody', async () => {
    await proves(talk, '13800138000');
    const at = '2026-11-24';
    const of = { type: 'advance', advance: 'a1', person: 'v1', route: 'commercial', at };
    await insurer.post({
      type: 'assignment',
      name: '陈晓',
      phone: '0731-88886666',
      hours: { days: [1], opens: '09:00', closes: '18:00' },
      at,
    });
    await insurer.post({ ...of, change: 'requested' });
    await insurer.post({ ...of, change: 'papersMissing', documents: ['diagnosis'] });
    const texts = [...news(await look(talk)), ...news(await later(talk, 11))];
    const text = texts.join();
    expect(text).to.match(/陈晓.*0731-88886666/s);
    const seesIt = /先付医疗费.*还差这些材料：.*诊断证明/s.test(text);
    expect(seesIt, 'the advance is of the injured person and of the insured').to.equal(true);
    // On a machine that stalls the first step may have been told before the second came; never both at once.
    expect(texts.findLast((one) => one.includes('诊断证明'))).to.not.include('申请收到了');
  });

  it('a promise that was broken is told once, honestly, with a new time that the desk sees', async () => {
    const [text = ''] = news(await later(talk, 2 * 60));
    expect(text).to.match(/没有办到，对不起：第一次联系您。.*我们会在 2026年11月24日.* 前联系您/);
    const promises = (await talk.tickets()).filter(({ kind }) => kind === 'promise');
    expect(promises.map(({ data }) => data.what)).to.deep.equal(['answer']);
    expect(news(await later(talk, 20))).to.deep.equal([]);
    const [again = ''] = news(await later(talk, 2 * 60));
    expect(again, 'broken again: no third time is promised')
      .to.match(/还没有办到/)
      .and.not.match(/我们会在/);
    expect(news(await later(talk, 60))).to.deep.equal([]);
  });

  it('a promise that was kept in time is no news', async () => {
    await called(talk);
    expect(news(await later(talk, 3 * 60))).to.deep.equal([]);
  });

  it('tells whoever wants less only what she must act on, says what she misses, and can be asked to go on', async () => {
    const [said] = await talk.say('少发点');
    expect(said?.text).to.match(/只在要您做事的时候找您/);
    await proves(talk, '13800138000');
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    await insurer.post({
      type: 'paperRequest',
      document: 'drivingLicence',
      who: '王敏',
      why: '核对',
      at: '2026-11-24',
    });
    expect(news(await later(talk, 11)).join()).to.match(/请补这些材料/);
    expect((await talk.say('别发了'))[0]?.text).to.match(/不再主动找您/);
    await insurer.post(entered('firstVisit'));
    await insurer.post({ type: 'paperRequest', document: 'policy', who: '王敏', why: '核对', at: '2026-11-24' });
    expect(news(await later(talk, 11))).to.deep.equal([]);
    expect((await talk.say('恢复通知'))[0]?.text).to.match(/有新消息就告诉您/);
    await insurer.post(entered('treatment'));
    expect(news(await later(talk, 11)).join()).to.match(/治疗中/);
  });

  it('tells each of those who take part what concerns them, and a stranger to it nothing', async () => {
    await called(talk);
    await insurer.put({ parties: PARTIES });
    await insurer.post(joined('v2'));
    const [daughter, other] = [await anotherTalk(talk), await anotherTalk(talk)];
    await proves(daughter, '13900000002');
    await insurer.post({ ...entered('survey'), person: 'v1' });
    await insurer.post({ ...entered('firstVisit'), person: 'v1' });
    const asked = { type: 'paperRequest', document: 'diagnosis', who: '王敏', why: '骨折的检查', at: '2026-11-24' };
    await insurer.post({ ...asked, person: 'v1' });
    await insurer.post({ ...asked, person: 'v2', document: 'invoices' });
    expect(news(await look(talk)), 'whoever reported it sees no papers; the claim waits for v2').to.deep.equal([]);
    const [text = ''] = news(await daughter.listen());
    expect(text)
      .to.match(/“第一次了解伤情”/)
      .and.match(/诊断/)
      .and.match(/原因：骨折的检查/);
    expect(text).not.to.match(/发票|票据/);
    expect(await other.listen()).to.deep.equal([]);
  });

  it('says to whoever proved it long ago that there is news, and how to read it', async () => {
    await called(talk);
    const daughter = await anotherTalk(talk);
    await proves(daughter, '13900000002');
    talk.clock.at += 60 * 60_000;
    // Half an hour later nothing stands open any more.
    await daughter.say('你好');
    await insurer.post(entered('survey'));
    await look(talk);
    const [text = ''] = news(await daughter.listen());
    expect(text)
      .to.match(/说“查进度”，输验证码就能看/)
      .and.not.match(/查看现场/);
  });

  it('tells nothing any more where somebody said that this is not her phone', async () => {
    await called(talk);
    talk.clock.at += 60_000;
    await talk.app.store.revokeDevices(talk.conversation);
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    expect(news(await later(talk, 8 * DAY))).to.deep.equal([]);
  });

  it('sends one text message without a detail where nobody reads it, and none where somebody does', async () => {
    await called(talk);
    await insurer.post(entered('survey'));
    await look(talk);
    expect(await talk.app.store.unseen(talk.conversation)).to.be.a('number');
    await talk.pass(9);
    expect(talk.app.demo?.last('13800138000')).to.equal(undefined);
    await talk.pass(2);
    const text = talk.app.demo?.last('13800138000')?.text ?? '';
    expect(text).to.match(/您的案子有新消息。打开 http:\/\/127.0.0.1:\d+\/ 说“查进度”/);
    const key = talk.app.demo?.last('13800138000')?.key;
    await talk.pass(60);
    expect(talk.app.demo?.last('13800138000')?.key).to.equal(key);
    await insurer.post(entered('firstVisit'));
    await look(talk);
    const seq = (await talk.app.store.unseen(talk.conversation)) ?? 0;
    await talk.app.store.noteSeen(talk.conversation, seq);
    await talk.pass(30);
    expect(talk.app.demo?.last('13800138000')?.key).to.equal(key);
  });

  it('keeps the text message for the morning', async () => {
    await called(talk);
    talk.clock.at = Date.parse('2026-11-24T21:55:00+08:00');
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.have.length(1);
    await talk.pass(30);
    expect(talk.app.demo?.last('13800138000')).to.equal(undefined);
    talk.clock.at = Date.parse('2026-11-25T08:00:00+08:00');
    await talk.pass(0);
    expect(talk.app.demo?.last('13800138000')?.text).to.match(/新消息/);
  });

  it('goes by the clock of the person, where her client names it', async () => {
    await called(talk);
    const payload = {
      type: 'message',
      text: '你好',
      from: { id: 'dl_someone', role: 'user' },
      localTimezone: 'America/New_York',
    };
    const arrival = { channel: 'directline', conversation: talk.conversation, key: 'z', at: talk.clock.at, payload };
    await talk.app.inbox.accept({ ...arrival, shown: true });
    await talk.listen();
    // Eleven in the morning in China is ten at night in New York.
    talk.clock.at = Date.parse('2026-11-24T11:00:00+08:00');
    await insurer.post(entered('survey'));
    expect(news(await look(talk))).to.deep.equal([]);
    talk.clock.at = Date.parse('2026-11-24T08:00:00-05:00');
    expect(news(await look(talk))).to.have.length(1);
  });
});

describe('told before anybody asks, in English', function () {
  this.timeout(60_000);
  it('a stage, papers, a settlement, and nothing for a week', async () => {
    const { talk, insurer } = await reported();
    await talk.say('english');
    await insurer.post(entered('survey'));
    const [text = ''] = news(await look(talk));
    expect(text).to.match(/There is news about your claim .*\nIt has reached “/s);
    expect((await talk.say('stop notices'))[0]?.text).to.match(/we will not write first/);
    expect((await talk.say('resume notices'))[0]?.text).to.match(/we tell you when there is news/);
    await talk.end();
  });
});
