/** What a sixth newcomer stumbled on with the hospital's money: corrections, cancelling, general questions, and what a driver asks. */
import { expect } from 'chai';
import { advanceTickets, keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, phoneOf, recordedIn, verified } from '../support/demo.ts';
import type { Line, Talk } from '../support/talk.ts';

const last = (lines: readonly Line[]): string => lines.at(-1)?.text ?? '';

describe('a sixth newcomer, with the hospital’s bills', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const wishes = async () => recordedIn(talk, 'advanceWished');
  const begins = async (...words: string[]) => {
    await verified(talk, 'papersMissing');
    await talk.sayAll('我要申请垫付', ...words);
  };

  describe('while everything is read back', () => {
    beforeEach(() => begins('同意', '住院了', '湘雅', '脑外', '手术', '3.5w', '医院'));

    for (const [words, shows] of [
      ['再加五千', '40,000 元'],
      ['没问题，就是金额少写了五千', '40,000 元'],
      ['金额多写了一万', '25,000 元'],
      ['是四万不是三万五', '40,000 元'],
      ['不住湘雅，住省人民医院', '医院：省人民医院'],
      ['对的，不过医院是湘雅二', '医院：湘雅二'],
      ['床号是21', '科室床号：脑外21床'],
      ['钱不是医院要的，是家属', '谁说要交：伤者或家属'],
      ['钱用在后面的治疗', '钱用在哪里：后面的治疗'],
    ] as const)
      it(`“${words}” puts right what it names, and nothing else`, async () => {
        const lines = await talk.say(words);
        expect(last(lines)).to.include(shows);
        expect(
          last(lines)
            .split('\n')
            .filter((line) => /：/.test(line)),
        ).to.have.lengthOf(7);
        expect(await wishes()).to.deep.equal([]);
      });

    it('another state of the patient keeps the bed', async () => {
      expect(last(await talk.say('伤情改成在抢救'))).to.include('脑外');
    });

    for (const words of ['我先不交', '先放着', '算了不申请了', '不弄了太麻烦'])
      it(`“${words}” sends nothing, and can be taken up again`, async () => {
        expect(keys(await talk.say(words))).to.deep.equal(['common.shelved.other']);
        expect(await wishes()).to.deep.equal([]);
        expect(last(await talk.say('接着刚才的'))).to.include('35,000 元');
      });

    it('“提交，谢谢” sends it; what is said of it then is of it', async () => {
      await talk.say('提交，谢谢');
      expect((await wishes()).map(({ asked }) => asked)).to.deep.equal(['35000.00']);
      expect(keys(await talk.say('垫付咋还没动静'))).to.deep.equal(['advance.wishOpen']);
      expect(keys(await talk.say('不要了，亲戚借到钱了'))).to.deep.equal(['advance.withdraw']);
      await talk.say('医院要的钱涨了，现在要六万八');
      await talk.say('不对是八万六');
      expect((await wishes()).at(-1)?.asked).to.equal('86000.00');
    });

    it('begun anew, nothing is sent and no accident is reported', async () => {
      expect(keys(await talk.say('重来'))).to.include('advance.which');
      expect(talk.open).to.match(/^advance\./);
    });
  });

  for (const words of ['两千一天', '5000一天', '三千每天', '7天一万'])
    it(`“${words}” is no total`, async () => {
      await begins('同意', '住院了', '湘雅', '脑外', '手术');
      expect(keys(await talk.say(words))).to.deep.equal(['prompts.money.byDay']);
    });

  it('a sum as a telephone hears it is read, and a very small one is asked about', async () => {
    await begins('同意', '住院了', '湘雅', '脑外', '手术');
    for (const words of ['3.5', '5']) expect(keys(await talk.say(words)), words).to.include('prompts.money.tooLittle');
    expect(keys(await talk.say('再加五千'))).to.deep.equal(['prompts.money.inAll']);
    await talk.sayAll('3，5万', '医院', '提交');
    expect((await wishes()).map(({ asked }) => asked)).to.deep.equal(['35000.00']);
  });

  it('what she says behind her consent, or in one sentence, is not asked again', async () => {
    await begins('同意，我老公在湘雅医院骨科3床，医院让交五万', '住院了', '不清楚');
    expect(last(talk.heard))
      .to.include('湘雅医院')
      .and.include('骨科3床')
      .and.include('50,000 元')
      .and.include('谁说要交：医院');
  });

  it('words that are no hospital and no bed are none', async () => {
    await begins('同意', '住院了');
    for (const words of ['你们能垫多少', '这个多久能批', '先问问']) {
      await talk.say(words);
      expect(talk.open, words).to.equal('advance.hospital');
    }
    await talk.say('湘雅二医院');
    for (const words of ['急死人了', '我在路上呢还没到']) {
      await talk.say(words);
      expect(talk.open, words).to.equal('advance.ward');
    }
    await talk.say('哎等等 不是湘雅二 是湘雅三');
    await talk.sayAll('脑外', '手术', '3万', '医院');
    expect(last(talk.heard)).to.include('医院：湘雅三').and.include('脑外');
  });

  it('discharged, she hears what that means; a death ends the questions', async () => {
    await begins('同意');
    expect(keys(await talk.say('人已经出院了'))[0]).to.equal('advance.aside.discharged');
    expect(keys(await talk.say('人走了，不用钱了'))).to.deep.equal(['advance.died']);
  });

  it('after a death nobody is told how a request for treatment stands; a funeral is answered', async () => {
    await verified(talk, 'inHospital');
    await talk.say('人没了，刚才走的');
    for (const words of ['医院欠的钱怎么办', '垫付还办不办'])
      expect(keys(await talk.say(words)), words).to.deep.equal(['advance.died']);
    expect(keys(await talk.say('丧葬费能先给吗'))).to.deep.equal(['advance.aside.funeral']);
  });

  it('an aunt who is gone is heard', async () => {
    await verified(talk, 'inHospital');
    expect(keys(await talk.say('李阿姨走了，垫付还办吗'))).to.deep.equal(['advance.died']);
  });

  it('a request of her own stands beside the insurer’s', async () => {
    await verified(talk, 'inHospital');
    await talk.sayAll('改垫付申请', '同意', '住院了', '湘雅', '骨科', '手术', '5万', '医院', '提交');
    expect(keys(await talk.say('我的垫付申请'))).to.deep.equal(['advance.wishOpen', 'advance.state']);
  });

  it('what was said of the money before she proved who she is is not asked again', async () => {
    await talk.say('我老公在湘雅二医院骨科12床，明天手术要先交四万五押金，没钱');
    await talk.sayAll('报过案了', phoneOf('papersMissing'), '配偶');
    await talk.say(await codeFor(talk, phoneOf('papersMissing')));
    await talk.sayAll('同意', '住院了', '不清楚', '医院');
    expect(last(talk.heard)).to.include('湘雅二医院').and.include('骨科12床').and.include('45,000 元');
  });

  it('a daughter whose father cannot read the code is not sent to the roadside', async () => {
    await talk.say('我要申请垫付');
    const lines = await talk.say('我是他女儿，我爸昏迷，报案电话是我爸的，我不知道验证码');
    expect(keys(lines)).to.deep.equal(['identity.noPhone']);
  });

  for (const [words, key] of [
    ['垫付的钱要还吗', 'advance.aside.repay'],
    ['酒驾了强制险还付抢救费吗', 'advance.aside.recourse'],
    ['我没有驾照保险还赔吗', 'advance.aside.recourse'],
    ['保险垫了会找我要吗', 'advance.aside.recourse'],
    ['我驾照过期了能垫付吗', 'advance.aside.expired'],
    ['丧葬费能垫吗', 'advance.aside.funeral'],
    ['交强险医疗费限额多少', 'advance.aside.howMuch'],
    ['垫付被拒了怎么办', 'advance.aside.refused'],
    ['人出院了还能垫付吗', 'advance.aside.discharged'],
    ['申请会影响以后的赔偿吗', 'advance.aside.affects'],
  ] as const)
    it(`“${words}” is answered, to a stranger as to whoever has a claim`, async () => {
      expect(keys(await talk.say(words))).to.include(key);
      await verified(talk, 'inHospital');
      expect(keys(await talk.say(words))).to.deep.equal([key]);
    });
});

