/** In words that no list knows: what a driver who is asked for money wants is understood, what he has paid is kept, and what helps is told unasked. */
import { expect } from 'chai';
import { driversReport, keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, recordedIn } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

describe('a driver, in his own words', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll(...driversReport);
  });
  afterEach(() => talk.end());

  it('all four answers within three messages, whatever he says', async () => {
    const told = new Set<string>();
    for (const words of ['人家天天上门要钱我都快疯了', '不给行不行', '我一共给了两万六了'])
      for (const key of keys(await talk.say(words))) told.add(key);
    expect([...told]).to.include.members(['advance.keep', 'advance.reply', 'advance.proof', 'advance.back']);
  });

  it('two questions in one message have two answers', async () => {
    const told = keys(await talk.say('我给的钱以后咋拿回来？那些票据我要留哪些'));
    expect(told).to.deep.equal(['advance.back', 'advance.proof']);
  });

  it('a payment is noted, put right and taken back in his words, each with the claim', async () => {
    await talk.sayAll('家属天天要钱', '我给他们打过去一万你们记一下');
    expect(keys(await talk.say('刚才说错了是八千'))[0]).to.equal('advance.paidToldSum');
    expect(keys(await talk.say('那笔钱没给成'))).to.deep.equal(['advance.paidTakenBack']);
    const notes = (await talk.events()).filter(({ type }) => type === 'corrected');
    expect(notes.map(({ data }) => Object.values(data.changes as object)[0])).to.deep.equal([
      '我给他们打过去一万你们记一下',
      '刚才说错了是八千',
      '那笔钱没给成',
    ]);
  });

  for (const [words, key] of [
    ['票据啥的我该留哪些', 'advance.proof'],
    ['钱咋拿回来', 'advance.back'],
    ['我给的钱能回来吗', 'advance.back'],
    ['是不是就算我全责了', 'advance.aside.admission'],
    ['再打电话来我咋说', 'advance.reply'],
  ] as const)
    it(`“${words}”`, async () => {
      await talk.say('家属天天打电话问我要钱');
      expect(keys(await talk.say(words))[0]).to.equal(key);
      const open = (await talk.events()).filter(({ type }) => type === 'corrected');
      expect(open, 'no question is noted as if he had told something').to.deep.equal([]);
    });
});

