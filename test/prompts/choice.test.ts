import { expect } from 'chai';
import type { Vocabulary } from '../../prompts/choice.ts';
import { choice } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const vocabularies: Readonly<Record<string, Vocabulary<string>>> = Object.fromEntries(
  Object.values(words).map((one) => [one.name, one]),
);
const named = (name: string) => choice(vocabularies[name] ?? { name, options: [], words: {} });
const notAnOption = { problem: 'notAnOption' };

const table: [string, string, unknown][] = [
  ['dangerNow', '没有这些情况', 'none'],
  ['dangerNow', '都没有', 'none'],
  ['dangerNow', '没流血', 'none'],
  ['dangerNow', '没有人流血、昏迷或被困', 'none'],
  ['dangerNow', '没有危险，就是腿流血', 'bleeding'],
  ['dangerNow', '没昏迷，但是流血不止', 'bleeding'],
  ['dangerNow', '人没有意识了', 'unconscious'],
  ['dangerNow', '司机卡在车里出不来', 'trapped'],
  ['dangerNow', '發動機著火了，在冒煙', 'fire'],
  ['dangerNow', '2', 'unconscious'],
  ['dangerNow', '2.', 'unconscious'],
  ['dangerNow', '二', 'unconscious'],
  ['dangerNow', '第二个', 'unconscious'],
  ['dangerNow', '选３', 'trapped'],
  ['dangerNow', 'the second one', 'unconscious'],
  ['dangerNow', '最后一个', 'none'],
  ['dangerNow', '9', notAnOption],
  ['dangerNow', '0', notAnOption],
  ['dangerNow', '昨晚八点', notAnOption],
  ['dangerNow', '流血不止，人也昏迷不醒', { either: ['bleeding', 'unconscious'] }],
  ['called', '打了', 'called'],
  ['called', '还没打', 'calling'],
  ['called', "I'm calling now", 'calling'],
  ['consent', '同意', 'agree'],
  ['consent', '好的', 'agree'],
  ['consent', '不同意', 'decline'],
  ['consent', 'I do not agree', 'decline'],
  ['role', '我是司机，伤者是我老婆', 'driver'],
  ['role', '不是司机，是车主', 'insured'],
  ['role', '我老公开的车', 'insured'],
  ['role', '我是车主，车是我开的', 'driver'],
  ['role', '司機', 'driver'],
  ['role', '我被车撞了', 'injured'],
  ['role', '我妈被撞了', 'family'],
  ['role', '司机家属', 'other'],
  ['road', '高速公路', 'motorway'],
  ['road', '停车场', 'offRoad'],
  ['road', '小区门口的路上', 'road'],
  ['injuredState', '没骨折，门诊看过', 'outpatient'],
  ['injuredState', '还在ICU', 'critical'],
  ['injuredState', '抢救无效死亡', 'died'],
  ['injuredState', '没有昏迷', notAnOption],
  ['injuredState', '没住院', { either: ['notTreated', 'outpatient'] }],
  ['injuredState', '不清楚', 'unknown'],
  ['sceneStatus', '还在现场，没报警', 'hereNotCalled'],
  ['sceneStatus', '在等交警', 'hereCalled'],
  ['sceneStatus', '车挪到路边了，人还在', 'moved'],
  ['sceneStatus', '走了，没报警', 'leftNotCalled'],
  ['sceneStatus', '送人去医院了', 'tookToHospital'],
  ['sceneStatus', '报警了', { either: ['hereCalled', 'movedCalled'] }],
  ['sceneStatus', "I'm still here, police called", 'hereCalled'],
  ['submit', '对，提交', 'submit'],
  ['submit', '没错', 'submit'],
  ['submit', '不对', 'change'],
  ['bestTime', '明天上午', 'nextMorning'],
  ['bestTime', '明早打吧', 'nextMorning'],
  ['bestTime', '明天下午吧', 'nextAfternoon'],
  ['bestTime', '上午', 'morning'],
  ['bestTime', 'tomorrow afternoon please', 'nextAfternoon'],
  ['bestTime', '下班后', notAnOption],
  ['insurer', '不是', 'another'],
  ['insurer', '是你们家的', 'ours'],
  ['more', '不用了', 'skip'],
  ['more', '晚点再说', 'later'],
];

