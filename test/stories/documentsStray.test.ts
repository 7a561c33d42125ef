/** Papers asked for in a hurry, on the way to something else, before anything was reported, in English, and asked for later by the insurer. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ListTold } from '../../claims/documents/told.ts';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';
import { type Line, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

const familysReport = ordinaryReport.map((said) => (said === '开车的人' ? '伤者家属' : said));
const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);
const textOf = (lines: readonly Line[], key: string): string => lines.find((line) => line.key === key)?.text ?? '';

async function lists(talk: Talk): Promise<readonly ListTold[]> {
  const events = await talk.events();
  return events.filter(({ type }) => type === 'papersTold').map(({ data }) => data as unknown as ListTold);
}

/** What the insurer's claim system would record. */
async function record(talk: Talk, type: ClaimEvent['type'], data: JsonObject): Promise<void> {
  const { claim } = (await talk.app.store.conversation(talk.conversation))?.state ?? {};
  const { id } = claim as { id: ClaimId };
  const row = await talk.app.store.claim(id);
  if (!row) throw new Error('no claim');
  const at = talk.clock.at;
  const event: ClaimEvent = { id: randomUUID(), claim: id, type, v: 1, at, by: 'insurer', via: 'api', data };
  const facts = fold([event], row.facts as unknown as ClaimFacts) as unknown as JsonObject;
  const recorded = await talk.app.store.recordClaim({
    claim: id,
    expectedVersion: row.version,
    events: [event],
    at,
    facts,
  });
  expect(recorded).to.equal('recorded');
}

