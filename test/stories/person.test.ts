/** Who has the floor: the queue, a colleague, and back to the bot. */
import { expect } from 'chai';
import { QUEUE } from '../../bots/desk.ts';
import { accepts, comes, floorOf, handoffOf, li, wang, whole } from '../support/desk.ts';
import { anotherTalk, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
const desk = () => talk.app.desk;
const upToWhen = ['我要报案', '没有这些情况', '同意', '13800138000', '开车的人'] as const;

describe('“转人工” with nobody at the desk', () => {
  it('arranges a call, and the asking stands in the list of the desk', async () => {
    await talk.say('转人工');
    expect(talk.open).to.equal('human.phone');
    const lines = await talk.sayAll('13800138000', '上午');
    expect(keys(lines)).to.include('human.made');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'asked', severity: 0 });
    const [ticket] = await talk.app.store.openTickets(10);
    expect(ticket).to.include({ kind: 'callBack', slot: Date.parse('2026-11-24T12:00:00+08:00') });
    expect(keys(await talk.say('我要报案'))).to.include('report.danger.ask');
  });

  it('“返回机器人” takes it back, and the report goes on where it was', async () => {
    await talk.sayAll(...upToWhen, '转人工');
    expect(talk.open).to.equal('human.bestTime');
    expect(keys(await talk.say('返回机器人'))).to.deep.equal([
      'common.shelved.other',
      'common.goOn',
      'report.when.ask',
    ]);
    expect(await handoffOf(talk)).to.include({ state: 'ended', outcome: 'left' });
    const [ticket] = await talk.app.store.openTickets(10);
    expect(ticket?.data).to.include({ cancelled: true });
  });

  it('and what is reported afterwards belongs to it', async () => {
    await talk.sayAll('转人工', '13800138000', '上午', '我要报案', ...ordinaryReport);
    const [event] = await talk.events();
    expect(event?.claim).to.be.a('string');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', claim: event?.claim });
  });

  for (const [at, words, by] of [
    ['2026-11-24T09:10:00+08:00', '明天上午', '2026-11-25T12:00:00+08:00'],
    ['2026-11-24T09:10:00+08:00', '上午', '2026-11-24T12:00:00+08:00'],
    ['2026-11-27T16:00:00+08:00', '下个上班日下午', '2026-11-30T18:00:00+08:00'],
  ] as const)
    it(`“${words}” is the hour that is promised, and its end stands at the ticket`, async () => {
      talk.clock.at = Date.parse(at);
      await talk.sayAll('转人工', '13800138000', words);
      const [ticket] = await talk.app.store.openTickets(10);
      expect(ticket).to.deep.include({ slot: Date.parse(by) });
      expect(ticket?.data.by).to.equal(by);
    });

  it('nor when the office is closed, whoever is there', async () => {
    talk.clock.at = Date.parse('2026-11-24T20:00:00+08:00');
    await comes(talk, wang);
    await talk.say('转人工');
    expect(talk.open).to.equal('human.phone');
  });

  it('nor on a public holiday; and on a Saturday on which all work somebody may be there', async () => {
    talk.clock.at = Date.parse('2026-10-05T10:00:00+08:00');
    await comes(talk, wang);
    await talk.say('转人工');
    expect(talk.open).to.equal('human.phone');
    const other = await anotherTalk(talk);
    talk.clock.at = Date.parse('2026-10-10T10:00:00+08:00');
    await comes(talk, wang);
    expect(keys(await other.say('转人工'))).to.deep.equal(['human.queuedUnknown']);
  });

  it('nor when all who are there have their hands full, or were not seen for a while', async () => {
    await comes(talk, wang, 0);
    await talk.app.store.present({ adjuster: 'li', seenAt: talk.clock.at - 120_000, maxOpen: 5, ringing: false });
    await talk.say('转人工');
    expect(talk.open).to.equal('human.phone');
  });
});

