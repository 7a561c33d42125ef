/** What a fifth newcomer stumbled on. */
import { expect } from 'chai';
import type { ClaimEvent } from '../../store/ports.ts';
import { keys } from '../support/advance.ts';
import { codeFor, newDemoTalk, phoneOf, recordedIn, verified } from '../support/demo.ts';
import type { Talk } from '../support/talk.ts';

const FORM = ['没钱做手术了', '同意', '住院了', '市一医院', '骨科', '手术'] as const;

describe('a fifth newcomer', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const events = (type: ClaimEvent['type']) => recordedIn(talk, type);

  it('calm words of money and papers are neither despair nor danger, once a claim is open', async () => {
    await verified(talk, 'settlement');
    for (const words of [
      '我把钱付出去了',
      '我把钱还出去了',
      '发出去',
      '快点行不行',
      '大出血用的药也不认',
      'the second one',
    ]) {
      expect(keys(await talk.say(words)), words).to.not.include.members(['emergency.now']);
      expect(keys(talk.heard.slice(-3)), words).to.not.include('crisis.help');
      await talk.say('取消');
    }
    expect(keys(await talk.say('我不想活了'))).to.include('crisis.help');
  });

  describe('at the ways forward', () => {
    beforeEach(async () => {
      await verified(talk, 'settlement');
      await talk.sayAll('我不同意', '1', '药是救命用的', '对');
    });

    for (const words of ['你们下周必须把这笔药钱补给我', '我没钱打官司', '材料我早就交过了'])
      it(`“${words}” agrees to nothing`, async () => {
        await talk.say(words);
        expect(talk.open).to.equal('objectionWay.way');
        expect(await events('objected')).to.deep.equal([]);
      });

    it('of two ways it is asked which; who wants both has the first begun, and both stand in the claim', async () => {
      expect(keys(await talk.say('要证明还是要主管看'))).to.not.include('objection.bothWays');
      await talk.say('要证明，也要主管看');
      expect((await events('objected')).map(({ way }) => way)).to.deep.equal(['itemisedList']);
      expect(JSON.stringify(await events('corrected'))).to.include('也要主管看');
    });
  });

  it('both lines are objected to, one after the other', async () => {
    await verified(talk, 'settlement');
    await talk.sayAll('我不同意', '两条都不同意', '药没得替代', '对');
    expect(keys(await talk.say('请理赔员再核'))).to.deep.equal([
      ...['objection.agreed_recheck', 'objection.nextOne', 'objection.why.ask'],
    ]);
    await talk.sayAll('比例不公平', '对', '请主管看');
    expect((await events('objected')).map(({ n, way }) => [n, way])).to.deep.equal([
      [1, 'recheck'],
      [2, 'supervisor'],
    ]);
  });

  it('a review by the police is not agreed to here', async () => {
    await verified(talk, 'settlement');
    await talk.sayAll('我不同意', '2', '认定书写得不对', '对');
    expect(keys(await talk.say('申请复核'))[0]).to.equal('objection.policeReview');
    expect(await events('objected')).to.deep.equal([]);
  });

  it('a request that is in hand is not said to be none, and its taking back is told truly', async () => {
    await verified(talk, 'inHospital');
    for (const words of ['撤销申请', '取消垫付', '钱凑到了，不用垫了', '不用了，凑齐了'])
      expect(keys(await talk.say(words)), words).to.deep.equal(['advance.withdraw']);
  });

  it('what is asked by the day is no total; a smaller sum is asked about before it takes the place of a larger', async () => {
    await verified(talk, 'overdue');
    await talk.sayAll(...FORM);
    expect(keys(await talk.say('一天五千，已经欠了六天'))).to.deep.equal(['prompts.money.byDay']);
    await talk.sayAll('三万', '医院', '提交');
    expect(keys(await talk.say('医院又催交五千'))).to.deep.equal(['advance.moreUnclear']);
    expect((await events('advanceWished')).map(({ asked }) => asked)).to.deep.equal(['30000.00']);
    await talk.say('一共三万五');
    expect((await events('advanceWished')).at(-1)?.asked).to.equal('35000.00');
  });

  it('a death is heard before anything else, whatever is asked with it', async () => {
    await verified(talk, 'inHospital');
    for (const words of ['伤者死了，医院欠费谁交', '我妈昨晚没救过来', '爸伤重不治，丧葬费先给一点行不行']) {
      const [first] = await talk.say(words);
      expect(first?.key, words).to.match(/died$/);
      expect(first?.buttons).to.include('转人工');
    }
  });

  it('a day later nothing is shown before a code, and the answer that was given is kept', async () => {
    await verified(talk, 'overdue');
    await talk.sayAll(...FORM, '三万', '医院');
    await talk.pass(25 * 60);
    const lines = await talk.say('你好');
    expect(keys(lines)).to.deep.equal(['identity.onceMore', 'code.digits.ask']);
    expect(lines.map(({ text }) => text).join()).to.not.match(/市一医院|30,000/);
    await talk.say(await codeFor(talk, phoneOf('overdue')));
    expect(talk.open).to.equal('advance.check');
    await talk.say('提交');
    expect((await events('advanceWished'))[0]).to.include({ hospital: '市一医院', asked: '30000.00' });
  });

  it('“没有工作单位” is no employer', async () => {
    await verified(talk, 'settlement');
    await talk.say('我没有工作单位怎么证明误工');
    expect(talk.open).to.equal('documents.trade');
  });
});
