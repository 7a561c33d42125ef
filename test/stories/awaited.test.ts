/** What the insurer waits for: told at once and with its reason, photos are filed to it, and no question stands before it. */
import { expect } from 'chai';
import { readState } from '../../bots/state.ts';
import type { Flow } from '../../dialogs/flow.ts';
import { flows } from '../../dialogs/index.ts';
import { positionOf } from '../../dialogs/position.ts';
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

/** Which question of papers waits, asked or not. */
async function waits(talk: Talk): Promise<string> {
  const { state } = (await talk.app.store.conversation(talk.conversation)) ?? {};
  const talked = readState(state ?? {}, flows).talk;
  const frame = talked.stack.at(-1);
  if (!frame) return '';
  const position = positionOf(flows[frame.flow] as Flow, frame);
  return position.at === 'question' ? `${frame.flow}.${position.ask.name}` : position.at;
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

  it('a photo sent now is asked about with these papers first, and filed', async () => {
    const photo = async () => talk.say('', { files: [await talk.addFile()] });
    expect(keys(await photo()), 'right after where it stands').to.deep.equal(['common.filesKept', 'paper.which.ask']);
    expect(talk.last.buttons.slice(0, 2)).to.have.members(['入院记录和出院小结', '费用清单']);
    expect(talk.last.buttons).to.have.length(3);
    const filed = await talk.say('费用清单');
    expect(keys(filed)).to.deep.equal(['papers.filed', 'papers.left']);
    expect(filed[1]?.text).to.include('1 份');
    const [rest] = await talk.say('还差什么');
    expect(rest?.text).to.include('入院记录').and.not.include('费用清单');
    await photo();
    expect(keys(await talk.say('出院小结'))).to.deep.equal(['papers.filed']);
    expect(keys(await talk.say('问进度'))).to.deep.equal(['progress.standing']);
    expect(talk.last.text).to.not.include('还差：');
  });

  it('its number or its name tells where to get it', async () => {
    await talk.say('还差什么');
    for (const said of ['第2份', '费用清单']) {
      const [item] = await talk.say(said);
      expect(item?.key, said).to.equal('papers.item');
      expect(item?.text, said).to.include('费用清单').and.include('有点模糊');
    }
  });

  it('a photo with its name is filed at once', async () => {
    await talk.say('还差什么');
    const files = [await talk.addFile()];
    expect(keys(await talk.say('费用清单', { files }))).to.include('papers.filed');
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
    const leaving = (await talk.say('出院时要的'))[0]?.text ?? '';
    expect(leaving).to.not.include('入院记录').and.not.include('费用清单');
    const missing = (await talk.say('还差什么')).find(({ key }) => key === 'papers.missing')?.text ?? '';
    const [first = '', rest = ''] = missing.split('清单里还差：');
    expect(first)
      .to.match(/入院记录和出院小结：陈晓/)
      .and.match(/费用清单：没能看清/);
    expect(rest).to.include('伤者身份证').and.not.include('入院记录').and.not.include('费用清单');
  });
});

describe('the questions about papers', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.app.seedDemo();
  });
  afterEach(() => talk.end());

  it('where it stands, asked in her own words, is heard; the question waits', async () => {
    await talk.say('到哪一步了');
    await talk.sayAll(PHONE, '我本人');
    await talk.sayAll(await code(talk), '要哪些材料');
    const question = await waits(talk);
    for (const said of ['垫付的钱下来没有', '现在案子怎么样了', '钱什么时候到', '问进度'])
      expect(keys(await talk.say(said)), said).to.deep.equal(['progress.standing']);
    expect(keys(await talk.say('能赔多少钱'))).to.deep.equal(['about.estimate']);
    expect(await waits(talk), 'with the answer’s own buttons; the question waits').to.equal(question);
  });

  it('what a code is awaited for below: the code, another phone and “没收到” are heard there', async () => {
    await talk.say('到哪一步了');
    await talk.sayAll('13911112222', '我本人', '要哪些材料');
    expect(talk.last.key).to.equal('documents.side.ask');
    expect(keys(await talk.say('没收到'))).to.deep.equal(['identity.tooSoon', 'code.digits.ask_again']);
    await talk.pass(2);
    await talk.sayAll('要哪些材料', PHONE);
    expect(talk.last.key).to.equal('code.digits.ask');
    await talk.say('要哪些材料');
    expect(keys(await talk.say(await code(talk))).slice(0, 2)).to.deep.equal(['identity.right', 'progress.standing']);
  });

  it('whose papers they are is not asked of whoever has proved it meanwhile', async () => {
    await talk.say('要哪些材料');
    expect(talk.last.key).to.equal('documents.side.ask');
    await talk.say(PHONE);
    expect(talk.last.key).to.equal('kin.as.ask');
    await talk.say('我本人');
    const told = await talk.say(await code(talk));
    expect(keys(told)).to.deep.equal(['identity.right', 'papers.awaited', 'common.goOn', 'documents.accident.ask']);
    expect(keys(await talk.say('', { files: [await talk.addFile()] })), 'a photo in between').to.include(
      'paper.which.ask',
    );
    expect(keys(await talk.say('费用清单')))
      .to.include('papers.filed')
      .and.not.include('documents.side.ask');
    expect(await waits(talk)).to.equal('documents.accident.1');
    expect(keys(await talk.say('要哪些材料'))).to.not.include('documents.side.ask');
  });

  it('who only asked what is missing has her answer with the code, and no question after it', async () => {
    await talk.say('还差什么');
    expect(talk.last.key).to.equal('documents.side.ask');
    await talk.sayAll(PHONE, '我本人');
    expect(keys(await talk.say(await code(talk)))).to.deep.equal(['identity.right', 'papers.awaited']);
    expect(keys(await talk.say('还差什么'))).to.deep.equal(['papers.awaited']);
  });

  it('after two answers that do not fit a person is offered', async () => {
    await talk.sayAll('要哪些材料', '就是那个', '嗯那个东西');
    expect(keys(talk.heard)).to.include('human.offer');
    expect(talk.last.buttons).to.include('转人工');
  });
});