describe('“转人工” with somebody at the desk', () => {
  beforeEach(() => comes(talk, wang));

  it('as the very first words: a place, an honest word on the time, and the words are kept', async () => {
    const lines = await talk.say('转人工');
    expect(keys(lines)).to.deep.equal(['human.queuedUnknown']);
    expect(lines[0]?.text).to.include('第 1 位').and.include('说不准');
    expect(lines[0]?.buttons).to.deep.equal(['返回机器人']);
    expect(await floorOf(talk)).to.equal('waiting');
    expect(keys(await talk.say('我爸被车撞了'))).to.deep.equal(['human.kept']);
    expect(await talk.say('在人民医院')).to.deep.equal([]);
    expect((await whole(talk)).map(({ payload }) => payload.text)).to.include('在人民医院');
    expect(keys(await talk.say('转人工'))).to.deep.equal(['human.queuedUnknown']);
    expect(await talk.app.store.handoffs({ state: 'waiting', limit: 10 })).to.have.length(1);
  });

  it('whoever looks at the queue hears that it has changed', async () => {
    let heard = 0;
    const end = talk.app.wake.subscribe(QUEUE, () => {
      heard += 1;
    });
    await talk.say('你好');
    expect(heard).to.equal(0);
    await talk.say('转人工');
    expect(heard).to.equal(1);
    await accepts(talk, wang);
    expect(heard).to.equal(2);
    end();
  });

  it('tells a range from the last waits', async () => {
    for (const wait of [2, 4, 6, 9]) {
      const other = await anotherTalk(talk);
      await comes(talk, wang, 9);
      await other.say('转人工');
      talk.clock.at += wait * 60_000;
      await accepts(other, wang);
    }
    await comes(talk, wang, 9);
    expect((await talk.say('转人工'))[0]?.text)
      .to.include('2 到 6 分钟')
      .and.include('第 1 位');
  });

  it('“返回机器人” leaves the queue, and the question that was open is put again', async () => {
    await talk.sayAll(...upToWhen, '转人工');
    expect(await talk.say('你们快点啊')).to.have.length(1);
    const lines = await talk.say('返回机器人');
    expect(keys(lines)).to.deep.equal(['human.left', 'common.goOn', 'report.when.ask']);
    expect(await handoffOf(talk)).to.include({ state: 'ended', outcome: 'left' });
    expect(await floorOf(talk)).to.equal('bot');
  });

  it('nobody comes: an honest word and a call instead', async () => {
    await talk.say('转人工');
    expect(await talk.pass(14)).to.deep.equal([]);
    expect(keys(await talk.pass(2))).to.deep.equal(['human.nobodyCame', 'human.phone.ask']);
    await talk.sayAll('13800138000', '现在');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', outcome: null });
  });

  it('nobody comes where a call was promised before: the promise stands', async () => {
    await talk.app.store.absent(wang.id);
    await talk.sayAll('转人工', '13800138000', '下午');
    await comes(talk, wang);
    expect(keys(await talk.say('转人工'))).to.deep.equal(['human.queuedUnknown']);
    expect(keys(await talk.pass(16))).to.deep.equal(['human.stillNobody', 'human.waiting']);
    expect(await handoffOf(talk)).to.include({ state: 'ticket' });
    expect(await talk.app.store.openTickets(10)).to.have.length(1);
  });

  it('danger and despair are answered first, while waiting and while a person speaks', async () => {
    await talk.say('转人工');
    expect((await talk.say('他流血不止')).flatMap(({ buttons }) => buttons)).to.include('tel:120');
    expect((await handoffOf(talk)).severity).to.equal(3);
    await accepts(talk, wang);
    const lines = await talk.say('我不想活了');
    expect(keys(lines)).to.deep.equal(['crisis.help']);
    expect(lines[0]?.buttons).to.include('tel:12356');
    expect(await talk.say('对不起')).to.deep.equal([]);
  });

  it('despair as the very first words: the numbers first, and the front of the queue', async () => {
    const lines = await talk.say('我不想活了');
    expect(keys(lines)).to.deep.equal(['crisis.help', 'human.queuedUnknown']);
    expect(lines.at(-1)?.buttons).to.include.members(['tel:12356', 'tel:120', '返回机器人']);
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'crisis', severity: 3 });
  });

  it('a wish to be called is a wish to be called', async () => {
    await talk.say('让人给我打电话');
    expect(talk.open).to.equal('human.phone');
  });
});

