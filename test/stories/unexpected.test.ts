/** What is said at a question that asks something else, and must not be lost, refused or misread. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (): string[] => talk.heard.map((line) => line.key);
const bedside = ['我妈在ICU', '同意', '13800138000', '我是她女儿', '今天早上八点', '人民路口', '1 人，在抢救'] as const;

describe('a correction before its question', () => {
  it('of what the first words told is read back corrected', async () => {
    await talk.sayAll('我要报案，昨天下午三点在长沙市岳麓区枫林路撞了一个骑电动车的', '没有', '时间不对，是下午四点');
    expect(talk.last.question).to.equal('consent');
    expect(keys()).to.include('common.keptForLater');
    await talk.sayAll('同意', '13800138000', '我是司机');
    expect(talk.heard.map((line) => line.text).join())
      .to.include('16:00')
      .and.not.include('15:00');
  });

  it('of which nothing is known yet is kept for it', async () => {
    await talk.sayAll('我要报案', '没有', '电话换成13900139000', '同意');
    expect(talk.last.question).to.equal('role');
    expect(keys()).to.include('common.noted');
  });

  it('that only says it is wrong lets the question be asked', async () => {
    await talk.sayAll('我要报案，昨天下午三点在长沙市岳麓区枫林路撞了一个骑电动车的', '没有', '同意', '时间不对');
    await talk.sayAll('13800138000', '我是司机');
    expect(talk.last.question).to.equal('when');
  });
});

describe('a death that is told in the middle', () => {
  it('of the only injured person changes what was noted, with a kind word and no “改好了”', async () => {
    await talk.sayAll(...bedside);
    const [first, second] = await talk.say('她刚刚走了');
    expect(first?.key).to.equal('report.death');
    expect(second?.question).to.equal('police');
    await talk.sayAll('还没打', '湘A12345', '没有');
    expect(talk.last.text).to.include('1 人，去世了').and.not.include('抢救或');
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include('death');
  });

  it('before the account was given becomes part of it', async () => {
    await talk.sayAll('我要报案', '没有', '同意');
    const [first] = await talk.say('我爸去世了');
    expect(first?.key).to.equal('report.death');
    await talk.sayAll('13800138000', '我是他儿子', '昨天下午三点', '人民路口');
    expect(talk.open).to.equal('report.what');
    await talk.say('他过马路被车撞了');
    expect(talk.open).to.equal('report.police');
    expect(talk.heard.at(-2)?.text).to.include('去世');
    expect(keys().filter((key) => key === 'report.death')).to.have.length(1);
  });

  it('“我爸被车撞死了” was done by somebody else, “我开车撞死人了” was not', async () => {
    await talk.sayAll('我爸被车撞死了', '好');
    expect(talk.open).to.equal('report.consent');
    const other = await newTalk();
    await other.say('我开车撞死人了');
    expect(other.open).to.equal('report.danger');
    await other.end();
  });
});

describe('first words at a bedside', () => {
  for (const words of ['人在ICU', '我爸进了重症监护室'])
    it(`“${words}” begins gently`, async () => {
      expect((await talk.say(words))[0]?.key).to.equal('report.bedside');
      expect(talk.open).to.equal('report.consent');
    });

  for (const words of [
    '我妈在ICU，医院催费，你们能不能先垫付',
    '医院催费没钱了',
    'my mother is in the ICU and the hospital wants money',
  ])
    it(`“${words}” is told what money depends on`, async () => {
      expect((await talk.say(words))[0]?.key).to.equal('report.bedsideMoney');
      expect(talk.open).to.equal('report.consent');
    });
});

describe('a call-back', () => {
  it('is what “好的” means after “请同事来答，好吗？”', async () => {
    await talk.sayAll('能赔多少钱', '好的');
    expect(talk.open).to.equal('human.phone');
  });

  it('is no longer wanted: staff see it, and the floor is the bot’s again', async () => {
    await talk.sayAll('转人工', '13800138000', '上午', '不用打了');
    expect(talk.last.key).to.equal('human.cancelled');
    expect((await talk.tickets()).find((ticket) => ticket.data.cancelled === true)?.kind).to.equal('callBack');
    await talk.say('不用打了');
    expect(talk.last.key).to.not.equal('human.cancelled');
  });

  it('goes to another number that is given where the time is asked', async () => {
    await talk.sayAll('转人工', '13800138000', '打我老公的，13900139000');
    expect(talk.open).to.equal('human.bestTime');
    await talk.say('上午');
    expect(talk.last.text).to.include('139****9000');
  });

  it('stands as it was when another number is begun and left, and says so', async () => {
    await talk.sayAll('转人工', '13800138000', '上午', '打这个13700137000', '取消');
    expect(talk.last.key).to.equal('human.waiting');
    expect(talk.last.text).to.include('138****8000');
  });

  it('“不用打” where police are asked about cancels nothing', async () => {
    await talk.sayAll('转人工', '13800138000', '上午', ...bedside, '不用打');
    expect(keys()).to.not.include('human.cancelled');
  });
});

describe('withdrawing', () => {
  it('a draft puts it aside; “提交” shows it again and sends nothing', async () => {
    await talk.sayAll('我要报案', '没有', '撤销报案');
    expect(talk.last.key).to.equal('common.shelved.report');
    await talk.say('提交');
    expect(talk.open).to.equal('report.consent');
  });

  it('a report is for a person to do; nothing is changed', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    const before = (await talk.events()).length;
    await talk.say('我想撤案');
    expect(keys()).to.include('report.withdraw');
    expect(await talk.events()).to.have.length(before);
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include('withdraw');
  });
});

describe('not knowing and being afraid', () => {
  for (const words of ['不知道', '看不出来', 'not sure'])
    it(`“${words}” about danger is taken as danger: 120`, async () => {
      await talk.say('我要报案');
      const said = await talk.say(words);
      expect(said[0]?.key).to.equal('report.danger.unsure');
      expect(said[0]?.buttons).to.include('tel:120');
      expect(talk.open).to.equal('report.consent');
    });

  for (const words of ['我好害怕', '怎么办啊', '手一直在抖', "I'm scared"])
    it(`“${words}” is answered, and the question waits`, async () => {
      await talk.sayAll('我要报案', '没有', words);
      expect(keys()).to.include('common.steady');
      expect(talk.open).to.equal('report.consent');
    });

  it('“提交之后还能改吗” at the read-back is answered and sends nothing', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1), '提交之后还能改吗');
    expect(keys()).to.include('report.changeLater');
    expect(talk.open).to.equal('report.check');
  });

  it('“再早二十分钟” moves the time', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1), '时间不对，再早二十分钟');
    expect(talk.last.text).to.include('19:40');
  });
});
