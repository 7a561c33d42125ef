import { expect } from 'chai';
import { codeFor, phoneOf, verified } from '../support/demo.ts';
import { anotherTalk, type Line, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';
import { entered, insurerOf, joined } from '../telling/rig.ts';

const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);

describe('到哪一步了', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.app.seedDemo();
  });
  afterEach(() => talk.end());

  it('a daughter of somebody in hospital has the answer with her fourth message', async () => {
    const before = talk.sent;
    const lines = await verified(talk, 'inHospital', '我妈的案子到哪一步了');
    expect(talk.sent - before).to.be.at.most(4);
    expect(keys(lines)).to.deep.equal(['identity.right', 'progress.standing']);
    expect(talk.last.text).to.include('治疗中').and.include('医院');
    expect(talk.last.buttons).to.include('为什么没有动');
  });

  it('nothing is told before the code, and a wrong one tells nothing either', async () => {
    await talk.say('到哪一步了');
    await talk.sayAll(phoneOf('overdue'), '我本人');
    const right = await codeFor(talk, phoneOf('overdue'));
    const wrong = right === '000000' ? '000001' : '000000';
    expect(keys(await talk.say(wrong))).to.deep.equal(['identity.wrong', 'code.digits.ask_again']);
    expect(talk.heard.map(({ text }) => text).join()).to.not.match(/核算|DEMO|孙同学/);
    await talk.say(right);
    expect(talk.last.key).to.equal('progress.standing');
  });

  it('a phone that is on no claim hears the same, and no code leaves', async () => {
    const lines = async (phone: string): Promise<string[]> => {
      const person = await anotherTalk(talk);
      await person.say('查进度');
      return [...(await person.say(phone)), ...(await person.say('我本人'))].map(({ text }) =>
        text.replace(/1\d\d\*+\d+/, ''),
      );
    };
    const [there, missing] = [await lines(phoneOf('overdue')), await lines('13911112222')];
    expect(missing).to.deep.equal(there);
    await talk.app.schedule.runDue();
    expect(talk.app.demo?.last('13911112222')).to.equal(undefined);
  });

  it('overdue is said plainly, with the source; pressing goes to staff once, then up, then out', async () => {
    await verified(talk, 'overdue');
    expect(talk.last.text).to.include('已经过了').and.include('第 29 条').and.include('2026年10月26日');
    expect(talk.last.buttons).to.include('催一下');
    expect(keys(await talk.say('催一下'))).to.deep.equal(['progress.pressed']);
    expect(keys(await talk.say('催一下'))).to.deep.equal(['progress.pressedToday']);
    expect((await talk.tickets()).map(({ data }) => data.reason)).to.include('pressed');
    await talk.pass(2 * 24 * 60);
    await verified(talk, 'overdue');
    expect(keys(await talk.say('催一下'))).to.deep.equal(['progress.pressedAgain']);
    await talk.pass(4 * 24 * 60);
    await verified(talk, 'overdue');
    await talk.say('催一下');
    expect(talk.last.key).to.equal('progress.pressedOut');
    expect(talk.last.text).to.include('12378');
  });

  it('why nothing moved: what is awaited, who asked for it and why', async () => {
    await verified(talk, 'papersMissing', '为什么没有动');
    expect(talk.last.key).to.equal('progress.why');
    expect(talk.last.text).to.include('出院小结').and.include('陈晓').and.include('休息天数');
    await talk.say('看经过');
    expect(talk.last.key).to.equal('progress.timeline');
    expect(talk.last.text.split('\n').length).to.be.greaterThan(5);
  });

  it('the insured sees where each injured person stands, and nobody’s papers', async () => {
    await talk.say('到哪一步了');
    await talk.sayAll('13800138004', '我本人');
    await talk.say(await codeFor(talk, '13800138004'));
    expect(talk.last.text).to.include('伤者一方').and.not.include('出院小结').and.not.include('费用清单');
    expect(keys(await talk.say('催一下'))).to.deep.equal(['progress.theirMove']);
    await talk.say('转人工');
    expect(talk.open, 'her number is known').to.not.equal('human.phone');
  });

  it('an injured person sees nothing of the other', async () => {
    await verified(talk, 'settlement');
    expect(talk.heard.map(({ text }) => text).join())
      .to.not.include('郑大哥')
      .and.not.include('冯先生');
    expect(keys(talk.heard)).to.include('progress.payee');
  });

  it('the sums of a settlement are told to whom they concern, right after the code only', async () => {
    await verified(talk, 'settlement');
    const told = talk.heard.find(({ key }) => key === 'progress.settled')?.text ?? '';
    // 60,000 asked; 4,200 and 14,400 less; 10,000 were paid before.
    expect(told).to.include('60,000').and.include('41,400').and.include('31,400');
    await talk.pass(16);
    expect(keys(await talk.say('到哪一步了')))
      .to.include('progress.settledLater')
      .and.not.include('progress.settled');
  });

  it('of several claims it is asked which, and the next question is about that one', async () => {
    const phone = '13900000002';
    for (const [number, stage] of [
      ['P1', 'survey'],
      ['P2', 'firstVisit'],
    ] as const) {
      const insurer = await insurerOf(talk, undefined, number);
      await insurer.put();
      await insurer.post(joined());
      await insurer.post(entered(stage));
    }
    await talk.say('到哪一步了');
    await talk.sayAll(phone, '我本人');
    const which = await talk.say(await codeFor(talk, phone));
    expect(which.at(-1)?.key).to.equal('whichClaim.which.ask');
    expect(which.at(-1)?.text).to.match(/1\. .*\n2\. /);
    const n = Number(/(\d)\. P2/.exec(which.at(-1)?.text ?? '')?.[1]);
    await talk.say(String(n));
    expect(talk.last.text).to.include('第一次了解伤情');
    await talk.say('为什么没有动');
    expect(talk.last.key).to.equal('progress.why');
    expect(talk.last.text).to.include('第一次了解伤情');
  });

  it('whoever comes back gets a code at once, and another question while it is awaited loses nothing', async () => {
    await verified(talk, 'overdue');
    await talk.pass(31);
    expect(keys(await talk.say('到哪一步了'))).to.deep.equal(['progress.verifyAgain', 'code.digits.ask']);
    expect(keys(await talk.say('为什么没有动'))).to.deep.equal(['code.digits.ask_again']);
    await talk.say(await codeFor(talk, phoneOf('overdue')));
    expect(talk.last.key).to.equal('progress.why');
  });

  it('what was promised to one person is told to that one only', async () => {
    await verified(talk, 'papersMissing');
    await talk.say('催一下');
    expect(talk.last.key, 'it waits for her').to.equal('progress.yourTurn');
    await verified(await anotherTalk(talk), 'overdue');
    const pressing = await anotherTalk(talk);
    await talk.pass(2);
    await verified(pressing, 'overdue');
    await pressing.say('催一下');
    await pressing.say('到哪一步了');
    expect(pressing.last.text).to.include('答复您的催问');
    const insured = await anotherTalk(talk);
    await insured.say('到哪一步了');
    await insured.sayAll('13800138006', '我本人');
    await insured.say(await codeFor(insured, '13800138006'));
    expect(insured.last.text).to.not.include('答复您的催问');
  });

  it('“怎么不动了”, right after the answer, is of the claim; of a body it is not', async () => {
    await verified(talk, 'overdue');
    for (const said of ['怎么还不动啊', '没有动静啊', '案子卡住了吗']) {
      await talk.say(said);
      expect(talk.last.key, said).to.equal('progress.why');
    }
    await talk.say('搞快点');
    expect(talk.last.key).to.match(/^progress\.pressed/);
    await talk.say('我妈叫不醒，没反应了');
    expect(talk.heard.at(-1)?.key).to.match(/^emergency\./);
  });

  it('half an hour later a new code is needed', async () => {
    await verified(talk, 'overdue');
    await talk.pass(31);
    await talk.say('到哪一步了');
    expect(talk.last.key).to.match(/^identity\.|^code\./);
  });

  it('“没收到” sends another after a minute; another phone takes its place', async () => {
    await talk.say('到哪一步了');
    await talk.sayAll('13911112222', '我本人');
    expect(keys(await talk.say('没收到'))).to.deep.equal(['identity.tooSoon', 'code.digits.ask_again']);
    await talk.pass(2);
    expect(keys(await talk.say('没收到'))).to.deep.equal(['code.digits.ask']);
    await talk.pass(2);
    await talk.say(phoneOf('overdue'));
    await talk.say(await codeFor(talk, phoneOf('overdue')));
    expect(talk.last.key).to.equal('progress.standing');
  });

  it('a plate alone asks for the phone; a person can be asked for in between', async () => {
    await talk.say('查进度');
    await talk.say('湘A00003');
    expect(talk.last.key).to.equal('identity.reference.ask_phone');
    await talk.say('转人工');
    expect(talk.last.key).to.match(/^human\./);
  });

  it('whoever has only reported hears of the promised call, as before', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    await talk.say('到哪一步了');
    expect(keys(talk.heard)).to.include('progress.reported');
  });

  it('in English', async () => {
    const english = await anotherTalk(talk);
    await english.say('Where is my claim?');
    expect(english.last.text).to.match(/phone number/);
    await english.say(phoneOf('overdue'));
    await english.say('It is me');
    await english.say(await codeFor(english, phoneOf('overdue')));
    expect(english.last.text).to.include('should have been done by').and.include('article 29');
    await english.say('Why has nothing moved?');
    expect(english.last.key).to.equal('progress.why');
  });

  it('stray things while a code is awaited: nothing is lost, nothing told', async () => {
    await talk.say('到哪一步了');
    await talk.sayAll(phoneOf('overdue'), '我本人');
    for (const stray of ['<script>alert(1)</script>', '😭', '一'.repeat(3000), '你好', '在哪里看短信'])
      await talk.say(stray);
    expect(talk.heard.map(({ key }) => key)).to.not.include('progress.standing');
    await talk.say(await codeFor(talk, phoneOf('overdue')));
    expect(talk.last.key).to.equal('progress.standing');
  });

  it('once everything asked for has come it is the insurer’s turn, and pressing moves it', async () => {
    await verified(talk, 'papersMissing');
    const insurer = await insurerOf(talk, undefined, 'DEMO-0002');
    for (const document of ['expenseList', 'dischargeSummary'])
      await insurer.post({ type: 'paper', change: 'received', document, person: 'v1', at: '2026-11-24' });
    await talk.say('为什么没有动');
    expect(talk.last.text).to.include('都收到了').and.include('收材料的同事').and.not.include('在等您');
    expect(keys(await talk.say('催一下'))).to.include('progress.pressed');
    expect(keys(await talk.say('还差什么'))).to.deep.equal(['papers.allIn']);
  });

  it('an advance that was paid and fault that was determined wait for nobody any more', async () => {
    await verified(talk, 'inHospital');
    const insurer = await insurerOf(talk, undefined, 'DEMO-0001');
    const advance = { type: 'advance', advance: 'a1', person: 'v1', route: 'commercial', at: '2026-11-23' };
    await insurer.post({ ...advance, change: 'approved', amount: '8000.00' });
    await insurer.post({ ...advance, change: 'paid', amount: '8000.00', hospital: '市第一医院' });
    const shares = [{ party: 'i1', share: 'full' }];
    await insurer.post({ type: 'liability', by: 'police', made: '2026-11-23', delivered: '2026-11-24', shares });
    const lines = await talk.say('到哪一步了');
    const said = lines.map(({ text }) => text).join('\n');
    expect(said)
      .to.include('付出去了')
      .and.not.match(/同时：(先付医疗费|交警认定)/);
    expect(said, 'no sum that was not asked for').to.not.include('8000');
    await talk.say('看经过');
    expect(talk.last.text).to.include('事故责任定了').and.include('付出去了');
  });

  it('a quarter of an hour later the sums are a tap and a code away', async () => {
    await verified(talk, 'settlement');
    talk.clock.at += 16 * 60_000;
    await talk.say('到哪一步了');
    expect(talk.last.buttons).to.include('核对身份');
    expect(keys(await talk.say('核对身份'))).to.include('code.digits.ask');
    expect(keys(await talk.say(await codeFor(talk, phoneOf('settlement'))))).to.include('progress.settled');
  });

  it('the driver and the insured hear nothing of what the other was promised', async () => {
    const insurer = await insurerOf(talk, undefined, 'P9');
    const parties = [
      { id: 'i1', role: 'insured', name: '示例甲', phone: '13900000041' },
      { id: 'd1', role: 'driver', name: '示例丁', phone: '13900000044' },
      { id: 'v1', role: 'injured', name: '示例乙', phone: '13900000042' },
    ];
    await insurer.put({ parties });
    for (const event of [joined(), entered('survey', '2026-11-23')]) await insurer.post(event);
    const by = '2026-12-02T18:00:00+08:00';
    for (const [to, what] of [
      ['i1', '寄保单复印件'],
      ['d1', '还驾驶证'],
      ['v1', '看核算'],
    ])
      await insurer.post({ type: 'promise', who: '示例丙', what, by, to });
    const heard = async (phone: string): Promise<string> => {
      const person = await anotherTalk(talk);
      await person.sayAll('到哪一步了', phone);
      if (person.open === 'kin.as') await person.say('我本人');
      await person.say(await codeFor(person, phone));
      await person.say('为什么没有动');
      return person.heard.map(({ text }) => text).join('\n');
    };
    expect(await heard('13900000041'))
      .to.include('寄保单复印件')
      .and.not.match(/还驾驶证|看核算/);
    expect(await heard('13900000044'))
      .to.include('还驾驶证')
      .and.not.match(/寄保单|看核算/);
    expect(await heard('13900000042'))
      .to.include('看核算')
      .and.not.match(/寄保单|还驾驶证/);
  });

  it('another claim’s number is not answered with one’s own; of a number with a name the claim is found', async () => {
    await verified(talk, 'inHospital');
    const lines = await talk.say('DEMO-0002 到哪一步了');
    expect(keys(lines)).to.not.include('progress.standing');
    expect(talk.open).to.equal('identity.reference');
    const other = await anotherTalk(talk);
    await other.sayAll('问进度', 'DEMO-0004');
    expect(other.last.key, 'the claim is known, the phone is not').to.equal('identity.reference.ask_phone');
    await other.say(phoneOf('settlement'));
    if (other.open === 'kin.as') await other.say('我本人');
    expect(keys(await other.say(await codeFor(other, phoneOf('settlement'))))).to.include('progress.standing');
  });

  it('who has no phone to read a code on hears of the other way, and of no ambulance', async () => {
    await talk.sayAll('到哪一步了', phoneOf('inHospital'));
    if (talk.open === 'kin.as') await talk.say('我本人');
    for (const said of ['我没有手机', '我妈昏迷了，拿不到验证码']) {
      const lines = await talk.say(said);
      expect(keys(lines), said).to.deep.equal(['identity.noPhone']);
      expect(talk.last.buttons).to.include('转人工');
    }
    expect(keys(await talk.say(await codeFor(talk, phoneOf('inHospital'))))).to.include('progress.standing');
  });

  it('words about the patient in a claim that is known begin no report', async () => {
    await verified(talk, 'inHospital');
    for (const said of ['我妈没住院', '我妈妈才五十岁，住院做了手术']) {
      await talk.say(said);
      expect(talk.last.flow ?? '', said).to.not.equal('report');
    }
  });
});
