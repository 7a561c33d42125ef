/** What a seventh newcomer stumbled on with the hospital's money: whose sum it is, what is on top of it, and what a pause or a death does. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, phoneOf, recordedIn, verified } from '../support/demo.ts';
import type { Line, Talk } from '../support/talk.ts';

const last = (lines: readonly Line[]): string => lines.at(-1)?.text ?? '';

describe('a seventh newcomer, with the hospital’s bills', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const wished = async () => (await recordedIn(talk, 'advanceWished')).map(({ asked }) => asked);
  const begins = async (...words: string[]) => {
    await verified(talk, 'papersMissing');
    await talk.sayAll('我要申请垫付', '同意', ...words);
  };
  const filed = () => begins('住院了', '湘雅', '脑外', '手术', '5万', '医院', '提交');

  describe('a request that was filed', () => {
    beforeEach(filed);

    for (const words of ['还差1万2', '医生说后面康复还要20万', '医院又要5000块', '再交一万'])
      it(`“${words}” is no total: it is asked`, async () => {
        expect(keys(await talk.say(words))).to.deep.equal(['advance.moreUnclear']);
        expect(await wished()).to.deep.equal(['50000.00']);
        await talk.say('一共7万');
        expect(await wished()).to.deep.equal(['50000.00', '70000.00']);
      });

    for (const [words, sum] of [
      ['手术费不是5万是58000', '58000.00'],
      ['不是五万，是六万', '60000.00'],
      ['少了，只要3万', '30000.00'],
      ['我刚交了两万，现在总共要7万', '70000.00'],
    ] as const)
      it(`“${words}” puts it right`, async () => {
        await talk.say(words);
        expect(await wished()).to.deep.equal(['50000.00', sum]);
      });

    for (const words of ['我们想要50万赔偿', '家属说要2万', '我已经交了两万', '我只有五千'])
      it(`“${words}” is not what the hospital asks for`, async () => {
        await talk.say(words);
        expect(await wished()).to.deep.equal(['50000.00']);
      });

    it('taken back in one breath it is not said that nothing is open', async () => {
      expect(keys(await talk.say('算了不垫付了，撤回'))).to.deep.equal(['advance.withdraw']);
    });

    it('another way is told also after words nobody understood', async () => {
      await talk.say('嘛呢嘛呢呀');
      expect(keys(await talk.say('还有别的办法吗'))).to.deep.equal(['advance.route']);
    });
  });

  for (const words of ['已经交了两万', '司机给了我们一万', '我们今天又交了两千'])
    it(`“${words}” at the question for the sum is no answer to it`, async () => {
      await begins('住院了', '湘雅', '脑外', '手术');
      expect(keys(await talk.say(words))).to.not.include('advance.askedBy.ask');
      expect(talk.open).to.equal('advance.asked');
    });

  it('who comes back and says so has answered nothing by it', async () => {
    await begins('住院了');
    await talk.pass(24 * 60);
    await talk.say('我回来了');
    await talk.say(await codeFor(talk, phoneOf('papersMissing')));
    expect(talk.open).to.equal('advance.hospital');
  });

  for (const words of ['等会儿我问问', '我老公叫张伟', '120拉去的 我正在路上', '第一个'])
    it(`“${words}” is no hospital`, async () => {
      await begins('住院了');
      await talk.say(words);
      expect(talk.open).to.equal('advance.hospital');
    });

  it('a hospital where the bed is asked for is the hospital', async () => {
    await begins('住院了', '湘雅');
    const lines = await talk.say('武汉同济医院');
    expect(lines[0]?.text).to.include('武汉同济医院');
    expect(talk.open).to.equal('advance.ward');
  });

  it('why it is asked is told, and the question stands', async () => {
    await begins('住院了');
    expect(keys(await talk.say('为什么要问这个'))[0]).to.equal('advance.whyAsked');
    expect(talk.open).to.equal('advance.hospital');
  });

  it('another state while all is read back is another state, there and back', async () => {
    await begins('住院了', '湘雅', '脑外', '手术', '5万', '医院');
    expect(last(await talk.say('他现在进ICU了')))
      .to.include('在抢救或重症室')
      .and.include('脑外');
    expect(last(await talk.say('算了还是住院')))
      .to.include('住院了')
      .and.include('脑外');
  });

  it('“医院催的是四万五不是五万” is another sum, and no new wish', async () => {
    await begins('住院了', '湘雅', '脑外', '手术', '5万', '医院');
    expect(last(await talk.say('医院催的是四万五不是五万'))).to.include('45,000 元');
    expect(last(await talk.say('那八千呢'))).to.not.include('8,000');
  });

  it('what is paid already stands beside what is asked for', async () => {
    await begins('住院了', '湘雅', '脑外', '手术');
    await talk.say('要交五万，我们已经交了八千');
    await talk.say('医院');
    expect(last(talk.heard)).to.include('50,000 元');
  });

  it('where nothing of the injury is noted, that is said of the hospital, too', async () => {
    await verified(talk, 'papersMissing');
    await talk.sayAll('我要申请垫付', '先不记伤情');
    expect(keys(await talk.say('湘雅医院'))[0]).to.equal('advance.declined');
  });

  it('pressed after the time that was promised, a colleague is pressed, and nobody waits for her', async () => {
    await filed();
    await talk.pass(24 * 60);
    await talk.say('垫付批了吗');
    expect(keys(await talk.say(await codeFor(talk, phoneOf('papersMissing'))))).to.include('advance.wishLate');
    expect(keys(await talk.say('催一下'))).to.deep.equal(['advance.pressed']);
  });

  it('a new sum the next day goes through the code', async () => {
    await filed();
    await talk.pass(24 * 60);
    await talk.say('医院又催了 现在要七万');
    expect(keys(await talk.say(await codeFor(talk, phoneOf('papersMissing'))))).to.deep.equal([
      'identity.right',
      'advance.more',
    ]);
    expect(await wished()).to.deep.equal(['50000.00', '70000.00']);
  });

  it('a choice with something behind it is a choice, and no cry for help', async () => {
    await begins('住院了', '湘雅', '脑外', '手术', '5万');
    expect(keys(await talk.say('没人催 就是我自己问问'))).to.not.include('crisis.help');
  });

  it('a death ends the questions for papers, and what is owed is no state of a request', async () => {
    await verified(talk, 'papersMissing');
    await talk.sayAll('要哪些材料');
    expect(keys(await talk.say('我老公走了'))).to.deep.equal(['progress.died']);
    expect(keys(await talk.say('抢救费六万二还欠着'))).to.deep.equal(['advance.died']);
  });

  for (const words of ['已报案', '报了 保险公司来人了', 'I already reported it'])
    it(`“${words}” leads out of a report that began at a bedside, and the money is not forgotten`, async () => {
      await talk.say(
        words.startsWith('I')
          ? 'My husband is in hospital, the hospital wants a 50,000 yuan deposit'
          : '我老公在湘雅二医院，明天手术要先交四万五押金，没钱',
      );
      await talk.sayAll(words, phoneOf('papersMissing'), '配偶');
      const lines = await talk.say(await codeFor(talk, phoneOf('papersMissing')));
      expect(keys(lines)).to.include('advance.which');
    });
});

describe('a driver, again', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await talk.sayAll('核对身份', '13800138002', '我本人');
    await talk.say(await codeFor(talk, '13800138002'));
  });
  afterEach(() => talk.end());

  for (const [words, key] of [
    ['家属说要2万', 'advance.keep'],
    ['家属一天打八个电话跟我要钱，我扛不住了', 'advance.keep'],
    ['伤者家里人堵到我公司来了让我拿钱', 'advance.keep'],
    ['那家属找我要钱怎么办', 'advance.keep'],
    ['不给他们会不会起诉我', 'advance.aside.sued'],
    ['家属说不给钱就不让医生治，怎么办', 'advance.keep'],
    ['不理他们行不行', 'advance.keep'],
    ['是我先给还是保险先给', 'advance.keep'],
    ['谁先付啊', 'advance.keep'],
    ['那我怎么跟家属说', 'advance.reply'],
    ['家属再要钱我咋回', 'advance.reply'],
    ['我垫的钱怎么要回来', 'advance.back'],
    ['我该留什么凭证', 'advance.proof'],
    ['我垫的钱能全退我吗', 'advance.back'],
    ['我是酒后开车 但是没醉 吹气42 交强险会不会找我追偿', 'advance.aside.recourse'],
    ['驾照过期一年多已经注销了 还垫吗', 'advance.aside.recourse'],
  ] as const)
    it(`“${words}” is answered, and nothing is passed on`, async () => {
      expect(keys(await talk.say(words))[0]).to.equal(key);
      expect(await recordedIn(talk, 'advanceWished')).to.deep.equal([]);
    });

  it('a sum for a private settlement is none that the hospital asks for', async () => {
    await talk.say('垫付批了吗');
    expect(keys(await talk.say('家属开口要20万私了'))).to.deep.equal(['advance.aside.privately']);
    expect(await recordedIn(talk, 'advanceWished')).to.deep.equal([]);
  });

  it('what he has left himself is no sum of the hospital, and a question no payment', async () => {
    await talk.say('医院催费催得急,我卡里就剩八千,到底谁先掏');
    expect(await recordedIn(talk, 'advanceWished')).to.deep.equal([]);
    await talk.sayAll('我付了5000给他们', '我一共付了8000对吧');
    expect(await recordedIn(talk, 'corrected')).to.have.lengthOf(1);
  });

  it('what he has paid is noted each time, put right in his words, and not denied afterwards', async () => {
    for (const words of ['我垫了三万', '还有昨天给了一万二现金', '不对，是给了三万五'])
      expect(keys(await talk.say(words)), words).to.deep.equal(['advance.paidToldSum']);
    expect(keys(await talk.say('我垫了多少'))).to.deep.equal(['advance.ledgerSaid']);
    expect(await recordedIn(talk, 'corrected')).to.have.lengthOf(3);
  });
});
