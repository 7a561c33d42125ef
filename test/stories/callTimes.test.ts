/** When to be called is no time of the accident: written to a colleague, tapped at her question, or on a ticket. */
import { expect } from 'chai';
import type { State } from '../../bots/state.ts';
import { accepts, comes, wang } from '../support/desk.ts';
import { newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
const consented = ['我要报案', '没有这些情况', '同意', '13800138000', '开车的人'] as const;
const whenOf = async (): Promise<unknown> => {
  const state = (await talk.app.store.conversation(talk.conversation))?.state as unknown as State | undefined;
  return state?.talk.stack.find(({ flow }) => flow === 'report')?.answers.when?.value;
};
const CALLS = [
  ...[
    '明天上午十点给我打电话',
    '下午两点打给我',
    '上午九点打我电话',
    '今天上午9点以后方便接电话',
    '昨天这个点联系我就行',
  ],
  ...[
    '晚上八点以后回电给我',
    '早上八点半我才有空接电话',
    'please call me at 9 am',
    'you can reach me at 8 in the morning',
  ],
];

describe('a time to be called', () => {
  afterEach(() => talk.end());

  it('written to a colleague', async () => {
    talk = await newTalk();
    await comes(talk, wang);
    await talk.sayAll(...consented, '转人工');
    await accepts(talk, wang);
    for (const text of CALLS) {
      await talk.say(text);
      expect(await whenOf(), text).to.equal(undefined);
    }
    await talk.say('昨晚八点撞的，明天上午十点给我打电话');
    expect(await whenOf()).to.have.property('start', '2026-11-23T20:00:00+08:00');
  });

  it('tapped or typed at her question about a call', async () => {
    for (const [text, choices] of [
      ['几点给您打电话合适？', undefined],
      ['什么时候打电话方便？', ['上午九点', '今天上午8点到9点']],
      ['What time may I call you?', undefined],
    ] as const)
      for (const said of ['上午九点', '今天上午8点到9点', '上午八点半可以', '早上7点']) {
        talk = await newTalk();
        await comes(talk, wang);
        await talk.sayAll(...consented, '转人工');
        await accepts(talk, wang);
        await talk.app.desk.say(talk.conversation, wang, { text, ...(choices ? { choices } : {}) });
        await talk.say(said);
        expect(await whenOf(), `${text} ${said}`).to.equal(undefined);
        await talk.end();
      }
    talk = await newTalk();
  });

  it('to a question about the accident a time is its time, however politely it was asked', async () => {
    talk = await newTalk();
    await comes(talk, wang);
    await talk.sayAll(...consented, '转人工');
    await accepts(talk, wang);
    await talk.app.desk.say(talk.conversation, wang, { text: '方便告诉我出事的时间吗？' });
    await talk.say('昨晚八点多');
    expect(await whenOf()).to.have.property('start', '2026-11-23T20:00:00+08:00');
  });

  it('on a ticket, and at the question of when it happened', async () => {
    talk = await newTalk();
    await talk.sayAll(...consented, '转人工', '现在');
    expect(talk.open).to.equal('report.when');
    for (const text of CALLS) {
      await talk.say(text);
      expect(await whenOf(), text).to.equal(undefined);
    }
    if (talk.open !== 'report.when') await talk.say('继续报案');
    await talk.say('昨晚八点多');
    expect(talk.open).to.equal('report.where');
  });
});
