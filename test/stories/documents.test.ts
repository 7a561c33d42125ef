/** 材料清单 told to whoever reported: once, kept as it was told, and each photo filed to a paper of it. */
import { expect } from 'chai';
import { isUnchanged } from '../../claims/documents/freeze.ts';
import type { ListTold } from '../../claims/documents/told.ts';
import { type Line, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

/** As somebody of the family, with one injured person in hospital. */
const familysReport = ordinaryReport.map((said) => (said === '开车的人' ? '伤者家属' : said));
const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);
const textOf = (lines: readonly Line[], key: string): string => lines.find((line) => line.key === key)?.text ?? '';

async function lists(talk: Talk): Promise<readonly ListTold[]> {
  const events = await talk.events();
  return events.filter(({ type }) => type === 'papersTold').map(({ data }) => data as unknown as ListTold);
}
async function sendPhotos(talk: Talk, count: number, text = ''): Promise<Line[]> {
  const files = [];
  for (let n = 0; n < count; n += 1) files.push(await talk.addFile(`page-${talk.sent}-${n}.jpg`));
  return talk.say(text, { files });
}

describe('材料清单: whoever drove', () => {
  let talk: Talk;
  before(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport);
  });
  after(() => talk.end());

  it('is asked only what the report does not tell, and hears a short list', async () => {
    const asked = await talk.say('要准备什么材料');
    expect(keys(asked)).to.deep.equal(['documents.accident.ask']);
    expect(asked[0]?.buttons).to.not.include('交警在处理或处理过');
    const told = await talk.say('没有了');
    expect(keys(told)).to.deep.equal(['papers.told']);
    expect(told[0]?.text).to.include('1. 保单').and.include('共 7 份');
    expect(told[0]?.text.split('\n').length).to.be.at.most(12);
  });

  it('the list is an event: dated, numbered, with its hash, and of this side only', async () => {
    const [told, ...more] = await lists(talk);
    if (!told) throw new Error('no list was told');
    expect(more).to.deep.equal([]);
    expect(told).to.include({ version: 1, side: 'insured' });
    expect(told.list.at).to.equal('2026-11-24T10:00:00+08:00');
    expect(told.list.items.map(({ n }) => n)).to.deep.equal(told.list.items.map((_, i) => i + 1));
    expect(isUnchanged(told.list)).to.equal(true);
    expect(told.list.items.map(({ document }) => document))
      .to.include('drivingLicence')
      .and.not.include('injuredId');
  });

  it('is told again from the record, with no question and no second record', async () => {
    expect(keys(await talk.say('要哪些材料'))).to.deep.equal(['papers.told']);
    expect(await lists(talk)).to.have.length(1);
  });

  it('the other side’s list is theirs: that is said, and one’s own is told', async () => {
    expect(keys(await talk.say('伤者要准备哪些材料'))).to.deep.equal(['papers.others', 'papers.told']);
  });

  it('says of one paper where to get it, in which form, why, and what it rests on', async () => {
    const [item] = await talk.say('驾驶证去哪拿？');
    expect(item?.key).to.equal('papers.item');
    for (const part of ['哪里拿', '要复印件或照片', '为什么', '提示', '依据：机动车交通事故责任强制保险条款'])
      expect(item?.text).to.include(part);
    expect(textOf(await talk.say('第4份'), 'papers.item')).to.include('驾驶证');
    expect(keys(await talk.say('诊断证明'))).to.deep.equal(['papers.notOnList']);
  });

  it('the questions after the report wait, and are not put again under every answer', async () => {
    expect(talk.heard.filter(({ key }) => key.startsWith('details.photos'))).to.have.length(1);
    expect(keys(await talk.say('稍后再发'))).to.deep.equal(['details.patient.name.ask_only']);
  });
});