describe('a driver of whom nothing is known yet', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());

  it('a long account that hides what he wants: answered, what he paid is said back, and nobody is put at a bedside', async () => {
    const told = keys(
      await talk.say(
        '我前几天开车不小心撞了一个阿姨，她家里人天天打电话要钱，已经给了三万了，现在又催，我心里很慌，不知道怎么办才好',
      ),
    );
    expect(told).to.deep.equal(['advance.paidNoClaim', 'advance.keep', 'advance.reply']);
    expect(talk.heard.find(({ key }) => key === 'advance.paidNoClaim')?.text).to.include('已经给了三万了');
  });

  it('who tells what he has paid begins no report; what he says of it later is kept as he says it', async () => {
    const told = await talk.say('我撞了个老人住院了，我给了8000块微信，她女儿天天催，我怕死了');
    expect(keys(told)).to.deep.equal(['advance.paidNoClaim', 'advance.keep', 'advance.reply']);
    expect(told[0]?.text).to.include('“我给了8000块微信”');
    const papers = keys(await talk.say('能不能让你们公司先给医院打钱啊，我要弄些啥材料'));
    expect(papers[0]).to.equal('advance.papers');
    expect(keys(await talk.say('她说今天再不转就喊记者来，我要啷个答复人家嘛'))).to.include('advance.reply');
    expect((await talk.say('那个8000是6000，记错了'))[0]?.text).to.include('6000');
  });

  it('a claim that exists already is found, in a long polite account, too', async () => {
    await talk.say(
      '您好，我在贵司已有一个案子，上个月我开车不慎碰到一位老人，对方家属每天打电话要钱，我已经付了两万三千元，我该怎么回复比较合适？',
    );
    await talk.sayAll('我的手机是13800138002，案子之前已经报过了', '我本人');
    const lines = keys(await talk.say(await codeFor(talk, '13800138002')));
    expect(lines).to.include('identity.right').and.not.include('report.danger.ask');
  });

  it('at the roadside help comes first', async () => {
    expect(keys(await talk.say('我刚撞了人，家属就找我要钱'))).to.deep.equal(['report.danger.ask']);
  });

  it('what holds for everybody is answered while a code is waited for, and whoever wants none is asked for none', async () => {
    await talk.sayAll('你们公司能不能先去医院交钱，我早就报过案了', '13800138002', '我本人');
    expect(talk.open).to.equal('code.digits');
    expect(keys(await talk.say('我该怎么回他们'))).to.deep.equal(['advance.reply']);
    expect(keys(await talk.say('那我以后再给钱我要留些么子东西，才不会白给'))).to.deep.equal(['advance.proof']);
    expect(keys(await talk.say('你再发一遍呗'))[0], 'no digit is counted in words').to.not.equal(
      'prompts.code.codeLength',
    );
    expect(keys(await talk.say('我不弄那个码了他儿子又打电话来了我咋回他'))[0]).to.equal('advance.reply');
    expect((await talk.say('123456')).map(({ key }) => key)).to.not.include('identity.wrong');
  });

  it('that it was reported long ago does not take his question away', async () => {
    expect(keys(await talk.say('我早就报过案了，家属天天要钱，我该怎么回'))[0]).to.equal('advance.keep');
  });

  for (const [words, key] of [
    ['会不会抓我去坐牢啊', 'advance.aside.prison'],
    ['他们要到我单位来闹', 'advance.aside.besieged'],
    ['说错了，是两万八，给了是不是就等于我认了', 'advance.aside.admission'],
    ['当时没有收条，那五千能不能要回来', 'advance.aside.receiptLost'],
    ['什么叫申请垫付，跟谁申请', 'advance.aside.whatIs'],
  ] as const)
    it(`“${words}”`, async () => {
      await talk.say('家属天天打电话问我要钱');
      expect(keys(await talk.say(words))[0]).to.equal(key);
    });

  it('what the insurer needs to pay first is told before it is asked whether there is a claim', async () => {
    const told = await talk.say('能不能让保险公司先把医院的钱付了');
    expect(keys(told)).to.deep.equal(['advance.which', 'advance.route', 'advance.noClaim']);
    expect(told[1]?.text).to.include('交警').and.include('清单');
  });

  it('told beside a question, it is said back; put right before there is a claim; written into the claim once it is known whose it is', async () => {
    await talk.say('家属天天打电话问我要钱');
    const [noted] = await talk.say('我已经给了三万了，给了是不是就等于认全责');
    expect(noted?.key).to.equal('advance.paidNoClaim');
    await talk.say('昨天又给了两千，还要给吗');
    await talk.sayAll('核对身份', '13800138002', '我本人');
    await talk.say(await codeFor(talk, '13800138002'));
    await talk.say('那些票据我要留哪些');
    const notes = (await recordedIn(talk, 'corrected')).map(({ changes }) => Object.values(changes as object)[0]);
    expect(notes).to.deep.equal(['我已经给了三万了', '昨天又给了两千']);
    const kept = (await recordedIn(talk, 'corrected')).flatMap(({ changes }) => Object.keys(changes as object));
    expect(new Set(kept), 'one does not take the place of the other').to.have.lengthOf(2);
  });

  it('a sum that is not exact is not made exact; a question in the middle of a report is answered, and is no account', async () => {
    await talk.say('家属天天打电话问我要钱');
    const [noted] = await talk.say('已经给了八千多，还要给吗');
    expect(noted?.text).to.include('八千多').and.not.include('8,000');
    await talk.sayAll(
      '我要报案',
      '人已送医，或我不在现场',
      '同意',
      '13800138000',
      '开车的人',
      '昨晚八点多',
      '朝阳路和青年路口',
    );
    expect(talk.open).to.equal('report.what');
    const told = keys(await talk.say('这一万四能要得回来吗？我给出去的钱以后哪个退给我'));
    expect(told[0]).to.equal('advance.back');
    expect(talk.open).to.equal('report.what');
  });

  it('fear of strangers at the door is no despair, and whoever denies it is believed', async () => {
    await talk.say('家属天天打电话问我要钱');
    const told = keys(await talk.say('他们堵着门不走 孩子都吓哭了 我一个女人家真害怕'));
    expect(told).to.include('advance.aside.besieged').and.not.include('crisis.help');
    await talk.say('我不想活了');
    expect(keys(await talk.say('不是不是 我没想不开'))).to.deep.equal(['crisis.better']);
  });
});

describe('a consent in a sentence', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况');
  });
  afterEach(() => talk.end());

  for (const [words, given] of [
    ['行行行你记吧', 'agree'],
    ['可以记嘛', 'agree'],
    ['我不是说了可以嘛 同意撒', 'agree'],
    ['先不记。我就想问问', 'decline'],
    ['同意同意都说了几遍了', 'agree'],
    ['别记了我就问钱', 'decline'],
  ] as const)
    it(`“${words}” is taken once`, async () => {
      expect(talk.open).to.equal('report.consent');
      await talk.say(words);
      expect(talk.open).to.equal('report.phone');
      const conversation = await talk.app.store.conversation(talk.conversation);
      expect(JSON.stringify(conversation?.state)).to.include(`"consent":{"value":"${given}"`);
    });

  it('“我不记得几点了” and a grumble are neither', async () => {
    await talk.sayAll('我不记得几点了', '你想记就记嘛', '我老公没同意', '我还没同意呢');
    expect(talk.open).to.equal('report.consent');
  });
});
