/** A wish to be called is heard where something else is asked, with the time and the number in it; and a number can be put right. */
import { expect } from 'chai';
import { accepts, comes, wang } from '../support/desk.ts';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
const calls = async () => (await talk.tickets()).filter(({ kind }) => kind === 'callBack').map(({ data }) => data);

async function handedBack(): Promise<void> {
  await comes(talk, wang);
  await talk.say('转人工');
  await accepts(talk, wang);
  await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
  await talk.sayAll('解决了');
}

describe('a wish to be called', () => {
  for (const [text, bestTime] of [
    ['明天上午十点给我打电话', 'nextMorning'],
    ['下午两点打给我', 'afternoon'],
    ['please call me tomorrow afternoon', 'nextAfternoon'],
  ] as const)
    it(`“${text}” after a report is a call, and no part of the report`, async () => {
      await talk.sayAll('我要报案', ...ordinaryReport);
      expect(keys(await talk.say(text)))
        .to.include('human.made')
        .and.not.include('details.added');
      expect((await calls()).map((call) => call.bestTime)).to.deep.equal([bestTime]);
    });

  it('with the person, the hour and the number in one message is asked nothing', async () => {
    expect(keys(await talk.say('转人工，明天下午三点给我打电话 13512345670'))).to.deep.equal(['human.made']);
    expect((await calls())[0]).to.include({ phone: '13512345670', bestTime: 'nextAfternoon' });
  });

  for (const text of ['不用给我打电话', '对方说会给我打电话', '昨天下午给我打电话了'])
    it(`“${text}” is none`, async () => {
      await talk.sayAll('我要报案', ...ordinaryReport, text);
      expect(await calls()).to.deep.equal([]);
    });
});

describe('a number to call, put right by one digit', () => {
  it('without a report', async () => {
    await talk.sayAll('转人工，明天下午三点给我打电话 13512345670', '电话最后一位是8不是0');
    expect(await calls()).to.have.length(1);
    expect((await calls())[0]).to.include({ phone: '13512345678', bestTime: 'nextAfternoon' });
  });

  it('and with one, in the report too', async () => {
    await talk.sayAll('我要报案', ...ordinaryReport, '明天上午十点给我打电话');
    expect(keys(await talk.say('电话最后一位是8不是0'))).to.include('correction.done');
    expect((await calls()).map(({ phone }) => phone)).to.deep.equal(['13800138008']);
    const last = (await talk.events()).findLast(({ type }) => type === 'corrected');
    expect(last?.data.changes).to.deep.equal({ phone: '13800138008' });
  });
});

describe('after hand-back, with no report', () => {
  it('a remark begins no card of the scene', async () => {
    await handedBack();
    expect(keys(await talk.say('行车记录仪有录像'))).to.deep.equal(['common.remark']);
  });

  it('and the card of the scene hears a remark, a wish to be called, and a number', async () => {
    await handedBack();
    await talk.say('现场怎么办');
    expect(talk.open).to.equal('scene.road');
    expect(keys(await talk.say('行车记录仪有录像'))).to.deep.equal(['common.remark']);
    await talk.sayAll('现场怎么办', '明天上午十点给我打电话');
    expect(talk.open).to.equal('human.phone');
    await talk.say('13800138000');
    expect((await calls())[0]).to.include({ phone: '13800138000', bestTime: 'nextMorning' });
    expect(talk.open).to.equal('scene.road');
    await talk.say('13900139000');
    expect(talk.open).to.equal('human.bestTime');
  });
});
