/** Objections in people's own words: from nowhere, with a number, beside other questions, and how each way forward is named. */
import { expect } from 'chai';
import { keys } from '../support/advance.ts';
import { newDemoTalk, recordedIn, verified } from '../support/demo.ts';
import type { Talk } from '../support/talk.ts';

describe('我不同意, in other words', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '到哪一步了');
  });
  afterEach(() => talk.end());
  const ways = async () => (await recordedIn(talk, 'objected')).map(({ way }) => way);

  for (const words of ['我不同意', '我要提异议', '不服', '我不接受这个金额', '你们算错了', '赔得太少了'])
    it(`“${words}” needs no explanation before it`, async () => {
      await talk.say(words);
      expect(talk.open).to.equal('objection.which');
    });

  for (const words of ['我不同意第2条', 'I disagree with number 2', '第二条我不认', '第2条不合理'])
    it(`“${words}” names which`, async () => {
      const [asked] = await talk.say(words);
      expect(talk.open).to.equal('objection.why.1');
      expect(asked?.text).to.include('14,400');
    });

  it('what was cut, how a limit is shared and an itemised list are answered without it, too', async () => {
    for (const [words, key] of [
      ['扣了多少', 'explanation.whole'],
      ['交强险限额怎么分的', 'explanation.limitShared'],
      ['要一份费用清单', 'explanation.listAsked'],
    ] as const)
      expect(keys(await talk.say(words)), words).to.deep.equal([key]);
  });

  it('in English, too', async () => {
    for (const [words, key] of [
      ['how is the compulsory limit shared', 'explanation.limitShared'],
      ['how much was cut', 'explanation.whole'],
      ['who pays for medicine outside insurance', 'explanation.one'],
      ['where does 48,000 come from', 'explanation.figureExcess'],
    ] as const)
      expect(keys(await talk.say(words))[0], words).to.equal(key);
  });

  it('words nobody understands are met with what her claim allows, and no new report', async () => {
    await talk.say('为什么少赔');
    const lost = await talk.say('嘛呢嘛呢呀');
    expect(keys(lost)).to.deep.equal(['explanation.lost', 'explanation.path']);
    expect(talk.last.buttons).to.include('我不同意').and.not.include('我要报案');
  });

  it('of blame, or of an appraisal, it is no objection to the sums', async () => {
    for (const words of ['我不同意责任认定', '对伤残鉴定有异议']) {
      await talk.say(words);
      expect(talk.open, words).to.not.match(/^objection/);
    }
  });

  describe('where it is asked whether she was understood', () => {
    beforeEach(() => talk.sayAll('我不同意第1条', '药是医生开的，我不懂'));

    for (const [words, key] of [
      ['信再给我一次', 'objection.notYet'],
      ['草稿再给我看看', 'objection.notYet'],
      ['总共扣了多少', 'explanation.whole'],
      ['到哪一步了', 'progress.standing'],
      ['还差什么', 'papers.nothingNow'],
    ] as const)
      it(`“${words}” is answered and joins no reason; the question stands`, async () => {
        const lines = await talk.say(words);
        expect(talk.open).to.equal('objection.right.1');
        expect(keys(lines)).to.include(key);
        expect(lines.at(-1)?.text).to.include('药是医生开的').and.not.include(words);
      });

    it('3,000 characters are her reason, too', async () => {
      const long = '医生说没有国产的能用，'.repeat(280);
      await talk.sayAll('不对，我再说', long, '对', '先不了');
      expect(await ways()).to.deep.equal(['notNow']);
    });
  });

  describe('the ways forward', () => {
    beforeEach(() => talk.sayAll('我不同意第1条', '药是医生开的，我不懂', '对'));

    for (const [words, way] of [
      ['再核一遍吧', 'recheck'],
      ['你们重新算', 'recheck'],
      ['给我一份清单', 'itemisedList'],
      ['我去开证明', 'addPaper'],
      ['找你们领导', 'supervisor'],
      ['去法院告你们', 'outside'],
      ['投诉你们', 'outside'],
      ['找人评评理', 'outside'],
      ['我考虑一下', 'notNow'],
    ] as const)
      it(`“${words}” is one of them`, async () => {
        await talk.say(words);
        expect(await ways()).to.deep.equal([way]);
        expect((await talk.tickets()).filter(({ kind }) => kind === 'callBack')).to.deep.equal([]);
      });

    it('the letter asks for what was chosen; a title within a title has its own marks', async () => {
      const letters: string[] = [];
      for (const words of ['请主管看', '调解、投诉或起诉']) {
        const [agreed] = await talk.say(words);
        letters.push(await (await fetch(`${talk.app.url}${String(agreed?.data.url)}`)).text());
        await talk.sayAll('我不同意第1条', '药是医生开的，我不懂', '对');
      }
      const [first = '', second = ''] = letters;
      expect(first).to.include('主管').and.not.include('起诉');
      expect(second).to.include('起诉').and.not.include('主管');
      expect(first)
        .to.match(/《[^《》]*〈/)
        .and.not.match(/《[^》]*《/);
    });

    it('left alone at first, it is checked again when she says so, and no call is arranged', async () => {
      await talk.say('先不了');
      expect(keys(await talk.say('请理赔员再核'))[0]).to.equal('objection.agreed_recheck');
      expect(await ways()).to.deep.equal(['notNow', 'recheck']);
    });

    it('put aside, her words are kept: asked for the letter, she is led back', async () => {
      await talk.say('取消');
      const [none] = await talk.say('我的信呢');
      expect(none?.key).to.equal('objection.none');
      expect(none?.buttons).to.include('接着刚才的');
      await talk.say('接着刚才的');
      await talk.say('请主管看');
      expect(await ways()).to.deep.equal(['supervisor']);
    });
  });
});
