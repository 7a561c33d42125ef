/** “接下来我该干啥”: whoever is asked for money hears what he does next, from where he stands, and what to do where a step does not work. */
import { expect } from 'chai';
import { driversReport, keys, textOf } from '../support/advance.ts';
import { codeFor, newDemoTalk, verified } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

const PRESSED = '撞了个走路的大爷，住院了，家属天天问我要钱';
const REPORT = '没报案说“我要报案”';

describe('what a driver does next', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('stands in the first answer, and is told again when he asks', async () => {
    const first = await talk.say(PRESSED);
    expect(textOf(first, 'advance.keep')).to.include(REPORT).and.include('办案交警').and.include('清单');
    for (const words of ['接下来我该干啥', '下一步呢', '具体我该怎么操作'])
      expect(keys(await talk.say(words))[0], words).to.equal('advance.plan');
    expect(keys(await talk.say('那我明天先去哪'))[0], 'in which order').to.equal('advance.aside.order');
  });

  it('what he told beside it is not asked again: doctors are there, whom he hit, that he drove', async () => {
    await talk.say(PRESSED);
    expect(keys(await talk.say('我要报案')), 'nobody is asked whether somebody bleeds').to.deep.equal([
      'report.consent.ask',
    ]);
    await talk.sayAll('同意', '13912345678', '开车的人', '昨天下午三点', '南京中山路口');
    expect(talk.open, 'how it happened and who is hurt are known').to.equal('report.scene');
  });

  it('in a report: to finish it first; the question stands', async () => {
    await talk.sayAll(PRESSED, '我要报案');
    const told = await talk.say('接下来要干啥');
    expect(keys(told)).to.deep.equal(['advance.plan', 'common.goOn', 'report.consent.ask']);
    expect(textOf(told, 'advance.plan')).to.include('先把这份报案填完').and.not.include(REPORT);
    expect(keys(await talk.say('那保险公司到底啥时候给钱'))[0]).to.equal('advance.aside.whenPaid');
  });

  it('once it is reported: no report any more', async () => {
    await talk.sayAll(...driversReport, '家属天天问我要钱');
    const told = await talk.say('接下来我该干啥');
    expect(textOf(told, 'advance.plan')).to.include('办案交警').and.not.include('报案');
  });

  it('where the treatment is over and the sums are made: no notice of the police any more', async () => {
    const insured = await newDemoTalk();
    await insured.sayAll('到哪一步了', '13800138006', '我本人');
    await insured.say(await codeFor(insured, '13800138006'));
    const told = await insured.say('家属天天问我要钱，还要不要垫');
    expect(keys(told)[0]).to.equal('advance.keepSettling');
    expect(textOf(told, 'advance.keepSettling'))
      .to.include('催一下')
      .and.not.match(/交警|清单/);
    expect(textOf(await insured.say('接下来我该干啥'), 'advance.plan'))
      .to.include('单据')
      .and.not.include('交警');
    await insured.end();
  });

  for (const [words, key] of [
    ['交警说不管这个', 'advance.aside.noNotice'],
    ['通知书开不出来', 'advance.aside.noNotice'],
    ['医院说清单要家属才能打', 'advance.aside.noList'],
    ['家属不肯给清单', 'advance.aside.heldByThem'],
    ['谁去跟交警要通知', 'advance.aside.who'],
    ['那我今天到底给不给', 'advance.aside.today'],
    ['给多少合适', 'advance.aside.today'],
    ['我有三者险200万，能用不', 'advance.route'],
    ['我车有全险', 'advance.route'],
  ] as const)
    it(`where it does not work: “${words}”`, async () => {
      await talk.sayAll(PRESSED, '我该怎么回他们');
      expect(keys(await talk.say(words))[0]).to.equal(key);
    });

  it('“给不给” as his first words: who can pay first', async () => {
    expect(keys(await talk.say('家属要钱我今天到底给不给'))[0]).to.equal('advance.keep');
  });

  it('who is pressed while somebody lies in intensive care is not spoken to as a family', async () => {
    const told = await talk.sayAll('人在ICU，家属天天问我要钱', '我要报案');
    expect(keys(told)).to.deep.equal(['report.consent.ask']);
  });
});

describe('what comes next in any report', () => {
  it('is said, and the question stands', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况');
    expect(keys(await talk.say('接下来要干啥'))).to.deep.equal(['report.whatNext', 'report.consent.ask']);
    await talk.end();
  });
});

describe('whoever did not agree that injuries are noted', () => {
  it('tells how it happened, and of the body nothing is kept', async () => {
    const talk = await newTalk();
    await talk.sayAll(
      '我要报案',
      '没有这些情况',
      '先不记伤情',
      '13912345678',
      '我开车的',
      '昨天下午三点',
      '南京中山路口',
    );
    expect(keys(await talk.say('他腿骨折了，现在住院'))[0]).to.equal('prompts.text.onlyInjuries');
    await talk.say('我右转撞了个骑电动车的，他腿骨折了，现在住院');
    await talk.sayAll('一个人', '已离开，报过警', '他叫了救护车，头上缝了三针', '京A12345', '电动车');
    const shown = talk.last.text;
    expect(shown)
      .to.include('我右转撞了个骑电动车的')
      .and.not.match(/骨折|住院|缝/);
    await talk.say('提交');
    const [event] = await talk.events();
    expect(JSON.stringify(event?.data)).to.not.match(/骨折|住院|缝了/);
    await talk.end();
  });
});

describe('a line of a settlement that was told a moment ago', () => {
  it('is not told whole a second and a third time', async () => {
    const talk = await newDemoTalk();
    const first = keys(await verified(talk, 'settlement', '我儿子的进口药你们给扣了，凭什么'));
    expect(first).to.include('explanation.one');
    expect(talk.heard.map(({ key }) => key)).to.include('progress.noneHereCut');
    expect(keys(await talk.say('为啥进口药不给报'))).to.deep.equal(['explanation.again']);
    await talk.say('医生开的药，没得选');
    expect(keys(await talk.say('对'))).to.include('objection.groundsTold');
    await talk.end();
  });
});
