/** What a third newcomer typed where something else was asked; worst first. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (): string[] => talk.heard.map((line) => line.key);
const said = (): string => talk.heard.map((line) => line.text).join('\n');
const reasons = async (): Promise<unknown[]> => (await talk.tickets()).map((ticket) => ticket.data.reason);
/** Up to the question about the injured. */
const upToInjured = [
  '我要报案',
  '没有',
  '同意',
  '13800138000',
  '我是家属',
  '昨天下午三点',
  '人民路口',
  '过马路被车撞了',
] as const;

describe('the dead are counted', () => {
  for (const [words, people] of [
    ['我老婆当场就没了 我腿断了在住院', 2],
    ['一家三口 我爸走了 我妈骨折住院 我弟轻伤', 3],
    ['三个 一个当场没了 一个icu 还有个小孩就擦破点皮', 3],
  ] as const)
    it(`“${words}”`, async () => {
      await talk.sayAll(...upToInjured, words);
      expect(keys()).to.include('report.death');
      for (let n = 0; n < 4 && talk.open?.startsWith('report.person'); n++) await talk.say('不清楚');
      await talk.sayAll('还没打', '湘A12345', '没有');
      expect(talk.open).to.equal('report.check');
      expect(talk.last.text).to.include(`${people} 人`).and.to.include('去世');
    });

  it('and two with different states are two', async () => {
    await talk.sayAll(...upToInjured, '俩 一个轻伤门诊看了 一个重伤昏迷在抢救');
    await talk.sayAll('还没打', '湘A12345', '没有');
    expect(talk.last.text).to.include('2 人').and.to.include('抢救').and.to.include('门诊');
  });
});

describe('a death where something else is asked', () => {
  const before: Readonly<Record<string, readonly string[]>> = {
    danger: ['我要报案'],
    consent: ['我要报案', '没有'],
    phone: ['我要报案', '没有', '同意'],
    role: ['我要报案', '没有', '同意', '13800138000'],
    when: ['我要报案', '没有', '同意', '13800138000', '我是家属'],
    where: ['我要报案', '没有', '同意', '13800138000', '我是家属', '昨天下午三点'],
  };
  for (const [question, steps] of Object.entries(before))
    for (const words of ['医生刚说抢救无效人没了', '我爸没抢救过来'])
      it(`${question}: “${words}” is met with a kind word, and stands in the report`, async () => {
        await talk.sayAll(...steps, words);
        expect(keys()).to.include('report.death');
        expect(await reasons()).to.include('death');
        expect(said()).to.not.include('事故地点：医生').and.not.include('事故时间：2026年11月24日');
        const rest = ['同意', '13800138000', '我是家属', '昨天下午三点', '人民路口', '过马路被车撞了'];
        const from = ['consent', 'phone', 'role', 'when', 'where', 'what'].indexOf((talk.open ?? '').slice(7));
        await talk.sayAll(...rest.slice(from));
        if (talk.open === 'report.injuredCount') await talk.say('1');
        await talk.sayAll('还没打', '湘A12345', '没有');
        expect(talk.last.text).to.include('去世').and.to.include('过马路被车撞了');
      });

  it('“我就是司机 撞死人了” says who, and the account is still asked for', async () => {
    await talk.sayAll('我要报案', '没有', '同意', '13800138000', '我就是司机 撞死人了');
    expect(talk.open).to.equal('report.when');
    await talk.sayAll('昨天下午三点', '人民路口');
    expect(talk.open).to.equal('report.what');
  });
});

describe('danger is heard at every closed question', () => {
  for (const words of ['人还在流血 好多血', '刚才说错了 人还在流血 好多血', '她突然昏过去了叫不醒'])
    it(`consent: “${words}”`, async () => {
      await talk.sayAll('我要报案', '没有');
      expect((await talk.say(words)).flatMap((line) => line.buttons)).to.include('tel:120');
    });

  it('and getting worse is kept in the account', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1), '她突然昏过去了叫不醒', '已经打了');
    expect(talk.last.text).to.include('她突然昏过去了叫不醒');
  });
});

