/** Lists of the queue: one person, one row, and no two rows alike. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { turn } from '../store/fixtures.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('rows of the queue', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  before(async () => {
    rig = await newRig();
    admin = await rig.first();
    await admin.post('/workbench/presence', { here: '1' });
  });
  after(() => rig.stop());

  const asks = (...words: readonly string[]): Promise<Person> => rig.person(...words);
  /** To a colleague: the bot says nothing to it. */
  async function writes(person: Person, text: string): Promise<void> {
    const message = { type: 'message', text, from: { id: 'me' } };
    await person.call('POST', `/conversations/${person.conversation}/activities`, message);
    await rig.app.runner.idle();
  }
  async function rowOf(prefix: string, id: string): Promise<string> {
    const html = await admin.page('/workbench/queue');
    return new RegExp(`<tr id="${prefix}-${id}">([\\s\\S]*?)</tr>`).exec(html)?.[1] ?? '';
  }

  it('say who it is and what she said last, masked and cut', async () => {
    const known = await asks('我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '转人工');
    const row = await rowOf('w', known.conversation);
    expect(row).to.include('开车的人 · 139****5678').and.include('“开车的人”').and.not.include('13912345678');
    const talker = await asks('我的号码是13800138000，你们到底什么时候才给我回电话呀', '转人工');
    const said = await rowOf('w', talker.conversation);
    expect(said).to.include('“我的号码是138****8000，你们到…”').and.not.include('13800138000');
    rig.clock.at += 1_000;
    await known.say('我还在等，腿很痛');
    expect(await rowOf('w', known.conversation), 'and what she says meanwhile').to.include('“我还在等，腿很痛”');
  });

  it('fold a serious case into the row where the person waits or talks, and show it alone otherwise', async () => {
    const person = await asks('转人工');
    const id = person.conversation as ConversationId;
    const ticket = {
      id: randomUUID(),
      kind: 'serious',
      conversation: id,
      claim: null,
      at: rig.clock.at,
      data: {},
    } as const;
    await rig.app.runner.idle();
    const conversation = await rig.app.store.conversation(id);
    if (!conversation) throw new Error('no conversation');
    const { state, floor } = conversation;
    const done = await rig.app.store.commit(turn(conversation, { state, floor, tickets: [ticket], at: rig.clock.at }));
    expect(done.status).to.equal('committed');
    await admin.post('/workbench/presence', { here: '1' });
    expect(await rowOf('w', id)).to.include('严重情况');
    expect(await rowOf('t', ticket.id)).to.equal('');
    await admin.post(`/workbench/c/${id}/accept`);
    await admin.post('/workbench/presence', { here: '1' });
    expect(await rowOf('m', id)).to.include('严重情况');
    await admin.post(`/workbench/c/${id}/close`);
    await admin.post('/workbench/presence', { here: '1' });
    expect(await rowOf('t', ticket.id), 'still to be done after the talk').to.include('严重情况');
  });

  it('of serious cases name the number that was told, and are done with once a colleague has talked; despair is not', async () => {
    const person = await asks(
      '我要报案',
      '没有这些情况',
      '同意',
      '13912345678',
      '再不解决我就去你们公司拉横幅',
      '转人工',
    );
    const id = person.conversation;
    await admin.post(`/workbench/c/${id}/accept`);
    const open = async () => (await rig.app.store.openTicketsOf(id as ConversationId)).map(({ data }) => data.reason);
    expect(await open()).to.deep.equal(['threat']);
    await admin.post(`/workbench/c/${id}/hand-back`, { agreed: '' });
    expect(await open()).to.deep.equal([]);
    const other = await asks('13912345679', '不想活了');
    await admin.post(`/workbench/c/${other.conversation}/accept`);
    await admin.post(`/workbench/c/${other.conversation}/hand-back`, { agreed: '' });
    expect((await rig.app.store.openTicketsOf(other.conversation as ConversationId)).length).to.be.greaterThan(0);
  });

  it('who asked while nobody was there and waits now stands once; the call is done with when she is accepted; despair is first among calls', async () => {
    await admin.post('/workbench/presence', { here: '0' });
    const calm = await asks('转人工', '13912340001');
    const grave = await asks('13912340002', '不想活了');
    const calls = (html: string) => html.slice(html.indexOf('id="calls"'), html.indexOf('id="broken"'));
    const before = calls(await admin.page('/workbench/queue'));
    expect(before.indexOf(grave.conversation)).to.be.greaterThan(-1).and.lessThan(before.indexOf(calm.conversation));
    expect(before).to.include('139****0002');
    await admin.post('/workbench/presence', { here: '1' });
    await calm.say('转人工');
    rig.clock.at += 2_000;
    const after = await admin.page('/workbench/queue');
    expect(after).to.include(`<tr id="w-${calm.conversation}">`);
    expect(calls(after)).to.not.include(calm.conversation);
    await admin.post(`/workbench/c/${calm.conversation}/accept`);
    const open = await rig.app.store.openTicketsOf(calm.conversation as ConversationId);
    expect(open.map(({ kind }) => kind)).to.not.include('callBack');
  });

  it('count from the first word that nobody has answered, however often the person writes', async () => {
    const person = await asks('转人工');
    const id = person.conversation;
    await admin.post(`/workbench/c/${id}/accept`);
    rig.clock.at += 60_000;
    await writes(person, '第一句');
    rig.clock.at += 4 * 60_000;
    await writes(person, '第二句');
    rig.clock.at += 3 * 60_000;
    await admin.post('/workbench/presence', { here: '1' });
    expect(await rowOf('m', id)).to.include('7 分钟前的话还没回');
    await admin.post(`/workbench/c/${id}/say`, { text: '我在看' });
    await admin.post('/workbench/presence', { here: '1' });
    expect(await rowOf('m', id)).to.not.include('还没回');
    rig.clock.at += 60_000;
    await writes(person, '第三句');
    rig.clock.at += 2 * 60_000;
    await admin.post('/workbench/presence', { here: '1' });
    expect(await rowOf('m', id)).to.include('2 分钟前的话还没回');
  });

  it('of promises without a report stand among what is due until they are kept', async () => {
    const person = await asks('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await admin.post(`${path}/accept`);
    const by = new Date(rig.clock.at + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 16);
    await admin.post(`${path}/promise`, { text: '回电说垫付', by });
    await person.until('human.promisedYou');
    const [ticket] = await rig.app.store.openTicketsOf(person.conversation as ConversationId);
    expect(ticket).to.include({ kind: 'promise', claim: null });
    rig.clock.at += 2_000;
    expect(await admin.page('/workbench/queue')).to.include('回电说垫付');
    await admin.post(`${path}/kept`, { promise: ticket?.id ?? '' });
    expect(await rig.app.store.openTicketsOf(person.conversation as ConversationId)).to.deep.equal([]);
  });
});
