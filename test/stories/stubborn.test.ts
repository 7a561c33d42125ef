/** Things people do that once filed an answer in the wrong place, or left somebody stuck. */
import { expect } from 'chai';
import type { JsonObject } from '../../store/ports.ts';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('people who change their mind', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  const reported = async (): Promise<void> => {
    await talk.say('我要报案');
    await talk.sayAll(...ordinaryReport);
  };
  const upTo = async (question: string): Promise<void> => {
    await talk.say('我要报案');
    for (const text of ordinaryReport) {
      if (talk.open === `report.${question}`) return;
      await talk.say(text);
    }
  };
  const callBacks = async (): Promise<JsonObject[]> =>
    (await talk.tickets()).filter((ticket) => ticket.kind === 'callBack').map((ticket) => ticket.data);

  it('are called at the number that they gave last', async () => {
    await reported();
    await talk.sayAll('电话填错了', '13911112222', '转人工', '越快越好');
    expect((await callBacks())[0]?.phone).to.equal('13911112222');
  });

  it('can change the number while a call-back is being arranged', async () => {
    await talk.sayAll('转人工', '13800138000');
    await talk.say('换个号码，打13911112222');
    expect(talk.open).to.equal('human.bestTime');
    await talk.say('上午');
    expect((await callBacks())[0]?.phone).to.equal('13911112222');
  });

  it('report twice: each one’s details stay with it', async () => {
    await reported();
    await talk.sayAll('稍后再发', '王二');
    await talk.say('我要报案');
    await talk.sayAll(...ordinaryReport);
    const second = await talk.events();
    await talk.sayAll('稍后再发', '李一');
    expect(second[0]?.type).to.equal('reported');
    const claims = [...new Set(talk.heard.filter((line) => line.key === 'report.receipt').map((line) => line.text))];
    expect(claims.length).to.equal(2);
    await talk.sayAll('不知道', '不知道', '是', '不知道', '没有');
    const details = (await talk.events())
      .filter((event) => event.type === 'corrected')
      .map((event) => event.data.changes as JsonObject);
    expect(JSON.stringify(details)).to.include('李一').and.not.include('王二');
  });

  it('hedge: “应该是昨晚八点多” is the answer to the open question', async () => {
    await upTo('when');
    await talk.say('应该是昨晚八点多');
    expect(talk.open).to.equal('report.where');
    await talk.say('时间应该是八点半');
    expect(talk.heard.findLast((line) => line.key === 'common.corrected')?.text).to.include('20:30');
  });

  it('say “两三个”, then “2”: two, not the second', async () => {
    await talk.sayAll(
      '我要报案',
      '没有这些情况',
      '先不记伤情',
      '13800138000',
      '开车的人',
      '昨晚八点',
      '朝阳路口',
      '追尾了',
      '两三个',
    );
    expect(talk.last.key).to.equal('common.whichOne');
    await talk.say('2');
    const frame = (await talk.app.store.conversation(talk.conversation))?.state as {
      talk: { stack: { answers: Record<string, { value: unknown }> }[] };
    };
    expect(frame.talk.stack[0]?.answers.injuredCount?.value).to.equal(2);
  });

  it('tap a change button in another language, or after the report was sent: never an answer', async () => {
    await upTo('what');
    await talk.say('English');
    await talk.say('修改事故时间');
    expect(talk.open).to.equal('report.when');
    await talk.sayAll('中文', '昨晚九点', '右转时碰到了', '1 人，住院了', '在现场，已报警', '湘A12345', '行人', '提交');
    expect(talk.open).to.equal('details.photos');
    await talk.say('修改事故时间');
    expect(talk.open).to.equal('correction.value.when');
  });

  it('put off an optional question: it is skipped, the report goes on', async () => {
    await upTo('ownPlate');
    await talk.say('以后再补');
    expect(talk.open).to.equal('report.other');
  });

  it('give up one correction and make another: the right field, and the value in the words is used', async () => {
    await reported();
    await talk.sayAll('地点填错了', '取消');
    const said = await talk.say('时间填错了，是昨晚九点');
    expect(said[0]?.key).to.equal('correction.done');
    expect(said[0]?.text).to.include('21:00');
  });

  it('fall silent twice over the same draft: one call-back', async () => {
    await upTo('scene');
    await talk.pass(31);
    await talk.say('谢谢');
    await talk.pass(31);
    await talk.say('谢谢');
    await talk.pass(31);
    expect((await talk.tickets()).filter((ticket) => ticket.kind === 'brokenOff').length).to.equal(1);
  });

  it('answer “which one should be changed?” in words', async () => {
    await upTo('check');
    await talk.sayAll('有要改的', '时间');
    expect(talk.open).to.equal('report.when');
  });

  it('ask for a person and for the scene in turns: nothing piles up', async () => {
    for (let n = 0; n < 10; n += 1) await talk.sayAll('转人工', '现场怎么办');
    const state = (await talk.app.store.conversation(talk.conversation))?.state as { talk: { stack: unknown[] } };
    expect(state.talk.stack.length).to.be.at.most(2);
  });

  it('share their place while something else is asked: it is kept for its question', async () => {
    await upTo('when');
    const said = await talk.say('', { entities: [{ type: 'GeoCoordinates', latitude: 28.2, longitude: 112.9 }] });
    expect(said.map((line) => line.key)).to.deep.equal(['common.placeKept', 'report.when.ask']);
    await talk.say('昨晚八点');
    expect(talk.open).to.equal('report.what');
  });

  it('correct the report from inside the help about the scene', async () => {
    await upTo('what');
    await talk.say('现场怎么办');
    await talk.say('时间填错了，是八点半');
    expect(talk.heard.findLast((line) => line.key === 'common.corrected')?.text).to.include('20:30');
    expect(talk.open).to.equal('report.what');
  });

  it('shout “着火了” five times: staff hear of it once', async () => {
    await upTo('role');
    for (let n = 0; n < 5; n += 1) await talk.say('车着火了');
    expect((await talk.tickets()).filter((ticket) => ticket.data.reason === 'danger').length).to.equal(1);
  });
});
