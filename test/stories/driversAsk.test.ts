/** What drivers ask in the middle of it, in words of nobody else: too late to report, dearer, the boss, rides for pay, stuck steps, one short sentence. */
import { expect } from 'chai';
import { driversReport, keys, textOf } from '../support/advance.ts';
import { newDemoTalk, verified } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

describe('what a driver asks who is asked for money', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.say('我撞着个骑电动车的大姐 人家老公天天跟我要4000');
  });
  afterEach(() => talk.end());

  for (const [words, key] of [
    ['我拖了二十来天才想起报保险，还收不收我这个案', 'advance.aside.lateReport'],
    ['走一回保险，下年续保是不是要多掏钱', 'advance.aside.premium'],
    ['车是厂里的，厂长躲着不接电话，这钱该他掏吧', 'advance.aside.employed'],
    ['我拿自家车跑滴滴，你们会不会一分都不赔', 'advance.aside.forHire'],
    ['她老公带了一帮人坐我店里不走', 'advance.aside.besieged'],
    ['人家说我今天不打钱就把针停了', 'advance.aside.stopsCare'],
    ['晚上八点前他要四千，我到底转还是不转', 'advance.aside.today'],
    ['我一毛钱都还没出过', 'advance.aside.paidNothing'],
    ['那张单子是我上窗口领还是你们去领', 'advance.aside.who'],
    ['办案的那个民警说这事不归他', 'advance.aside.noNotice'],
    ['他老公把账单攥手里就是不拿出来', 'advance.aside.noList'],
    ['话太长了我念不完，给个一句半句的就行', 'advance.aside.short'],
    ['一大串字我瞅着头晕，你讲明白点', 'advance.simple'],
    ['塞的是票子，字据没一张，这算不算数', 'advance.aside.noTrace'],
    ['政府那个应急的钱上哪儿领', 'advance.route'],
  ] as const)
    it(`“${words}”`, async () => {
      expect(keys(await talk.say(words))[0]).to.equal(key);
    });

  it('two of them in one message have two answers', async () => {
    const told = keys(await talk.say('都二十天了还能报不 报了下年会不会贵'));
    expect(told.slice(0, 2)).to.have.members(['advance.aside.lateReport', 'advance.aside.premium']);
  });

  it('the way of the government fund is that one, and says where', async () => {
    expect(textOf(await talk.say('那个政府救急的钱去哪里办'), 'advance.route'))
      .to.include('救助基金')
      .and.include('办案的交警');
  });

  it('who has paid nothing is not told how it comes back', async () => {
    await talk.say('我一分钱没给过他们');
    const told = await talk.sayAll('他又来电话了', '我好怕');
    expect(keys(told)).to.not.include('advance.back');
  });

  it('the same is not told word for word twice', async () => {
    await talk.say('老板说这个钱不归他出');
    expect(keys(await talk.say('老板说不关他的事'))[0]).to.not.equal('advance.aside.employed');
  });

  it('who is asked for a code and has reported nothing begins a report', async () => {
    await talk.say('核对身份');
    expect(keys(await talk.say('啥码啊 案都还没报呢'))[0]).to.equal('identity.notReported');
    expect(talk.open).to.match(/^report\./);
  });

  it('in a report: each is answered, and the phone beside it is kept', async () => {
    await talk.sayAll('我要报案', '没有这些情况');
    const told = await talk.say('13912345678 老板不认账咋整');
    expect(keys(told)).to.include('advance.aside.employed');
    await talk.say('同意');
    expect(talk.open, 'the phone is not asked for again').to.equal('report.role');
    expect(keys(await talk.say('到底报上没有'))[0]).to.equal('report.notSentYet');
  });
});

describe('what is said in a report', () => {
  it('police came, fault is open, he is at home: heard as that', async () => {
    const talk = await newTalk();
    await talk.sayAll(...driversReport.slice(0, -1));
    const scene = talk.heard.some(({ flow, question }) => `${flow}.${question}` === 'report.scene');
    expect(scene).to.equal(true);
    await talk.end();
  });
});

describe('a settlement, asked about by somebody sharp', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
  });
  afterEach(() => talk.end());

  it('every line at once', async () => {
    const lines = (await talk.say('两条都给我讲讲')).filter(({ key }) => key === 'explanation.one');
    expect(lines).to.have.length(2);
  });

  it('what she disagrees with is asked about, and what she asks beside it is told', async () => {
    const told = keys(await talk.say('第1条我不认，药是医院开的。我要书面答复，强制险不是一万八吗怎么才一万二'));
    expect(told).to.include.members(['explanation.inWriting', 'explanation.limitShared']);
    expect(talk.open).to.match(/^objection\.(?:right|why)/);
  });

  it('whether it comes back, and from whom, is no forecast of a court', async () => {
    await talk.say('第 1 条');
    expect(keys(await talk.say('这笔还能要回来不 找谁要'))[0]).to.equal('explanation.borneLine');
  });

  it('her yes is taken though questions stand behind it; her yes once more is no reason', async () => {
    await talk.sayAll('第 1 条', '我不同意');
    expect(keys(await talk.say('对啊 刚才不是说了对'))).to.deep.equal(['objection.why.ask']);
    await talk.say('药是大夫开的');
    expect(keys(await talk.say('对 那你们谁给我办 没人理我咋办'))).to.include('objectionWay.way.ask');
  });
});
