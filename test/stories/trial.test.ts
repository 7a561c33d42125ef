/** What people wrote in a trial of the whole product, and what must come of it. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('first words', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());
  const keys = (): string[] => talk.heard.map((line) => line.key);

  for (const words of ['孩子流了好多血', '伤者流了很多血怎么止血', '昏迷了', '他一直在吐', 'he is covered in blood'])
    it(`“${words}”: 120 at once`, async () => {
      const said = await talk.say(words);
      expect(said.flatMap((line) => line.buttons)).to.include('tel:120');
    });

  for (const words of [
    '我妈在医院没救过来',
    '我爸昨晚被车撞死了，司机跑了',
    'my father was hit by a car and died yesterday',
  ])
    it(`“${words}”: a kind word, and nobody is asked about bleeding`, async () => {
      const said = await talk.say(words);
      expect(said[0]?.key).to.equal('report.death');
      // Where the words ask for nothing, it is asked first whether anything may be asked.
      if (talk.last.key === 'report.deathAsk') await talk.say('好');
      expect(talk.open).to.equal('report.consent');
    });

  it('“我撞死人了”: a kind word, and whoever else is in danger comes first', async () => {
    await talk.say('我撞死人了');
    expect(keys()).to.include('report.death');
    expect(talk.open).to.equal('report.danger');
  });

  it('a daughter at a bedside is not asked about bleeding, nor told to get well', async () => {
    await talk.say('我妈今天早上被货车撞了，现在在ICU，我不在现场');
    expect(keys()).to.include('report.bedside');
    expect(talk.open).to.equal('report.consent');
    await talk.sayAll('同意', '13800138000', '我是她女儿', '今天早上七点', '人民路口', '1 人，在抢救', '还没打');
    expect(keys()).to.not.include('report.victimNotCalled');
    await talk.say('取消');
    await talk.say('继续报案');
    expect(talk.open).to.equal('report.ownPlate');
  });
});

describe('at the read-back', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1));
  });
  afterEach(() => talk.end());

  const stated: readonly (readonly [string, string])[] = [
    ['时间是昨晚十一点多', '23:00'],
    ['不是朝阳路和青年路口，是朝阳路和人民路口', '朝阳路和人民路口'],
    ['受伤的其实是三个人', '3 人'],
    ['the number of injured is two, not one', '2 人'],
    ['wrong plate, it is 沪A12346', '沪A·12346'],
    ['其实对方是行人', '行人'],
  ];
  for (const [words, shown] of stated)
    it(`“${words}” is taken`, async () => {
      const said = await talk.say(words);
      expect(said[0]?.key, said[0]?.text).to.equal('common.corrected');
      expect(said[0]?.text).to.include(shown);
    });

  it('the police answer can be corrected in words', async () => {
    await talk.say('报警写错了');
    expect(talk.open).to.equal('report.scene');
    await talk.say('在现场，还没报警');
    expect(talk.open).to.equal('report.check');
  });

  it('“提交” for an account that was opened again leaves it as it was', async () => {
    for (const words of ['提交', 'OK', '好的']) {
      await talk.sayAll('修改事故经过', words);
      expect(talk.open, words).to.equal('report.check');
      expect(talk.last.text, words).to.include('我右转弯时碰到了直行的电动车');
    }
  });

  it('what is added to the account is shown at once', async () => {
    await talk.say('他骑得特别快还闯了红灯撞上来的');
    expect(talk.last.text).to.include('闯了红灯');
  });

  it('what is said to us does not go into the account', async () => {
    for (const words of ['我不是刚说了吗你怎么又问', '把经过里第一句去掉', '不改了，跟原来一样']) await talk.say(words);
    await talk.say('提交');
    const report = (await talk.events())[0]?.data.report as { what: string };
    expect(report.what).to.equal('我右转弯时碰到了直行的电动车');
  });

  it('a correction without a time has a way out', async () => {
    await talk.say('时间好像不对，应该再早一点');
    expect(talk.last.buttons).to.include('不用改');
    await talk.say('不改了，跟原来一样');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.include('20:00左右');
  });
});

describe('after submitting', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport);
  });
  afterEach(() => talk.end());
  const keys = (): string[] => talk.heard.map((line) => line.key);

  it('a death is met with a kind word, kept, and staff hear of it', async () => {
    await talk.say('有一个人刚去世了');
    expect(keys()).to.include('details.death').and.to.include('details.added');
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include('death');
    expect(JSON.stringify(await talk.events())).to.include('刚去世了');
  });

  for (const words of ['其中一个转到ICU了', '经过补充：前车急刹'])
    it(`“${words}” is kept`, async () => {
      await talk.say(words);
      expect(JSON.stringify(await talk.events())).to.include(words);
      expect(talk.open).to.equal('details.photos');
    });

  for (const [words, field] of [
    ['时间不是八点，是七点', 'when'],
    ['受伤的其实是三个人', 'injuredCount'],
    ['我其实不是司机，我是坐车的', 'role'],
    ['报警记错了，还没打', 'policeCalled'],
  ] as const)
    it(`“${words}” corrects`, async () => {
      await talk.say(words);
      const last = (await talk.events()).at(-1);
      expect(last?.type).to.equal('corrected');
      expect(Object.keys((last?.data.changes ?? {}) as object)).to.include(field);
    });

  it('the list of fields is no trap', async () => {
    await talk.say('稍后再发');
    await talk.say('取消');
    await talk.say('填错了');
    expect(talk.open).to.equal('correction.field');
    expect(talk.last.buttons).to.include('不用改');
    await talk.say('还没有人打电话给我');
    expect(talk.last.key).to.equal('progress.reported');
    await talk.sayAll('填错了', '不用改');
    expect(talk.last.key).to.equal('common.keptAsItWas');
  });
});

describe('a promised call', () => {
  it('that is overdue gets a new time, and another number any time', async () => {
    const talk = await newTalk();
    await talk.sayAll('转人工', '13800138000', '越快越好');
    await talk.pass(26 * 60);
    const [late] = await talk.say('我的进度');
    expect(late?.key).to.equal('human.overdue');
    const [again] = await talk.say('我的进度');
    expect(again?.key).to.equal('human.waiting');
    await talk.sayAll('换个号码，打13755556666', '越快越好');
    expect(talk.last.text).to.include('137****6666');
    await talk.end();
  });
});

describe('before anything is sent', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, -1));
  });
  afterEach(() => talk.end());
  const keys = (): string[] => talk.heard.map((line) => line.key);

  it('“我没报警” asks the police question again', async () => {
    await talk.say('我没报警');
    expect(talk.open).to.equal('report.scene');
  });

  it('a death, drink, another fact: said at the read-back it is shown there, with what follows from it', async () => {
    await talk.say('人已经去世了');
    expect(keys()).to.include('report.death');
    expect(talk.last.text).to.include('1 人，去世了');
    await talk.say('我喝了酒');
    expect(keys()).to.include('report.sensitive');
  });

  it('“先别提交”, then “好的” sends nothing; “提交” does', async () => {
    for (const words of ['等一下', '先别提交']) {
      await talk.sayAll(words, '好的');
      expect(keys(), words).to.not.include('report.receipt');
    }
    expect(keys()).to.include('report.notSent');
    await talk.say('提交');
    expect(keys()).to.include('report.receipt');
  });
});

describe('other first words', () => {
  for (const words of ['他不喘气了', '他呼吸停了', '没气儿了'])
    it(`“${words}”: 120 at once`, async () => {
      const talk = await newTalk();
      const said = await talk.say(words);
      expect(said.flatMap((line) => line.buttons)).to.include('tel:120');
      await talk.end();
    });
  for (const words of ['我妈走了', '我老公昨晚车祸走了', '医生说救不回来了', '孩子去世了，怎么赔'])
    it(`“${words}”: a kind word`, async () => {
      const talk = await newTalk();
      await talk.say(words);
      expect(talk.heard.map((line) => line.key)).to.include('report.death');
      await talk.end();
    });
  it('a bereaved person’s new number is the one that will be called', async () => {
    const talk = await newTalk();
    await talk.sayAll('我爸没了', '转人工', '13800138000', '越快越好', '电话错了，打13900139000', '越快越好');
    await talk.say('进度');
    expect(talk.heard.findLast((line) => line.key === 'human.waiting')?.text).to.include('139****9000');
    await talk.end();
  });
});
