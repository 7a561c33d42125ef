/** Two answers that cannot both be right: asked once, in one closed question; what only makes an answer more exact is taken. */
import { expect } from 'chai';
import type { Json } from '../../store/ports.ts';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());

const doubtful = 'common.whichIsRight';
const keys = (): string[] => talk.heard.map((line) => line.key);
/** Up to the question with this place in an ordinary report; with other answers in places. */
const upTo = (at: number, other: Readonly<Record<number, string>> = {}) =>
  talk.sayAll('我要报案', ...ordinaryReport.slice(0, at).map((text, i) => other[i] ?? text));
const answers = async (): Promise<Record<string, Json>> => {
  const state = (await talk.app.store.conversation(talk.conversation))?.state as {
    talk: { stack: { flow: string; answers: Record<string, { value: Json }> }[] };
  };
  const frame = state.talk.stack.find(({ flow }) => flow === 'report');
  return Object.fromEntries(Object.entries(frame?.answers ?? {}).map(([name, { value }]) => [name, value]));
};

interface Told {
  readonly at: number;
  readonly words: string;
  /** The field as the person reads it, and both values. */
  readonly quoted: readonly string[];
  readonly other?: Readonly<Record<number, string>>;
}
/** Question 5 asks where, 6 what happened, 7 who is hurt, 8 for the scene, 9 one’s plate, 10 the other side, 11 reads back. */
const ASKED: readonly Told[] = [
  { at: 11, words: '昨晚九点', quoted: ['事故时间', '20:00', '21:00'] },
  { at: 11, words: '好像是前天晚上九点左右撞的', quoted: ['事故时间', '11月22日', '11月23日'] },
  { at: 6, words: '昨天下午三点我右转弯的时候撞到了直行的电动车', quoted: ['事故时间', '20:00', '15:00'] },
  { at: 9, words: '不记得了，事故发生在昨天下午四点', quoted: ['事故时间', '20:00', '16:00'] },
  { at: 6, words: '我在人民路右转弯的时候撞到了直行的电动车', quoted: ['事故地点', '朝阳路和青年路口', '人民路'] },
  { at: 11, words: '人民路和解放路口', quoted: ['事故地点', '朝阳路和青年路口', '人民路和解放路口'] },
  { at: 8, words: '在现场，已报警，我电话是13900139000', quoted: ['联系电话', '138****8000', '139****9000'] },
  { at: 11, words: '13900139000', quoted: ['联系电话', '138****8000', '139****9000'] },
  { at: 11, words: '湘A54321', quoted: ['投保车辆车牌', '湘A·12345', '湘A·54321'] },
  { at: 10, words: '电动车，我的车是湘A54321', quoted: ['投保车辆车牌', '湘A·12345', '湘A·54321'] },
  { at: 11, words: '他的车是湘B11111', quoted: ['相撞', '湘B·67890', '湘B·11111'], other: { 10: '湘B67890' } },
  { at: 8, words: '在现场，已报警，一共三个人受伤', quoted: ['受伤情况', '1 人', '3 人'] },
  { at: 9, words: '湘A12345，伤了两个人', quoted: ['受伤情况', '1 人', '2 人'] },
  { at: 9, words: '湘A12345，死了两个人', quoted: ['受伤情况', '去世'], other: { 7: '一个人去世了' } },
  {
    at: 6,
    words: 'I was turning right on Renmin Road and hit an e-bike',
    quoted: ['Renmin'],
    other: { 5: 'Chaoyang Road' },
  },
];

