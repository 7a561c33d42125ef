/** Who despaired while nobody was there, dealt with by telephone; and taking over as an act of its own. */
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('the desk looks after people', function () {
  this.timeout(60_000);
  let rig: Rig;
  let chen: Colleague;
  let wang: Colleague;
  beforeEach(async () => {
    rig = await newRig();
    chen = await rig.first();
    wang = await rig.invited(chen, {});
  });
  afterEach(() => rig.stop());

  async function begun(...words: readonly string[]): Promise<{ person: Person; id: ConversationId; path: string }> {
    const person = await rig.person(...words);
    await rig.app.runner.idle();
    const id = person.conversation as ConversationId;
    return { person, id, path: `/workbench/c/${id}` };
  }
  /** The board is read anew after each change of presence. */
  async function queue(one: Colleague): Promise<string> {
    await one.post('/workbench/presence', { here: '0' });
    return one.page('/workbench/queue');
  }

  it('a crisis leaves the list by a call with a note, in the trail, with all that stood there for it', async () => {
    const { person, id, path } = await begun('活着没意思，不想活了', '13800138000', '越快越好');
    const before = await queue(wang);
    expect(before).to.include(`w-${id}`).and.include(`${path}#looked`).and.include('轻生风险');
    expect(await wang.page(path)).to.include(`${path}/looked-after`);
    const nothing = await wang.post(`${path}/looked-after`, { text: '  ' });
    expect(nothing.headers.get('location'), 'how is to be told').to.equal(`${path}?problem=invalid`);
    expect(await queue(wang)).to.include(`w-${id}`);

    const done = await wang.post(`${path}/looked-after`, { text: '打通了，女儿在旁边' });
    expect(done.headers.get('location')).to.equal('/workbench/queue');
    expect(await queue(wang)).not.to.include(id);
    expect(await rig.app.store.handoffOf(id)).to.include({ state: 'ended', outcome: 'lookedAfter' });
    expect((await rig.app.store.openTickets(50)).filter(({ conversation }) => conversation === id)).to.have.length(0);
    const lines = (await chen.page(`${path}/lines`)).replace(/<[^>]+>/g, '');
    expect(lines).to.include('已联系或有人照看：打通了，女儿在旁边').and.include('王敏 · 备注');
    const acts = await rig.app.store.acts({ subject: id, limit: 50 });
    expect(acts.map(({ what }) => what)).to.include('lookedAfter');
    await person.poll();
    expect(
      person.heard.some(({ text }) => text?.includes('女儿')),
      'a note is for colleagues',
    ).to.equal(false);
    // Once: nothing stands any more. And despair that comes back is first in the list again.
    expect((await wang.post(`${path}/looked-after`, { text: 'x' })).headers.get('location')).to.include('notYours');
    await person.say('还是不想活了');
    await rig.app.runner.idle();
    expect(await queue(wang)).to.include(`w-${id}`);
  });

  it('whoever waits for another reason, or talks, is not ticked off', async () => {
    await wang.post('/workbench/presence', { here: '1' });
    const { id, path } = await begun('转人工');
    expect(await wang.page('/workbench/queue')).not.to.include('#looked');
    expect((await wang.post(`${path}/looked-after`, { text: '打过' })).headers.get('location')).to.include('notYours');
    await wang.post(`${path}/accept`);
    expect((await chen.post(`${path}/looked-after`, { text: '打过' })).headers.get('location')).to.include('notYours');
    expect(await rig.app.store.handoffOf(id)).to.include({ state: 'active' });
  });

  it('taking over is named as that, is told to the person once, and only from whoever had it', async () => {
    for (const one of [chen, wang]) await one.post('/workbench/presence', { here: '1' });
    const { person, id, path } = await begun('转人工');
    await wang.post(`${path}/accept`);
    await wang.post('/workbench/presence', { here: '0' });
    const both = ['k1', 'k1'].map((key) => chen.post(`${path}/take-over`, { key }));
    for (const answer of await Promise.all(both)) expect(answer.headers.get('location')).to.equal(path);
    await person.poll();
    const told = person.heard.filter(({ text }) => text?.includes('接下来由同事陈主任'));
    expect(told, 'once').to.have.length(1);
    expect(await chen.page(`${path}/lines`)).to.include('陈主任 接手，之前是 王敏。');
    expect((await rig.app.store.handoffOf(id))?.data).to.include({ name: '陈主任', from: '王敏' });
    expect(await chen.page(`${path}/side`), 'she has passed nothing on').to.not.include('转来');
    const acts = await rig.app.store.acts({ subject: id, limit: 50 });
    expect(acts.map(({ what }) => what))
      .to.include('takeOver')
      .and.not.include('transfer');
    // She comes back, and it is no longer hers.
    expect((await wang.post(`${path}/say`, { text: '我回来了' })).headers.get('location')).to.include('takenBy');
    const again = await wang.post(`${path}/take-over`);
    expect(again.headers.get('location'), 'an adjuster does not lead').to.include('notYours');
  });

  it('why a talk did not help is read by the next colleague, masked', async () => {
    for (const one of [chen, wang]) await one.post('/workbench/presence', { here: '1' });
    const { person, path } = await begun('转人工');
    await wang.post(`${path}/accept`);
    await wang.post(`${path}/hand-back`, { agreed: '' });
    await person.until('human.solved');
    await person.say('没解决');
    await person.say('你们一分钱都没付，打我13912345678');
    await rig.app.runner.idle();
    const side = await chen.page(`${path}/side`);
    expect(side).to.include('客户说没解决').and.include('一分钱都没付').and.include('139****5678');
    expect(side).not.to.include('13912345678');
  });
});
