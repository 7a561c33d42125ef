/** What stands beside an answer: told, kept, or said that it cannot be answered; and what is feared, behind who can pay. */
import { expect } from 'chai';
import { keys, textOf } from '../support/advance.ts';
import { newDemoTalk, recordedIn, verified } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

describe('beside an answer, in a report', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况');
  });
  afterEach(() => talk.end());

  it('a consent in small words is taken, and a fear beside it is answered', async () => {
    const told = keys(await talk.say('同意吧🥲 他老婆跑到我上班的店里来了'));
    expect(told).to.include('advance.aside.besieged').and.include('report.phone.ask');
  });

  it('whom we call: nobody but the number that was given', async () => {
    await talk.sayAll('同意', '13912345678');
    expect(keys(await talk.say('开车的人 千万别打给我爸啊'))).to.deep.equal([
      'advance.aside.secret',
      'report.when.ask',
    ]);
  });

  it('what nobody here can answer is said so, and the answer is taken', async () => {
    await talk.say('同意');
    const told = await talk.say('13912345678 我那辆车还能不能上牌');
    expect(keys(told)).to.deep.equal(['common.unanswered', 'report.role.ask']);
    expect(textOf(told, 'common.unanswered')).to.include('上牌');
  });

  it('of days ago nobody is told to wait for an ambulance', async () => {
    await talk.sayAll(
      '同意',
      '13912345678',
      '开车的人',
      '四天前下午五点',
      '长安路',
      '我右转撞了个小孩',
      '一个人，住院了',
    );
    const told = keys(await talk.say('当时我直接送他去医院了，没报警'));
    expect(told).to.not.include('report.tookToHospital').and.not.include('scene.leaving');
  });

  it('“就一个人，哪来的两个” puts the number right', async () => {
    await talk.sayAll('同意', '13912345678', '开车的人', '昨天下午五点', '长安路', '我右转撞了人', '两个人受伤');
    expect(talk.open).to.match(/person/);
    const told = await talk.say('就一个人');
    expect(JSON.stringify(told.map(({ text }) => text))).to.not.include('共 2 位');
  });
});

describe('what a driver fears', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  for (const [words, key] of [
    ['借朋友的车撞了人 他老婆今晚要我打一万 我没钱', 'advance.aside.borrowed'],
    ['我撞了个骑车的 他弟弟天天要钱 说要告我', 'advance.aside.sued'],
    ['我撞了个小孩 他妈妈天天要3000 当时没报警', 'advance.aside.noPolice'],
  ] as const)
    it(`stands behind who can pay: “${words}”`, async () => {
      expect(keys(await talk.say(words)).slice(0, 2)).to.deep.equal(['advance.keep', key]);
    });

  it('treatment after the rescue, what is his own, a court', async () => {
    await talk.say('我撞了个骑车的 他弟弟天天要钱');
    for (const [words, key] of [
      ['现在不是抢救了，骨折手术能先付吗', 'advance.aside.ordinaryCare'],
      ['我有强制险和三者，是不是一分都不用我出', 'advance.aside.ownShare'],
      ['他们要是上法院告我咋办', 'advance.aside.sued'],
    ] as const)
      expect(keys(await talk.say(words))[0], words).to.equal(key);
  });

  it('whoever says that nothing was reported is not asked for a code behind his phone', async () => {
    await talk.sayAll('我撞了个骑车的 他弟弟天天要钱', '我没报过保险');
    expect(keys(await talk.say('13912345678'))).to.not.include('identity.reported');
  });

  it('“我要报案” with questions behind it: they are answered, and the report begins', async () => {
    await talk.say('我撞了个骑车的 他弟弟天天要钱 人在医院');
    const told = keys(await talk.say('我要报案 当时没报警，通知还开得出来吗'));
    expect(told).to.include('advance.aside.noPolice');
    expect(talk.open).to.match(/^report\./);
  });

  it('who arranges a call answers that, whatever he says of money', async () => {
    await talk.sayAll('我撞了个骑车的 他弟弟天天要钱', '转人工');
    expect(keys(await talk.say('13904511234 啥时候打啊'))).to.not.include('advance.aside.whenPaid');
  });
});

describe('an objection to more than one line', () => {
  it('“两笔都不认” where the way is asked: the other line comes behind it', async () => {
    const talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
    await talk.sayAll('第 1 条', '药是大夫开的，我不同意', '对');
    const told = keys(await talk.say('请理赔员再核，两笔俺都不认'));
    expect(told).to.include('objection.othersToo').and.include('objection.nextOne');
    expect((await recordedIn(talk, 'objected')).map(({ n }) => n)).to.deep.equal([1]);
    await talk.end();
  });

  it('whoever is liable and will not pay, and who calls when, are answered', async () => {
    const talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
    expect(keys(await talk.say('开车的不肯给那4200咋办'))[0]).to.equal('explanation.liableRefuses');
    await talk.end();
  });

  it('a line that was not filed is begun by its sum, and nobody believes that it was', async () => {
    const talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
    await talk.sayAll('第 1 条', '药是大夫开的，我不同意', '对', '请理赔员再核');
    expect(keys(await talk.say('交上去了没有'))).to.deep.equal(['objection.stands', 'objection.unfiled']);
    await talk.say('那一万四千四那笔，我说的两笔都要核');
    expect(talk.open).to.match(/^objection\.why/);
    await talk.sayAll('那笔我也不认 是开车的错多', '对', '请理赔员再核');
    expect((await recordedIn(talk, 'objected')).map(({ n }) => n)).to.deep.equal([1, 2]);
    await talk.end();
  });
});

describe('what is told of the injured', () => {
  it('who knows the hospital is not hurt', async () => {
    const talk = await newTalk();
    await talk.sayAll(
      '我要报案',
      '没有这些情况',
      '同意',
      '13912345678',
      '开车的人',
      '昨天下午五点',
      '长安路',
      '我右转撞了人',
    );
    await talk.say('1个 住院了 哪家医院我不晓得 她爸晓得');
    expect(talk.heard.at(-1)?.text).to.not.include('共 2 位');
    await talk.end();
  });

  it('a plea and a question are no part of how it happened', async () => {
    const talk = await newTalk();
    await talk.sayAll('昨天晚上八点我在长安路右转撞了个骑车的 她爸天天来工地闹 咋个整嘛', '我要报案');
    const { state } = (await talk.app.store.conversation(talk.conversation)) ?? {};
    const told = JSON.stringify(state?.talk);
    expect(told).to.include('右转撞了个骑车的').and.not.include('咋个整');
    await talk.end();
  });
});
