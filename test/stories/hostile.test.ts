import { expect } from 'chai';
import { newTalk, type Talk } from '../support/talk.ts';

const payloads = [
  '{{7*7}}',
  '{{ range.constructor("return process.version")() }}',
  '{% include "/etc/passwd" %}',
  '$t(common.thanks)',
  '<%= 7*7 %>',
  '#{7*7}',
  '<script>alert(1)</script>',
  '[点我](javascript:alert(1))',
];

describe('words that look like code', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('are read back to the letter and run nowhere', async () => {
    await talk.sayAll('我要报案', '没有这些情况', '同意', '13800138000', '开车的人', '昨晚八点');
    await talk.say('朝阳路{{7*7}}号 $t(common.thanks)');
    await talk.say(payloads.join(' '));
    await talk.sayAll('1 人，门诊看过', '在现场，已报警', '湘A12345', '行人');
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.include('朝阳路{{7*7}}号 $t(common.thanks)');
    expect(talk.last.text).to.include('{{7*7}} {{ range.constructor(');
    expect(talk.last.text).to.not.include('49');
  });

  it('as a name of a property change nothing', async () => {
    await talk.say('我要报案');
    for (const text of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) await talk.say(text);
    expect(talk.open).to.equal('report.danger');
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });
});

describe('a phone that sends more than words', () => {
  it('shares its place for the place', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', '没有这些情况', '同意', '13800138000', '开车的人', '昨晚八点');
    await talk.say('', { entities: [{ type: 'GeoCoordinates', latitude: 28.2, longitude: 112.9 }] });
    expect(talk.open).to.equal('report.what');
    await talk.end();
  });

  it('sends nine photos at once: all are kept, one report', async () => {
    const talk = await newTalk();
    await talk.sayAll(
      '我要报案',
      '没有这些情况',
      '同意',
      '13800138000',
      '开车的人',
      '昨晚八点',
      '朝阳路口',
      '碰到电动车',
    );
    const files = await Promise.all(Array.from({ length: 9 }, (_, n) => talk.addFile(`${n}.jpg`)));
    await Promise.all(files.map((file) => talk.accept('', { files: [file] })));
    const said = await talk.listen();
    expect(said.filter((line) => line.key === 'common.filesKept').length).to.be.at.most(3);
    expect(talk.open).to.equal('report.injured');
    await talk.sayAll('1 人，门诊看过', '在现场，已报警', '湘A12345', '电动车、自行车', '提交');
    const events = await talk.events();
    expect(events.filter((event) => event.type === 'reported').length).to.equal(1);
    expect(new Set(events.filter((event) => event.type === 'fileAdded').map((event) => event.data.file)).size).to.equal(
      9,
    );
    await talk.end();
  });

  it('changes the language in mid-question: the same question, in the other language', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', 'English');
    expect(talk.last.key).to.equal('report.danger.ask');
    expect(talk.last.text).to.include('People first');
    await talk.say('中文');
    expect(talk.last.text).to.include('先看人');
    await talk.end();
  });
});