describe('a colleague has the floor', () => {
  beforeEach(async () => {
    await comes(talk, wang);
    await talk.sayAll(...upToWhen, '转人工');
    await accepts(talk, wang);
  });

  it('is named, with how to reach her; the bot is silent; every line says who speaks', async () => {
    expect(talk.last.key).to.equal('human.acceptedReach');
    expect(talk.last.text).to.include('王敏').and.include('0731-8888 6666');
    expect(await talk.say('你好')).to.deep.equal([]);
    await desk().say(talk.conversation, wang, { text: '您好，我是王敏，几点撞的？', choices: ['上午', '下午'] });
    await desk().say(talk.conversation, wang, { request: 'photo' });
    await desk().note(talk.conversation, li, '像是同一辆车');
    const said = (await whole(talk)).slice(-4).map(({ direction, payload }) => [direction, payload]);
    expect(said.map(([direction]) => direction)).to.deep.equal(['user', 'person', 'person', 'note']);
    expect(said[1]?.[1]).to.deep.include({ from: { id: 'adjuster:wang', name: '王敏', role: 'bot' } });
    expect(said[1]?.[1]).to.have.nested.property('channelData.speaker', 'person');
    expect(said[1]?.[1]).to.have.nested.property('suggestedActions.actions[1].value', '下午');
    expect(said[2]?.[1]).to.have.property('text', '请拍一张照片发过来。');
    const shown = await talk.app.store.activities(talk.conversation, 0, 100);
    expect(shown.some(({ direction }) => direction === 'note')).to.equal(false);
    const handoff = await handoffOf(talk);
    expect(handoff).to.include({ state: 'active', adjuster: 'wang', firstWordAt: talk.clock.at });
  });

  it('a photo is kept, and no bot thanks for it', async () => {
    const file = await talk.addFile();
    expect(await talk.say('', { files: [file] })).to.deep.equal([]);
    await desk().handBack(talk.conversation, wang, { agreed: '' });
    const after = await talk.app.store.conversation(talk.conversation);
    expect(after?.state.files).to.deep.equal([file]);
  });

  it('sends a file of this conversation, and none of another', async () => {
    const file = await talk.addFile('form.jpg');
    expect(await desk().say(talk.conversation, wang, { files: [file] })).to.deep.equal({ status: 'done' });
    const [line] = (await whole(talk)).slice(-1);
    expect(line?.payload.attachments).to.deep.equal([
      { contentType: 'image/jpeg', contentUrl: `file:${file}`, name: 'form.jpg' },
    ]);
    expect(await talk.app.store.orphans(talk.clock.at + 1, 10)).to.deep.equal([]);
    const other = await (await anotherTalk(talk)).addFile();
    expect(await desk().say(talk.conversation, wang, { files: [other] })).to.include({ status: 'invalid' });
  });

  it('hands back: what was agreed, one tap, and the flow goes on where it stopped', async () => {
    await talk.say('你好');
    await desk().handBack(talk.conversation, wang, { agreed: '明天上午带发票来' });
    const lines = await talk.listen();
    expect(keys(lines)).to.deep.equal(['human.handedBackAgreed', 'human.solved']);
    expect(lines[0]?.text).to.include('明天上午带发票来');
    expect(keys(await talk.say('解决了'))).to.deep.equal(['human.solvedThanks', 'common.goOn', 'report.when.ask']);
    expect(await handoffOf(talk)).to.include({ state: 'ended', outcome: 'solved' });
    await talk.sayAll(...ordinaryReport.slice(4));
    expect(await talk.events()).to.not.deep.equal([]);
  });

  it('not solved: why, with one tap more', async () => {
    await desk().handBack(talk.conversation, wang, { agreed: '' });
    await talk.listen();
    expect(talk.last.buttons).to.deep.equal(['解决了', '还没解决']);
    expect(keys(await talk.say('还没解决'))).to.deep.equal(['human.whyNot']);
    expect(keys(await talk.say('等太久'))).to.deep.equal(['human.whyThanks', 'common.goOn', 'report.when.ask']);
    expect(await handoffOf(talk)).to.deep.include({ outcome: 'notSolved' });
    expect((await handoffOf(talk)).data.why).to.equal('whySlow');
  });

  it('whoever answers something else is listened to', async () => {
    await desk().handBack(talk.conversation, wang, { agreed: '' });
    await talk.say('昨晚八点多');
    expect(talk.open).to.equal('report.where');
  });

  it('closed: the next words are for the bot', async () => {
    await desk().close(talk.conversation, wang);
    expect(await floorOf(talk)).to.equal('closed');
    await talk.say('昨晚八点多');
    expect(talk.open).to.equal('report.where');
    expect(await floorOf(talk)).to.equal('bot');
  });

  it('two accept: one has it, and the other hears who', async () => {
    const taken = { status: 'takenBy', adjuster: 'wang', name: '王敏' };
    expect(await desk().accept(talk.conversation, li)).to.deep.equal(taken);
    expect(await desk().say(talk.conversation, li, { text: '我来' })).to.deep.equal(taken);
    expect(await desk().accept(talk.conversation, wang)).to.deep.equal({ status: 'done' });
    const other = await anotherTalk(talk);
    await other.say('转人工');
    const both = await Promise.all([wang, li].map((who) => desk().accept(other.conversation, who)));
    expect(both.map(({ status }) => status).sort()).to.deep.equal(['done', 'takenBy']);
  });

  it('transferred to a colleague, or to the front of the queue', async () => {
    await desk().transfer(talk.conversation, wang, li, '要看伤情');
    await talk.listen();
    expect(talk.last.key).to.equal('human.transferred');
    expect(await desk().say(talk.conversation, wang, { text: '还有' })).to.include({ status: 'takenBy' });
    await desk().transfer(talk.conversation, li, 'queue', '');
    await talk.listen();
    expect(talk.last.key).to.equal('human.requeuedBy');
    expect(await handoffOf(talk)).to.include({ state: 'waiting', back: true, adjuster: null });
    expect(await desk().say(talk.conversation, li, { text: '还有' })).to.deep.equal({ status: 'notYours' });
  });

  it('silent: she is reminded, then it goes to the front of the queue with a word to the person', async () => {
    await desk().say(talk.conversation, wang, { text: '您好' });
    await talk.say('在吗');
    expect(await talk.pass(6)).to.deep.equal([]);
    expect((await whole(talk)).at(-1)).to.have.nested.property('payload.channelData.key', 'human.reminder');
    await comes(talk, li);
    talk.clock.at += 5 * 60_000;
    await comes(talk, li);
    expect(keys(await talk.pass(0))).to.deep.equal(['human.requeued']);
    expect(await handoffOf(talk)).to.include({ state: 'waiting', back: true });
  });

  it('silent, and nobody else there: a call', async () => {
    await talk.pass(6);
    expect(keys(await talk.pass(6))).to.deep.equal(['human.nobodyCame', 'human.bestTime.ask']);
  });

  it('a promise to call for a broken-off draft is not made while she speaks', async () => {
    await desk().say(talk.conversation, wang, { text: '您好' });
    for (let n = 0; n < 5; n++) expect(keys(await talk.pass(10))).to.not.include('report.brokenOff');
  });

  it('the same act sent twice is done once', async () => {
    for (let n = 0; n < 2; n++)
      expect(await desk().say(talk.conversation, wang, { text: '您好' }, 'k1')).to.deep.equal({ status: 'done' });
    expect((await whole(talk)).filter(({ direction }) => direction === 'person')).to.have.length(1);
  });

  it('what cannot be is refused in words', async () => {
    expect(await desk().say(talk.conversation, wang, { text: ' ' })).to.include({ status: 'invalid' });
    expect(await desk().say(talk.conversation, wang, { text: '选', choices: ['一'] })).to.include({
      status: 'invalid',
    });
    expect(await desk().say('nowhere' as typeof talk.conversation, wang, { text: '在' })).to.deep.equal({
      status: 'gone',
    });
  });
});

