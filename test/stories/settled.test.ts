/** What an act is through with leaves the list of the desk in the commit of the act, whoever shows the desk. */
import { expect } from 'chai';
import type { Ticket } from '../../store/ports.ts';
import { REPORT } from '../desk/report.ts';
import { comes, handoffOf, li, wang } from '../support/desk.ts';
import { newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const open = async (kind: Ticket['kind']): Promise<readonly Ticket[]> =>
  (await talk.app.store.openTickets(50)).filter((one) => one.kind === kind);
const done = { status: 'done' };

describe('what is done leaves the list with the act', () => {
  it('the call that was owed, by accepting, also where another colleague meant to make it', async () => {
    await talk.sayAll('转人工', '13800138000', '上午');
    const [call] = await open('callBack');
    await talk.app.store.takeTicket(call?.id ?? '', li.id);
    expect(await talk.app.desk.accept(talk.conversation, wang)).to.deep.equal(done);
    expect(await open('callBack')).to.deep.equal([]);
    const all = await talk.app.store.tickets(10);
    expect(all.find(({ id }) => id === call?.id)).to.include({ takenBy: wang.id, doneAt: talk.clock.at });
  });

  it('nothing, where the act is refused', async () => {
    await comes(talk, li);
    await talk.say('转人工');
    await talk.app.desk.accept(talk.conversation, li);
    await talk.app.desk.promise(talk.conversation, li, { what: '回电', by: '2026-11-25T12:00:00+08:00' });
    const [promise] = await open('promise');
    expect(await talk.app.desk.accept(talk.conversation, wang)).to.include({ status: 'takenBy' });
    expect((await talk.app.desk.keepPromise(talk.conversation, wang, 'another')).status).to.equal('invalid');
    expect(await open('promise')).to.deep.equal([promise]);
  });

  it('a promise, by its being kept', async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    await talk.app.desk.accept(talk.conversation, wang);
    await talk.app.desk.promise(talk.conversation, wang, { what: '回电', by: '2026-11-25T12:00:00+08:00' });
    const [promise] = await open('promise');
    expect(await talk.app.desk.keepPromise(talk.conversation, li, promise?.id ?? '')).to.deep.equal(done);
    expect(await open('promise')).to.deep.equal([]);
  });

  it('a grave report that nobody had asked to talk about, by handing back', async () => {
    const words = REPORT.map((word) => word.replace('住院了', '在重症监护室抢救'));
    await talk.sayAll(...words);
    expect((await open('serious')).map(({ data }) => data.reason)).to.include('critical');
    await talk.app.desk.accept(talk.conversation, wang);
    await talk.app.desk.say(talk.conversation, wang, { text: '我是王敏，老先生现在怎么样？' });
    await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
    expect(await open('serious')).to.deep.equal([]);
  });

  it('a serious case that was talked of, by handing back; despair, by being looked after', async () => {
    await talk.say('他们堵在我家门口威胁我');
    expect(await open('serious')).to.have.length(1);
    await talk.app.desk.accept(talk.conversation, wang);
    await talk.app.desk.handBack(talk.conversation, wang, { agreed: '' });
    expect(await open('serious')).to.deep.equal([]);
    await talk.say('我不想活了');
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'crisis' });
    expect(await open('serious')).to.have.length(1);
    expect(await talk.app.desk.lookedAfter(talk.conversation, wang, '女儿在旁边')).to.deep.equal(done);
    expect(await talk.app.store.openTickets(50)).to.deep.equal([]);
  });
});
