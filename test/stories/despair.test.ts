/** Despair where nobody is at the desk: help first, true words, one gentle question, and the head of the desk's lists. */
import { expect } from 'chai';
import { readBoard } from '../../desk/pages/queue.ts';
import { accepts, comes, floorOf, handoffOf, wang } from '../support/desk.ts';
import { anotherTalk, newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
const board = () => readBoard({ store: talk.app.store, now: () => talk.clock.at }, null);

describe('despair with nobody at the desk', () => {
  it('help, when it will be seen, and one question; the asking is there before any number', async () => {
    const lines = await talk.say('活着没意思，不想活了');
    expect(keys(lines)).to.deep.equal(['crisis.help', 'crisis.nobodyYet', 'human.phone.ask_crisis']);
    expect(lines[1]?.text)
      .to.include('12356')
      .and.match(/11月24日.*前会有人看到/);
    expect(lines.at(-1)?.buttons).to.include('tel:12356');
    expect(talk.open).to.equal('human.phone');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'crisis', severity: 3 });
  });

  it('stands before everybody at the desk, and before older tickets', async () => {
    const older = await anotherTalk(talk);
    await older.sayAll('转人工', '13900139000', '现在', '他们堵在我家门口威胁我');
    const waits = await anotherTalk(talk);
    await comes(talk, wang);
    await waits.say('转人工');
    await talk.app.store.absent(wang.id);
    talk.clock.at += 60_000;
    await talk.say('活着没意思，不想活了');
    const { waiting, tickets } = await board();
    expect(waiting.map(({ conversation }) => conversation)).to.deep.equal([talk.conversation, waits.conversation]);
    expect(tickets.length).to.be.greaterThan(2);
    expect(tickets[0]).to.deep.include({ kind: 'serious', conversation: talk.conversation });
  });

  it('as in the trial: a person was asked for, not waited for, and then nobody was there', async () => {
    await comes(talk, wang);
    await talk.sayAll('转人工', '返回机器人');
    await talk.app.store.absent(wang.id);
    await talk.say('活着没意思，不想活了');
    expect((await board()).waiting).to.have.length(1);
    await comes(talk, wang);
    await accepts(talk, wang);
    expect(await floorOf(talk)).to.equal('person');
    expect(await handoffOf(talk)).to.include({ state: 'active', reason: 'crisis', severity: 3 });
    expect((await board()).waiting).to.deep.equal([]);
  });

  it('who was asked for a number already is not asked for it twice, and the asking becomes the gravest', async () => {
    await talk.say('转人工');
    expect(keys(await talk.say('我不想活了'))).to.include('human.phone.ask_crisis');
    expect(keys(await talk.say('真的不想活了'))).to.deep.equal(['crisis.help']);
    expect(await talk.app.store.handoffs({ state: 'ticket', limit: 10 })).to.have.length(1);
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'crisis', severity: 3 });
    expect(keys(await talk.say('13800138000'))).to.deep.equal(['crisis.made']);
    expect(talk.heard.at(-1)?.text).to.match(/^难受的时候先拨 12356.*\n.*最晚 .*11:00/);
  });

  it('no number is no fault: never told off, and none is needed', async () => {
    await talk.say('我不想活了');
    expect(keys(await talk.say('呜呜'))).to.deep.equal(['human.phone.notNow']);
    await talk.say('不想留');
    await talk.say('不知道');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'crisis', severity: 3 });
    expect((await board()).waiting).to.have.length(1);
  });

  it('a call that was promised is promised sooner, once, and becomes the gravest', async () => {
    await talk.sayAll('转人工', '13800138000', '下午');
    expect(keys(await talk.say('我不想活了'))).to.include('crisis.made');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'crisis', severity: 3 });
    expect(keys(await talk.say('我真的不想活了'))).to.deep.equal(['crisis.help', 'human.waiting']);
    expect((await talk.tickets()).filter(({ kind }) => kind === 'callBack')).to.have.length(2);
  });

  for (const [when, slot] of [
    ['2026-11-24T22:00', '2026年11月25日（周三） 09:00到10:00之间'],
    ['2026-11-25T03:00', '2026年11月25日（周三） 09:00到10:00之间'],
    ['2026-11-28T15:00', '2026年11月30日（周一） 09:00到10:00之间'],
  ] as const)
    it(`nobody is promised within the hour where the office is closed: ${when}`, async () => {
      talk.clock.at = Date.parse(`${when}:00+08:00`);
      const lines = await talk.say('我不想活了');
      expect(keys(lines)).to.deep.equal(['crisis.help', 'crisis.closed', 'human.phone.ask_crisis']);
      expect(lines[1]?.text, 'help first, then when')
        .to.match(/下班时间.*12356.*120.*\n/)
        .and.include(slot);
      const [made] = await talk.say('13800138000');
      expect(made?.text)
        .to.match(/^难受的时候先拨 12356/)
        .and.include(slot)
        .and.include('138****8000');
      // Said once more, the numbers come first again.
      expect(keys(await talk.say('我真的不想活了'))).to.deep.equal(['crisis.help', 'human.waiting']);
    });

  it('with somebody there nothing is said that is not so', async () => {
    await comes(talk, wang);
    const lines = await talk.say('我不想活了');
    expect(lines.map(({ text }) => text).join()).to.not.include('已经告诉');
    expect(keys(lines)).to.deep.equal(['crisis.help', 'human.queuedUnknown']);
  });

  it('in English', async () => {
    const lines = await talk.say('I want to kill myself');
    expect(lines.map(({ text }) => text).join('\n'))
      .to.include('see it by')
      .and.include('It is fine not to');
  });

  it('in English where the office is closed', async () => {
    talk.clock.at = Date.parse('2026-11-24T22:00:00+08:00');
    const lines = await talk.say('I want to kill myself');
    expect(lines[1]?.text).to.include('The office is closed').and.include('12356');
    const [made] = await talk.say('13800138000');
    expect(made?.text)
      .to.match(/^When it is hard, call 12356 first/)
      .and.include('when the office opens');
  });
});

describe('after despair', () => {
  it('nobody is asked whether it is solved, and who says that it is better gets a kind word', async () => {
    await comes(talk, wang);
    await talk.say('我不想活了');
    await accepts(talk, wang);
    await talk.app.desk.say(talk.conversation, wang, { text: '我在，您慢慢说。' });
    await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
    expect(keys(await talk.listen()))
      .to.include('crisis.stay')
      .and.not.include('human.solved');
    for (const words of ['我没事了', '好的，我好多了，谢谢', "I'm okay now"]) {
      expect(keys(await talk.say(words)), words)
        .to.include('crisis.better')
        .and.not.include('common.notUnderstood');
    }
    expect((await talk.tickets()).some(({ kind, doneAt }) => kind === 'serious' && doneAt === undefined)).to.equal(
      true,
    );
  });

  it('the same words are no matter of despair where nobody despaired', async () => {
    expect(keys(await talk.say('我没事了'))).to.not.include('crisis.better');
  });
});
