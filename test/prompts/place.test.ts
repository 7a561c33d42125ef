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

const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/);

describe('prompts: a sentence is no place', () => {
  for (const text of lines(`
    医生刚说抢救无效人没了
    行车记录仪有录像
    王经理人挺好的
    孩子还在发烧
    电动车没有牌照
    我在医院陪着
    录像在手机里
    老人情况稳定
    明天把材料送过去
    腿有点肿
    收到
    回头聊
    雨太大
    警察刚到了
    你们就是骗子
    什么垃圾系统
    气死我了
    等一下我看看
    稍等一下
    我手机快没电了
    不对不对 是前天
    刚才说错了
    不是这个意思
    她突然昏过去了叫不醒
    昨天我骑车去买菜后面一个车把我撞了腿断了现在住院
    我妈被撞了 腿断了 现在住院
    我在医院
    我在开车
    我在等救护车
    他还在抢救
    现在怎么弄
    医院让交钱
    能不能快点
    保险公司赔不赔
    我想找人工
    我一个人在这里好怕
    算了不报了
    孩子一直哭
    三个人受伤
    I was riding my bike to work yesterday when a car came out and hit me, my leg is broken
    I was on my way to work
    the police just arrived
    she fainted and won't wake up
    please wait a moment
    you are useless
    what should I do
  `))
    it(`“${text}”`, () => expect(read(text)).to.deep.equal({ problem: 'notAPlace' }));

  for (const text of lines(`
    天安门
    五角场
    万达
    解放碑那边
    Nanjing West Road
    Wudaokou
    老家村头
    三里屯太古里
    G4 往长沙方向
    我们村
    我家楼下
    我单位门口
    我们学校后面
    我女儿学校门口
    过了桥就是
    出了小区右转那个路口
    快到收费站那里
    污水处理厂
    问天路
    别墅区
    交警大队门口
    那条街我不知道叫什么，旁边有个大超市
    near where I live
    it happened near my house
    寄畅园
    放心早餐店门口
    没名字的一条土路
    已经过了收费站
    还乡河大桥
    修车厂对面
  `))
    it(`“${text}” is one`, () => expect(read(text)).to.have.property('text', text));

  it('of a story only its place is kept', () => {
    const told: Record<string, string> = {
      我在天安门被撞了: '天安门',
      我在三里屯撞的: '三里屯',
      '昨天下午我在光谷被一辆电动车撞了 腿断了': '光谷',
      '我手机快没电了 在解放碑': '解放碑',
      我在外滩: '外滩',
      我在高速上被撞了: '高速上',
      "I was walking my dog near People's Park, a scooter ran into me": "People's Park",
      'I was cycling home on Century Avenue in Pudong when a taxi hit me': 'Century Avenue in Pudong',
    };
    for (const [text, expected] of Object.entries(told)) expect(read(text), text).to.have.property('text', expected);
  });

  it('a corner of two roads and the town around it are one place', () => {
    const text = 'yesterday around 6pm at the corner of Nanjing West Road and Shimen Road in Shanghai';
    const corner = 'the corner of Nanjing West Road and Shimen Road in Shanghai';
    expect(read(text)).to.have.property('text', corner);
    expect(foundIn(place(), text, now).map(([words]) => words)).to.deep.equal([corner]);
    for (const other of ['on Nanjing West Road in January', 'on Nanjing West Road in my car'])
      expect(foundIn(place(), other, now).map(([words]) => words)).to.deep.equal(['Nanjing West Road']);
  });
});
