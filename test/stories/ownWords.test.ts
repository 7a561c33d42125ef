/** In words that no list knows: what somebody wants in a talk about a settlement or about money is understood, and what helps is told unasked. */
import { expect } from 'chai';
import { driversReport, keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, phoneOf, recordedIn, verified } from '../support/demo.ts';
import { anotherTalk, newTalk, type Talk } from '../support/talk.ts';

describe('a settlement, in her own words', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const filed = async () => (await recordedIn(talk, 'objected')).map(({ n, why, way }) => [n, why, way]);

  it('whoever names her drugs hears after the code the whole, her line, and what she can do, by when and if nobody answers', async () => {
    const told = await verified(talk, 'settlement', '俺的药钱凭啥少给俺恁多');
    expect(keys(told).slice(1)).to.deep.equal(['explanation.whole', 'explanation.one', 'explanation.path']);
    expect(talk.last.text).to.include('2026年11月25日').and.include('催一下').and.include('12378');
    expect(keys(await talk.say('第 2 条')), 'the ways are told once').to.deep.equal(['explanation.one']);
  });

  it('why it is wrong, a supervisor, nobody answers: dialect from beginning to end', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.say('那个进口药是大夫非让用的，俺又不懂');
    expect(talk.open).to.equal('objection.right.1');
    await talk.sayAll('中', '叫恁当官的看看');
    expect(await filed()).to.deep.equal([[1, '那个进口药是大夫非让用的，俺又不懂', 'supervisor']]);
    expect(talk.last.text, 'what helps if nobody answers').to.include('催一下').and.include('12378');
    expect(keys(await talk.say('那他们要是一直装听不见呢'))).to.deep.equal(['objection.ifSilent']);
  });

  for (const [words, key] of [
    ['要是他们都不理我呢', 'explanation.path'],
    ['我不识字你就说我现在该干啥', 'explanation.path'],
    ['打官司得花我多少钱啊', 'explanation.courtFee'],
    ['真去告的话有没有胜算', 'explanation.forecast'],
    ['他们催我赶紧把字签了', 'explanation.signed'],
    ['凭哪条规矩这么扣的', 'explanation.byAnalogy'],
    ['到底哪几样药没给算', 'explanation.itemised'],
    ['钱几号能打到我卡上', 'explanation.whenPaid'],
    ['差的那份该谁掏腰包', 'explanation.borne'],
  ] as const)
    it(`“${words}”`, async () => {
      await verified(talk, 'settlement', '为什么少赔');
      const [first] = await talk.say(words);
      const isList = key === 'explanation.itemised';
      expect(isList ? /^explanation\.list/.test(first?.key ?? '') : first?.key === key, first?.key).to.equal(true);
      expect(await talk.tickets(), 'and nobody is alarmed').to.have.lengthOf(isList ? 1 : 0);
    });

  it('several questions in one message are all answered; why something is wrong is no question, whatever stands beside it', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    const told = keys(await talk.say('能不能打官司？打官司要花多少钱？能赢吗'));
    expect(told).to.deep.equal(['objection.outsideLate', 'explanation.courtFee', 'explanation.forecast']);
    expect(keys(await talk.say('差的我该找谁要，不签字会咋样'))).to.deep.equal([
      'explanation.borne',
      'explanation.signed',
    ]);
    await talk.say('第一条药是医生让用的，我也没办法，凭什么不赔');
    expect(talk.open).to.equal('objection.right.1');
  });

  it('one half is said not to be meant: it is of the line that is, and no half of it is taken for her reason', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.say('我不是不认药，是那个三成我不认');
    expect(talk.last.text).to.not.include('“我不是不认药”');
    await talk.sayAll('我儿走的斑马线', '对', '请理赔员再核');
    const [[n, why] = []] = await filed();
    expect(n).to.equal(2);
    expect(why).to.include('我儿走的斑马线');
  });

  it('who leaves the choice to us hears what each way is good for, and with which to begin', async () => {
    await verified(talk, 'settlement', '我不同意第一条');
    await talk.sayAll('医生让用的', '对');
    for (const words of ['你给我拿主意', '都行你看着办'])
      expect(keys(await talk.say(words))).to.deep.equal(['objection.waysDiffer', 'objectionWay.way.ask']);
    await talk.say('那就再给俺算一遍');
    expect((await filed()).at(-1)?.[2]).to.equal('recheck');
  });

  it('put aside and taken up in her own words; more of why joins what was filed', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.sayAll('我不同意第一条', '先放着吧');
    expect(keys(await talk.say('商量好了，还是要提'))).to.deep.equal(['common.takenUp', 'objection.why.ask']);
    await talk.sayAll('医生让用的', '对', '请主管看', '我还想说当时没有国产的', '对', '请主管看');
    expect((await filed()).at(-1)?.[1]).to.equal('医生让用的；当时没有国产的');
  });

  it('asked while a phone or a code is waited for, it is told once it is known who asks', async () => {
    await talk.say('问进度');
    expect(keys(await talk.say('俺儿的药钱凭啥少给俺恁多'))).to.deep.equal([
      'explanation.afterCode',
      'identity.reference.ask_phone',
    ]);
    await talk.sayAll(phoneOf('settlement'), '父母');
    const told = keys(await talk.say(await codeFor(talk, phoneOf('settlement'))));
    expect(told).to.deep.equal(['identity.right', 'explanation.whole', 'explanation.one', 'explanation.path']);
  });

  it('a sum behind her words is no end of an ID', async () => {
    await talk.say('我妈那个药费为啥给砍了4200');
    expect(talk.last.key).to.equal('identity.reference.ask_phone');
    await talk.say(phoneOf('settlement'));
    await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(talk.heard.map(({ key }) => key)).to.include('explanation.whole');
  });
});

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
    ['会不会抓我去坐牢啊', 'advance.aside.fleeing'],
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
});

