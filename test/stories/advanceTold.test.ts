/** “垫付的钱到了吗”, “要不要继续垫”, “我垫了多少”: the state of the advance, sums only to whoever has just proved who she is. */
import { expect } from 'chai';
import type { ClaimId, JsonObject } from '../../store/ports.ts';
import { driversReport, keys, record, textOf } from '../support/advance.ts';
import { codeFor, phoneOf, verified } from '../support/demo.ts';
import { type Line, newTalk, type Talk } from '../support/talk.ts';

/** Of every advance; news may come behind them. */
const states = (lines: readonly Line[]): string =>
  lines.flatMap(({ key, text }) => (key === 'advance.state' ? [text] : [])).join('\n');

describe('垫付的钱到了吗', () => {
  let talk: Talk;
  let claim: ClaimId;
  const change = (data: JsonObject) =>
    record(talk, claim, 'advanceChanged', {
      advance: 'a2',
      person: 'v1',
      route: 'compulsory',
      at: '2026-11-24',
      ...data,
    });
  beforeEach(async () => {
    talk = await newTalk();
    await talk.app.seedDemo();
    claim = ((await talk.app.store.claimOfInsurer('DEMO-0001')) ?? { id: '' as ClaimId }).id;
  });
  afterEach(() => talk.end());

  it('asks who she is first, then tells what was received', async () => {
    const told = await verified(talk, 'inHospital', '垫付的钱到了吗');
    expect(keys(told)).to.deep.equal(['identity.right', 'advance.state']);
    expect(textOf(told, 'advance.state')).to.include('正在审');
  });

  it('papers missing and which; approved with the sum; paid to which hospital and on which day', async () => {
    await verified(talk, 'inHospital');
    await change({ change: 'requested' });
    await change({ change: 'papersMissing', documents: ['policeNotice'] });
    expect(states(await talk.say('垫付批了吗')))
      .to.include('还缺材料')
      .and.include('交警');
    await change({ change: 'approved', amount: '12000.00' });
    expect(states(await talk.say('垫付批了吗'))).to.include('12,000');
    await change({ change: 'paid', amount: '12000.00', hospital: '示例医院' });
    expect(states(await talk.say('垫付的钱到了吗'))).to.match(/11月24日[\s\S]*12,000 元[\s\S]*示例医院/);
  });

  it('refused: the reason, what to add, another way, and a person', async () => {
    await verified(talk, 'inHospital');
    await change({ change: 'requested' });
    await change({ change: 'refused', why: '清单里没有抢救项目', documents: ['rescueFeeList'] });
    expect(states(await talk.say('垫付批了吗')))
      .to.include('清单里没有抢救项目')
      .and.include('抢救费用清单');
    expect(talk.last.buttons).to.include.members(['还有别的办法吗', '转人工']);
    expect(keys(await talk.say('还有别的办法吗'))).to.deep.equal(['advance.route']);
  });

  it('sixteen minutes later the state only: sums, reasons and the hospital need a code again', async () => {
    await verified(talk, 'inHospital');
    await change({ change: 'requested' });
    await change({ change: 'approved', amount: '12000.00' });
    talk.clock.at += 16 * 60_000;
    await talk.say('垫付批了吗');
    expect(talk.last.key).to.equal('advance.state');
    expect(
      talk.heard
        .slice(-2)
        .map(({ text }) => text)
        .join(),
    ).to.not.include('12000');
    expect(talk.last.buttons).to.include('核对身份');
  });

  it('whoever asks for an advance that is being handled hears how it stands, and nothing is asked', async () => {
    await verified(talk, 'inHospital');
    expect(keys(await talk.say('能不能先垫付'))).to.deep.equal(['advance.state']);
  });

  it('who is nobody of the claim learns nothing', async () => {
    expect(keys(await talk.say('垫付的钱到了吗')).at(-1)).to.equal('identity.reference.ask_phone');
    expect(talk.heard.map(({ text }) => text).join()).to.not.match(/正在审|商业险/);
  });
});

describe('要不要继续垫', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('who can pay first and what to answer, and nothing promised; what to keep and how it comes back follow by themselves', async () => {
    await talk.sayAll(...driversReport);
    const [keep] = await talk.say('家属天天要钱，要不要继续垫');
    expect(keep?.key).to.equal('advance.keep');
    expect(keep?.text).to.include('强制险').and.include('您自己定');
    expect(talk.last.key).to.equal('advance.reply');
    expect(talk.last.text, 'a sentence to send').to.match(/“[^”]+”/);
    expect(keys(await talk.say('我都垫了3万了'))).to.deep.equal(['advance.paidToldSum', 'advance.proof']);
    expect(talk.last.text).to.include('收条').and.include('待确认');
    expect(keys(await talk.say('会不会等于我认了全责'))).to.deep.equal(['advance.aside.admission', 'advance.back']);
    expect(talk.last.text).to.include('第 65 条');
    expect(keys(await talk.say('收据发票哪些要留着')), 'all was told').to.deep.equal(['advance.proof']);
  });

  it('in English, before anything was reported', async () => {
    await talk.say('English please');
    const told = keys(await talk.say('The family asks for money every day, do I have to keep paying?'));
    expect(told).to.deep.equal(['advance.keep', 'advance.reply']);
    expect(keys(await talk.say('which receipts do I keep'))).to.deep.equal(['advance.proof', 'advance.back']);
  });

  it('“我垫了多少”: proof first; then what stands in the claim, netted once', async () => {
    await talk.app.seedDemo();
    const told = await verified(talk, 'settlement', '我垫了多少');
    expect(keys(told)).to.deep.equal(['identity.right', 'advance.ledger']);
    expect(talk.last.text).to.include('10,000').and.include('已经减掉');
    talk.clock.at += 16 * 60_000;
    expect(keys(await talk.say('我垫了多少'))).to.deep.equal(['advance.ledgerLater']);
    expect(keys(await talk.say('核对身份')).at(-1)).to.equal('code.digits.ask');
    const again = await talk.say(await codeFor(talk, phoneOf('settlement')));
    expect(keys(again)).to.deep.equal(['identity.right', 'advance.ledger']);
  });
});
