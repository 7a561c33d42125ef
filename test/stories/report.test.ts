import { expect } from 'chai';
import { anotherTalk, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

/** Up to the named question, as an ordinary driver. */
async function reach(talk: Talk, question: string): Promise<void> {
  await talk.say('我要报案');
  for (const text of ordinaryReport) {
    if (talk.open === `report.${question}`) return;
    await talk.say(text);
  }
}

describe('a driver reports', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('in at most 12 messages from the first question to “submit”, and gets one number, a promise and three next steps', async () => {
    await talk.say('我要报案');
    const before = talk.sent;
    for (const text of ordinaryReport) await talk.say(text);
    expect(talk.sent - before).to.be.at.most(12);
    const keys = talk.heard.map((line) => line.key);
    for (const key of ['report.receipt', 'report.nextSteps', 'report.costs', 'details.photos.ask_injuries'])
      expect(keys).to.include(key);
    const receipt = talk.heard.find((line) => line.key === 'report.receipt');
    expect(receipt?.text).to.match(/\d{4} \d{4} \d{4}/);
    expect(receipt?.text).to.include('2026年11月24日（周二） 11:00');
    const events = await talk.events();
    expect(events.map((event) => event.type)).to.deep.equal(['reported', 'consentGiven', 'promiseMade', 'assigned']);
    expect(events[0]?.data.report).to.deep.include({
      role: 'driver',
      phone: '13800138000',
      ownPlate: '湘A12345',
      policeCalled: true,
      injuredCount: 1,
      medicalConsent: true,
    });
  });

  it('is asked about danger first, then for consent, then for the phone', async () => {
    await talk.say('我要报案');
    expect(talk.open).to.equal('report.danger');
    await talk.say('没有这些情况');
    expect(talk.open).to.equal('report.consent');
    await talk.say('同意');
    expect(talk.open).to.equal('report.phone');
  });

  it('with somebody unconscious is told to call 120 before anything else', async () => {
    const [, ...rest] = [await talk.say('我要报案'), ...(await talk.say('叫不醒或没有呼吸'))];
    expect(rest.map((line) => line.key)).to.deep.equal([
      'report.danger.unconscious',
      'report.danger.script',
      'report.called.ask',
    ]);
    expect(rest[0]?.buttons).to.include('tel:120');
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include('danger');
  });

  it('sees every key field read back and can correct the time in words', async () => {
    await reach(talk, 'check');
    expect(talk.last.text).to.include('2026年11月23日（周一） 20:00左右');
    const said = await talk.say('时间填错了，是八点半');
    expect(said[0]?.key).to.equal('common.corrected');
    expect(said[0]?.text).to.include('2026年11月23日（周一） 20:30');
    expect(talk.open).to.equal('report.check');
  });

  it('can tap an answer to change it', async () => {
    await reach(talk, 'check');
    const summary = talk.last.data.summary as { question: string; change: string }[];
    const plate = summary.find((line) => line.question === 'ownPlate');
    await talk.say(plate?.change ?? '');
    expect(talk.open).to.equal('report.ownPlate');
    await talk.say('湘A54321');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.include('湘A·54321');
  });

  it('is told what is wrong with a plate, with an example, and loses nothing', async () => {
    await reach(talk, 'ownPlate');
    const [wrong] = await talk.say('湘A1234');
    expect(wrong?.key).to.equal('prompts.plate.plateLength');
    expect(wrong?.text).to.include('湘A12345');
    await talk.say('湘A12345');
    expect(talk.open).to.equal('report.other');
  });

  it('gives time and place in one breath, and is not asked for the place again', async () => {
    await reach(talk, 'when');
    const said = await talk.say('昨晚八点多，在朝阳路和青年路口');
    expect(said.map((line) => line.key)).to.include('common.noted');
    expect(talk.open).to.equal('report.what');
  });

  it('gives both plates in one message', async () => {
    await reach(talk, 'ownPlate');
    await talk.say('我的湘A12345，对方湘B67890');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.include('湘B·67890');
  });

  it('may decline to have injuries recorded and still report', async () => {
    await talk.sayAll(
      '我要报案',
      '没有这些情况',
      '先不记伤情',
      '13800138000',
      '开车的人',
      '昨晚八点多',
      '朝阳路口',
      '碰到了电动车',
    );
    expect(talk.open).to.equal('report.injuredCount');
    await talk.sayAll('一个', '在现场，已报警', '湘A12345', '电动车、自行车', '提交');
    const report = (await talk.events())[0]?.data.report as {
      injured: unknown[];
      medicalConsent: boolean;
    };
    expect(report.injured).to.deep.equal([]);
    expect(report.medicalConsent).to.equal(false);
  });

  it('goes back a question, and asks for help, without losing an answer', async () => {
    await reach(talk, 'where');
    await talk.say('返回');
    expect(talk.open).to.equal('report.when');
    const help = await talk.say('帮助');
    expect(help.map((line) => line.key)).to.deep.equal(['home.help', 'common.goOn', 'report.when.ask']);
  });

  it('steps out to the scene card and back', async () => {
    await reach(talk, 'what');
    const said = await talk.say('现场怎么办');
    expect(said[0]?.key).to.equal('scene.card');
    await talk.sayAll('普通道路', '不用了，返回');
    expect(talk.open).to.equal('report.what');
  });

  it('stops and goes on the next day', async () => {
    await reach(talk, 'what');
    await talk.say('取消');
    expect(talk.last.key).to.equal('common.shelved.report');
    await talk.pass(24 * 60);
    await talk.say('继续报案');
    expect(talk.open).to.equal('report.what');
  });

  it('who falls silent for half an hour becomes a call-back, once, and can still go on', async () => {
    await reach(talk, 'scene');
    expect(await talk.pass(29)).to.deep.equal([]);
    expect((await talk.pass(2)).map((line) => line.key)).to.deep.equal(['report.brokenOff']);
    expect(await talk.pass(120)).to.deep.equal([]);
    const broken = (await talk.tickets()).filter((ticket) => ticket.kind === 'brokenOff');
    expect(broken.length).to.equal(1);
    expect(broken[0]?.data.phone).to.equal('13800138000');
    await talk.say('在现场，已报警');
    expect(talk.open).to.equal('report.ownPlate');
  });

  it('the half hour counts from the last message, whatever was said when the timer was set', async () => {
    await reach(talk, 'scene');
    expect(await talk.pass(20)).to.deep.equal([]);
    await talk.say('等一下');
    expect(await talk.pass(20)).to.deep.equal([]);
    expect(await talk.pass(9)).to.deep.equal([]);
    expect((await talk.pass(1)).map((line) => line.key)).to.deep.equal(['report.brokenOff']);
    expect(await talk.app.store.nextJobAt()).to.equal(null);
  });

  it('who goes on and then back to the answers that a call was promised for leaves no timer behind', async () => {
    await reach(talk, 'scene');
    await talk.pass(31);
    await talk.say('在现场，已报警');
    expect(await talk.app.store.nextJobAt()).to.be.a('number');
    await talk.say('返回');
    expect(await talk.app.store.nextJobAt()).to.equal(null);
    expect(await talk.pass(60)).to.deep.equal([]);
  });

  it('no timer is left behind once the report is in', async () => {
    await reach(talk, 'check');
    expect(await talk.app.store.nextJobAt()).to.be.a('number');
    await talk.say('提交');
    expect(await talk.app.store.nextJobAt()).to.equal(null);
    expect(await talk.pass(120)).to.deep.equal([]);
  });

  it('sends a photo where words are asked: it is kept, and the question stays', async () => {
    await reach(talk, 'what');
    const said = await talk.say('', { files: [await talk.addFile()] });
    expect(said.map((line) => line.key)).to.deep.equal(['common.filesKept', 'report.what.ask']);
    for (const text of ordinaryReport.slice(ordinaryReport.indexOf('我右转弯时碰到了直行的电动车')))
      await talk.say(text);
    expect((await talk.events()).map((event) => event.type)).to.include('fileAdded');
  });

  it('sends three messages at once: answered in order', async () => {
    await talk.say('我要报案');
    await Promise.all([talk.accept('没有这些情况'), talk.accept('同意'), talk.accept('13800138000')]);
    const said = await talk.listen();
    expect(said.map((line) => line.key)).to.deep.equal(['report.consent.ask', 'report.phone.ask', 'report.role.ask']);
  });

  it('sends the same message twice: it runs once', async () => {
    await talk.say('我要报案');
    await talk.say('没有这些情况', { key: 'same' });
    expect(await talk.say('没有这些情况', { key: 'same' })).to.deep.equal([]);
  });

  it('writes nonsense, an emoji, a script and 4,000 characters: never trapped, never lost', async () => {
    await reach(talk, 'when');
    for (const text of [
      '😀',
      '<script>alert(1)</script>',
      '{{7*7}} $t(common.thanks)',
      '一'.repeat(4000),
      '   ',
      '((((((((',
    ]) {
      const said = await talk.say(text);
      expect(said.length, text.slice(0, 20)).to.be.at.least(1);
      expect(talk.open, text.slice(0, 20)).to.equal('report.when');
    }
    await talk.say('昨晚八点多');
    expect(talk.open).to.equal('report.where');
  });
});