describe('a driver whom the family asks for money', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await talk.sayAll('核对身份', '13800138002', '我本人');
    await talk.say(await codeFor(talk, '13800138002'));
  });
  afterEach(() => talk.end());

  for (const [words, key] of [
    ['医院又要三万，我还给不给', 'advance.keep'],
    ['家属说医院要5万，我怀疑他们骗我', 'advance.keep'],
    ['他家里人一天一个电话催我交钱，我都垫了三万了，还要我再交两万，我怕说错话', 'advance.keep'],
    ['家属又打电话来要钱了', 'advance.keep'],
    ['今天又要我交五千', 'advance.keep'],
    ['怕垫了拿不回来', 'advance.back'],
    ['我不给会不会算逃逸', 'advance.aside.fleeing'],
    ['垫付是不是等于认责任', 'advance.aside.admission'],
    ['收条丢了', 'advance.aside.receiptLost'],
    ['他们要我写欠条', 'advance.aside.iou'],
    ['转账要备注什么', 'advance.aside.transfer'],
    ['我能把钱直接给医院吗', 'advance.aside.toWhom'],
    ['我没责任也要垫吗', 'advance.aside.atFault'],
    ['交警没定责呢我要不要给', 'advance.aside.atFault'],
  ] as const)
    it(`“${words}” is answered for him, and passes nothing on`, async () => {
      expect(keys(await talk.say(words))).to.include(key);
      expect(await recordedIn(talk, 'advanceWished')).to.deep.equal([]);
      expect(await advanceTickets(talk)).to.deep.equal([]);
    });

  it('what he has paid is kept with the claim in his words, for a colleague to book', async () => {
    expect(keys(await talk.say('我前天转了5000给家属'))).to.deep.equal(['advance.paidToldSum']);
    const notes = (await recordedIn(talk, 'corrected')).map(({ changes }) => changes);
    expect(notes).to.deep.equal([{ 'note.0': '我前天转了5000给家属' }]);
  });
});
