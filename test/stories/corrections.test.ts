/** Corrections in words: the value in them is taken, whatever was said around it; “不用改” leaves everything as it was. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('a correction in words', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1));
  });
  afterEach(() => talk.end());

  const taken: readonly (readonly [words: string, readBack: string])[] = [
    ['地点改成人民路和解放路口', '人民路和解放路口'],
    ['地点不对，应该是人民路和解放路口', '人民路和解放路口'],
    ['车牌不对，应该是京B54321', '京B·54321'],
    ['车牌写错了 湘A54321', '湘A·54321'],
    ['电话错了，是13900139000', '139****9000'],
    ['手机号换成13900139000', '139****9000'],
    ['时间不对，昨天下午三点', '2026年11月23日（周一） 15:00'],
    ['时间搞错了，其实是前天晚上九点', '2026年11月22日（周日） 21:00'],
    ['我不是司机，我是车主，车借给朋友开的', '车主或投保人，没开车'],
    ['经过改成：我直行，对方闯红灯撞上来', '我直行，对方闯红灯撞上来'],
    ['受伤人数错了，是两个人', '2 人'],
    ['the plate is wrong, it should be 京B54321', '京B·54321'],
  ];
  for (const [words, readBack] of taken)
    it(`“${words}” is taken`, async () => {
      const said = await talk.say(words);
      expect(said[0]?.key, said[0]?.text).to.equal('common.corrected');
      expect(said[0]?.text).to.include(readBack);
    });

  it('that only says something is wrong asks again, and can be left as it was', async () => {
    for (const words of ['地点不对', '时间填错了', '车牌错了']) {
      const [asked] = await talk.say(words);
      expect(asked?.question, words).to.be.oneOf(['where', 'when', 'ownPlate']);
      expect(asked?.buttons, words).to.include('不用改');
      await talk.say('不用改');
      expect(talk.open, words).to.equal('report.check');
    }
    expect(talk.last.text).to.include('朝阳路和青年路口').and.to.include('湘A·12345').and.to.include('20:00左右');
  });

  it('leaves the answer as it was in other words too, and after a wrong try', async () => {
    await talk.sayAll('电话错了', '123', '算了，就按原来的');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.include('138****8000');
  });

  it('with a wrong value says what is wrong with it', async () => {
    const [said] = await talk.say('电话错了，应该是1390013');
    expect(said?.key).to.equal('prompts.phone.phoneLength');
    expect(said?.question).to.equal('phone');
  });

  it('of the injured leaves no second count behind', async () => {
    await talk.sayAll('受伤人数改成三个人', '住院了', '轻伤没去医院', '不清楚');
    expect(talk.open).to.equal('report.check');
    await talk.say('受伤人数不对，就一个人，住院了');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.not.include('3 人').and.to.not.include('第3位');
  });

  it('works after the report was sent', async () => {
    await talk.sayAll('提交', '稍后再发', '取消', '地点改成人民路和解放路口');
    expect(talk.last.key).to.equal('correction.done');
    expect(talk.last.text).to.include('人民路和解放路口');
    await talk.say('时间错了，是八点半');
    expect(talk.last.key).to.equal('correction.done');
    expect(talk.last.text).to.include('11月23日（周一） 20:30');
    await talk.say('我不是司机，我是车主，车借给朋友开的');
    const last = (await talk.events()).at(-1)?.data;
    expect(last).to.deep.include({ changes: { role: 'insured' } });
  });
});

describe('in the middle of an account', () => {
  it('“看错了灯” corrects nothing', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 6));
    await talk.say('他看错了红绿灯，时间没赶上，闯过来撞了我的车');
    expect(talk.open).to.equal('report.injured');
    await talk.end();
  });
});
