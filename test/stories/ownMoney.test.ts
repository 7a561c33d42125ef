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

describe('a driver who asks beside what is asked of him', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());

  it('what he has paid is said back before there is a claim, and with the claim after the code', async () => {
    await talk.say('我撞了个老人，给了两万三了，家属天天打电话要钱');
    const before = await talk.say('给你记上没有');
    expect(before[0]?.key).to.equal('advance.paidNoClaim');
    expect(before[0]?.text).to.include('两万三');
    await talk.sayAll('核对身份', '13800138002', '我是车主，开车的');
    await talk.say(await codeFor(talk, '13800138002'));
    const after = await talk.say('给你记上没有');
    expect(after[0]?.key).to.equal('advance.ledgerSaid');
    expect(after[0]?.text).to.include('两万三');
    expect((await recordedIn(talk, 'corrected')).map(({ changes }) => Object.values(changes as object)[0])).to.include(
      '给了两万三了',
    );
  });

  it('how it is proved who he is', async () => {
    await talk.say('核对身份');
    expect(keys(await talk.say('怎么证明是我本人'))).to.deep.equal(['why.identity', 'identity.reference.ask_phone']);
    await talk.say('13800138002');
    expect(keys(await talk.say('为什么问这个'))).to.deep.equal(['why.kin', 'kin.as.ask']);
    expect(keys(await talk.say('我是车主，开车的'))).to.deep.equal(['code.digits.ask']);
  });

  it('in a report: answered, and what answers the open question beside it is taken', async () => {
    await talk.sayAll('我要报案', '没有这些情况', '同意', '13912345678');
    expect(keys(await talk.say('这个电话不是刚才给了吗'))).to.deep.equal(['common.haveIt', 'report.role.ask']);
    expect(keys(await talk.say('我是开车的，他家属天天要钱我咋个回他们'))).to.deep.equal([
      'advance.reply',
      'report.when.ask',
    ]);
    await talk.say('昨天晚上八点');
    const threat = keys(await talk.say('家属说不给钱就去法院起诉我，要扣我的车'));
    expect(threat).to.include('advance.aside.sued').and.not.include('common.noted');
    await talk.say('人民路口');
    const account = keys(await talk.say('我转弯撞了电动车，他女儿天天问我要钱，我已经给了一万二了'));
    expect(account[0]).to.equal('advance.keep');
    expect(account.at(-1)).to.equal('report.injured.ask');
  });

  it('a family’s threat is no answer to who he is', async () => {
    await talk.sayAll('我要报案', '没有这些情况', '同意', '13912345678');
    expect(keys(await talk.say('家属说不给钱就去法院起诉我，要扣我的车')).at(-1)).to.equal('report.role.ask');
  });

  for (const [words, key] of [
    ['现金给的，什么凭证都没有咋办', 'advance.aside.noTrace'],
    ['他要去法院告我', 'advance.aside.sued'],
    ['保险公司几时能给钱', 'advance.aside.whenPaid'],
  ] as const)
    it(`“${words}”`, async () => {
      await talk.say('家属天天打电话问我要钱');
      expect(keys(await talk.say(words))[0]).to.equal(key);
    });

  it('who says again how he is pressed hears what he has not heard yet', async () => {
    await talk.say('家属天天打电话问我要钱');
    expect(keys(await talk.say('他们又来要钱了'))).to.not.include('advance.keep');
  });

  it('one message that answers and asks: the answer is taken, the question is answered', async () => {
    await talk.sayAll('我要报案', '没有危险', '同意', '13800138015', '开车的人', '前天下午三点');
    const told = keys(await talk.say('五一路口碰的，那8000能退不，你就教我电话里说啥'));
    expect(told).to.include.members(['advance.back', 'advance.reply']);
    expect(told.at(-1)).to.not.equal('report.where.ask');
    const state = JSON.stringify((await talk.app.store.conversation(talk.conversation))?.state);
    expect(state).to.include('五一路口').and.not.include('那8000能退不');
  });

  it('a payment told in a report is written into the claim with it, and no report is offered', async () => {
    await talk.say('我要报案');
    const told = await talk.say('前天碰的，人在中医院住着，他家里人天天找我要钱，昨天我都转了8000了');
    const paid = told.find(({ key }) => key.startsWith('advance.paid'));
    expect(paid?.key).to.equal('advance.paidInReport');
    expect(paid?.buttons).to.not.include('我要报案');
  });

  for (const [words, key] of [
    ['那是不是说这两万可能退不回来', 'advance.back'],
    ['三者险能不能先付手术费', 'advance.route'],
    ['发票都在他们手里不给我们，这个咋办', 'advance.aside.heldByThem'],
    ['不给钱就停药，我咋回他', 'advance.aside.stopsCare'],
    ['那个通知我去要还是医院去要', 'advance.aside.who'],
    ['会不会太晚了 都两天了', 'advance.aside.lateReport'],
  ] as const)
    it(`“${words}” after the first answer`, async () => {
      await talk.say('家属天天打电话问我要钱，我已经交了两万元');
      const told = keys(await talk.say(words));
      expect(told[0]).to.equal(key);
      expect(told, 'a question is no payment').to.not.include('advance.paidNoClaim');
    });

  it('how to verify, asked in a sentence', async () => {
    await talk.say('家属天天打电话问我要钱');
    expect(keys(await talk.say('那我先核对一下身份吧，请问怎么操作？')).at(-1)).to.equal(
      'identity.reference.ask_phone',
    );
  });

  it('who has still to report is not taken for one who has', async () => {
    expect(keys(await talk.say('我现在得先把案报了吧,三天了还没报,晚不晚啊'))).to.not.include('identity.reported');
    await talk.say('核对身份');
    const told = keys(await talk.say('没报过啊,我是说还没给你们保险公司报,我要报案'));
    expect(told.at(-1)).to.match(/^report\./);
  });

  it('“那我用垫钱不”', async () => {
    expect(keys(await talk.say('那我用垫钱不'))[0]).to.equal('advance.keep');
  });

  it('who insists in a report that it was reported is led to that claim, and his questions are answered', async () => {
    await talk.sayAll('我要报案', '没有危险');
    const told = keys(await talk.say('不记了不记了。我报过案的,13800138002,你查查我那案子到哪步了'));
    expect(told[0]).to.equal('identity.reportWaits');
    expect(told).to.not.include('report.role.ask');
  });

  it('a question about money beside “早报过了” is answered there', async () => {
    const told = keys(
      await talk.say(
        '案子是我爸名下报的,早报过了。问题是发票都在他们家手里,我们啥也没有,窗口那会儿就刷的我爸的卡,这两万五还能要回来不?',
      ),
    );
    expect(told.slice(0, 3)).to.deep.equal(['advance.aside.heldByThem', 'advance.back', 'identity.reported']);
  });

  for (const words of [
    '在吗 我跑出租的 上个月撞了个老头 他闺女一天仨电话管我要钱 我真整不起了',
    '我昨天傍晚开我爸的车把一个骑电动车的撞了 他家里人今天叫我拿一万块去医院 我不知道咋办',
  ])
    it(`“${words.slice(0, 12)}…” is answered before anything is asked`, async () => {
      expect(keys(await talk.say(words))).to.deep.equal(['advance.keep', 'advance.reply']);
    });

  it('what he told of payments is written into the claim by the code, and said back, also in the middle of a request', async () => {
    await talk.say('我都给了一万了 分三次转的账 保险公司能不能先给医院打钱啊');
    await talk.sayAll('核对身份', '13800138004', '我本人');
    expect(keys(await talk.say(await codeFor(talk, '13800138004')))).to.include('advance.ledgerSaid');
    await talk.sayAll('同意', '住院了', '市医院');
    const told = keys(await talk.say('床号不知道啊 骨科 我那一万块你到底记没记上 能退我不'));
    expect(told).to.deep.equal(['advance.ledgerSaid', 'advance.back', 'advance.purpose.ask']);
    const more = keys(await talk.say('就是后面治疗住院的钱 我就想知道那一万能不能退 还有我现在到底该干啥'));
    expect(more[0]).to.equal('advance.back');
    expect(more.at(-1)).to.not.equal('prompts.choice.notAnOption');
  });

  it('a late report, wherever it is asked', async () => {
    await talk.sayAll('我要报案', '没有危险');
    const told = keys(await talk.say('您记吧，我同意。不过我心里很急，那我四天才报，保险公司会不会不赔了？'));
    expect(told).to.deep.equal(['advance.aside.lateReport', 'report.phone.ask']);
    expect(keys(await talk.say('请问晚报四天到底影不影响理赔'))[0]).to.equal('advance.aside.lateReport');
  });

  it('“抱过案”, as a phone hears it', async () => {
    await talk.sayAll('我要报案', '没有危险', '同意');
    const told = keys(await talk.say('我不是要抱案 我早就抱过案了 我要查我那个案子'));
    expect(told[0]).to.equal('identity.reportWaits');
  });

  it('a phone that was given twice is no number of a claim: the code is sent', async () => {
    await talk.say('我想让保险公司先给医院付 怎么弄 我这个报案手机13800138004');
    await talk.sayAll('我报过案了，手机13800138004', '我本人');
    expect(await codeFor(talk, '13800138004')).to.match(/^\d{6}$/);
  });

  it('a threat at the door and what to say are both answered', async () => {
    await talk.say('家属天天打电话问我要钱');
    const told = keys(await talk.say('他要来屋里闹我咋回他 我老婆娃儿都在屋里怕得很'));
    expect(told.slice(0, 2)).to.deep.equal(['advance.reply', 'advance.aside.besieged']);
  });

  it('“帮我找个真人吧” in a longer message', async () => {
    await talk.sayAll('我要报案', '没有危险', '同意');
    expect(keys(await talk.say('我不想再填了。帮我找个真人吧。明天人家就手术了'))[0]).to.match(/^human\./);
  });

  it('consent and a question in one message', async () => {
    await talk.sayAll('我要报案', '没有危险');
    const told = keys(await talk.say('可以的,你们记吧。那我刚才问的那个五千块,是不是非得给?'));
    expect(told).to.deep.equal(['advance.keep', 'report.phone.ask']);
  });
});
