/** How many are hurt, put right in words before it is asked, where it is read back, and later. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const said = (): string => talk.heard.map((line) => line.text).join('\n');

describe('the number of the injured, put right', () => {
  for (const [story, role] of [
    ['昨晚八点在朝阳路我开车撞了电动车，一个人受伤', undefined],
    ['昨晚八点在朝阳路我被撞了，我受伤了', '开车的人'],
  ] as const)
    it(`“${story}” and then two: not added up`, async () => {
      await talk.sayAll(story, '没有这些情况', '其实是两个人受伤', '同意', '13800138000');
      if (role) await talk.say(role);
      expect(said()).to.include('受伤情况：2 人').and.not.include('3 人');
      expect(talk.last.text).to.include('共 2 位');
    });

  it('“不对，是两个人” below the read-back is taken, for a question about a person', async () => {
    await talk.sayAll('昨晚八点在朝阳路我开车撞了电动车，三个人受伤', '没有这些情况', '同意', '13800138000');
    expect(talk.open).to.equal('report.person.1.state');
    await talk.say('不对，是两个人');
    expect(talk.last.text).to.include('共 2 位');
    await talk.say('不对，是一个人');
    expect(said()).to.include('改好了，受伤情况：1 人');
    expect(talk.last.text).to.equal('伤者现在怎么样？');
  });

  it('and where something else is asked', async () => {
    await talk.sayAll('昨晚八点在朝阳路我被撞了，我受伤了', '没有这些情况', '同意', '13800138000');
    await talk.sayAll('不对，是两个人', '开车的人');
    expect(said()).to.not.include('[object');
    expect(talk.last.text).to.include('共 2 位');
  });
});

describe('details take what they ask for', () => {
  beforeEach(() => talk.sayAll('我要报案', ...ordinaryReport, '没有照片'));

  it('a remark is no name, no policy number', async () => {
    await talk.say('行车记录仪有录像');
    expect(talk.open).to.equal('details.patient.1.name');
    await talk.sayAll('张三', '湘雅医院', '3床', '是');
    await talk.say('行车记录仪有录像');
    expect(talk.open).to.equal('details.policy');
    await talk.say('PDAA202643010000012345');
    expect(talk.open).to.equal('details.otherPhone');
    const noted = (await talk.events()).findLast(({ type }) => type === 'corrected');
    expect(noted?.data.changes).to.deep.equal({ 'note.1': '行车记录仪有录像' });
  });

  for (const [question, before] of [
    ['patient.1.name', []],
    ['patient.1.hospital', ['张三']],
    ['patient.1.bed', ['张三', '湘雅医院']],
    ['policy', ['张三', '湘雅医院', '3床', '是']],
  ] as const)
    it(`“其实是三个人受伤” at ${question} corrects, and is asked about`, async () => {
      await talk.sayAll(...before);
      expect(talk.open).to.equal(`details.${question}`);
      await talk.say('其实是三个人受伤');
      expect(talk.last.key).to.equal('common.whichIsRight');
      await talk.say('3 人');
      expect(said()).to.include('3 人');
      expect(talk.open).to.equal(`details.${question}`);
    });
});
