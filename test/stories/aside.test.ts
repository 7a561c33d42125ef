/** What people say beside the question: more of the story, a question of their own, danger, a wish for a person. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('beside the question', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());
  const keys = (): string[] => talk.heard.map((line) => line.key);
  const reach = (question: number) => talk.sayAll('我要报案', ...ordinaryReport.slice(0, question));

  it('more of the story is added to it, also when two messages come at once', async () => {
    await reach(6);
    await talk.accept('我右转弯的时候没看见后面的车');
    await talk.accept('一个骑电动车的大姐撞到我右后门上了');
    await talk.listen();
    expect(talk.open).to.equal('report.injured');
    await talk.sayAll(...ordinaryReport.slice(7));
    const report = (await talk.events())[0]?.data.report as { what: string };
    expect(report.what).to.include('没看见后面的车').and.to.include('右后门');
  });

  const questions: readonly (readonly [string, string])[] = [
    ['车能不能挪？', 'scene.topic.moving'],
    ['现在可以挪车吗', 'scene.topic.moving'],
    ['要不要报警', 'scene.topic.police'],
    ['警告牌放多远', 'scene.distance.both'],
    ['三角架要放多远啊', 'scene.distance.both'],
    ['我能走吗', 'scene.topic.leaving'],
    ['可以私了吗', 'scene.topic.private'],
    ['Can I leave the scene now?', 'scene.topic.leaving'],
    ['should I call the police?', 'scene.topic.police'],
  ];
  for (const at of [0, 5, 6, 7, 8])
    it(`questions about the scene are answered at question ${at + 1}, and the question stands`, async () => {
      await reach(at);
      const before = talk.open;
      for (const [words, key] of questions) {
        const said = await talk.say(words);
        expect(
          said.map((line) => line.key),
          words,
        ).to.include(key);
        expect(talk.open, words).to.equal(before);
      }
    });

  it('other questions get an honest word, and are no answer', async () => {
    for (const at of [1, 6]) {
      await talk.say('重新开始');
      await talk.sayAll(...ordinaryReport.slice(0, at));
      const before = talk.open;
      await talk.say(at === 1 ? '我的车怎么办？' : '医药费谁来出？');
      expect(talk.open).to.equal(before);
    }
    expect(keys()).to.include('common.questionLater');
  });

  it('danger in the middle brings the same help as at first, and is noted', async () => {
    await reach(8);
    const said = await talk.say('他突然叫不醒了！');
    expect(said.map((line) => line.key)).to.include.members(['report.danger.unconscious', 'report.called.ask']);
    expect(said.at(-1)?.buttons).to.include('tel:120');
    await talk.say('已经打了');
    expect(talk.open).to.equal('report.scene');
    await talk.sayAll(...ordinaryReport.slice(8));
    const report = (await talk.events())[0]?.data.report as { danger: string };
    expect(report.danger).to.equal('unconscious');
  });

  it('who lies in hospital is not sent to call 120', async () => {
    await reach(7);
    await talk.say('一个，大出血，已经送医院抢救了');
    expect(talk.open).to.equal('report.scene');
  });

  it('injuries told in the opening are read back, not asked again, once consent is given', async () => {
    await talk.sayAll(
      '昨晚八点在朝阳路口我撞了一个骑车的，他骨折住院了',
      '没有这些情况',
      '同意',
      '13800138000',
      '开车的人',
    );
    expect(keys()).to.not.include('report.what.ask');
    await talk.say('在现场，已报警');
    expect(keys()).to.not.include('report.injured.ask');
    await talk.sayAll('湘A12345', '电动车、自行车');
    expect(talk.last.text).to.include('1 人').and.to.include('住院');
  });

  it('without consent nothing of it is kept as an injury', async () => {
    await talk.sayAll('昨晚八点在朝阳路口我撞了一个骑车的，他骨折住院了', '先不记伤情', '13800138000');
    // Its account told of them: it is asked for without.
    expect(talk.open).to.equal('report.what');
    expect(talk.last.key).to.equal('report.what.ask_noInjuries');
  });
});

describe('a call that was promised', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('转人工', '13800138000', '越快越好');
  });
  afterEach(() => talk.end());

  it('has a number, and is told again when asked for', async () => {
    const made = talk.heard.find((line) => line.key === 'human.made');
    const number = /H\d{12}/.exec(made?.text ?? '')?.[0] ?? 'none';
    expect(JSON.stringify(await talk.tickets())).to.include(number);
    for (const words of ['进度', '转人工', '怎么还没人打电话给我', '有人吗']) {
      const said = await talk.say(words);
      expect(
        said.map((line) => line.key),
        words,
      ).to.include('human.waiting');
      expect(said[0]?.text, words).to.include(number);
    }
    expect((await talk.tickets()).filter((ticket) => ticket.kind === 'callBack')).to.have.length(1);
  });

  it('goes to another number when one is given', async () => {
    await talk.say('转人工，打13900139000');
    await talk.say('越快越好');
    expect(talk.last.text).to.include('139****9000');
  });

  it('that has passed is owned up to, and staff hear of it', async () => {
    await talk.pass(3 * 60);
    const [said] = await talk.say('怎么还没人打电话给我');
    expect(said?.key).to.equal('human.overdue');
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include('overdue');
  });
});

describe('with nothing open', () => {
  it('“撞人了怎么办” begins a report, and a question about the scene is answered', async () => {
    const talk = await newTalk();
    await talk.say('撞人了怎么办');
    expect(talk.open).to.equal('report.danger');
    await talk.end();
    const other = await newTalk();
    await other.say('警告牌放多远');
    expect(other.heard.map((line) => line.key)).to.include('scene.distance.both');
    await other.end();
  });
});

describe('photos on the way', () => {
  it('are thanked for each time, the question is put once, and the read-back counts them', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 8));
    for (let n = 0; n < 3; n += 1) {
      const said = await talk.say('', { files: [await talk.addFile(`p${n}.jpg`)] });
      expect(said.map((line) => line.key)).to.deep.equal(
        n === 0 ? ['common.filesKept', 'report.scene.ask'] : ['common.filesKept'],
      );
      expect(said.at(-1)?.buttons).to.include('在现场，已报警');
    }
    await talk.sayAll(...ordinaryReport.slice(8, -1));
    expect(talk.last.text).to.include('3 个');
    await talk.say('提交');
    const said = await talk.say('', { files: [await talk.addFile('more.jpg')] });
    expect(said[0]?.key).to.equal('common.filesKept');
    await talk.end();
  });
});

describe('a family', () => {
  const family = ['没有这些情况', '同意', '13800138000', '我是她女儿', '今天早上七点', '人民路菜市场门口', '被车撞了'];
  const rest = ['不清楚', '湘A12345', '没有', '提交'];
  it('at a bedside in intensive care hears nothing of costs and agreements', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...family, '1 人，在抢救', ...rest);
    const keys = talk.heard.map((line) => line.key);
    expect(keys).to.include('report.receipt').and.to.include('report.afterCritical');
    expect(keys).to.not.include('report.costs').and.to.not.include('report.nextSteps');
    await talk.end();
  });

  it('that has lost somebody gets a number and no more questions', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...family, '两个人，我爸没了，我妈在ICU');
    expect(talk.heard.filter((line) => line.key === 'report.death')).to.have.length(1);
    await talk.sayAll(...rest);
    expect(talk.last.key).to.equal('report.afterDeath');
    await talk.end();
  });

  it('may say that there are three where one was asked about', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...family, '一个');
    expect(talk.open).to.equal('report.person.1.state');
    await talk.say('三个人，我妈在ICU，另外两个不清楚');
    await talk.sayAll('不清楚', '不清楚', ...rest.slice(0, -1));
    expect(talk.last.text).to.include('3 人');
    await talk.end();
  });
});

describe('who is not at the scene', () => {
  for (const words of [
    '我不在现场',
    '不知道',
    '我妈被车撞了，现在在医院抢救',
    '已经送医院了',
    '救护车拉走了',
    'I am not there',
  ])
    it(`“${words}” is not sent to call 120`, async () => {
      const talk = await newTalk();
      await talk.sayAll('我要报案', words);
      expect(talk.open).to.equal('report.consent');
      await talk.end();
    });
  it('and bleeding on the way to hospital still is', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', '我们在去医院的路上，他一直在流血');
    expect(talk.open).to.equal('report.called');
    await talk.end();
  });
});