describe('a consent in a sentence', () => {
  for (const [words, given] of [
    ['行行行你记吧', 'agree'],
    ['可以记嘛', 'agree'],
    ['我不是说了可以嘛 同意撒', 'agree'],
    ['先不记。我就想问问', 'decline'],
    ['同意同意都说了几遍了', 'agree'],
    ['别记了我就问钱', 'decline'],
  ] as const)
    it(`“${words}” is taken once`, async () => {
      const talk = await newTalk();
      await talk.sayAll('我要报案', '没有这些情况');
      expect(talk.open).to.equal('report.consent');
      await talk.say(words);
      expect(talk.open).to.equal('report.phone');
      const conversation = await talk.app.store.conversation(talk.conversation);
      expect(JSON.stringify(conversation?.state)).to.include(`"consent":{"value":"${given}"`);
      await talk.end();
    });

  it('“我不记得几点了” and a grumble are neither', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况', '我不记得几点了', '你想记就记嘛', '我老公没同意', '我还没同意呢');
    expect(talk.open).to.equal('report.consent');
    await talk.end();
  });
});

describe('what a driver has paid, and who stands at the door', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());

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

describe('a settlement, whose words and whose yes', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
  });
  afterEach(() => talk.end());
  const filed = async () => (await recordedIn(talk, 'objected')).map(({ n, why, way }) => [n, why, way]);

  it('what another one of the family has said is no part of hers, and its letter is not opened for her', async () => {
    await talk.sayAll('我不同意第一条', '医生开的药凭啥我出', '对', '请主管看');
    talk.clock.at += 2 * 60_000;
    const other = await anotherTalk(talk);
    await verified(other, 'settlement', '为什么少赔');
    await other.sayAll('我不同意第一条', '我儿子过敏只能用这个');
    expect(other.last.text).to.include('“我儿子过敏只能用这个”').and.not.include('凭啥');
    await other.sayAll('不对，我再说', '算了');
    const stands = await other.say('我的异议到哪了');
    expect(JSON.stringify(stands)).to.not.include('/chat/objection/');
  });

  for (const words of [
    '嗯嗯就这个意思嘛，你莫啰嗦了，到底好久给我答复？',
    '就是嘛，是这样子',
    '系呀',
    '算啦，就咁啦，啱啦',
  ])
    it(`“${words}” says yes, and joins nothing`, async () => {
      await talk.sayAll('我不同意第一条', '医生让用的', words);
      expect(talk.open).to.equal('objectionWay.way');
      await talk.say('请主管看');
      expect(await filed()).to.deep.equal([[1, '医生让用的', 'supervisor']]);
    });

  it('“这句话不是我说的，帮我删掉” asks again and joins nothing', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '前面那句真的不是我说的，麻烦帮我删掉');
    expect(talk.open).to.equal('objection.why.2');
  });

  it('whoever names no way, though she was told what each is good for, has it looked at again, and may change that', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '对', '哎呀你们弄嘛');
    const lines = await talk.say('你们弄嘛我求求你们了');
    expect(keys(lines)).to.deep.equal(['objection.tookRecheck', 'objection.agreed_recheck']);
    await talk.say('我要主管看');
    expect((await filed()).map(([, , way]) => way)).to.deep.equal(['recheck', 'supervisor']);
  });

  it('what a word means is no reason', async () => {
    await talk.say('第 1 条');
    await talk.say('请问您说的“超出医保标准”是什么意思？我的孩子是过敏才用的，这也要我们自己承担吗？');
    expect(talk.open).to.not.match(/^objection/);
  });

  it('of the line that is spoken of first: 4,200 are the driver’s to pay, not hers', async () => {
    await talk.say('第 1 条');
    const [first] = await talk.say('这钱到底该谁掏腰包');
    expect(first?.key).to.equal('explanation.borneLine');
    expect(first?.text).to.include('4,200').and.include('不该您出');
  });
});