describe('a word that contradicts an earlier answer', () => {
  for (const { at, words, quoted, other = {} } of ASKED)
    it(`“${words}” at question ${at + 1} asks which is right`, async () => {
      await upTo(at, other);
      await talk.say(words);
      expect(talk.last.key, keys().slice(-3).join()).to.equal(doubtful);
      for (const part of quoted) expect(talk.last.text).to.include(part);
      expect(talk.last.buttons).to.have.length(2);
      expect(talk.heard.filter(({ key }) => key === doubtful)).to.have.length(1);
    });

  const chosen: readonly (readonly [words: string, hour: string])[] = [
    ['1', '20:00'],
    ['2', '21:00'],
    ['前面那个', '20:00'],
    ['后面说的对', '21:00'],
    ['第二个', '21:00'],
    ['以第一个为准', '20:00'],
    ['不用改', '20:00'],
    ['九点', '21:00'],
    ['晚上八点', '20:00'],
    ['都不对，是昨晚十点', '22:00'],
    ['不知道', '20:00'],
    ['都行', '20:00'],
    ['👍', '20:00'],
    ['the second', '21:00'],
  ];
  for (const [words, hour] of chosen)
    it(`is settled by “${words}”: ${hour}, and is not asked again`, async () => {
      await upTo(11);
      await talk.sayAll('昨晚九点', words);
      expect(talk.open).to.equal('report.check');
      expect(talk.last.key).to.equal('report.check.ask');
      expect(talk.last.text).to.include(hour);
      expect(keys().filter((key) => key === doubtful)).to.have.length(1);
    });

  it('is settled by a tap on either, also where the number is shown in part, or both look alike', async () => {
    for (const number of ['13900139000', '13811118000']) {
      await talk.sayAll('重新开始', ...ordinaryReport.slice(0, -1), number);
      const second = talk.last.buttons[1] ?? '';
      await talk.say(second);
      expect((await answers()).phone).to.equal(number);
      expect(talk.open).to.equal('report.check');
    }
  });

  it('is put after an answer that was taken, and what follows is asked when it is settled', async () => {
    await upTo(8);
    await talk.say('在现场，已报警，我电话是13900139000');
    expect(talk.last.key).to.equal(doubtful);
    await talk.say('2');
    expect(talk.open).to.equal('report.ownPlate');
    expect(await answers()).to.include({ phone: '13900139000', scene: 'hereCalled' });
  });

  it('keeps nobody from going on: an answer to the next question is taken, and the first value stands', async () => {
    await upTo(8);
    await talk.sayAll('在现场，已报警，我电话是13900139000', '湘A12345');
    expect(talk.open).to.equal('report.other');
    expect(await answers()).to.include({ phone: '13800138000', ownPlate: '湘A12345' });
  });

  it('waits while somebody asks for help or a person, and is asked again', async () => {
    await upTo(11);
    await talk.sayAll('昨晚九点', '帮助');
    expect(talk.last.key).to.equal(doubtful);
    await talk.sayAll('转人工', '越快越好');
    expect(talk.last.key).to.equal(doubtful);
    await talk.say('2');
    expect(talk.last.text).to.include('21:00');
  });

  it('is forgotten by “返回” and by a correction', async () => {
    await upTo(11);
    await talk.sayAll('昨晚九点', '返回');
    expect(talk.open).to.equal('report.other');
    await talk.sayAll('电动车', '昨晚九点', '时间改成昨晚十点');
    expect(talk.last.key).to.equal('report.check.ask');
    expect(talk.last.text).to.include('22:00');
  });

  it('asks of two contradictions one after the other', async () => {
    await upTo(6);
    await talk.say('昨天下午三点我在人民路右转弯的时候撞到了直行的电动车');
    expect(talk.last.text).to.include('事故时间');
    await talk.say('2');
    expect(talk.last.key).to.equal(doubtful);
    expect(talk.last.text).to.include('事故地点');
    await talk.say('1');
    expect(talk.open).to.equal('report.injured');
    expect(JSON.stringify(await answers()))
      .to.include('15:00')
      .and.to.include('朝阳路');
  });

  it('of the injured is asked, and each one’s state anew', async () => {
    await upTo(9);
    await talk.sayAll('湘A12345，伤了两个人', '2');
    expect(talk.open).to.equal('report.person.1.state');
    await talk.sayAll('住院了', '门诊看过', '电动车、自行车');
    expect(talk.last.text).to.include('2 人');
  });

  it('between what the first words told and what follows is asked when the question is reached', async () => {
    await talk.sayAll('昨晚八点在朝阳路口我撞了一个骑电动车的', '没有', '同意', '13800138000，事故是昨晚十点');
    expect(talk.last.key).to.equal(doubtful);
    expect(talk.last.text).to.include('20:00').and.to.include('22:00');
  });

  it('a photo sent instead of an answer is kept, and the question stands', async () => {
    await upTo(11);
    await talk.say('昨晚九点');
    await talk.say('', { files: [await talk.addFile()] });
    expect(talk.last.key).to.equal(doubtful);
  });
});

describe('a word that contradicts a report that was sent', () => {
  const sent = async (): Promise<void> => {
    await talk.sayAll('我要报案', ...ordinaryReport);
  };
  const changes = async (): Promise<string> =>
    JSON.stringify((await talk.events()).filter(({ type, data }) => type === 'corrected' && data.part === 'report'));

  it('is asked about, kept as a note, and corrects the report where it is chosen', async () => {
    await sent();
    await talk.say('昨天下午三点我右转弯的时候撞到了直行的电动车');
    expect(keys()).to.include('details.added');
    expect(talk.last.key).to.equal(doubtful);
    expect(talk.last.text).to.include('事故时间').and.to.include('20:00').and.to.include('15:00');
    await talk.say(talk.last.buttons[1] ?? '');
    expect(keys()).to.include('correction.done').and.not.include('common.corrected');
    expect(await changes()).to.include('15:00');
    expect(talk.open).to.equal('details.photos');
  });

  it('changes nothing where the report is right, or nothing is decided', async () => {
    for (const words of ['1', '不用改', '不知道']) {
      await talk.say('重新开始');
      await talk.sayAll(...ordinaryReport, '我在人民路右转弯的时候撞到了直行的电动车', words);
      expect(await changes(), words).to.equal('[]');
      expect(talk.open, words).to.equal('details.photos');
    }
  });

  it('keeps nobody from answering what was asked before', async () => {
    await sent();
    await talk.sayAll('没有', '一共三个人受伤，都送医院了', '张小明');
    expect(talk.open).to.equal('details.patient.1.hospital');
    expect(await changes()).to.equal('[]');
  });

  it('asks nothing where it contradicts nothing', async () => {
    await sent();
    await talk.sayAll('没有', '对方逆行闯红灯，交警昨晚九点到的现场');
    expect(keys()).to.include('details.added').and.not.include(doubtful);
  });
});

