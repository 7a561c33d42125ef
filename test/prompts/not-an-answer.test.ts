/** Words that tell something else, ask, or count, and so answer nothing. */
import { expect } from 'chai';
import { aboutPolice, choice, name, orUnknown, otherSide, place, type Vocabulary, yesNo } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { answer, at } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const notAnOption = { problem: 'notAnOption' };
const of = (vocabulary: Vocabulary<string>, text: string) => answer(choice(vocabulary), text, now);

describe('prompts: yesNo in sentences', () => {
  const police = orUnknown(yesNo({ about: aboutPolice }));
  const told: Record<string, readonly string[]> = {
    yes: [
      '司机报了警',
      '交警来过了',
      '对方报警了',
      '报警了，交警还没来',
      '没多久交警就来了',
      '不是我报的警',
      '之前没报警，后来报警了',
      '马上报警了',
      '打了122',
      '报了',
      '嗯',
      '是的，还没去医院',
      'the police came',
      'my wife called 122',
    ],
    no: [
      '没报警',
      '还没打',
      '没有人报警',
      '警没报',
      '准备报警',
      '不想报警',
      '122打不通',
      '没有',
      "haven't called the police",
      'police not called',
      'nobody called the police',
      'not yet',
      'we will call the police',
    ],
    unknown: ['我还没问到，等会儿问我爸', '不知道报没报警', '不清楚'],
  };
  for (const [expected, texts] of Object.entries(told))
    it(`is ${expected}`, () => {
      for (const text of texts) expect(answer(police, text, now), text).to.equal(expected);
    });

  it('is neither where another thing is told or asked', () => {
    for (const text of [
      '好像是在城东那边的菜市场门口，建设路上，我没去过',
      '当场人就没了，车跑了',
      '还没去医院',
      'actually it was twenty minutes ago',
      '他没事',
      '要不要报警',
      '报警有用吗',
      '可能报警了',
      '是个骑电动车的',
    ])
      for (const kind of [yesNo(), police])
        expect(answer(kind, text, now), text).to.deep.equal({ problem: 'notYesNo' });
    expect(answer(yesNo(), '司机报了警', now)).to.deep.equal({ problem: 'notYesNo' });
  });
});

describe('prompts: choices take no count, question or denial', () => {
  it('a bare count picks nothing by its place', () => {
    for (const text of ['三个', '两个', '一个', '3个', '两种', '一条']) {
      expect(of(words.dangerNow, text), text).to.deep.equal(notAnOption);
      expect(answer(otherSide(), text, now), text).to.deep.equal(notAnOption);
    }
    for (const text of ['3', '3.', '第三个', '选3', '三', '选三个', '3号'])
      expect(of(words.dangerNow, text), text).to.equal('trapped');
  });
  it('a question names no option, but danger is heard in one', () => {
    for (const text of ['who pays for his hospital?', '医院谁出钱', '送医院怎么赔'])
      expect(of(words.sceneStatus, text), text).to.deep.equal(notAnOption);
    expect(of(words.dangerNow, '他一直流血怎么办')).to.equal('bleeding');
    expect(of(words.dangerNow, '没事吧？')).to.deep.equal(notAnOption);
  });
  it('a denied deed is not done', () => {
    const still = { either: ['hereCalled', 'hereNotCalled'] };
    expect(of(words.sceneStatus, 'I did not take him to hospital, we are still here')).to.deep.equal(still);
    expect(of(words.sceneStatus, '没送他去医院，还在现场')).to.deep.equal(still);
    expect(of(words.sceneStatus, '没把他送医院，还在现场')).to.deep.equal(still);
    expect(of(words.sceneStatus, 'I took him to hospital')).to.equal('tookToHospital');
  });
  it('indifference is no consent', () => {
    for (const text of ['随便', '无所谓', 'whatever', '随便你'])
      expect(of(words.consent, text), text).to.deep.equal({ problem: 'notClear' });
  });
});

describe('prompts: no name, no place, no other side', () => {
  it('“好了” is no name', () => {
    for (const text of ['好了', '已经好了', '知道了', '可以了', '没事了', '伤者已经到湘雅医院了'])
      expect(answer(name(), text, now), text).to.deep.equal({ problem: 'notAName' });
  });
  it('what happened is no place', () => {
    for (const text of [
      '他突然冲出来',
      '他自己摔的',
      '对方闯红灯',
      '突然窜出来的',
      '追尾了',
      '我没看到他',
      'he ran out suddenly',
      'the other car hit me',
    ])
      expect(answer(place(), text, now), text).to.deep.equal({ problem: 'notAPlace' });
  });
  it('short names of places are', () => {
    for (const text of [
      '我家楼下',
      '菜市场门口',
      '国贸桥下',
      '收费站',
      '老家村口',
      '三里屯',
      '我在三里屯撞的',
      '五道口',
    ])
      expect(answer(place(), text, now), text).to.have.property('text');
  });
  it('nobody else is none', () => {
    for (const text of [
      '就那辆车',
      '只有那辆车',
      '就这一辆',
      '没有别的',
      '没有别人',
      '除了我妈没有别人',
      'nobody else',
    ])
      expect(answer(otherSide(), text, now), text).to.deep.equal({ kind: 'none' });
    expect(answer(otherSide(), '被一辆小车撞了，没有别人', now)).to.deep.equal({ kind: 'car' });
  });
});
