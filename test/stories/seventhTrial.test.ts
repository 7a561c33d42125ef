/** What a seventh newcomer stumbled on in the talk about a settlement: words that turned around, that were lost, or that asked for what comes next. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, objectionsFiled, phoneOf, recordedIn, verified } from '../support/demo.ts';
import type { Line, Talk } from '../support/talk.ts';

const last = (lines: readonly Line[]): string => lines.at(-1)?.text ?? '';

describe('a seventh newcomer, of a settlement', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
  });
  afterEach(() => talk.end());
  const filed = () => objectionsFiled(talk);
  const callBacks = async () => (await talk.tickets()).filter(({ kind }) => kind === 'callBack');

  it('“不是我要用的，是医生要用的” keeps its 不', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的');
    expect(last(await talk.say('不是我要用的，是医生要用的'))).to.include('医生让用的；不是我要用的，是医生要用的');
  });

  it('an addition where it is asked what is to be done joins the reason; the way stays hers to choose', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '对');
    expect(last(await talk.say('再补充一点，单子算重复了'))).to.include('医生让用的；单子算重复了');
    await talk.sayAll('对', '请主管看');
    expect(last(await talk.say('第一条我还要补充，主任签字了'))).to.include('单子算重复了；主任签字了');
    await talk.sayAll('对', '请主管看');
    expect(await filed()).to.deep.equal([
      [1, '医生让用的；单子算重复了', 'supervisor'],
      [1, '医生让用的；单子算重复了；主任签字了', 'supervisor'],
    ]);
  });

  for (const [words, reason] of [
    ['等一下我理由写错了，应该是主任医师说国产药过敏', '主任医师说国产药过敏'],
    ['我刚才说的不对，药不是进口的，是国产自费药', '药不是进口的，是国产自费药'],
    ['please change the reason: no local drug existed', 'no local drug existed'],
  ] as const)
    it(`“${words}” takes the place of what was filed`, async () => {
      await talk.sayAll('我不同意第一条', '医生让用的', '对', '请主管看');
      expect(last(await talk.say(words))).to.include(`“${reason}”`);
      await talk.sayAll('对', '再核');
      expect((await filed()).at(-1)).to.deep.equal([1, reason, 'recheck']);
    });

  it('another way is another way of the same, and no call is arranged', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '对', '再核', '算了别叫理赔员了，我要主管看', '换成要公司拿证明');
    expect((await filed()).map(([, , way]) => way)).to.deep.equal(['recheck', 'supervisor', 'itemisedList']);
    expect(await callBacks()).to.deep.equal([]);
  });

  it('after a pause “咋样了” is no reason; “同意” of what was agreed takes nothing back', async () => {
    await talk.say('我不同意第一条');
    await talk.pass(24 * 60);
    await talk.say('大娃的药钱的事咋样了');
    await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(talk.open).to.equal('objection.why.1');
    await talk.sayAll('医生让用的', '对', '请主管看');
    expect(keys(await talk.say('同意'))).to.deep.equal(['objection.stands', 'objection.unfiled']);
    expect(await filed()).to.deep.equal([[1, '医生让用的', 'supervisor']]);
  });

  it('the button of the line that is spoken of is no reason; a line by its rounded sum is that line', async () => {
    await talk.say('我不同意第一条');
    expect(keys(await talk.say('第 1 条'))[0]).to.equal('explanation.one');
    expect(talk.open).to.equal('objection.why.1');
    await talk.say('医生开的药我们没得选');
    expect(last(await talk.say('不对,我说错了,是一万四那条'))).to.include('14,400');
    expect(talk.open).to.equal('objection.why.1');
  });

  it('what is said of the next line is kept until it comes', async () => {
    await talk.sayAll('两条都不服', '医生开的', '对');
    expect(keys(await talk.say('第二条我儿子走的斑马线'))[0]).to.equal('objection.keptFor');
    const lines = await talk.say('请主管看');
    expect(last(lines)).to.include('“我儿子走的斑马线”');
    await talk.sayAll('对', '请理赔员再核');
    expect(await filed()).to.deep.equal([
      [1, '医生开的', 'supervisor'],
      [2, '我儿子走的斑马线', 'recheck'],
    ]);
  });

  it('a threat changes nothing of what was agreed', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '对', '请主管看');
    expect(keys(await talk.say('我要起诉你们'))).to.deep.equal(['objection.outsideLate']);
    expect((await filed()).map(([, , way]) => way)).to.deep.equal(['supervisor']);
  });

  for (const words of ['算了', '不提了', '不申诉了'])
    it(`“${words}” of one that was filed does not say that nothing is`, async () => {
      await talk.sayAll('我不同意第一条', '医生让用的', '对', '请主管看');
      expect(keys(await talk.say(words))).to.deep.equal(['objection.withdraw']);
    });

  for (const [words, key] of [
    ['我接下来做什么', 'objection.stands'],
    ['他们不理我怎么办', 'objection.ifSilent'],
    ['我还要签字吗', 'objection.letter'],
    ['材料发哪里', 'objection.sending'],
    ['确认', 'objection.stands'],
  ] as const)
    it(`“${words}” after filing is of that, also after words nobody understood`, async () => {
      await talk.sayAll('我不同意第一条', '医生让用的', '对', '请主管看');
      expect(keys(await talk.say(words))[0]).to.equal(key);
      await talk.say('嘛呢嘛呢呀');
      expect(keys(await talk.say(words))[0]).to.equal(key);
    });

  for (const [words, n, reason] of [
    ['4200那条不同意 医生说必须用', 1, '医生说必须用'],
    ['四千二那条不服，医生说必须用', 1, '医生说必须用'],
    ['第二条 不同意 我走的斑马线', 2, '我走的斑马线'],
    ['那个进口药4200我不同意因为医生说只有这个管用', 1, '医生说只有这个管用'],
    ['非医保的我不同意，买保险的时候没人讲过', 1, '买保险的时候没人讲过'],
    ['那个进口药我不服大夫说只有这个药管用', 1, '大夫说只有这个药管用'],
    ['不同意4200 是大夫非让用的', 1, '是大夫非让用的'],
    ['我反对第一条，药是救命用的', 1, '药是救命用的'],
  ] as const)
    it(`“${words}” names its line by the sum, and says why`, async () => {
      expect(last(await talk.say(words))).to.include(`“${reason}”`);
      await talk.sayAll('对', '请主管看');
      expect(await filed()).to.deep.equal([[n, reason, 'supervisor']]);
    });

  for (const words of ['我交给谁', '我不识字 你念给我听', '她电话多少', '然后呢'])
    it(`“${words}” is no reason`, async () => {
      await talk.say('我不同意第一条');
      await talk.say(words);
      expect(talk.open).to.equal('objection.why.1');
    });

  for (const [words, key] of [
    ['一万二是干嘛的', 'explanation.limitShared'],
    ['为什么少了一万八', 'explanation.whole'],
    ['我到底能拿到多少钱', 'explanation.whole'],
    ['那我咋办', 'explanation.path'],
    ['强制险咋个才赔12000', 'explanation.limitShared'],
    ['不给我赔我就去法院告你们', 'objection.outsideLate'],
    ['我要投诉你们', 'objection.outsideLate'],
    ['起诉保险公司要准备什么', 'objection.outsideLate'],
    ['她电话多少', 'common.noNumbers'],
    ['看依据', 'explanation.byAnalogy'],
  ] as const)
    it(`“${words}” is answered, and arranges no call`, async () => {
      expect(keys(await talk.say(words))).to.deep.equal([key]);
      expect(await callBacks()).to.deep.equal([]);
    });
});

describe('a seventh newcomer, otherwise', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const proves = async (phone: string, as: string) => {
    await talk.sayAll(phone, as);
    return talk.say(await codeFor(talk, phone));
  };

  it('an angry mother is led out of a report that has begun', async () => {
    await talk.sayAll('我要报案', '都没有', '不是报案，是你们少赔了');
    expect(talk.open).to.equal('identity.reference');
    expect(keys(await proves(phoneOf('settlement'), '父母'))).to.include('explanation.whole');
  });

  it('one who tells of the accident and of the cut is asked who she is', async () => {
    await talk.say('我娃儿遭车撞了 药费你们不认 说啥子医保外');
    expect(talk.open).to.equal('identity.reference');
  });

  it('what whoever is liable says against it is kept with the claim', async () => {
    await talk.say('为什么少赔');
    await proves('13800138009', '我本人');
    expect(keys(await talk.say('她要告我怎么办'))).to.deep.equal(['explanation.sued']);
    expect(keys(await talk.say('我买保险的时候没人跟我说过非医保不赔'))).to.deep.equal(['explanation.liableNoted']);
    expect(keys(await talk.say('我不同意'))).to.deep.equal(['explanation.liableObjects']);
    expect(keys(await talk.say('钱应该保险公司出才对'))).to.deep.equal(['explanation.liableNoted']);
    const notes = (await recordedIn(talk, 'corrected')).map(({ changes }) => Object.values(changes as object)[0]);
    expect(notes).to.deep.equal(['我买保险的时候没人跟我说过非医保不赔', '钱应该保险公司出才对']);
  });
});
