/** What the insurer waits for: told at once and with its reason, photos are filed to it, and no question stands before it. */
import { expect } from 'chai';
import { type Line, newTalk, type Talk } from '../support/talk.ts';

const PHONE = '13800138003';
const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);

async function code(talk: Talk, phone = PHONE): Promise<string> {
  await talk.app.schedule.runDue();
  return /\d{6}/.exec(talk.app.demo?.last(phone)?.text ?? '')?.[0] ?? '';
}

/** As the injured person of the claim on which a paper was asked for and another could not be read. */
async function verified(): Promise<Talk> {
  const talk = await newTalk();
  await talk.app.seedDemo();
  await talk.sayAll('到哪一步了', PHONE, '我本人');
  await talk.say(await code(talk));
  expect(talk.last.key).to.equal('progress.standing');
  return talk;
}

describe('还差什么: what somebody waits for', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await verified();
  });
  afterEach(() => talk.end());

  it('comes first and at once, with who asked and why; the list is only offered', async () => {
    const told = await talk.say('还差什么');
    expect(keys(told)).to.deep.equal(['papers.awaited']);
    expect(talk.last.text)
      .to.match(/入院记录和出院小结：陈晓.*要看医生写的休息天数/)
      .and.match(/费用清单：没能看清，有点模糊，请再拍一张/);
    expect(talk.last.text).to.include('说“要哪些材料”');
    expect(talk.last.buttons).to.include('要哪些材料');
    expect(told[0]?.question).to.equal(undefined);
  });

  it('is told in English too', async () => {
    await talk.say('English');
    await talk.say('what is still missing?');
    expect(talk.last.key).to.equal('papers.awaited');
    expect(talk.last.text).to.include('could not be read');
  });

  it('stands before the rest of a list that was told, and not under what the hospital gives at the end', async () => {
    await talk.sayAll('要哪些材料', '没有了');
    await talk.say('同意');
    expect(keys(await talk.say('说不准，先看清单'))).to.include('papers.told');
    const missing = (await talk.say('还差什么')).find(({ key }) => key === 'papers.missing')?.text ?? '';
    const [first = '', rest = ''] = missing.split('清单里还差：');
    expect(first)
      .to.match(/入院记录和出院小结：陈晓/)
      .and.match(/费用清单：没能看清/);
    expect(rest).to.include('伤者身份证').and.not.include('入院记录').and.not.include('费用清单');
  });
});