describe('prompts: choice', () => {
  for (const [name, text, expected] of table) {
    it(`${name}: “${text}”`, () => expect(answer(named(name), text, now)).to.deep.equal(expected));
  }

  it('offers and accepts only its options', () => {
    const some = choice({ ...words.injuredState, options: ['outpatient', 'inpatient'] });
    expect(some.choices).to.deep.equal(['outpatient', 'inpatient']);
    expect(some.accepts('died')).to.equal(false);
    expect(answer(some, '去世了', now)).to.deep.equal(notAnOption);
  });

  it('finds words with their places, not those taken back', () => {
    expect(foundIn(choice(words.injuredState), '人没昏迷，在門診縫針', now)).to.deep.equal([
      ['門診', 'outpatient'],
      ['縫針', 'outpatient'],
    ]);
  });

  it('does not find a Latin word inside another', () => {
    expect(foundIn(choice(words.consent), 'nothing known about notes', now)).to.deep.equal([]);
  });
});

describe('prompts: danger in the words of people who see it', () => {
  const told: Record<string, readonly string[]> = {
    bleeding: [
      '吐血',
      '一直在吐血',
      '头上全是血',
      '流血很多',
      '浑身是血',
      '血流了一地',
      '血还没止住',
      '耳朵一直流血',
      'covered in blood',
      'he is vomiting blood',
      "it won't stop bleeding",
    ],
    unconscious: [
      '躺着不动',
      '躺在地上不动弹',
      '趴在马路上一直没动',
      '倒地不动',
      '一直在吐',
      '吐了好几次',
      '叫他没反应',
      '叫他没应声',
      '喊她不应',
      '没有动静',
      '人没醒',
      '没法呼吸',
      '说不出话',
      '喘得厉害',
      '一直在抽搐',
      '口吐白沫',
      'he is lying still',
      "she doesn't respond",
      'no response at all',
      'vomiting again and again',
      "can't speak",
      'having a seizure',
      'struggling to breathe',
    ],
    trapped: ['压在车底下', '人在车底下', '卡着出不来', '腿夹着', '没法出来', 'under the car', "we can't get him out"],
    fire: ['车头冒烟了', '冒着白烟', '很重的汽油味', '在漏油', 'smoke from the engine', 'smell of petrol'],
    none: [
      '没流血',
      '没有吐',
      '没抽搐',
      '没冒烟',
      '没卡着',
      '没压在车底下',
      '没人躺着不动',
      '没有流血也没有昏迷',
      '没有抽搐、呕吐',
      'no fire, no smoke',
      'nobody is trapped',
    ],
  };
  for (const [option, texts] of Object.entries(told)) {
    it(`is ${option}`, () => {
      for (const text of texts) expect(answer(named('dangerNow'), text, now), text).to.equal(option);
    });
  }

  it('is not heard where people can do what is asked for', () => {
    for (const text of [
      '人能动',
      '能说话',
      '说得出话',
      '叫他有反应',
      '人清醒',
      '血止住了',
      '已经不吐了',
      'he can speak',
      'not vomiting',
      'he is breathing normally',
    ])
      expect(['none', undefined], text).to.include(dangerOf(text));
  });

  const dangerOf = (text: string): unknown => {
    const read = answer(named('dangerNow'), text, now);
    return typeof read === 'string' ? read : undefined;
  };
});

describe('prompts: the role of passengers, and whose number it is', () => {
  const role = (text: string) => answer(choice(words.role), text, now);
  it('who rode along is no owner, whoever drove', () => {
    for (const text of [
      '我坐副驾',
      '坐副驾驶',
      '我在后排',
      '坐车的',
      '我老公开的车我坐副驾',
      '老公开的，我在副驾',
      '我坐他的车',
      '我坐在后面',
      '我是坐车的',
      '当时坐后座',
    ])
      expect(role(text), text).to.equal('other');
    expect(foundIn(choice(words.role), '我老公开的车我坐副驾', now)).to.deep.equal([['我老公开的车我坐副驾', 'other']]);
  });
  it('owners, drivers, the injured and what others did keep theirs', () => {
    const told: Record<string, string> = {
      我老公开的车: 'insured',
      '我是车主，当时坐副驾': 'insured',
      '我开的车，我老婆坐副驾': 'driver',
      '我骑车被撞，坐后座的是我儿子': 'injured',
      '我坐副驾，我受伤了': 'injured',
      我爸: 'family',
      '我是他老婆 13800138000': 'family',
    };
    for (const [text, expected] of Object.entries(told)) expect(role(text), text).to.equal(expected);
    for (const text of ['副驾受伤了', '我坐轮椅']) expect(role(text), text).to.deep.equal(notAnOption);
  });
  it('whose number it is says not who speaks', () => {
    for (const text of [
      '打我老婆的 13800138000',
      '打我老公电话 13900001111',
      '我老婆的号码 13800138000',
      '我妈的电话是13800138000',
      '联系我儿子吧',
    ])
      expect(role(text), text).to.deep.equal(notAnOption);
  });
});
