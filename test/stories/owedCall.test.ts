/** Who asks for a person and gives no number is owed a call all the same. */
import { expect } from 'chai';
import { accepts, comes, handoffOf, wang } from '../support/desk.ts';
import { newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const open = () => talk.app.store.openTickets(10);

describe('who does not say which number to call', () => {
  it('is in the list of the desk from the asking on; the number comes in later, and the row is one', async () => {
    await talk.say('转人工');
    const [blank, ...others] = await open();
    expect(others).to.deep.equal([]);
    expect(blank).to.include({ kind: 'callBack' }).and.have.nested.property('data.phone', null);
    expect(await handoffOf(talk)).to.include({ state: 'ticket', reason: 'asked' });
    await talk.say('转人工');
    await talk.say('13800138000');
    await talk.say('上午');
    const rows = await open();
    expect(rows).to.have.length(1);
    expect(rows[0]).to.deep.include({ id: blank?.id, slot: Date.parse('2026-11-24T12:00:00+08:00') });
    expect(rows[0]?.data).to.include({ phone: '13800138000', number: blank?.data.number });
    expect(talk.heard.at(-1)?.text).to.include(String(blank?.data.number));
  });

  it('after waiting in vain too', async () => {
    await comes(talk, wang);
    await talk.say('转人工');
    expect(await open()).to.deep.equal([]);
    await talk.pass(16);
    expect(await open()).to.have.length(1);
    expect(await handoffOf(talk)).to.include({ state: 'ticket' });
  });

  it('“没有或不知道” adds no second row, and “取消” says in it that no call is wanted', async () => {
    await talk.say('转人工');
    await talk.say('没有或不知道');
    expect(await open()).to.have.length(1);
    await talk.say('转人工');
    const [, second] = await open();
    expect(second).to.have.nested.property('data.phone', null);
    await talk.say('取消');
    const rows = await open();
    expect(rows.filter(({ data }) => data.cancelled)).to.have.length(1);
    expect(await handoffOf(talk)).to.include({ state: 'ended', outcome: 'left' });
  });

  it('a number that comes after a colleague was through with the row is news', async () => {
    await talk.say('转人工');
    const [blank] = await open();
    await talk.app.store.finishTicket(blank?.id ?? '', 'wang', talk.clock.at);
    await talk.sayAll('13800138000', '上午');
    const rows = await open();
    expect(rows).to.have.length(1);
    expect(rows[0]?.id).to.not.equal(blank?.id);
  });

  it('can be taken by a colleague from there', async () => {
    await talk.say('转人工');
    await accepts(talk, wang);
    expect(await handoffOf(talk)).to.include({ state: 'active', adjuster: 'wang' });
  });
});
