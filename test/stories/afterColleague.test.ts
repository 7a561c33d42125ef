/** After a colleague has handed back: small talk is no answer to the question that is put again. */
import { expect } from 'chai';
import type { State } from '../../bots/state.ts';
import { accepts, comes, wang } from '../support/desk.ts';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);

/** Up to and with these answers; then a colleague, who hands back. */
async function handedBack(answers: readonly string[], locale?: string): Promise<void> {
  talk = await newTalk(locale ? { locale } : {});
  await comes(talk, wang);
  await talk.sayAll(...answers, locale ? 'talk to a human please' : '转人工');
  await accepts(talk, wang);
  await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
  await talk.listen();
}
const upTo = (n: number): string[] => ['我要报案', ...ordinaryReport.slice(0, n)];
const answersOf = async (): Promise<Record<string, unknown>> => {
  const state = (await talk.app.store.conversation(talk.conversation))?.state as unknown as State | undefined;
  const frame = state?.talk.stack.find(({ flow }) => flow === 'report');
  return Object.fromEntries(Object.entries(frame?.answers ?? {}).map(([name, { value }]) => [name, value]));
};

const SMALL_TALK = [
  ...[
    '行车记录仪有录像',
    '好的谢谢',
    '嗯嗯 那我等着',
    '王经理人挺好的',
    '孩子还在发烧',
    '我先去吃个饭',
    '对方态度很差',
  ],
  ...[
    '刚才那个同事说会给我打电话',
    '材料我明天发',
    '我车上有保险单',
    '修车的事先放放',
    '录像在手机里',
    '回头聊',
    '请假一周',
    '雨太大',
  ],
];

describe('after a colleague has handed back', () => {
  afterEach(() => talk.end());

  for (const text of SMALL_TALK)
    it(`“${text}” is no place, and gets a kind word`, async () => {
      await handedBack(upTo(5));
      await talk.say('解决了');
      expect(talk.open).to.equal('report.where');
      const said = keys(await talk.say(text));
      expect(said[0]).to.match(/^common\.(?:remark|thanks|keptForLater)$/);
      expect(said.at(-1)).to.equal('report.where.ask');
      expect(await answersOf()).not.to.have.property('where');
      await talk.say('朝阳路和青年路口');
      expect(talk.open).to.equal('report.what');
    });

  it('nor is it an account, a hospital or a bed', async () => {
    await handedBack(upTo(6));
    await talk.say('解决了');
    for (const text of ['行车记录仪有录像', '那我等你们消息']) {
      expect(keys(await talk.say(text)), text).to.deep.equal(['common.remark', 'report.what.ask']);
      expect(talk.open, text).to.equal('report.what');
    }
    await talk.say('我右转弯时碰到了直行的电动车');
    expect(talk.open).to.equal('report.injured');
    await talk.end();
    await handedBack(['我要报案', ...ordinaryReport, '稍后再发', '张建国']);
    await talk.say('解决了');
    expect(talk.open).to.equal('details.patient.1.hospital');
    expect(keys(await talk.say('行车记录仪有录像'))).to.include('details.added');
    expect(talk.open).to.equal('details.patient.1.hospital');
    await talk.say('市一医院');
    expect(talk.open).to.equal('details.patient.1.bed');
  });

  it('an answer at once is one, however short, and ends the doubt', async () => {
    for (const text of ['三里屯', '国贸桥下', '我们小区', '西湖边', '在芙蓉广场附近撞的']) {
      await handedBack(upTo(5));
      await talk.say('解决了');
      await talk.say(text);
      expect(await answersOf(), text).to.have.property('where');
      await talk.say('他突然就过来');
      expect(await answersOf(), text).to.have.property('what');
      await talk.end();
    }
    await handedBack(upTo(6));
    await talk.say('解决了');
    await talk.say('我走斑马线他没让我');
    expect(talk.open).to.equal('report.injured');
  });

  it('two remarks, and then whatever is said of how it happened is taken', async () => {
    await handedBack(upTo(6));
    await talk.sayAll('解决了', '行车记录仪有录像', '保单在车上', '当时他从后面来的我没看见');
    expect(talk.open).to.equal('report.injured');
  });

  it('whether it is solved may be told after a remark', async () => {
    await handedBack(upTo(5));
    expect(keys(await talk.say('行车记录仪有录像'))).to.deep.equal(['common.remark', 'report.where.ask']);
    expect(keys(await talk.say('解决了'))[0]).to.equal('human.solvedThanks');
    expect(talk.open).to.equal('report.where');
  });

  it('a fact in a remark is kept', async () => {
    await handedBack(upTo(5));
    await talk.say('解决了');
    await talk.say('我的车牌是湘A12345，保单在车上');
    expect(await answersOf())
      .to.include({ ownPlate: '湘A12345' })
      .and.not.have.property('where');
  });

  it('in English', async () => {
    await handedBack(
      ['I want to report an accident', 'None of these', 'I agree', '13800138000', 'The driver', 'yesterday at 8 pm'],
      'en',
    );
    await talk.say('Yes, solved');
    for (const text of ['ok thanks', 'your colleague seems nice and helpful'])
      expect(keys(await talk.say(text)), text).to.deep.equal(['common.remark', 'report.where.ask']);
    await talk.say('Chaoyang Road');
    expect(talk.open).to.equal('report.what');
  });
});

describe('thanks and agreement where no colleague was', () => {
  afterEach(() => talk.end());

  it('get a kind word at any question that they do not answer', async () => {
    talk = await newTalk();
    await talk.sayAll(...upTo(4));
    for (const open of ['report.when', 'report.where', 'report.what'] as const) {
      expect(talk.open).to.equal(open);
      expect(keys(await talk.say('好的，那我等你们电话')), open).to.deep.equal(['common.remark', `${open}.ask`]);
      await talk.say(ordinaryReport[['report.when', 'report.where', 'report.what'].indexOf(open) + 4] ?? '');
    }
  });

  it('a sentence is no place there either', async () => {
    for (const text of ['行车记录仪有录像', '王经理人挺好的', '孩子还在发烧', '电动车没有牌照', '我在医院陪着']) {
      talk = await newTalk();
      await talk.sayAll(...upTo(5));
      await talk.say(text);
      expect(talk.open, text).to.equal('report.where');
      await talk.end();
    }
    talk = await newTalk();
  });
});
