/** What a sixth newcomer stumbled on in the talk about a settlement: changes of mind, questions beside it, and what follows a filed objection. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, objectionsFiled, phoneOf, verified } from '../support/demo.ts';
import type { Line, Talk } from '../support/talk.ts';

describe('a sixth newcomer, of a settlement', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
  });
  afterEach(() => talk.end());
  const filed = () => objectionsFiled(talk);
  const last = (lines: readonly Line[]): string => lines.at(-1)?.text ?? '';

  for (const [words, n] of [
    ['我同意第一条，不同意第二条', 2],
    ['第一条我认了，第二条不认', 2],
    ['俺不同意头一条', 1],
    ['I accept number 1 but I disagree with number 2', 2],
  ] as const)
    it(`“${words}” is of line ${n}`, async () => {
      const lines = await talk.say(words);
      expect(last(lines)).to.include(`${n}. `);
      expect(talk.open).to.equal('objection.why.1');
    });

  it('an article of a law is no line, and what stands beside the wish is the reason', async () => {
    await talk.say('第二条');
    const lines = await talk.say('不同意，依据道交法第76条，机动车一方应承担80%到90%');
    expect(last(lines)).to.include('“依据道交法第76条，机动车一方应承担80%到90%”');
    await talk.sayAll('对', '请主管看');
    expect(await filed()).to.deep.equal([[2, '依据道交法第76条，机动车一方应承担80%到90%', 'supervisor']]);
  });

  for (const [words, reason] of [
    ['第二条，我不同意，我走在斑马线上他撞我的', '我走在斑马线上他撞我的'],
    ['哎呀…那个药啊是进口的…我不同意的啊', '那个药啊是进口的…'],
  ] as const)
    it(`“${words}” tells why already`, async () => {
      expect(last(await talk.say(words))).to.include(`“${reason}”`);
    });

  it('another line is another line, said of this one what was meant for it, and no reason', async () => {
    await talk.sayAll('我不同意第一条', '是医生开的进口药');
    await talk.say('等等，我说的是第二条');
    const lines = await talk.say('写错了，是绿灯过的马路');
    expect(last(lines)).to.include('“绿灯过的马路”');
    await talk.sayAll('对', '请理赔员再核');
    expect(await filed()).to.deep.equal([[2, '绿灯过的马路', 'recheck']]);
  });

  it('a bare yes, a question or words to us are no reason, and join none', async () => {
    await talk.say('我不同意第一条');
    for (const words of ['对对对', '是嘞']) {
      await talk.say(words);
      expect(talk.open, words).to.equal('objection.why.1');
    }
    await talk.say('医生开的药');
    for (const words of ['什么时候答复', '交上去之后呢', '不会少给我吧', '我不会写，你帮我写']) {
      expect(last(await talk.say(words)), words).not.to.include(words);
      expect(talk.open, words).to.equal('objection.right.1');
    }
  });

  it('one of two is let be, the other goes on', async () => {
    await talk.sayAll('都不同意', '医生开的', '第二条不提了', '对', '请主管看');
    expect(await filed()).to.deep.equal([[1, '医生开的', 'supervisor']]);
    expect(talk.last.key).to.equal('objection.agreed_supervisor');
  });

  it('a second reason of the same line joins the first, and another way takes the place of the one before', async () => {
    await talk.sayAll('我不同意第一条', '医生开的', '对', '请主管看', '我不同意第一条', '没有国产的', '对', '请主管看');
    await talk.say('改成要公司拿证明');
    await talk.sayAll('理由写错了，是医生指定的', '对', '再核');
    expect(await filed()).to.deep.equal([
      [1, '医生开的', 'supervisor'],
      [1, '医生开的；没有国产的', 'supervisor'],
      [1, '医生开的；没有国产的', 'itemisedList'],
      [1, '医生指定的', 'recheck'],
    ]);
  });

  it('who agrees objects to nothing, also while she objects', async () => {
    for (const words of ['我接受', '我没有不同意', '我本来不同意第二条，现在同意了'])
      expect(keys(await talk.say(words)), words).to.deep.equal(['explanation.accepts']);
    await talk.say('我不同意第一条');
    expect(keys(await talk.say('算了，我同意了'))).to.deep.equal(['explanation.accepts']);
    await talk.say('好的');
    expect(await filed()).to.deep.equal([]);
  });

  it('how it stands tells of each line its own, and what is late as late', async () => {
    await talk.sayAll('我不同意第一条', '医生开的', '对', '先不了', '第二条不同意', '绿灯过马路', '对', '请主管看');
    expect(keys(await talk.say('我的异议到哪了'))).to.deep.equal(['objection.stood', 'objection.stands']);
    await talk.pass(2 * 24 * 60);
    await talk.say('异议有结果了吗');
    const lines = await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(keys(lines)).to.include('objection.standsLate').and.not.include('explanation.whole');
  });

  it('taken back, a person is named, and it is not said that nothing is open', async () => {
    await talk.sayAll('我不同意第一条', '医生开的', '对', '请主管看');
    for (const words of ['两条都撤回', '不想异议了，撤掉', 'withdraw it'])
      expect(keys(await talk.say(words)), words).to.deep.equal(['objection.withdraw']);
  });

  for (const [words, key] of [
    ['先付了一万是哪来的', 'explanation.advanced'],
    ['我没收到过一万块', 'explanation.notReceived'],
    ['诉讼费多少', 'explanation.courtFee'],
    ['法院会支持我吗', 'explanation.forecast'],
    ['医生不肯写证明怎么办', 'explanation.noPaper'],
    ['医生证明怎么写', 'explanation.doctorsPaper'],
    ['要什么证据', 'explanation.proof'],
    ['认定书上没写70%', 'explanation.shareFrom'],
    ['签了字还能反悔吗', 'explanation.signed'],
    ['三天过了怎么办', 'explanation.reviewOver'],
    ['诉讼时效多久', 'objection.outsideLate'],
    ['12378怎么打', 'objection.outsideLate'],
    ['我自己要承担多少', 'explanation.borne'],
    ['听不懂，你说人话', 'explanation.simpleWhole'],
    ['我自己医保报过两万了，你们还赔不赔', 'explanation.notCutThis'],
    ['什么时候到账', 'explanation.whenPaid'],
    ['啥叫强制险', 'explanation.term.compulsory'],
    ['70%是啥意思', 'explanation.figureShare'],
    ['2000怎么来的', 'explanation.figure'],
    ['8000怎么来的', 'explanation.figureOn'],
    ['29400怎么来的', 'explanation.sum.commercial'],
    ['31400怎么来的', 'explanation.sum.payable'],
    ['18600怎么来的', 'explanation.sum.cut'],
    ['60000怎么来的', 'explanation.sum.asked'],
    ['41400怎么来的', 'explanation.sum.accepted'],
    ['10000怎么来的', 'explanation.advanced'],
    ['12000怎么来的', 'explanation.limitShared'],
  ] as const)
    it(`“${words}” is answered, also while she says why she disagrees`, async () => {
      expect(keys(await talk.say(words))).to.deep.equal([key]);
      await talk.sayAll('我不同意第一条', '医生开的药');
      const again = keys(await talk.say(words));
      // Of the line that is objected to it is said of that line.
      expect(again.some((one) => one === key || one === 'explanation.simpleLine')).to.equal(true);
      expect(talk.open).to.equal('objection.right.1');
    });

  it('what is said of an item that was never asked for holds of any claim, and it is told that it is not in this one', async () => {
    const [told] = await talk.say('取钢板的二次手术费谁管');
    expect(told?.key).to.equal('explanation.notAskedThis');
    expect(told?.text).to.include('没有申请这一项');
  });

  it('asked for before an hour has passed, the list is told of after the code, too', async () => {
    await talk.say('要逐项清单');
    await talk.pass(60);
    await talk.say('清单呢');
    const lines = await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(keys(lines)).to.include('explanation.listAwaited').and.not.include('explanation.whole');
  });
});

describe('a sixth newcomer, before anything is known of her', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());

  it('a mother who tells of imported medicine that was cut is asked who she is, and begins no report', async () => {
    await talk.say('我儿子住院用的进口药你们给扣了四千多，医生让用的，又不是我们自己要用的');
    expect(talk.open).to.equal('identity.reference');
    await talk.sayAll(phoneOf('settlement'), '父母');
    const lines = await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(keys(lines)).to.include('explanation.whole');
  });

  it('whoever is liable is told what he bears, and nothing of the other side’s papers', async () => {
    const phone = '13800138009';
    await talk.sayAll('为什么少赔', phone, '我本人');
    await talk.say(await codeFor(talk, phone));
    for (const [words, key] of [
      ['要逐项清单', 'explanation.liableAsks'],
      ['一共给他们赔了多少', 'explanation.liableAsks'],
      ['看依据', 'explanation.byAnalogy'],
      ['70%哪来的', 'explanation.shareFrom'],
      ['4200什么时候要付', 'explanation.liableWhen'],
      ['超出的14400要我出吗', 'explanation.liableOnly'],
    ] as const)
      expect(keys(await talk.say(words)), words).to.deep.equal([key]);
  });
});
