/** A driver who answers and asks in one message: both are heard, in a report, in a request and while a code is waited for. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, recordedIn } from '../support/demo.ts';
import type { Talk } from '../support/talk.ts';

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
    expect(account.slice(0, 2)).to.deep.equal(['advance.paidInReport', 'advance.keep']);
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