describe('材料清单: on the stray path', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...familysReport);
  });
  afterEach(() => talk.end());

  it('in a hurry: “先看清单” at the first question tells the list with what is not known yet', async () => {
    await talk.say('要交什么材料');
    const told = await talk.say('说不准，先看清单');
    expect(textOf(told, 'papers.told')).to.include('碰上了才要');
    expect((await lists(talk))[0]?.list.items.some(({ need }) => need === 'depends')).to.equal(true);
  });

  it('a photo where words are asked is kept, 5,000 characters are no answer, and the question stands', async () => {
    await talk.say('要准备什么材料');
    const file = await talk.addFile();
    expect(keys(await talk.say('', { files: [file] }))).to.deep.equal(['common.filesKept', 'documents.treatment.ask']);
    expect(keys(await talk.say('长'.repeat(5000)))).to.deep.equal(['prompts.several.notAnOption']);
    await talk.say('没有了');
    expect(keys(await talk.say('没有了'))).to.deep.equal(['papers.told']);
    expect(keys(await talk.say('这张是什么')), 'the photo of before can be filed later').to.deep.equal([
      'paper.which.ask',
    ]);
    expect(keys(await talk.say('门诊的病历'))).to.include('papers.filed');
  });

  it('two messages at once are both answered', async () => {
    await talk.sayAll('要准备什么材料', '说不准，先看清单');
    expect(keys(await talk.sayTogether('还差什么', '诊断证明去哪拿'))).to.have.members([
      'papers.missing',
      'papers.item',
    ]);
  });

  it('somebody asks for a person in the middle, and is asked on afterwards', async () => {
    await talk.say('要准备什么材料');
    expect(keys(await talk.say('转人工'))).to.deep.equal(['human.bestTime.ask']);
    expect(keys(await talk.say('越快越好'))).to.deep.equal(['human.made', 'common.goOn', 'documents.treatment.ask']);
  });

  it('goes to a report and returns: while it is reported the list waits, then the questions go on', async () => {
    await talk.say('要准备什么材料');
    expect(keys(await talk.say('我要报案'))).to.include('report.danger.ask');
    expect(keys(await talk.say('要准备什么材料'))).to.deep.equal([
      'papers.afterReport',
      'common.goOn',
      'report.danger.ask',
    ]);
    expect(await lists(talk)).to.deep.equal([]);
    expect(keys(await talk.say('取消'))).to.include('documents.treatment.ask');
  });

  it('a photo is a paper once nothing else is asked; “算了” leaves it as it is', async () => {
    await talk.sayAll('要准备什么材料', '说不准，先看清单', '算了');
    expect(keys(await talk.say('', { files: [await talk.addFile()] }))).to.include('details.patient.name.ask_only');
    await talk.say('算了');
    expect(keys(await talk.say('', { files: [await talk.addFile()] }))).to.include('paper.which.ask');
    expect(keys(await talk.say('算了'))).to.deep.equal(['common.shelved.other']);
    expect((await talk.events()).map(({ type }) => type)).to.not.include('paperFiled');
  });

  it('with no list told, the name of a paper right after a photo files it; later it does not', async () => {
    await talk.sayAll('算了', '算了');
    expect(keys(await talk.say('', { files: [await talk.addFile()] }))).to.deep.equal(['common.filesKept']);
    expect(textOf(await talk.say('费用清单'), 'papers.filed'))
      .to.include('1 页')
      .and.include('费用清单');
    await talk.say('谢谢');
    expect(keys(await talk.say('诊断证明'))).to.not.include('papers.filed');
    expect((await talk.events()).filter(({ type }) => type === 'paperFiled')).to.have.length(1);
  });

  it('asked for later: 原清单未列, who and why; and it is missing from then on', async () => {
    await talk.sayAll('要准备什么材料', '没有了', '没有了');
    const asked = { document: 'travelTickets', who: '陈敏', why: '要核对交通费', at: '2026-11-24T11:00:00+08:00' };
    await record(talk, 'paperAsked', { ...asked, document: 'summons' });
    await record(talk, 'paperAsked', asked);
    const told = await talk.say('还差什么');
    expect(textOf(told, 'documents.notInList')).to.match(/原清单未列：.*陈敏.*11月24日.*要核对交通费/);
    expect(textOf(told, 'papers.missing')).to.include('交通和住宿票据').and.include('起诉状和传票');
  });

  it('how the insurer found a paper of the hospital is said to who has proved to be that person only', async () => {
    await talk.sayAll('要准备什么材料', '没有了', '没有了');
    const parties = [{ id: 'v1', role: 'injured', name: '示例', phone: '13800138000' }];
    await record(talk, 'registered', { number: 'LP-1', parties, policies: [] });
    const at = '2026-11-24T11:00:00+08:00';
    await record(talk, 'paperChanged', { change: 'accepted', document: 'diagnosis', person: 'v1', at });
    await record(talk, 'paperChanged', { change: 'received', document: 'determination', person: 'v1', at });
    await record(talk, 'paperChanged', {
      change: 'unreadable',
      why: 'blurred',
      document: 'determination',
      person: 'v1',
      at,
    });
    const told = await talk.say('还差什么');
    expect(keys(told)).to.deep.equal(['papers.missing', 'papers.mustVerify']);
    expect(textOf(told, 'papers.missing'))
      .to.include('诊断证明')
      .and.include('事故认定书：没能看清，有点模糊，请再拍一张。');
    expect(talk.last.buttons).to.include('核对身份');
    await talk.say('核对身份');
    await talk.app.schedule.runDue();
    const code = /\d{6}/.exec(talk.app.demo?.last('13800138000')?.text ?? '')?.[0] ?? '';
    const verified = await talk.say(code);
    expect(keys(verified).slice(0, 2)).to.deep.equal(['identity.right', 'papers.missing']);
    expect(textOf(verified, 'papers.missing')).to.not.include('诊断证明');
  });

  it('who has declined to have injuries recorded is asked for them first, and may decline again', async () => {
    const other = await newTalk();
    const declined = familysReport.map((said) => (said === '同意' ? '先不记伤情' : said));
    await other.sayAll('我要报案', ...declined);
    const asked = await other.say('要准备什么材料');
    expect(keys(asked)).to.deep.equal(['documents.consent.ask']);
    expect(keys(await other.say('不同意'))).to.deep.equal(['papers.told']);
    const consent = (await other.events()).findLast(({ type }) => type === 'consentGiven');
    const said = { purpose: 'papers', given: false, text: 'documents.consent.ask', version: '1', lang: 'zh-CN' };
    expect(consent?.data).to.include(said);
    await other.end();
  });
});

