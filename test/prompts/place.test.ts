import { expect } from 'chai';
import { place } from '../../prompts/index.ts';
import { answer, at, foundIn, said, short } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const read = (text: string) => answer(place(), text, now);

const roads: Record<string, string | undefined> = {
  朝阳路和青年路口: 'road',
  G320国道边: 'road',
  二环路辅路: 'road',
  小区门口的马路: 'road',
  G4京港澳高速120公里处: 'motorway',
  长益高速匝道上: 'motorway',
  服务区里: 'motorway',
  永辉超市停车場: 'offRoad',
  我们小区里面: 'offRoad',
  万达地下车库: 'offRoad',
  中建工地: 'offRoad',
  加油站里: 'offRoad',
  村口的田里: 'offRoad',
  火车站附近: undefined,
  小区门口: undefined,
};

describe('prompts: place', () => {
  for (const [text, road] of Object.entries(roads)) {
    it(`the road of “${text}” is ${road ?? 'not said'}`, () => {
      expect(read(text)).to.deep.equal(road ? { text, road } : { text });
    });
  }

  it('keeps the place of a longer answer', () => {
    expect(read('在朝阳路')).to.deep.equal({ text: '朝阳路', road: 'road' });
    expect(read('昨晚八点，万家丽路高架桥上')).to.deep.equal({ text: '万家丽路高架桥上', road: 'road' });
    expect(read('我在菜场路蹭了个老头')).to.deep.equal({ text: '菜场路', road: 'road' });
    expect(read('不知道叫什么路，在芙蓉广场附近')).to.deep.include({ text: '不知道叫什么路，在芙蓉广场附近' });
  });

  it('takes a shared place, with words or without', () => {
    const location = { latitude: 28.2, longitude: 112.9 };
    expect(short(place().read(said('', { location }), now))).to.deep.equal({ text: '', ...location });
    expect(short(place().read(said('高速上', { location }), now))).to.deep.equal({
      text: '高速上',
      ...location,
      road: 'motorway',
    });
    expect(short(place().read(said('', { location: { latitude: 95, longitude: 0 } }), now))).to.deep.equal({
      problem: 'tooShort',
    });
  });

  it('says what is wrong', () => {
    for (const text of ['', '路', '？', '在']) expect(read(text), text).to.deep.equal({ problem: 'tooShort' });
    for (const text of ['不知道', '13800138000', '昨晚八点', '京A12345', '😀😀', '你好', '怎么走保险']) {
      expect(read(text), text).to.deep.equal({ problem: 'notAPlace' });
    }
    expect(read('路'.repeat(201))).to.deep.equal({ problem: 'tooLong', max: 200 });
  });

  it('finds places in a story with their exact words', () => {
    const words = (text: string) => foundIn(place(), text, now).map(([found]) => found);
    expect(words('昨天上午九点一刻在体育场东门')).to.deep.equal(['体育场东门']);
    expect(words('我開著沪B66886在芙蓉路和五一大道交叉口蹭了個老頭')).to.deep.equal(['芙蓉路和五一大道交叉口']);
    expect(words('高速K88处，两车相撞')).to.deep.equal(['高速K88处']);
    expect(words('育才中学门口撞到学生')).to.deep.equal(['育才中学门口']);
    expect(words('I was hit on Century Avenue by a taxi')).to.deep.equal(['Century Avenue']);
  });

  it('finds none where none is named', () => {
    for (const text of [
      '在回家路上',
      '在十字路口等红灯',
      '夜里在国道上碰的',
      '在湘雅医院住院',
      '出路在哪',
      '怎么走保险',
      '在骨科病房',
      '地址应该是南门不是北门',
    ]) {
      expect(foundIn(place(), text, now), text).to.deep.equal([]);
    }
  });
});

describe('prompts: place in English', () => {
  const words = (text: string) => foundIn(place(), text, now).map(([found]) => found);
  const told: Record<string, string> = {
    "near Jing'an Temple": "Jing'an Temple",
    "near jing'an temple": "jing'an temple",
    "I was hit near Jing'an Temple by a taxi": "Jing'an Temple",
    'in front of the Carrefour on Zhongshan Road': 'in front of the Carrefour on Zhongshan Road',
    'It happened by the Bund yesterday': 'the Bund',
    'we crashed outside Carrefour': 'Carrefour',
    'opposite Wanda Plaza': 'opposite Wanda Plaza',
    "he fell next to People's Park": "next to People's Park",
    'across from Joy City Mall': 'across from Joy City Mall',
    'near Line 2 metro station': 'Line 2 metro station',
    'at the Temple of Heaven': 'the Temple of Heaven',
    'at the gate of Xiangtan University': 'the gate of Xiangtan University',
    'at the junction of Chaoyang Road and Qingnian Road': 'the junction of Chaoyang Road and Qingnian Road',
    'on Nanjing Rd. near the Apple Store, 8 pm': 'Nanjing Rd. near the Apple Store',
    'at 88 Zhongshan Road when it rained': '88 Zhongshan Road',
    'I WAS HIT NEAR WANDA PLAZA': 'WANDA PLAZA',
  };
  for (const [text, expected] of Object.entries(told))
    it(`finds in “${text}” “${expected}”`, () => expect(words(text)).to.deep.equal([expected]));

  it('finds none in times, vehicles, people and things that have no name', () => {
    for (const text of [
      'hit by the BMW on Monday',
      'hit by the Police',
      'treated by the Bund doctors',
      'by Tom',
      "near Tom's house",
      "near my daughter's school",
      'at the junction',
      'at a zebra crossing on the main road',
      'near the hospital when i crossed the road',
      'at Xiangya Hospital',
      'on the way to work, on foot',
      'around Christmas at 8 pm',
      'at the traffic lights behind the Toyota',
      'NEAR THE BIG MALL AT NOON',
      'at PICC on WeChat',
      'at least twice',
    ])
      expect(words(text), text).to.deep.equal([]);
  });

  it('is taken whole as an answer', () => {
    for (const text of [
      "near Jing'an Temple",
      "near jing'an temple",
      'in front of the Carrefour on Zhongshan Road',
      'by the Bund',
      'the Bund',
      'next to the big mall',
      'opposite the school gate',
    ])
      expect(read(text), text).to.deep.include({ text });
  });

  it('is no question', () => {
    for (const text of ['where is it', 'what do you mean', 'how do I know'])
      expect(read(text), text).to.deep.equal({ problem: 'notAPlace' });
  });
});
