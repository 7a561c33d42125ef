/** “为什么少赔”: the whole, each reason, the five steps of an objection; who may hear of it, and when. */
import { expect } from 'chai';
import { fold } from '../../claims/fold.ts';
import { codeFor, phoneOf, verified } from '../support/demo.ts';
import { whole } from '../support/desk.ts';
import { anotherTalk, type Line, newTalk, type Talk } from '../support/talk.ts';

const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);
const text = (lines: readonly Line[]): string => lines.map((line) => line.text).join('\n');

/** The insured of the claim with two injured persons. */
const INSURED = '13800138009';
async function provesInsured(talk: Talk): Promise<void> {
  await talk.sayAll('到哪一步了', INSURED);
  if (talk.open === 'kin.as') await talk.say('我本人');
  await talk.say(await codeFor(talk, INSURED));
}

describe('为什么少赔', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.app.seedDemo();
  });
  afterEach(() => talk.end());
  const events = async () => {
    const [bound] = await talk.app.store.bindings(talk.conversation);
    return bound ? talk.app.store.events(bound.claim) : [];
  };
  const objections = async () => (await events()).filter(({ type }) => type === 'objected').map(({ data }) => data);
  const duePromises = async () =>
    (await talk.app.store.openTickets(50)).filter(({ kind }) => kind === 'promise').map(({ data }) => data.what);

  describe('told to the injured person', () => {
    beforeEach(() => verified(talk, 'settlement', '为什么少赔'));

    it('is the whole first: asked, accepted, who pays each yuan, what goes where, and the reasons by number', () => {
      const { key, text: said, buttons } = talk.last;
      expect(key).to.equal('explanation.whole');
      // 60,000 = 12,000 compulsory + 29,400 commercial + 4,200 whoever is liable + 14,400 her own share.
      for (const part of ['60,000', '41,400', '18,600', '12,000', '29,400', '4,200', '14,400', '31,400'])
        expect(said).to.include(`${part} 元`);
      expect(said, 'her name, no id').to.include('吴大姐').and.not.match(/v1/);
      expect(buttons).to.include.members(['第 1 条', '我不同意', '转人工']);
    });

    it('“剩下的我找谁要” is answered by who bears it: 14,400 stay with her for now, 4,200 are the liable person’s', async () => {
      for (const words of ['剩下的谁出', '差的钱我问哪个要去'])
        expect(keys(await talk.say(words)), words).to.deep.equal(['explanation.borne']);
      expect(talk.last.text).to.include('14,400').and.include('4,200');
    });

    it('what was never asked for is not said to be paid in full', async () => {
      expect(keys(await talk.say('护理费怎么没有'))).to.deep.equal(['explanation.notAskedThis']);
    });

    it('“我不异议了” is no reason of one; two that were filed both stand, and neither is taken back by words alone', async () => {
      await talk.sayAll('我不同意', '2', '我们没责任');
      expect(keys(await talk.say('我不异议了，同意了'))).to.deep.equal(['objection.dropped']);
      expect(await objections()).to.deep.equal([]);
      await talk.sayAll('我不同意', '2', '我们没责任', '对', '请理赔员再核');
      await talk.sayAll('我不同意', '1', '药是医生开的', '对', '要公司拿出证明');
      const stand = await talk.say('我的异议怎么样了');
      expect(keys(stand)).to.deep.equal(['objection.stands', 'objection.stands']);
      expect(text(stand)).to.include('第 2 条').and.include('第 1 条');
      expect(keys(await talk.say('撤回异议'))).to.deep.equal(['objection.withdraw']);
      expect(await objections()).to.have.length(2);
    });

    it('each reason: sentence, arithmetic, law with its mark, paper, who proves it, who bears it, what would change it', async () => {
      const [one] = await talk.say('第一条');
      expect(one?.key).to.equal('explanation.one');
      for (const part of [
        '非医保',
        '(8,000 − 2,000) × 70%',
        '第 19 条',
        '已核对',
        '费用清单',
        '保险公司证明',
        '责任人',
        '附加险',
      ])
        expect(one?.text).to.include(part);
      expect(one?.buttons).to.include('要逐项清单');
      expect(one?.text, 'what each number is').to.include('8,000 元是账单上').and.include('2,000 元是同类医保');
      const [sources] = await talk.say('看依据');
      expect(sources?.text).to.match(/《保险法》第 17 条。2015-04-24修正，2015年4月24日起施行，已核对。/);
      expect(sources?.text, 'a day that nobody has read is not told').to.match(/第 26 条。2014版，还没核对原文。/);
      expect(text(await talk.say('8000怎么来的')))
        .to.include('8,000 元是账单上')
        .and.include('费用清单');
      expect(text(await talk.say('2000是什么意思'))).to.include('同类医保项目的标准');
      expect(text(await talk.say('70%是什么'))).to.include('70% 是责任人');
      expect(keys(await talk.say('4200怎么算的'))[0]).to.equal('explanation.one');
      expect(keys(await talk.say('少的钱跟车主要吗'))).to.deep.equal(['explanation.borneLine', 'explanation.borne']);
      expect(text(await talk.say('下一条')))
        .to.include('48,000 × (100% − 70%)')
        .and.include('14,400');
      expect(keys(await talk.say('下一条'))).to.deep.equal(['explanation.noMore']);
      expect(text(await talk.say('进口药为什么不给报'))).to.include('第 1 条');
      expect(keys(await talk.say('误工费为什么少'))).to.deep.equal(['explanation.notAsked']);
      expect(keys(await talk.say('99'))).to.deep.equal(['explanation.noMore']);
    });

    it('an itemised list is asked for once, by a promise with a time that the desk sees', async () => {
      expect(keys(await talk.say('要逐项清单'))).to.deep.equal(['explanation.listAsked']);
      expect(keys(await talk.say('要清单'))).to.deep.equal(['explanation.listAwaited']);
      expect(await duePromises()).to.deep.equal(['itemisedList']);
    });

    it('an objection in five steps: which, why, understood, the grounds, what is agreed – recorded, with a letter and one note', async () => {
      await talk.say('我不同意');
      expect(talk.open).to.equal('objection.which');
      await talk.say('1');
      expect(talk.open).to.equal('objection.why.1');
      await talk.say('药是医生开的');
      expect(talk.last.key).to.equal('objection.right.ask');
      expect(talk.last.text).to.include('药是医生开的');
      await talk.say('不对，我再说');
      await talk.say('进口药是医生开的，没有国产的能用');
      const lines = await talk.say('对');
      expect(keys(lines)).to.deep.equal(['objection.grounds', 'objectionWay.way.ask']);
      expect(lines[0]?.text).to.include('保险公司证明');
      const [agreed] = await talk.say('请理赔员再核');
      expect(agreed?.key).to.equal('objection.agreed_recheck');
      expect(agreed?.text)
        .to.include('陈晓')
        .and.match(/\d{4}年\d+月\d+日/);
      const [objection, ...more] = await objections();
      expect(more).to.deep.equal([]);
      expect(objection).to.include({ n: 1, code: 'nonMedicare', amount: '4200.00', way: 'recheck', version: 1 });
      expect(objection?.why).to.equal('进口药是医生开的，没有国产的能用');
      expect(await duePromises()).to.deep.equal(['objection']);
      const notes = (await whole(talk)).filter(({ direction }) => direction === 'note');
      expect(notes).to.have.length(1);
      expect(String(notes[0]?.payload.text)).to.include('4200.00').and.include('没有国产的能用');
    });

    it('the letter has her figures and words, opens for her alone, and shows markup as text', async () => {
      await talk.sayAll('我不同意', '第1条', '<script>alert(1)</script> 药是医生开的', '对');
      const [agreed] = await talk.say('调解、投诉或起诉');
      const url = String(agreed?.data.url ?? '');
      expect(url).to.match(/^\/chat\/objection\//);
      const page = await (await fetch(`${talk.app.url}${url}`)).text();
      for (const part of ['DEMO-0004', '4,200', '60,000', 'alert(1)', '第 19 条', '签字'])
        expect(page).to.include(part);
      expect(page).to.not.include('<script>');
      expect(page, 'no ground that nobody has read').to.not.include('行业惯例');
      expect((await fetch(`${talk.app.url}${url.slice(0, -2)}xx`)).status).to.equal(404);
      talk.clock.at += 25 * 3_600_000;
      expect((await fetch(`${talk.app.url}${url}`)).status, 'a day later').to.equal(404);
    });

    it('words that name another reason are of that one; somebody who cannot say why is heard too', async () => {
      await talk.sayAll('第2条', '我不同意', '进口药凭什么不报', '对', '先不了');
      expect((await objections())[0]).to.include({ n: 1, code: 'nonMedicare', way: 'notNow' });
      await talk.sayAll('第2条', '凭什么', '不知道');
      expect(talk.last.key).to.equal('objectionWay.way.ask');
      await talk.say('请主管看');
      expect((await objections())[1])
        .to.include({ n: 2, way: 'supervisor' })
        .and.not.have.property('why');
    });

    it('stray things in the middle lose nothing: photo, emoji, 5,000 characters, a person, another topic', async () => {
      await talk.sayAll('第1条', '我不同意');
      expect(talk.open).to.equal('objection.why.1');
      for (const stray of ['😭', '？？']) await talk.say(stray);
      await talk.say('字'.repeat(5_000));
      expect(talk.open).to.equal('objection.why.1');
      await talk.say('转人工');
      await talk.say('越快越好');
      expect(talk.open, 'asked on').to.equal('objection.why.1');
      await talk.say('药是医生开的');
      await talk.sayAll('对', '请理赔员再核');
      expect(await objections()).to.have.length(1);
    });

    it('two messages at once are both answered', async () => {
      const told = keys(await talk.sayTogether('第1条', '第2条'));
      expect(told).to.deep.equal(['explanation.one', 'explanation.path', 'explanation.one']);
    });

    it('a quarter of an hour later a new code is needed', async () => {
      talk.clock.at += 16 * 60_000;
      const lines = await talk.say('第1条');
      expect(keys(lines)).to.include('code.digits.ask');
      expect(text(lines)).to.not.include('4,200');
      expect(keys(await talk.say(await codeFor(talk, phoneOf('settlement'))))).to.include('explanation.whole');
    });
  });

  it('whoever is liable hears what he has to pay by reason, and nothing of the treatment, the paper or the sums of others', async () => {
    await provesInsured(talk);
    const [whole] = await talk.say('为什么少赔');
    expect(whole?.key).to.equal('explanation.liable');
    expect(whole?.text)
      .to.include('4,200')
      .and.not.match(/60,000|医疗费|v1|吴|郑/);
    const [one] = await talk.say('1');
    expect(one?.key).to.equal('explanation.oneLiable');
    expect(one?.text)
      .to.include('4,200')
      .and.include('附加险')
      .and.not.match(/费用清单|6,000|吴|郑/);
    expect(keys(await talk.say('我不同意'))).to.deep.equal(['explanation.liableObjects']);
  });

  it('one injured person hears nothing of the other’s', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    expect(talk.heard.map((line) => line.text).join()).to.not.match(/30,000|22,800|7,200|郑/);
  });

  it('without a settlement, and to a stranger: what holds for everybody, and the way to one’s own', async () => {
    await verified(talk, 'inHospital');
    expect(keys(await talk.say('为什么少赔'))).to.deep.equal(['explanation.notYet']);
    const stranger = await anotherTalk(talk);
    const [general] = await stranger.say('进口药为什么不赔');
    expect(general?.key).to.equal('explanation.general');
    expect(general?.text)
      .to.include('目录')
      .and.not.match(/\d元|4,200/);
    expect(keys(await stranger.say('为什么少赔了这么多'))).to.include('identity.reference.ask_phone');
  });

  it('what was settled anew meanwhile is not objected to blindly', async () => {
    await verified(talk, 'settlement', '为什么少赔');
    await talk.sayAll('第1条', '我不同意', '药是医生开的');
    const all = await events();
    const first = all.find(({ type }) => type === 'settled');
    const settlement = { ...(first?.data.settlement as object), version: 2 };
    const claim = first?.claim;
    const row = claim && (await talk.app.store.claim(claim));
    if (!first || !claim || !row) throw new Error('nothing is settled');
    const again = { ...first, id: 'again', at: talk.clock.at, data: { settlement } };
    const facts = fold([again], row.facts as never) as never;
    await talk.app.store.recordClaim({
      claim,
      expectedVersion: row.version,
      events: [again],
      at: talk.clock.at,
      facts,
    });
    expect(keys(await talk.say('对'))).to.deep.equal(['objection.gone']);
    expect(await objections()).to.deep.equal([]);
  });

  it('in English', async () => {
    await talk.say('English');
    await talk.sayAll('Where does my claim stand?', phoneOf('settlement'));
    if (talk.open === 'kin.as') await talk.say('1');
    await talk.say(await codeFor(talk, phoneOf('settlement')));
    const [whole] = await talk.say('Why was less paid?');
    expect(whole?.key).to.equal('explanation.whole');
    expect(whole?.text)
      .to.include('60,000 yuan')
      .and.not.match(/元|医疗|强制险/);
    expect(keys(await talk.say('number 1'))).to.deep.equal(['explanation.one', 'explanation.path']);
    await talk.sayAll('I disagree', 'The doctor prescribed it', 'Yes', 'Check again');
    expect(talk.heard.map(({ key }) => key)).to.include('objection.agreed_recheck');
  });
});