describe('材料清单: other people', () => {
  let talk: Talk;
  afterEach(() => talk.end());

  it('before anything was reported: a sketch, and nothing is recorded', async () => {
    talk = await newTalk();
    expect(keys(await talk.say('受伤了要准备什么材料'))).to.deep.equal(['documents.side.ask']);
    await talk.say('算了');
    expect(keys(await talk.say('你好，伤者住院要准备什么材料'))).to.deep.equal(['documents.consent.ask']);
    await talk.sayAll('同意', '住院、做过手术，医保报销过');
    const said = await talk.say('没有了');
    expect(keys(said)).to.deep.equal(['papers.sketch']);
    expect(said[0]?.text).to.include('手术记录').and.include('报案后');
    expect(said[0]?.buttons).to.include('我要报案');
  });

  it('an accident before 2022-05-01 went by where somebody lived: then, and only then, it is asked', async () => {
    talk = await newTalk({ at: Date.parse('2022-04-20T10:00:00+08:00') });
    await talk.sayAll('我要报案', ...familysReport);
    await talk.sayAll('要准备什么材料', '没有了', '可能要评伤残');
    const asked = await talk.say('没有了');
    expect(asked[0]?.buttons).to.include('户口在农村、人住在城里');
    await talk.say('户口在农村');
    await talk.say('没有了');
    expect((await lists(talk))[0]?.list.items.map(({ document }) => document)).to.include('urbanResidence');
  });

  it('in English', async () => {
    talk = await newTalk({ locale: 'en-US' });
    await talk.sayAll(
      ...['I want to report an accident', 'none of these', 'agree', '13800138000', 'family of the injured person'],
      ...['yesterday 8pm', 'Chaoyang Road', 'A car turned right and hit her e-bike', '1 person, in hospital'],
      ...['at the scene, police called', '湘A12345', 'not sure', 'submit'],
    );
    await talk.say('which documents do I need?');
    await talk.say('surgery, medical insurance paid a part');
    const told = await talk.say('no more');
    expect(textOf(told, 'papers.told')).to.include('List of papers, version 1').and.include('When leaving hospital');
    expect(textOf(await talk.say('where do I get the diagnosis?'), 'papers.item')).to.include('From: the hospital');
    await talk.say('', { files: [await talk.addFile()] });
    expect(textOf(await talk.say('diagnosis'), 'papers.filed')).to.include('1 page');
    expect(textOf(await talk.say('what is missing?'), 'papers.missing')).to.include('Received, not looked at yet: 1');
  });

  it('how to prove lost income, by occupation: said as it differs, never promised', async () => {
    talk = await newTalk();
    for (const [asked, starts] of [
      ['我妈是农民，误工怎么证明', '看一年收入多少'],
      ['送外卖的，误工费要什么证明', '看平时每月跑单挣多少'],
      ['退休了，误工还有吗', '先看是不是还在干活'],
    ] as const) {
      const told = await talk.say(asked);
      expect(keys(told).slice(0, 2), asked).to.deep.equal(['papers.heard', 'papers.lostIncome']);
      expect(textOf(told, 'papers.lostIncome'), asked).to.include(starts);
    }
    for (const asked of ['农民工误工怎么证明', '保险公司要误工证明，误工怎么证明', '退休后又上班，误工怎么证明'])
      expect(keys(await talk.say(asked)), asked).to.deep.equal(['documents.trade.ask']);
    expect(keys(await talk.say('误工怎么证明'))).to.deep.equal(['documents.trade.ask']);
    const said = textOf(await talk.say('打零工，日结'), 'papers.lostIncome');
    expect(said).to.include('证明挣多少').and.include('材料不够时').and.include('各地不一样的');
    expect(said).to.not.match(/保证|一定|肯定/);
  });
});
