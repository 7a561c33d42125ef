/** In words that no list knows: what somebody wants in a talk about a settlement is understood, and what helps is told unasked. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, objectionsFiled, phoneOf, verified } from '../support/demo.ts';
import { anotherTalk, type Talk } from '../support/talk.ts';

describe('a settlement, in her own words', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const filed = () => objectionsFiled(talk);

  it('whoever names her drugs hears after the code the whole, her line, and what she can do, by when and if nobody answers', async () => {
    const told = await verified(talk, 'settlement', '俺的药钱凭啥少给俺恁多');
    expect(keys(told).slice(1)).to.deep.equal(['explanation.whole', 'explanation.one', 'explanation.path']);
    expect(talk.last.text).to.include('2026年11月25日').and.include('催一下').and.include('12378');
    expect(keys(await talk.say('第 2 条')), 'the ways are told once').to.deep.equal(['explanation.one']);
  });

  it('why it is wrong, a supervisor, nobody answers: dialect from beginning to end', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.say('那个进口药是大夫非让用的，俺又不懂');
    expect(talk.open).to.equal('objection.right.1');
    const told = await talk.sayAll('中', '叫恁当官的看看');
    expect(await filed()).to.deep.equal([[1, '那个进口药是大夫非让用的，俺又不懂', 'supervisor']]);
    expect(told[0]?.text, 'what helps if nobody answers').to.include('催一下').and.include('12378');
    expect(keys(await talk.say('那他们要是一直装听不见呢'))).to.deep.equal(['objection.ifSilent']);
  });

  for (const words of [
    '我也不懂这些 你们找人再给我重新看看吧 几号有信儿 要是没人搭理我咋办',
    '让你们的人再查一遍 别糊弄我 大夫说没有别的药替',
  ])
    it(`a way among other words is taken: “${words.slice(0, 10)}…”`, async () => {
      await verified(talk, 'settlement', '为什么少赔');
      await talk.say('那药是大夫开的又不是我们要用的大夫说没别的药凭啥扣四千二');
      await talk.say('对啊 就是这个意思 你们得给我个说法 几号给我回话');
      expect(talk.open, 'a yes with a question behind it adds nothing to her reason').to.equal('objectionWay.way');
      const told = await talk.say(words);
      expect(await filed()).to.deep.equal([[1, '那药是大夫开的又不是我们要用的大夫说没别的药凭啥扣四千二', 'recheck']]);
      expect(told[0]?.text, 'by when').to.include('2026年11月25日');
    });

  it('a reason behind a yes that begins like one is no yes again', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.sayAll('那个进口药是大夫非让用的，俺又不懂', '对 是大夫说没有别的药能替的');
    expect(talk.open, 'it is read back with the rest').to.match(/^objection\.right/);
    expect(talk.last.text).to.include('没有别的药能替');
  });

  for (const words of ['那一万四又是啥 怎么算我们头上', '我问那个一万四千四 凭啥算到我儿子头上 是人家撞他的'])
    it(`the line of a sum: “${words}”`, async () => {
      await verified(talk, 'settlement', '为什么少赔');
      const [line] = await talk.say(words);
      expect(line?.key).to.equal('explanation.one');
      expect(line?.text).to.include('第 2 条').and.include('14,400');
    });

  for (const [words, key] of [
    ['要是他们都不理我呢', 'explanation.path'],
    ['我不识字你就说我现在该干啥', 'explanation.path'],
    ['打官司得花我多少钱啊', 'explanation.courtFee'],
    ['真去告的话有没有胜算', 'explanation.forecast'],
    ['他们催我赶紧把字签了', 'explanation.signed'],
    ['凭哪条规矩这么扣的', 'explanation.byAnalogy'],
    ['到底哪几样药没给算', 'explanation.itemised'],
    ['钱几号能打到我卡上', 'explanation.whenPaid'],
    ['差的那份该谁掏腰包', 'explanation.borne'],
  ] as const)
    it(`“${words}”`, async () => {
      await verified(talk, 'settlement', '为什么少赔');
      const [first] = await talk.say(words);
      const isList = key === 'explanation.itemised';
      expect(isList ? /^explanation\.list/.test(first?.key ?? '') : first?.key === key, first?.key).to.equal(true);
      expect(await talk.tickets(), 'and nobody is alarmed').to.have.lengthOf(isList ? 1 : 0);
    });

  it('several questions in one message are all answered; why something is wrong is no question, whatever stands beside it', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    const told = keys(await talk.say('能不能打官司？打官司要花多少钱？能赢吗'));
    expect(told).to.deep.equal(['objection.outsideLate', 'explanation.courtFee', 'explanation.forecast']);
    expect(keys(await talk.say('差的我该找谁要，不签字会咋样'))).to.deep.equal([
      'explanation.borne',
      'explanation.signed',
    ]);
    await talk.say('第一条药是医生让用的，我也没办法，凭什么不赔');
    expect(talk.open).to.equal('objection.right.1');
  });

  it('one half is said not to be meant: it is of the line that is, and no half of it is taken for her reason', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.say('我不是不认药，是那个三成我不认');
    expect(talk.last.text).to.not.include('“我不是不认药”');
    await talk.sayAll('我儿走的斑马线', '对', '请理赔员再核');
    const [[n, why] = []] = await filed();
    expect(n).to.equal(2);
    expect(why).to.include('我儿走的斑马线');
  });

  it('who leaves the choice to us hears what each way is good for, and with which to begin', async () => {
    await verified(talk, 'settlement', '我不同意第一条');
    await talk.sayAll('医生让用的', '对');
    for (const words of ['你给我拿主意', '都行你看着办'])
      expect(keys(await talk.say(words))).to.deep.equal(['objection.waysDiffer', 'objectionWay.way.ask']);
    await talk.say('那就再给俺算一遍');
    expect((await filed()).at(-1)?.[2]).to.equal('recheck');
  });

  it('put aside and taken up in her own words; more of why joins what was filed', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.sayAll('我不同意第一条', '先放着吧');
    expect(keys(await talk.say('商量好了，还是要提'))).to.deep.equal(['common.takenUp', 'objection.why.ask']);
    await talk.sayAll('医生让用的', '对', '请主管看', '我还想说当时没有国产的', '对', '请主管看');
    expect((await filed()).at(-1)?.[1]).to.equal('医生让用的；当时没有国产的');
  });

  it('asked while a phone or a code is waited for, it is told once it is known who asks', async () => {
    await talk.say('问进度');
    expect(keys(await talk.say('俺儿的药钱凭啥少给俺恁多'))).to.deep.equal([
      'explanation.afterCode',
      'identity.reference.ask_phone',
    ]);
    await talk.sayAll(phoneOf('settlement'), '父母');
    const told = keys(await talk.say(await codeFor(talk, phoneOf('settlement'))));
    expect(told).to.deep.equal(['identity.right', 'explanation.whole', 'explanation.one', 'explanation.path']);
  });

  it('a sum behind her words is no end of an ID', async () => {
    await talk.say('我妈那个药费为啥给砍了4200');
    expect(talk.last.key).to.equal('identity.reference.ask_phone');
    await talk.say(phoneOf('settlement'));
    await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(talk.heard.map(({ key }) => key)).to.include('explanation.whole');
  });
});

describe('a settlement, whose words and whose yes', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '为什么少赔');
  });
  afterEach(() => talk.end());
  const filed = () => objectionsFiled(talk);

  it('what another one of the family has said is no part of hers, and its letter is not opened for her', async () => {
    await talk.sayAll('我不同意第一条', '医生开的药凭啥我出', '对', '请主管看');
    talk.clock.at += 2 * 60_000;
    const other = await anotherTalk(talk);
    await verified(other, 'settlement', '为什么少赔');
    await other.sayAll('我不同意第一条', '我儿子过敏只能用这个');
    expect(other.last.text).to.include('“我儿子过敏只能用这个”').and.not.include('凭啥');
    await other.sayAll('不对，我再说', '算了');
    const stands = await other.say('我的异议到哪了');
    expect(JSON.stringify(stands)).to.not.include('/chat/objection/');
  });

  for (const words of [
    '嗯嗯就这个意思嘛，你莫啰嗦了，到底好久给我答复？',
    '就是嘛，是这样子',
    '系呀',
    '算啦，就咁啦，啱啦',
  ])
    it(`“${words}” says yes, and joins nothing`, async () => {
      await talk.sayAll('我不同意第一条', '医生让用的', words);
      expect(talk.open).to.equal('objectionWay.way');
      await talk.say('请主管看');
      expect(await filed()).to.deep.equal([[1, '医生让用的', 'supervisor']]);
    });

  it('“这句话不是我说的，帮我删掉” asks again and joins nothing', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '前面那句真的不是我说的，麻烦帮我删掉');
    expect(talk.open).to.equal('objection.why.2');
  });

  it('whoever names no way, though she was told what each is good for, has it looked at again, and may change that', async () => {
    await talk.sayAll('我不同意第一条', '医生让用的', '对', '哎呀你们弄嘛');
    const lines = await talk.say('你们弄嘛我求求你们了');
    expect(keys(lines).slice(0, 2)).to.deep.equal(['objection.tookRecheck', 'objection.agreed_recheck']);
    await talk.say('我要主管看');
    expect((await filed()).map(([, , way]) => way)).to.deep.equal(['recheck', 'supervisor']);
  });

  it('what a word means is no reason', async () => {
    await talk.say('第 1 条');
    await talk.say('请问您说的“超出医保标准”是什么意思？我的孩子是过敏才用的，这也要我们自己承担吗？');
    expect(talk.open).to.not.match(/^objection/);
  });

  it('of the line that is spoken of first: 4,200 are the driver’s to pay, not hers', async () => {
    await talk.say('第 1 条');
    const [first] = await talk.say('这钱到底该谁掏腰包');
    expect(first?.key).to.equal('explanation.borneLine');
    expect(first?.text).to.include('4,200').and.include('不该您出');
  });
});