it('declining consent drops an account that tells of injuries, and says nothing of them later', async () => {
  await talk.sayAll(
    '老公骑车被撞 肋骨断了三根 住骨科12床',
    '先不记伤情',
    '13800138000',
    '我是他老婆',
    '昨天下午三点',
    '人民路口',
  );
  expect(talk.last.key).to.equal('report.what.ask_noInjuries');
  expect(said()).to.not.include('12床');
});

describe('a person can be reached', () => {
  for (const words of ['我要找真人 别跟我机器人', '给我接个活人行不行', '让你们的人给我打电话', '人呢', '有人吗'])
    it(`at the first question: “${words}”`, async () => {
      await talk.sayAll('我要报案', words);
      expect(talk.open).to.equal('human.phone');
    });

  it('in the middle of the account', async () => {
    await talk.sayAll(...upToInjured.slice(0, -1), '给我接个活人行不行');
    expect(talk.open).to.equal('human.bestTime');
  });
});

describe('corrections where something else is asked', () => {
  it('“不对 是13900001111” and “手机号换…” change the number', async () => {
    await talk.sayAll('我要报案', '没有', '同意', '13800138000', '不对 是13900001111');
    expect(talk.last.question).to.equal('role');
    expect(said()).to.include('139****1111');
    await talk.sayAll('我就是司机', '手机号换13900002222了');
    expect(said()).to.include('139****2222');
  });

  it('“打我老婆的 139…” where who speaks is asked is the number to call', async () => {
    await talk.sayAll('我要报案', '没有', '同意', '13800138000', '打我老婆的 13900138000');
    expect(talk.last.question).to.equal('role');
    expect(said()).to.include('139****8000');
  });

  it('“刚打了122” after being told to call', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 8), '在现场，还没报警', '刚打了122');
    expect(said()).to.include('在现场，已报警');
  });

  it('“不对 是川AD54321” is one’s own plate, not a second car', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 9), '川AD12345', '不对 是川AD54321');
    expect(talk.open).to.equal('report.other');
    expect(said()).to.include('川A·D54321');
  });

  it('somebody else is hurt: the injured are asked anew', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1), '我老婆也撞伤了');
    expect(talk.open).to.equal('report.injured');
    expect(keys()).to.include('report.moreInjured');
  });

  it('the next day, with the value in other words', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport);
    talk.clock.at += 24 * 3_600_000;
    await talk.say('昨天说错了 出事是前天晚上八点');
    expect(keys()).to.include('correction.done');
  });
});

describe('after the report was sent', () => {
  beforeEach(() => talk.sayAll('我要报案', ...ordinaryReport));

  it('another accident is another report', async () => {
    await talk.say('我又出了个事故 刚才又被追尾了');
    expect(keys()).to.include('report.another');
    expect(talk.open).to.equal('report.danger');
  });
});

describe('moods', () => {
  for (const [words, key] of [
    ['你们就是骗子', 'common.angry'],
    ['😭😭😭', 'common.steady'],
    ['等一下我看看', 'common.takeYourTime'],
    ['我手机快没电了', 'common.takeYourTime'],
  ] as const)
    it(`“${words}” at any question: ${key}, and it is asked again`, async () => {
      await talk.sayAll('我要报案', '没有', '同意', '13800138000', '我是司机', '昨天下午三点', words);
      expect(keys()).to.include(key);
      expect(talk.open).to.equal('report.where');
    });

  it('“我喝酒了 撞了人 现在脑子一片空白” loses neither drink nor collision', async () => {
    await talk.sayAll(
      '我喝酒了 撞了人 现在脑子一片空白',
      '没有',
      '同意',
      '13800138000',
      '我是司机',
      '昨天下午三点',
      '人民路口',
    );
    expect(keys()).to.include('common.steady').and.to.include('report.sensitive');
  });

  it('who has driven off hears at once how to put it right', async () => {
    const [first] = await talk.say('我害怕就开走了');
    expect(first?.key).to.equal('report.leftNotCalled');
    expect(first?.buttons).to.include('tel:122');
  });
});
