/** What a newcomer stumbled on: ordinary sentences that must not be taken for something they do not say. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('ordinary sentences', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());
  const keys = (): string[] => talk.heard.map((line) => line.key);

  it('at the read-back submit nothing', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1));
    for (const text of [
      '对了，还有一个人也受伤了',
      '受伤的是两个人',
      '其实对方是行人',
      '他是逆行的',
      '嗯…我再想想',
      '对方电话我也有',
      '好痛啊',
      '他还好，就是皮外伤',
      '没问题的话什么时候打给我',
    ]) {
      await talk.say(text);
      expect(keys(), text).to.not.include('report.receipt');
      // Two people, not one: each of them is asked about.
      if (text === '受伤的是两个人') await talk.sayAll('住院了', '不清楚');
    }
    await talk.say('好的，提交吧');
    expect(keys()).to.include('report.receipt');
  });

  it('are no consent', async () => {
    await talk.sayAll('我要报案', '没有这些情况');
    for (const text of ['嗯？什么意思', '好痛', '对方跑了', '同意什么', '可以先报警吗', '不好说']) {
      await talk.say(text);
      expect(talk.open, text).to.equal('report.consent');
    }
    await talk.say('好的，我同意');
    expect(talk.open).to.equal('report.phone');
  });

  it('declare nobody dead', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 7));
    for (const text of ['我不知道，他被救护车拉走了', '120 把人拉走了', '他走了，没留电话', '一个，人没了意识'])
      await talk.say(text);
    expect(keys()).to.not.include('report.death');
  });

  it('“八点左右” reads back as eight, and “刚刚” after midnight as today', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 4), '昨天晚上八点左右', ...ordinaryReport.slice(5, -1));
    expect(talk.last.text).to.include('11月23日（周一） 20:00左右');
    const night = await newTalk({ at: Date.parse('2026-11-25T00:07:00+08:00') });
    await night.sayAll('我要报案', ...ordinaryReport.slice(0, 4), '刚刚', ...ordinaryReport.slice(5, -1));
    expect(night.last.text).to.include('11月25日（周三） 00:07左右');
    await night.end();
  });

  it('“转人工” without a phone is no dead end', async () => {
    await talk.sayAll('转人工', '没有电话');
    expect(keys()).to.include('human.noPhone');
  });

  it('despair: the numbers to dial stay within reach', async () => {
    const said = await talk.say('我不想活了');
    expect(said.at(-1)?.buttons).to.include.members(['tel:12356', 'tel:120']);
  });

  it('after the report are kept with it', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport, '稍后再发', '取消', '我要补充一下，对方逆行');
    expect(talk.last.key).to.equal('details.added');
    expect(JSON.stringify(await talk.events())).to.include('对方逆行');
  });

  it('a promise that has passed is said to have passed', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    await talk.pass(60 * 60);
    await talk.say('进度');
    expect(keys()).to.include('progress.overdue');
  });
});

describe('second thoughts', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());
  const keys = (): string[] => talk.heard.map((line) => line.key);

  it('“有要改的”, “不用改” submits nothing', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1), '有要改的');
    expect(talk.last.buttons).to.include('不用改');
    await talk.say('不用改');
    expect(keys()).to.not.include('report.receipt');
    expect(talk.open).to.equal('report.check');
  });

  it('the driver’s mother is no driver', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 3), '我是司机的妈妈');
    await talk.sayAll(...ordinaryReport.slice(4));
    expect((await talk.events())[0]?.data.report).to.deep.include({ role: 'other' });
  });

  it('a plate that is corrected before it was asked is kept for its question', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 7), '对了车牌错了，是湘A54321');
    expect(keys()).to.include('common.keptForLater');
    await talk.sayAll(...ordinaryReport.slice(7, 9));
    expect(talk.open).to.equal('report.other');
  });

  it('words where photos are asked for are kept with the claim', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport, '儿童医院骨科3床');
    expect(keys()).to.include('details.added');
    expect(talk.open).to.equal('details.photos');
    expect(JSON.stringify(await talk.events())).to.include('骨科3床');
  });
});
