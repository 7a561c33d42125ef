import { expect } from 'chai';
import { otherSide } from '../../prompts/index.ts';
import { answer, at, foundIn } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const kinds: Record<string, string> = {
  '汽车，车牌没记住': 'car',
  货车: 'car',
  摩托车: 'car',
  '对方没跑，是辆小轿车': 'car',
  电动车: 'nonMotor',
  三轮: 'nonMotor',
  骑自行车的: 'nonMotor',
  电动车没保险: 'nonMotor',
  外卖小哥: 'nonMotor',
  行人: 'pedestrian',
  老太太走路: 'pedestrian',
  跑了: 'fled',
  肇事逃逸: 'fled',
  没保险: 'uninsured',
  他交强险没买: 'uninsured',
  自己撞的: 'none',
  单方: 'none',
  撞护栏: 'none',
  没有: 'none',
  不知道: 'unknown',
  '1': 'fled',
  第二个: 'car',
  'a truck': 'car',
  'an e-bike': 'nonMotor',
  'they drove off': 'fled',
  'single vehicle': 'none',
};

describe('prompts: otherSide', () => {
  for (const [text, kind] of Object.entries(kinds))
    it(`“${text}” is ${kind}`, () => expect(answer(otherSide(), text, now)).to.deep.equal({ kind }));

  it('a plate wins', () => {
    expect(answer(otherSide(), '湘b·67890', now)).to.deep.equal({ kind: 'car', plate: '湘B67890' });
    expect(answer(otherSide(), '跑了，车牌湘A12345', now)).to.deep.equal({ kind: 'car', plate: '湘A12345' });
  });

  it('asks again otherwise', () => {
    for (const text of ['', '你好', '没跑，在等交警', '湘A123'])
      expect(answer(otherSide(), text, now), text).to.deep.equal({ problem: 'notAnOption' });
  });

  it('is found where the other side is spoken of', () => {
    expect(foundIn(otherSide(), '我撞了個騎電動車的', now)).to.deep.equal([['騎電動車', { kind: 'nonMotor' }]]);
    expect(foundIn(otherSide(), '我车湘A12345，对方车牌湘B67890', now)).to.deep.equal([
      ['湘B67890', { kind: 'car', plate: '湘B67890' }],
    ]);
    expect(foundIn(otherSide(), '我骑电动车上班，来来回回跑了三趟', now)).to.deep.equal([]);
  });
});

describe('prompts: otherSide and one’s own plate', () => {
  const own = { problem: 'ownPlate' };
  const car = (plate: string) => ({ kind: 'car', plate });
  const table: Record<string, object> = {
    我的是京A12345: own,
    我自己的车牌是京A12345: own,
    我车牌京A12345: own,
    本车京A12345: own,
    '京A12345，是我的车': own,
    'my plate is 京A12345': own,
    'mine is Hu A D12345': own,
    对方也是京A12345: car('京A12345'),
    京A12345: car('京A12345'),
    我撞的是京A12345: car('京A12345'),
    京A12345是我撞的: car('京A12345'),
    撞我的是京A12345: car('京A12345'),
    我的车被京A12345撞了: car('京A12345'),
    我记得是京A12345: car('京A12345'),
    我看到的车牌是京A12345: car('京A12345'),
    '我的湘A12345，对方湘B67890': car('湘B67890'),
    '他的是湘B67890，我的湘A12345': car('湘B67890'),
    'the other car is Su B67890': car('苏B67890'),
    湘A12345和湘B67890: { either: [car('湘A12345'), car('湘B67890')] },
    '我的是京A12345，对方跑了': { kind: 'fled' },
    '我的京A12345，对方是电动车': { kind: 'nonMotor' },
  };
  for (const [text, expected] of Object.entries(table))
    it(`“${text}”`, () => expect(answer(otherSide(), text, now)).to.deep.equal(expected));
});

describe('prompts: a denial is no answer about the other side', () => {
  it('where it takes back a plate and does not say whose', () => {
    for (const text of [
      '不对 是川AD54321',
      '不是，是川AD54321',
      '说错了 川A12345',
      '填错了，是川A12345',
      '错了，京A12345',
      '不是京A12345，是京A12346',
      'wrong, it is Su B67890',
    ])
      expect(answer(otherSide(), text, now), text).to.deep.equal({ problem: 'notAnOption' });
  });
  it('but where it speaks of them', () => {
    for (const [text, plate] of Object.entries({
      '不对 对方是川AD54321': '川AD54321',
      '不是我的，是他的，京A12345': '京A12345',
      '说错了，撞我的是京A12346': '京A12346',
      是川AD54321: '川AD54321',
      '川AD54321，没错': '川AD54321',
    }))
      expect(answer(otherSide(), text, now), text).to.deep.equal({ kind: 'car', plate });
    expect(answer(otherSide(), '不对，是电动车', now)).to.deep.equal({ kind: 'nonMotor' });
  });
});
