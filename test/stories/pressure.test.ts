/** Threats, anger and despair around the desk: what they bring about, and what nobody is told off for. */
import { expect } from 'chai';
import { tellsComplaint, tellsThreat } from '../../understanding/desk.ts';
import { accepts, comes, floorOf, handoffOf, wang } from '../support/desk.ts';
import { newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);

describe('a threat', () => {
  for (const words of [
    '再不赔我就去你们公司闹',
    '我砸了你们公司',
    '再拖我就堵你们大门',
    '大不了同归于尽',
    '信不信我弄死你',
    'I will smash up your office',
  ])
    it(`“${words}”`, () => expect(tellsThreat(words)).to.equal(true));

  for (const words of [
    '树枝砸到我的车',
    '我不会去你们公司闹',
    '医院太闹了',
    '路口堵车，后车追尾',
    '他右肩被砸了一下',
    '在人民医院门诊',
    '照片曝光过度',
  ])
    it(`and none: “${words}”`, () => expect(tellsThreat(words)).to.equal(false));

  it('is the reason of the asking', async () => {
    await comes(talk, wang);
    await talk.say('转人工，再不赔我就去你们公司闹');
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'threat', severity: 2 });
  });

  it('said while waiting makes the reason a graver one', async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    await talk.say('再不来我就去你们公司闹');
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'threat', severity: 2 });
  });
});

describe('a complaint that is announced', () => {
  for (const words of [
    '明天我就去上访',
    '我要给你们曝光',
    '我去找媒体',
    '我要投诉到银保监',
    '再这样我就打12378，要找金融监管',
    '不行就去法院告你们',
    'I will go to the press',
    'I will complain to the regulator',
  ])
    it(`“${words}” is one, and no threat`, () => {
      expect(tellsComplaint(words)).to.equal(true);
      expect(tellsThreat(words)).to.equal(false);
    });

  for (const words of ['照片曝光过度', '我不想去找媒体', '对方去告了交警', '他说要投诉那个司机'])
    it(`and none: “${words}”`, () => expect(tellsComplaint(words)).to.equal(false));

  it('is a reason of its own, less grave than a threat, and a person is offered', async () => {
    await comes(talk, wang);
    await talk.sayAll('我要报案', '没有这些情况', '同意');
    expect(keys(await talk.say('13800138000，再拖我就去上访'))).to.include('human.offerNow');
    await talk.say('转人工');
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'complaint', severity: 1 });
    await talk.say('信不信我弄死你们');
    expect(await handoffOf(talk)).to.include({ reason: 'threat', severity: 2 });
  });
});

describe('anger where it is asked which number to call', () => {
  it('with somebody there now: a place in the queue', async () => {
    await talk.say('转人工');
    await comes(talk, wang);
    expect(keys(await talk.say('我要人！！再不赔我就去你们公司闹'))).to.deep.equal(['human.queuedUnknown']);
    expect(await handoffOf(talk)).to.include({ state: 'waiting', reason: 'threat' });
  });

  it('with nobody there: a kind word, twice if need be', async () => {
    await talk.say('转人工');
    for (const words of ['我要人！！', '砸了你们公司，让你们经理出来'])
      expect(keys(await talk.say(words))).to.deep.equal(['human.pressed', 'human.phone.ask']);
    await talk.sayAll('13800138000', '上午');
    expect(talk.last.key).to.equal('human.made');
  });
});

describe('despair while somebody waits or talks', () => {
  it('is the reason of the asking, and the help is told in full once', async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    await accepts(talk, wang);
    expect(keys(await talk.say('我不想活了'))).to.deep.equal(['crisis.help']);
    const again = await talk.say('活着没意思');
    expect(keys(again)).to.deep.equal(['crisis.again']);
    expect(again[0]?.buttons).to.include('tel:12356');
    expect(await handoffOf(talk)).to.include({ state: 'active', reason: 'crisis', severity: 3 });
  });
});

describe('“返回机器人”', () => {
  it('while a colleague talks: she is still there', async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    await accepts(talk, wang);
    const lines = await talk.say('返回机器人');
    expect(keys(lines)).to.deep.equal(['human.stillHere']);
    expect(lines[0]?.text).to.include('王敏');
    expect(await floorOf(talk)).to.equal('person');
  });

  it('where nobody is waited for: nobody is called', async () => {
    await comes(talk, wang);
    expect(keys(await talk.say('返回机器人'))).to.deep.equal(['home.help']);
    expect(await talk.app.store.handoffOf(talk.conversation)).to.equal(undefined);
    await talk.say('我要报案');
    expect(keys(await talk.say('返回机器人'))).to.deep.equal(['common.goOn', 'report.danger.ask']);
  });
});

describe('“主要是哪一点？”', () => {
  beforeEach(async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    await accepts(talk, wang);
    await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
    await talk.listen();
    await talk.say('还没解决');
  });

  it('free words are the reason', async () => {
    expect(keys(await talk.say('你们一分钱都没付'))).to.deep.equal(['human.whyThanks']);
    expect((await handoffOf(talk)).data).to.include({ why: 'whyOther', whyText: '你们一分钱都没付' });
  });

  it('a request is still a request', async () => {
    expect(keys(await talk.say('转人工'))).to.deep.equal(['human.queuedUnknown']);
  });
});
