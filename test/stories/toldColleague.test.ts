/** What was told to a colleague is not asked again by the bot, and is read back before it is sent. */
import { expect } from 'chai';
import { accepts, comes, handoffOf, wang } from '../support/desk.ts';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
const desk = () => talk.app.desk;

async function withWang(...texts: readonly string[]): Promise<void> {
  talk = await newTalk();
  await comes(talk, wang);
  await talk.sayAll(...texts);
  await accepts(talk, wang);
}

async function handsBack(solved: string): Promise<string[]> {
  await desk().handBack(talk.conversation, wang, { agreed: '' });
  await talk.listen();
  return keys(await talk.say(solved));
}

/** What the bot has asked since, by the names of the questions. */
async function askedUntilCheck(answers: Readonly<Record<string, string>>): Promise<string[]> {
  const asked: string[] = [];
  for (let n = 0; n < 15 && talk.open !== 'report.check'; n++) {
    asked.push(talk.open);
    const answer = answers[talk.open];
    if (answer === undefined) break;
    await talk.say(answer);
  }
  return asked;
}

const consented = ['我要报案', '没有这些情况', '同意', '13800138000', '开车的人'] as const;
const story = [
  '昨晚八点多',
  '在朝阳路和青年路口',
  '我右转弯时碰到了直行的电动车，他摔倒了',
  '伤了一个人，住院了',
  '我的车牌湘A12345',
  '对方是电动车',
] as const;
const rest = { 'report.scene': '在现场，已报警', 'report.police': '报警了', 'report.person.1.hospital': '不知道' };

describe('told to a colleague', () => {
  afterEach(() => talk.end());

  it('when, where, what, who is hurt, both sides: none of it is asked, all of it is read back and sent', async () => {
    await withWang(...consented, '转人工');
    for (const text of story) expect(await talk.say(text)).to.deep.equal([]);
    const back = await handsBack('解决了');
    expect(back.slice(0, 3)).to.deep.equal(['human.solvedThanks', 'common.noted', 'common.goOn']);
    const noted = talk.heard.findLast(({ key }) => key === 'common.noted')?.text ?? '';
    expect(noted).to.include('朝阳路和青年路口').and.include('右转弯');
    expect(await askedUntilCheck(rest)).to.deep.equal(['report.scene']);
    for (const shown of ['朝阳路和青年路口', '右转弯', '住院', '湘A', '电动车'])
      expect(talk.last.text, shown).to.include(shown);
    await talk.say('提交');
    const [event] = await talk.events();
    expect(event?.data).to.have.nested.property('report.when.start', '2026-11-23T20:00:00+08:00');
    expect(event?.data).to.have.nested.property('report.injuredCount', 1);
    expect(event?.data).to.have.nested.property('report.ownPlate', '湘A12345');
    expect(event?.data).to.have.nested.property('report.other.kind', 'nonMotor');
  });

  it('before anything was reported: the report that follows knows it, an hour later too', async () => {
    await withWang('转人工');
    for (const text of story) await talk.say(text);
    expect(keys(await talk.pass(4))).to.deep.equal([]);
    await desk().say(talk.conversation, wang, { text: '好的，我都记下了' });
    talk.clock.at += 60 * 60_000;
    await handsBack('解决了');
    await talk.sayAll('我要报案');
    // That doctors are there was told: nobody is asked whether somebody is bleeding.
    const early = { 'report.consent': '同意', 'report.phone': '13800138000' };
    expect(await askedUntilCheck({ ...early, ...rest })).to.deep.equal([...Object.keys(early), 'report.scene']);
    for (const shown of ['朝阳路和青年路口', '右转弯', '住院', '湘A', '电动车'])
      expect(talk.last.text, shown).to.include(shown);
  });

  it('injuries without consent are not kept', async () => {
    await withWang('转人工');
    for (const text of story) await talk.say(text);
    await handsBack('解决了');
    await talk.sayAll('我要报案', '没有这些情况', '不同意', '13800138000');
    const read = JSON.stringify((await talk.app.store.conversation(talk.conversation))?.state.talk);
    expect(read).to.include('朝阳路').and.not.include('住院');
  });

  it('what is ambiguous is asked', async () => {
    await withWang(...consented, '转人工');
    await talk.sayAll('八点撞的', '在朝阳路和青年路口');
    expect((await handsBack('解决了')).at(-1)).to.equal('report.when.ask');
    await talk.say('昨晚八点多');
    expect(talk.open).to.equal('report.what');
  });

  it('what contradicts an answer is asked in one question', async () => {
    await withWang(...consented, '昨晚八点多', '转人工');
    await talk.say('昨天下午三点我右转弯的时候撞到了直行的电动车');
    expect((await handsBack('解决了')).at(-1)).to.equal('common.whichIsRight');
  });

  it('thanks, questions and small talk are no facts', async () => {
    await withWang(...consented, '转人工');
    for (const text of ['您好', '好的谢谢您', '我明天把材料送过来可以吗', '大概要多久能赔下来？', '嗯'])
      await talk.say(text);
    expect(await handsBack('解决了')).to.deep.equal(['human.solvedThanks', 'common.goOn', 'report.when.ask']);
  });

  it('while nobody has come yet, too', async () => {
    talk = await newTalk();
    await comes(talk, wang);
    await talk.sayAll(...consented, '转人工', '昨晚八点多');
    expect(keys(await talk.say('返回机器人'))).to.deep.equal([
      ...['human.left', 'common.noted', 'common.goOn', 'report.where.ask'],
    ]);
  });

  it('a report that was put aside knows it when it is taken up again', async () => {
    await withWang(...consented, '先不填了', '转人工');
    await talk.sayAll('昨晚八点多', '在朝阳路和青年路口');
    await handsBack('解决了');
    await talk.say('继续报案');
    expect(talk.open).to.equal('report.what');
  });

  it('all in one message, and the call that follows a silent desk does not lose it', async () => {
    await withWang(...consented, '转人工');
    await talk.say('昨晚八点多在朝阳路和青年路口我右转撞了直行的电动车，伤了一个人，我的车是湘A12345');
    await desk().giveUp(talk.conversation, wang);
    await talk.listen();
    await talk.say('现在');
    expect(talk.open).to.match(/^report\.(?:person|scene)/);
  });

  it('in English', async () => {
    talk = await newTalk({ locale: 'en' });
    await comes(talk, wang);
    await talk.sayAll('I want to report an accident', 'None of these', 'I agree', '13800138000', 'The driver');
    await talk.say('talk to a human please');
    await accepts(talk, wang);
    await talk.sayAll(
      ...['It was yesterday at 8 pm', 'at the corner of Chaoyang Road and Qingnian Road'],
      ...['I turned right and hit a car that was going straight on', 'one person is hurt and in hospital'],
      ...['my plate is 湘A12345', 'the other car is 湘B23456'],
    );
    await handsBack('Yes, solved');
    expect(talk.open).to.equal('report.scene');
    await talk.say('At the scene, police called');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.include('Chaoyang Road').and.include('turned right').and.include('湘B');
  });
});