describe('branches of a report', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());
  const told = (): string[] => talk.heard.map((line) => line.key);
  const upTo = async (...answers: string[]): Promise<void> => {
    await talk.say('我要报案');
    for (const text of answers) await talk.say(text);
  };
  const start = ['没有这些情况', '同意', '13800138000', '开车的人'];

  it('more than 48 hours late: taken, and told what lateness does not mean', async () => {
    await upTo(...start, '五天前');
    expect(told()).to.include('report.late');
    expect(talk.heard.find((line) => line.key === 'report.late')?.text).to.include('48');
  });

  it('off the road: another proof is needed', async () => {
    await upTo(...start, '昨晚八点', '阳光小区地下车库');
    expect(told()).to.include('report.offRoad');
  });

  it('the other side fled: 122 and the rescue fund with its days', async () => {
    await upTo(
      ...start,
      '昨晚八点',
      '朝阳路口',
      '被一辆车追尾',
      '1 人，住院了',
      '已离开，没报警',
      '湘A12345',
      '对方跑了',
    );
    expect(told()).to.include.members(['report.leftNotCalled', 'report.fled', 'report.rescueFund']);
  });

  it('a death: gentle words, and staff hear of it at once', async () => {
    await upTo(...start, '昨晚八点', '朝阳路口', '撞到行人', '有人去世');
    expect(told()).to.include('report.death');
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include('death');
  });

  it('several injured: each one is asked for', async () => {
    await upTo(...start, '昨晚八点', '朝阳路口', '追尾', '2 人或更多', '3', '住院了', '门诊看过');
    expect(talk.open).to.equal('report.person.3.state');
  });

  it('a minor, and drink: neutral words and a person', async () => {
    await upTo(...start, '昨晚八点', '朝阳路口', '我喝了点酒，碰到一个小学生', '1 人，门诊看过');
    expect(
      talk.heard.map(({ question }) => question),
      'who drove is no guardian',
    ).to.not.include('minorConsent');
    expect(told()).to.include.members(['report.sensitive', 'report.minor']);
    expect((await talk.tickets()).map((ticket) => ticket.data.reason)).to.include.members(['sensitive', 'minor']);
  });

  it('took the injured to hospital: not flight, but tell 122', async () => {
    await upTo(...start, '刚刚', '朝阳路口', '碰到行人', '1 人，门诊看过', '送伤者去了医院');
    expect(told()).to.include('report.tookToHospital');
    await talk.say('还没有');
    expect(told()).to.include('report.callPolice');
  });

  it('a victim reports: asked for the car whose insurance it is about', async () => {
    await upTo(
      '没有这些情况',
      '同意',
      '13800138000',
      '伤者家属',
      '昨晚八点',
      '朝阳路口',
      '我妈被车撞了',
      '1 人，住院了',
      '已离开，报过警',
    );
    expect(talk.last.key).to.equal('report.ownPlate.ask_victim');
  });

  it('a victim is asked only whether police know, and is not told of leaving the scene', async () => {
    await upTo(
      '没有这些情况',
      '同意',
      '13800138000',
      '伤者本人',
      '昨晚八点',
      '朝阳路口',
      '我走路被车撞了',
      '1 人，住院了',
    );
    expect(talk.open).to.equal('report.police');
    await talk.say('还没打');
    expect(told()).to.include('report.victimNotCalled').and.not.include('report.tookToHospital');
  });

  it('a death without consent to note injuries: gentle words and a person all the same', async () => {
    await upTo(
      '没有这些情况',
      '先不记伤情',
      '13800138000',
      '开车的人',
      '昨晚八点',
      '朝阳路口',
      '撞到一个孩子，当场死亡',
      '1',
    );
    expect(told()).to.include.members(['report.death', 'report.minor']);
  });

  it('nobody hurt: no urging to call 122 for an injury', async () => {
    await upTo(...start, '昨晚八点', '朝阳路口', '追尾了一下', '没有人受伤', '在现场，还没报警');
    expect(told()).to.include('report.nobodyHurt').and.not.include('report.callPolice');
  });

  it('in Beijing: what it may cost not to call', async () => {
    await upTo(...start, '昨晚八点', '北京市朝阳路口', '碰到电动车', '1 人，门诊看过', '在现场，还没报警');
    expect(told()).to.include.members(['report.callPolice', 'report.beijing']);
  });

  it('a request in English is no story: it is asked how it happened', async () => {
    await talk.say('I want to report an accident');
    await talk.sayAll('None of these', 'I agree', '13800138000', 'The driver', 'yesterday at 8pm', 'Chaoyang Road');
    expect(talk.open).to.equal('report.what');
  });

  it('“能私了吗” in mid-report is answered at once, and the report goes on', async () => {
    await upTo(...start);
    await talk.say('能私了吗');
    expect(told()).to.include('scene.topic.private');
    await talk.say('不用了，返回');
    expect(talk.open).to.equal('report.when');
  });

  it('no phone: the report is taken and says how to reach us', async () => {
    await upTo(
      '没有这些情况',
      '同意',
      '没有电话',
      '开车的人',
      '昨晚八点',
      '朝阳路口',
      '碰到电动车',
      '1 人，还没去医院',
      '在现场，已报警',
      '湘A12345',
      '电动车、自行车',
      '提交',
    );
    expect(talk.heard.find((line) => line.key === 'report.receipt')?.text).to.include('您没有留电话');
    await talk.say('进度');
    expect(told()).to.include('progress.reportedNoPhone');
  });

  it('a second report of the same accident is proposed to staff and reveals nothing', async () => {
    await upTo(...ordinaryReport);
    const other = await anotherTalk(talk);
    await other.sayAll(
      '我要报案',
      '没有这些情况',
      '同意',
      '13900139000',
      '伤者家属',
      '昨天晚上八点',
      '青年路口',
      '我妈被湘A12345撞了',
      '1 人，住院了',
      '已离开，报过警',
      '湘A12345',
      '没有对方',
      '提交',
    );
    const tickets = await talk.tickets();
    expect(tickets.filter((ticket) => ticket.kind === 'possibleDuplicate').length).to.equal(1);
    expect(other.heard.map((line) => line.text).join('\n'))
      .to.not.include('13800138000')
      .and.not.include('138****8000');
  });

  it('in English', async () => {
    await talk.say('I want to report an accident');
    expect(talk.last.text).to.include('People first');
    await talk.sayAll(
      'None of these',
      'I agree',
      '13800138000',
      'The driver',
      'yesterday at 8pm',
      'Chaoyang Road at Qingnian Road',
      'I hit a cyclist while turning right',
      '1 person, in hospital',
      'At the scene, police called',
      '湘A12345',
      'E-bike or bicycle',
      'Submit',
    );
    expect(told()).to.include('report.receipt');
    expect(talk.heard.find((line) => line.key === 'report.receipt')?.text).to.match(/Number: \d{4} \d{4} \d{4}/);
  });

  it('after the number: name, hospital bed, policy, the other phone; all can be skipped', async () => {
    await upTo(...ordinaryReport);
    await talk.sayAll('稍后再发', '不知道', '不知道', '不知道', '是', '不知道', '没有');
    expect(told()).to.include('details.thanks');
  });

  it('corrects a submitted report, as an event', async () => {
    await upTo(...ordinaryReport);
    await talk.say('车牌填错了');
    expect(talk.open).to.equal('correction.value.ownPlate');
    await talk.say('湘A99999');
    expect(told()).to.include('correction.done');
    expect(talk.open).to.equal('details.photos');
  });
});

