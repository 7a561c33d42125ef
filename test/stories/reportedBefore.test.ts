/** “我已经报过案了”: said by a stranger, in a new report, or for the hospital's money; and what was put aside is taken up again. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, phoneOf } from '../support/demo.ts';
import type { Line, Talk } from '../support/talk.ts';

describe('我已经报过案了', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const proves = async (about: string): Promise<Line[]> => {
    await talk.sayAll(phoneOf(about), '我本人');
    return talk.say(await codeFor(talk, phoneOf(about)));
  };

  it('with the hospital’s bills: no new report; after the code the wish goes on, or what is on record is told', async () => {
    expect(keys(await talk.say('我已经报过案，医院催缴费没钱了'))).to.deep.equal([
      ...['identity.reported', 'identity.reference.ask_phone'],
    ]);
    expect(keys(await proves('papersMissing'))).to.include('advance.which');
    expect(talk.open).to.equal('advance.consent');
  });

  it('where an advance is in hand already its state is told', async () => {
    await talk.say('我已经报过案，医院催缴费没钱了');
    expect(keys(await proves('inHospital'))).to.deep.equal(['identity.right', 'advance.state']);
  });

  it('the sum that was told before the code is not asked after it', async () => {
    await talk.say('报过案了，医院要三万，没钱交');
    await proves('papersMissing');
    await talk.sayAll('同意', '住院了', '市一医院', '骨科12床', '不清楚');
    expect(talk.open).to.equal('advance.askedBy');
    expect((await talk.say('医院')).at(-1)?.text).to.include('30,000 元');
  });

  for (const words of ['我报过案了', 'DEMO-0002', 'I have already reported it', '有报案号'])
    it(`in a report that has begun, “${words}” leads to the claim; the report waits`, async () => {
      await talk.sayAll('我要报案', '没有这些情况');
      expect(talk.open).to.equal('report.consent');
      expect(keys(await talk.say(words))[0]).to.equal('identity.reportWaits');
      expect(keys(await proves('papersMissing'))).to.deep.equal(['identity.right', 'progress.standing']);
      await talk.say('继续报案');
      expect(talk.open).to.equal('report.consent');
    });

  it('where a claim is asked for, words, a phone and the button lead there, and on to the money', async () => {
    for (const words of ['我报过案', '核对身份', phoneOf('papersMissing')]) {
      const other = await newDemoTalk();
      await other.say('能不能先付医药费');
      expect(other.last.key).to.equal('advance.noClaim');
      await other.say(words);
      if (other.open === 'identity.reference') await other.say(phoneOf('papersMissing'));
      await other.say('我本人');
      await other.say(await codeFor(other, phoneOf('papersMissing')));
      expect(other.open, words).to.equal('advance.consent');
      await other.end();
    }
  });

  it('of the police it is an answer; “还没报过案” and “报过案了吗” are none of it', async () => {
    await talk.sayAll('我要报案', '没有这些情况', '同意', '13800138000', '开车的人', '昨晚八点多');
    await talk.sayAll('朝阳路和青年路口', '我右转弯时碰到了直行的电动车', '1 人，住院了');
    expect(talk.open).to.equal('report.scene');
    expect(keys(await talk.say('我还没报过案'))).to.not.include('identity.reportWaits');
    expect(keys(await talk.say('报过案了吗'))).to.not.include('identity.reportWaits');
  });

  it('a claim’s number where a phone is asked is noted, and said to be', async () => {
    await talk.say('到哪一步了');
    expect(keys(await talk.say('DEMO-0002'))).to.deep.equal(['identity.noted', 'identity.reference.ask_phone']);
  });

  describe('what was put aside', () => {
    beforeEach(async () => {
      await talk.say('我已经报过案，医院催缴费没钱了');
      await proves('papersMissing');
      await talk.sayAll('同意', '算了');
    });
    for (const words of ['继续', '接着刚才的', '接着申请', 'Go on with it'])
      it(`goes on at “${words}”, and no accident is reported`, async () => {
        expect(talk.last.buttons).to.include('接着刚才的');
        expect(keys(await talk.say(words))[0]).to.equal('common.takenUp');
        expect(talk.open).to.equal('advance.state');
      });

    it('goes on where it is wished for anew, with what was answered', async () => {
      await talk.say('申请垫付');
      expect(talk.open).to.equal('advance.state');
    });
  });

  for (const [words, sum] of [
    ['把医院要的金额改成5万', '50,000 元'],
    ['金额改成5万', '50,000 元'],
    ['不是三万，是五万', '50,000 元'],
    ['change the amount to 50000', '50,000 元'],
    ['医院改成湘雅医院', '30,000 元'],
  ] as const)
    it(`“${words}” corrects what it names, wherever it is said`, async () => {
      await talk.say('我已经报过案，医院催缴费没钱了');
      await proves('papersMissing');
      // Who asks for it was said at the beginning.
      await talk.sayAll('同意', '住院了', '市一医院', '骨科12床', '不清楚', '三万');
      const lines = await talk.say(words);
      expect(keys(lines)).to.deep.equal(['common.corrected', 'advance.check.ask']);
      expect(lines.at(-1)?.text)
        .to.include(sum)
        .and.include(words.includes('湘雅') ? '湘雅医院' : '市一医院');
    });

  it('“金额填错了” asks for the sum again', async () => {
    await talk.say('我已经报过案，医院催缴费没钱了');
    await proves('papersMissing');
    await talk.sayAll('同意', '住院了', '市一医院', '骨科12床', '不清楚', '三万', '金额填错了');
    expect(talk.open).to.equal('advance.asked');
  });
});