describe('the number of the receipt', () => {
  it('alone asks how it stands, however it is written; no row of digits tells of danger', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    const claim = await talk.app.store.claim((await talk.events())[0]?.claim as never);
    const number = claim?.number ?? '';
    for (const words of [number, number.replace(/(\d{4})(?=\d)/g, '$1 ')])
      expect(keys(await talk.say(words)).join()).to.match(/progress/);
  });
});

describe('what a colleague has agreed', () => {
  for (const words of ['那我等着', '好的，等您电话', 'ok, I will wait'])
    it(`stands, where it is taken: “${words}”`, async () => {
      await comes(talk, wang);
      await talk.say('转人工');
      await accepts(talk, wang);
      await desk().handBack(talk.conversation, wang, { agreed: '明天上午九点给您回电' });
      const heard = keys(await talk.say(words));
      expect(heard.at(-1)).to.equal('human.agreedStands');
      expect(heard).to.not.include('human.offerNow');
      expect(keys(await talk.say('解决了'))).to.include('human.solvedThanks');
    });
});

describe('a person is offered', () => {
  const offered = () => talk.heard.filter(({ key }) => key === 'human.offerNow').length;

  it('once, where a death is told and somebody is there; and the reason goes along', async () => {
    await comes(talk, wang);
    await talk.say('我爸被车撞死了');
    expect(offered()).to.equal(1);
    expect(talk.last.buttons).to.include('转人工');
    expect(await floorOf(talk)).to.equal('bot');
    await talk.sayAll('同意', '13800138000');
    expect(offered()).to.equal(1);
    await talk.say('转人工');
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'death', severity: 3 });
  });

  it('for a threat, and for a large sum', async () => {
    await comes(talk, wang);
    await talk.say('他们堵在我家门口威胁我');
    expect(offered()).to.equal(1);
    const other = await anotherTalk(talk);
    await other.say('对方要我赔五十万');
    expect(other.heard.map(({ key }) => key)).to.include('human.offerNow');
    await other.say('转人工');
    expect(await other.app.store.handoffOf(other.conversation)).to.include({ reason: 'amount', severity: 2 });
  });

  for (const words of [
    '我收到法院传票了',
    '你们拒赔我不同意',
    '我对伤残等级有异议，想重新鉴定',
    '对方肇事逃逸了',
    'They sued me',
  ])
    it(`for what a person must decide: ${words}`, async () => {
      await comes(talk, wang);
      await talk.say(words);
      expect(offered()).to.equal(1);
      await talk.say('转人工');
      expect(await handoffOf(talk)).to.include({ reason: 'rule', severity: 2 });
    });

  for (const words of ['我不想打官司', '还没起诉', '没有逃逸，我在现场', '车被追尾了'])
    it(`not for ${words}`, async () => {
      await comes(talk, wang);
      await talk.say(words);
      expect(offered()).to.equal(0);
    });

  it('for three who were hurt, in the report and after it', async () => {
    await comes(talk, wang);
    await talk.sayAll(
      '我要报案',
      '没有',
      '同意',
      '13800138000',
      '开车的人',
      '昨晚八点多',
      '梧桐树大街与白马巷口',
      '追尾了',
    );
    expect(offered()).to.equal(0);
    await talk.say('3 人，都住院了');
    expect(offered()).to.equal(1);
    await talk.say('转人工');
    expect(await handoffOf(talk)).to.include({ reason: 'rule', severity: 2 });
  });

  it('not where nobody is there', async () => {
    await talk.say('我爸被车撞死了');
    expect(offered()).to.equal(0);
  });
});

describe('in English', () => {
  it('the queue, a colleague, and back', async () => {
    await comes(talk, wang);
    const lines = await talk.say('I want to talk to a person');
    expect(lines[0]?.text).to.include('number 1 in the queue');
    expect(lines[0]?.buttons).to.deep.equal(['Back to the bot']);
    await accepts(talk, wang);
    expect(talk.last.text).to.include('王敏').and.include('goes on with you');
    await desk().handBack(talk.conversation, wang, { agreed: 'Bring the invoice tomorrow' });
    await talk.listen();
    expect(talk.last.text).to.equal('Is your question solved?');
    expect(keys(await talk.say('Yes, solved'))).to.deep.equal(['human.solvedThanks']);
  });

  it('a wish for a person is heard in the middle of a question', async () => {
    await comes(talk, wang);
    await talk.say('Hello, I was hit by a car on my bike yesterday evening');
    expect(talk.open).to.equal('report.danger');
    expect(keys(await talk.say('I want to speak to a person'))).to.include('human.queuedUnknown');
  });

  it('“Back to the bot” leaves the queue', async () => {
    await comes(talk, wang);
    await talk.say('talk to a human please');
    expect(keys(await talk.say('Back to the bot'))).to.deep.equal(['human.left']);
  });
});