describe('“转人工”', () => {
  it('works as the very first message and says honestly when', async () => {
    const talk = await newTalk({ at: Date.parse('2026-11-21T23:00:00+08:00') });
    await talk.sayAll('转人工', '13800138000', '越快越好');
    expect(talk.last.key).to.equal('human.made');
    expect(talk.last.text).to.include('2026年11月23日（周一） 10:00');
    expect((await talk.tickets())[0]).to.deep.include({ kind: 'callBack' });
    expect((await talk.app.store.conversation(talk.conversation))?.floor).to.equal('waiting');
    await talk.end();
  });

  it('keeps the report that was running', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况', '同意', '13800138000', '转人工', '上午');
    expect(talk.heard.map((line) => line.key)).to.include('human.made');
    expect(talk.open).to.equal('report.role');
    await talk.end();
  });

  it('is offered with crisis help when somebody despairs', async () => {
    const talk = await newTalk();
    const said = await talk.say('我不想活了');
    expect(said[0]?.key).to.equal('crisis.help');
    expect(said[0]?.buttons).to.include('tel:12356');
    expect(talk.open).to.equal('human.phone');
    await talk.end();
  });
});

describe('a story told in the first message', () => {
  it('fills what it tells; only the rest is asked', async () => {
    const talk = await newTalk();
    await talk.say('昨天晚上八点多在朝阳路撞了个骑电动车的老太太腿好像断了我该咋办');
    expect(talk.open).to.equal('report.danger');
    await talk.sayAll('没有', '同意', '13800138000', '我是司机');
    expect(talk.open).to.equal('report.person.1.state');
    const noted = talk.heard
      .filter((line) => line.key === 'common.noted')
      .map((line) => line.text)
      .join('\n');
    expect(noted).to.include('2026年11月23日（周一） 20:00左右').and.include('朝阳路');
    await talk.end();
  });
});
