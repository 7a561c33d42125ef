/** What a fourth newcomer stumbled on, in her words. */
import { expect } from 'chai';
import type { ClaimEvent } from '../../store/ports.ts';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, phoneOf, recordedIn, verified } from '../support/demo.ts';
import type { Line, Talk } from '../support/talk.ts';

describe('a fourth newcomer', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const events = (type: ClaimEvent['type']) => recordedIn(talk, type);
  const provesAgain = async (about: string): Promise<Line[]> => talk.say(await codeFor(talk, phoneOf(about)));

  describe('with a settlement', () => {
    beforeEach(() => verified(talk, 'settlement'));

    it('questions and “never mind” are no part of a reason; a rhetorical one is', async () => {
      await talk.sayAll('我不同意', '1');
      expect(keys(await talk.say('等一下，4200怎么算的'))).to.include('explanation.one');
      expect(keys(await talk.say('什么是附加险'))[0]).to.equal('objection.noReason');
      expect(talk.open).to.equal('objection.why.1');
      await talk.say('进口药凭什么不报');
      expect(talk.open).to.equal('objection.right.1');
      expect(keys(await talk.say('不签字会怎样'))[0]).to.equal('explanation.signed');
      expect(keys(await talk.say('算了，先不弄了'))).to.deep.equal(['objection.putOff']);
      await talk.sayAll('接着刚才的', '对', '先不了');
      expect((await events('objected')).map(({ why }) => why)).to.deep.equal(['进口药凭什么不报']);
    });

    it('“接着刚才的” and “提交” with nothing put aside begin no report', async () => {
      for (const words of ['接着刚才的', '提交']) {
        expect(keys(await talk.say(words)), words).to.deep.equal(['common.nothingOpen']);
        expect(talk.last.buttons).to.not.include('我要报案');
      }
    });

    it('a long pause loses no reason: a code, and it goes on', async () => {
      await talk.sayAll('我不同意', '1', '药是医生开的，没得选');
      await talk.pass(20);
      expect(keys(await talk.say('对'))).to.deep.equal(['identity.onceMore', 'code.digits.ask']);
      expect(keys(await provesAgain('settlement'))).to.include('objection.grounds');
      await talk.say('请主管看');
      expect((await events('objected'))[0]).to.include({ n: 1, why: '药是医生开的，没得选', way: 'supervisor' });
    });

    it('an hour later “我不同意” is understood, and a code is asked for first', async () => {
      await talk.pass(60);
      await talk.say('我不同意');
      expect(talk.open).to.equal('code.digits');
    });

    for (const [words, line] of [
      ['两条都不同意', '4,200'],
      ['全部', '4,200'],
      ['医疗费那条', '4,200'],
      ['责任比例那条', '14,400'],
      ['第1条和第2条', '4,200'],
    ] as const)
      it(`“${words}” says which`, async () => {
        await talk.sayAll('我不同意', words);
        expect(talk.open).to.equal('objection.why.1');
        expect(talk.last.text).to.include(line);
      });

    it('a reason with the wish is not asked for again', async () => {
      const [read] = await talk.say('我不同意第一条，药都是医生开的，我没得选');
      expect(talk.open).to.equal('objection.right.1');
      expect(read?.text).to.include('药都是医生开的，我没得选');
    });

    it('“第1条” where it is asked whether she was understood tells that line, and agrees to nothing', async () => {
      await talk.sayAll('我不同意', '2', '闯红灯的是他');
      expect(keys(await talk.say('第1条'))[0]).to.equal('explanation.one');
      expect(talk.open).to.equal('objection.right.1');
    });

    it('“我不同意” is no reason, and “我当时昏迷” no emergency', async () => {
      await talk.sayAll('我不同意', '2', '我不同意');
      expect(talk.open).to.equal('objection.why.1');
      expect(keys(await talk.say('我当时昏迷，没人告诉我可以复核'))).to.deep.equal(['objection.right.ask']);
      await talk.sayAll('对', '请主管看');
      expect((await events('objected'))[0]?.why).to.equal('我当时昏迷，没人告诉我可以复核');
      expect(keys(await talk.say('我那时候在昏迷'))).to.not.include('emergency.now');
      expect(keys(await talk.say('他现在昏迷了')), 'now it is one').to.include('emergency.now');
    });

    it('what lies beyond compulsory insurance is the whole less what that pays, and stands on no paper', async () => {
      await talk.sayAll('为什么少赔', '第2条');
      const [figure] = await talk.say('48000怎么来的');
      expect(figure?.text).to.include('60,000 − 12,000').and.not.include('认定书');
    });

    it('of an item it is no wish for a list of papers', async () => {
      for (const words of ['误工费凭什么没有', '护理费怎么没有'])
        expect(keys(await talk.say(words)).join(), words).to.match(/^explanation\.notAsked(?:This)?$/);
    });

    it('“补充一点” after filing joins what was said, in a new letter', async () => {
      await talk.sayAll('我不同意第1条', '药是医生开的，我不懂', '对', '请主管看', '补充一点，国产的没有货');
      expect(talk.open).to.equal('objection.right.1');
      await talk.sayAll('对', '请主管看');
      expect((await events('objected')).at(-1)?.why).to.equal('药是医生开的，我不懂；国产的没有货');
    });
  });

  describe('with the hospital’s bills', () => {
    it('what was paid already is not what the hospital asks for', async () => {
      await verified(talk, 'inHospital');
      for (const words of ['垫了两万，能不能从保险里扣', '我垫了3万', '我给了5000现金'])
        expect(keys(await talk.say(words)), words).to.deep.equal(['advance.keepFamily']);
      expect(await events('advanceWished')).to.deep.equal([]);
    });

    it('a long pause loses nothing that was read back: a code, and it is filed', async () => {
      await verified(talk, 'papersMissing');
      await talk.sayAll('垫付', '同意', '住院', '市一院', '骨科3床');
      await talk.pass(60);
      expect(keys(await talk.say('抢救')), 'nothing of it is shown').to.deep.equal([
        'identity.onceMore',
        'code.digits.ask',
      ]);
      await provesAgain('papersMissing');
      expect(talk.open, 'the answer was taken').to.equal('advance.asked');
      await talk.sayAll('2万', '医院', '提交');
      expect((await events('advanceWished'))[0]).to.include({ hospital: '市一院', asked: '20000.00' });
    });

    it('two corrections in one message are two; after filing a sum can still be put right', async () => {
      await verified(talk, 'papersMissing');
      await talk.sayAll('垫付', '同意', '住院', '市一院', '3床', '不清楚', '2万', '医院');
      const lines = await talk.say('医院改成市二院，金额改成3万');
      expect(lines.at(-1)?.text).to.include('市二院').and.include('30,000 元');
      await talk.say('提交');
      expect(keys(await talk.say('金额错了，是3万5千'))).to.deep.equal(['advance.more']);
      expect((await events('advanceWished')).map(({ asked }) => asked)).to.deep.equal(['30000.00', '35000.00']);
    });

    it('a sum is no bed, a bed no hospital, and an answer of yes neither; a ward said with the hospital is not asked', async () => {
      await verified(talk, 'papersMissing');
      await talk.sayAll('垫付', '同意', '住院');
      for (const words of ['骨科12床', '同意', '要5万']) {
        await talk.say(words);
        expect(talk.open, words).to.equal('advance.hospital');
      }
      await talk.say('市中心医院');
      expect(talk.open, 'the bed and the sum were kept').to.equal('advance.purpose');
      await talk.say('不清楚');
      expect(talk.open).to.equal('advance.askedBy');
    });

    it('in intensive care the ward comes with the hospital', async () => {
      await verified(talk, 'papersMissing');
      await talk.sayAll('垫付', '同意', '在ICU', '市中心医院ICU 6床');
      expect(talk.open).to.equal('advance.asked');
    });

    it('the read-back answers what she asks, and lets her go', async () => {
      await verified(talk, 'papersMissing');
      await talk.sayAll('垫付', '同意', '住院', '市一院', '3床', '不清楚', '2万', '医院');
      for (const words of ['多久能批', '不批怎么办']) {
        expect(keys(await talk.say(words))[0], words).to.equal('advance.after');
        expect(talk.open).to.equal('advance.check');
      }
      expect(keys(await talk.say('先别提交'))).to.deep.equal(['common.shelved.other']);
      await talk.say('接着刚才的');
      expect(talk.open).to.equal('advance.check');
    });

    it('ways are answered by their names, and the next one wherever it is asked', async () => {
      await verified(talk, 'inHospital');
      expect(keys(await talk.say('医院现在要5万了'))).to.deep.equal(['advance.more']);
      expect(keys(await talk.say('还有别的办法吗'))).to.deep.equal(['advance.route']);
      for (const [words, way] of [
        ['救助基金怎么申请', '救助基金'],
        ['医保能先付吗', '医保'],
        ['先予执行是什么', '法院'],
      ] as const) {
        const [route] = await talk.say(words);
        expect(route?.key, words).to.equal('advance.route');
        expect(route?.text).to.include(way);
      }
      expect(keys(await talk.say('能不能直接打给我'))).to.deep.equal(['advance.payee']);
      expect(keys(await talk.say('今天不交就停药'))).to.deep.equal(['advance.state']);
    });

    it('a driver who pays for days is not put at the roadside', async () => {
      expect(keys(await talk.say('我撞了人，已经垫了三万，家属还要，怎么办'))).to.include('advance.keep');
      expect(keys(await talk.say('垫的钱能拿回来吗'))[0]).to.equal('advance.back');
    });

    for (const words of ['医院催费，我已经报过了', '我有案子，医院催钱', '报过案了，医院要两万'])
      it(`“${words}” begins no report, and the money is not forgotten`, async () => {
        await talk.say(words);
        await talk.sayAll(phoneOf('papersMissing'), '我本人');
        expect(keys(await provesAgain('papersMissing'))).to.include('advance.which');
      });

    it('a phone that was given in the report is not asked for again', async () => {
      await talk.sayAll('医院又催钱了', phoneOf('papersMissing'), '我已经报过了');
      expect(talk.open).to.equal('kin.as');
    });

    it('“就给三万多，说说怎么算的” is of a settlement', async () => {
      await talk.say('我妈住院花了六万，你们就给三万多，说说怎么算的');
      expect(talk.open).to.equal('identity.reference');
    });
  });
});