describe('what only makes an answer more exact', () => {
  const finer: readonly (readonly [
    at: number,
    answered: Readonly<Record<number, string>>,
    words: string,
    readBack: string,
  ])[] = [
    [11, { 4: '昨天晚上' }, '昨晚八点半', '20:30'],
    [11, { 4: '昨晚八点多' }, '是八点二十', '20:20'],
    [6, { 4: '昨天' }, '昨天下午三点我右转弯的时候撞到了直行的电动车', '15:00'],
    [11, { 5: '朝阳路' }, '朝阳路100号', '朝阳路100号'],
    [6, { 5: '朝阳路' }, '我在朝阳路和青年路口右转弯的时候撞到了直行的电动车', '朝阳路和青年路口'],
    [11, { 9: '不知道' }, '我的车牌是湘A12345', '湘A·12345'],
    [11, { 10: '汽车' }, '对方车牌是湘B67890', '湘B·67890'],
    [9, { 4: '不知道' }, '湘A12345，是昨晚八点撞的', '20:00'],
    [11, { 4: '不知道', 5: '不知道' }, '朝阳路和青年路口', '朝阳路和青年路口'],
  ];
  for (const [at, other, words, readBack] of finer)
    it(`“${words}” after “${Object.values(other).join()}” is taken without a question`, async () => {
      await upTo(at, other);
      await talk.say(words);
      expect(keys()).to.not.include(doubtful);
      await talk.sayAll(...ordinaryReport.slice(at + 1, -1));
      for (const text of ordinaryReport.slice(7, -1)) if (talk.open !== 'report.check') await talk.say(text);
      expect(talk.last.key).to.equal('report.check.ask');
      expect(talk.last.text).to.include(readBack);
    });
});

describe('what contradicts nothing', () => {
  const harmless: readonly (readonly [at: number, words: string, other?: Readonly<Record<number, string>>])[] = [
    [6, '我早上八点出门上班，右转弯时撞到了直行的电动车'],
    [6, '右转弯时撞到了直行的电动车，昨晚九点半送到人民医院'],
    [6, '我从人民路右转进来，没看见他，撞到了电动车'],
    [6, '我住在解放路，回家路上右转弯撞到了电动车'],
    [6, '撞了以后车拖到了解放路停车场，人送到了人民医院'],
    [6, '昨晚八点多，我在朝阳路右转，撞了直行的电动车'],
    [6, '右转撞了电动车，我打了13900139000给我老婆'],
    [6, '右转撞了电动车，两个人抬他上救护车，交警九点到的'],
    [6, '我右转撞了他，他上个月三号刚做过手术'],
    [7, '1 人，住院了，昨晚九点做的手术'],
    [8, '在现场，已报警，交警昨晚九点来的'],
    [8, '在现场，已报警，对方电话13900139000'],
    [8, '在现场，已报警，是我老公打的电话，他手机13900139000'],
    [9, '湘A12345，车停在人民路的停车场'],
    [9, '湘A12345，昨天下午三点才年检过'],
    [10, '电动车，他说他九点要上班'],
    [10, '湘B67890，后面还有一辆湘C11111'],
    [11, '他是突然变道的，我当时车速三十'],
    [11, '他现在在人民医院住院部五楼'],
    [11, '昨晚八点'],
    [11, '昨天晚上'],
    [11, '朝阳路'],
    [11, '13800138000'],
    [11, '湘A12345'],
    [11, '是昨晚九点还是八点来着？'],
    [11, '一个人受伤，住院了'],
    [11, '还有一辆车湘C11111也在旁边', { 10: '湘B67890' }],
    [11, '上次九月三号我也在人民路被人撞过'],
    [6, 'I was turning right and hit an e-bike, the police came at 9 pm'],
  ];
  for (const [at, words, other] of harmless)
    it(`“${words}” at question ${at + 1} is not asked about`, async () => {
      await upTo(at, other);
      await talk.say(words);
      expect(keys(), talk.last.text).to.not.include(doubtful);
    });

  it('“八点”, which may be either, where the time was not known, changes nothing that was not said', async () => {
    await upTo(11, { 4: '不知道' });
    await talk.say('八点');
    expect(keys()).to.not.include(doubtful);
    expect(talk.open).to.equal('report.check');
    expect((await answers()).when).to.equal('unknown');
  });

  it('plain corrections are taken as ever', async () => {
    await upTo(11);
    await talk.say('刚才时间填错了，是八点半');
    expect(keys()).to.include('common.corrected').and.not.include(doubtful);
    expect(talk.last.text).to.include('20:30');
  });

  it('danger and a death ask nothing of the kind', async () => {
    await upTo(8);
    await talk.say('他昨晚九点撞的，现在叫不醒了，没呼吸了');
    expect(talk.open).to.equal('report.called');
  });
});
