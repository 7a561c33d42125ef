/** A colleague who leaves while she talks with somebody: nobody is left alone. */
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('the desk: whoever is not there', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  let li: Colleague;
  beforeEach(async () => {
    rig = await newRig();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
    li = await rig.invited(admin, { login: 'li', name: '李雷' });
    for (const one of [wang, li]) await one.post('/workbench/presence', { here: '1' });
  });
  afterEach(() => rig.stop());

  /** Somebody with whom Wang talks. */
  async function talking(): Promise<{ person: Person; path: string; id: ConversationId }> {
    const person = await rig.person();
    await person.say('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await wang.post(`${path}/accept`);
    return { person, path, id: person.conversation as ConversationId };
  }

  it('asks before she signs out, and then puts them at the front of the queue', async () => {
    const { id, person } = await talking();
    const asked = await wang.post('/workbench/sign-out');
    expect(await asked.text()).to.include('您还在接待 1 位客户');
    expect((await rig.app.store.handoffOf(id))?.state).to.equal('active');
    expect((await wang.get('/workbench/queue')).status, 'still signed in').to.equal(200);
    const left = await wang.post('/workbench/sign-out', { held: 'queue' });
    expect(left.headers.get('location')).to.equal('/workbench?out=1');
    expect(await rig.app.store.handoffOf(id)).to.include({ state: 'waiting', back: true, adjuster: null });
    await person.poll();
    expect(person.heard.at(-1)?.text).to.include('王敏');
    expect(await li.page('/workbench/queue')).to.include(`/workbench/c/${id}/accept`);
  });

  it('signs out at once whoever talks with nobody', async () => {
    expect((await wang.post('/workbench/sign-out')).headers.get('location')).to.equal('/workbench?out=1');
  });

  it('disabled: what she had is in the queue', async () => {
    const { id } = await talking();
    const account = await rig.app.store.accountByLogin('wang');
    await admin.get('/workbench/people');
    await admin.post(`/workbench/people/${account?.id}`, { what: 'disable' });
    expect((await rig.app.store.handoffOf(id))?.state).to.equal('waiting');
  });

  it('a leader takes over from a colleague who is not there, and from nobody who is; others do not', async () => {
    const { id, path, person } = await talking();
    expect(await admin.page(path))
      .to.include('王敏 正在接待')
      .and.not.include('接手');
    const early = await admin.post(`${path}/take-over`);
    expect(early.headers.get('location')).to.include('problem=notYours');
    // Her last page was closed some minutes ago.
    rig.clock.at += 3 * 60_000;
    expect(await li.page(path)).not.to.include('接手');
    expect((await li.post(`${path}/take-over`)).headers.get('location')).to.include('problem=notYours');
    expect(await admin.page(path)).to.include('王敏 现在不在，您可以接手。');
    expect((await admin.post(`${path}/take-over`)).headers.get('location')).to.equal(path);
    expect(await rig.app.store.handoffOf(id)).to.deep.include({
      state: 'active',
      adjuster: (await rig.app.store.accountByLogin('admin'))?.id,
    });
    await person.poll();
    expect(person.heard.at(-1)?.text).to.include('陈主任');
    expect(await admin.page(path)).to.include('您在接待');
    const acts = await rig.app.store.acts({ subject: id, limit: 50 });
    expect(acts.map(({ what }) => what)).to.include('takeOver');
  });

  it('the list of a transfer says who is not there', async () => {
    const { path } = await talking();
    await li.post('/workbench/presence', { here: '0' });
    expect(await wang.page(path)).to.include('李雷 · 不在');
    await li.post('/workbench/presence', { here: '1' });
    expect(await wang.page(path)).to.include('>李雷<');
  });
});