describe('材料清单: the family of somebody in hospital', () => {
  let talk: Talk;
  before(async () => {
    talk = await newTalk();
    await talk.sayAll('我要报案', ...familysReport);
  });
  after(() => talk.end());

  it('what was said with the wish is heard; then a few groups of questions', async () => {
    expect(keys(await talk.say('做了手术，要准备哪些材料'))).to.deep.equal([
      'papers.heard',
      'documents.treatment.ask_more',
    ]);
    expect(keys(await talk.say('医保报销过，在外面买过药'))).to.deep.equal(['documents.losses.ask']);
    expect(keys(await talk.say('1、4'))).to.deep.equal(['documents.after.ask']);
    expect(keys(await talk.say('都没有'))).to.deep.equal(['documents.occupation.ask']);
    const told = await talk.say('送外卖');
    expect(keys(told)).to.deep.equal(['documents.unneededResidence', 'papers.told']);
  });

  it('no proof of living in town for an accident of today, and whoever asks for it hears why', async () => {
    const [told] = await lists(talk);
    expect(told?.list.items.map(({ document }) => document)).to.not.include('urbanResidence');
    expect(keys(await talk.say('要城镇居住证明吗？'))).to.deep.equal(['documents.unneededResidence']);
  });

  it('what the hospital gives comes in pages of eight lines, what is not certain under its reason', async () => {
    const leaving = await talk.say('出院时要的');
    expect(keys(leaving)).to.deep.equal(['papers.leaving', 'papers.more']);
    expect(leaving[0]?.text.split('\n')).to.have.length(9);
    expect(textOf(await talk.say('看情况的'), 'papers.perhaps')).to.include('要人照顾的：');
    expect(textOf(await talk.say('以后要的'), 'papers.later')).to.include('平台接单和收入记录');
  });

  it('a photo is asked about once, several pages are one paper', async () => {
    const asked = await sendPhotos(talk, 2);
    expect(keys(asked)).to.deep.equal(['common.filesKept', 'paper.which.ask']);
    expect(keys(await sendPhotos(talk, 1)), 'a page more while it is asked').to.include('paper.which.ask');
    const filed = await talk.say('出院小结');
    expect(textOf(filed, 'papers.filed')).to.include('3 页').and.include('入院记录和出院小结');
    const event = (await talk.events()).findLast(({ type }) => type === 'paperFiled');
    expect(event?.data).to.include({ document: 'dischargeSummary' });
    expect(event?.data.files).to.have.length(3);
  });

  it('a photo with its name is filed at once; a mistake is put right, and the other paper is missing again', async () => {
    expect(keys(await sendPhotos(talk, 1, '诊断证明'))).to.include('papers.filed');
    expect(textOf(await talk.say('诊断证明去哪开？'), 'papers.item')).to.include('现在：收到了，还没看');
    expect(keys(await talk.say('不是这份'))).to.deep.equal(['paper.which.ask']);
    expect(keys(await talk.say('手术记录'))).to.include('papers.moved');
    const missing = textOf(await talk.say('还差什么'), 'papers.missing');
    expect(missing).to.include('诊断证明').and.not.include('手术记录');
    expect(missing).to.include('收到、还没看的 2 份');
  });

  it('“这张是诊断证明” says it in one sentence', async () => {
    await sendPhotos(talk, 1);
    expect(keys(await talk.say('都不是，先存着'))).to.deep.equal(['papers.kept']);
    await sendPhotos(talk, 1);
    expect(keys(await talk.say('这张是诊断证明'))).to.include('papers.filed');
  });

  it('a changed fact makes the second version: what is new, why, and the old numbers', async () => {
    const [before] = await lists(talk);
    expect(keys(await talk.say('情况变了'))).to.deep.equal(['documents.treatment.ask']);
    await talk.say('看过门诊');
    await talk.say('没有了');
    await talk.say('要人照顾');
    await talk.say('没有了');
    await talk.say('没有了');
    const changed = await talk.say('家人');
    expect(textOf(changed, 'papers.changed')).to.match(
      /第 2 版[\s\S]*门诊病历（因为看过门诊或急诊）[\s\S]*因为要人照顾/,
    );
    const after = (await lists(talk))[1];
    for (const { document, n } of before?.list.items ?? [])
      expect(after?.list.items.find((item) => item.document === document)?.n ?? n, document).to.equal(n);
    expect(after && isUnchanged(after.list)).to.equal(true);
  });

  it('with nothing changed there is no third', async () => {
    await talk.sayAll('情况变了', '没有了', '没有了');
    expect(keys(await talk.say('没有了'))).to.include('papers.same');
    expect(await lists(talk)).to.have.length(2);
  });
});