describe('the question that the desk has sent', () => {
  afterEach(() => talk.end());

  const asks = (field: string, text = '问一下') => desk().say(talk.conversation, wang, { text, asks: field });

  it('is answered by what comes next, in words that say nothing elsewhere', async () => {
    await withWang(...consented, '昨晚八点多', '朝阳路和青年路口', '追尾了一辆车，没什么大事情', '转人工');
    await asks('report.injured');
    expect(await talk.say('没有')).to.deep.equal([]);
    await asks('report.scene');
    await talk.say('在现场，已报警');
    expect((await handsBack('解决了')).at(-1)).to.equal('report.ownPlate.ask');
  });

  it('is not answered by a question, nor after other words of hers', async () => {
    await withWang(...consented, '昨晚八点多', '转人工');
    await asks('report.where');
    await talk.say('您是哪位？');
    await desk().say(talk.conversation, wang, { text: '我是王敏，您方便说话吗' });
    await talk.say('方便的');
    expect((await handsBack('解决了')).at(-1)).to.equal('report.where.ask');
  });

  it('sends no report', async () => {
    await withWang('我要报案', ...ordinaryReport.slice(0, -1), '转人工');
    await asks('report.check');
    await talk.say('提交');
    expect(await talk.events()).to.deep.equal([]);
    expect((await handsBack('解决了')).at(-1)).to.equal('report.check.ask');
  });

  it('after the report was sent: what it lacks is added, once', async () => {
    await withWang('我要报案', ...ordinaryReport.map((one) => (one === '湘A12345' ? '不知道' : one)), '转人工');
    await asks('report.ownPlate');
    await talk.say('湘A67890');
    await talk.say('湘A00000');
    const changes = (await talk.events()).filter(({ type }) => type === 'corrected');
    expect(changes.map(({ data }) => data.changes)).to.deep.equal([{ ownPlate: '湘A67890' }]);
  });

  it('a danger among the answers is answered as ever', async () => {
    await withWang('我要报案', '转人工');
    await asks('report.danger');
    expect(keys(await talk.say('他流血不止'))).to.deep.equal(['emergency.now']);
    expect(await handoffOf(talk)).to.include({ severity: 3, adjuster: 'wang' });
  });
});
