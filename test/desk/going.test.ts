/** How a conversation goes that a colleague has; languages of an account; the address with a slash at its end. */
import { expect } from 'chai';
import type { ConversationId } from '../../store/ports.ts';
import { turn } from '../store/fixtures.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

const minute = 60_000;

describe('the desk: how it goes', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  beforeEach(async () => {
    rig = await newRig();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
    for (const one of [admin, wang]) await one.post('/workbench/presence', { here: '1' });
  });
  afterEach(() => rig.stop());

  async function row(one: Colleague, prefix: string, id: string): Promise<string> {
    // The board is read anew after each change of presence.
    await one.post('/workbench/presence', { here: '1' });
    const html = await one.page('/workbench/queue');
    return (new RegExp(`<tr id="${prefix}-${id}">([\\s\\S]*?)</tr>`).exec(html)?.[1] ?? '').replace(/\s+/g, ' ');
  }

  it('a row tells how long she is talked to, or which words of hers wait for an answer; never that she waits', async () => {
    const person = await rig.person('转人工');
    const { conversation } = person;
    const path = `/workbench/c/${conversation}`;
    rig.clock.at += 3 * minute;
    expect(await row(admin, 'w', conversation)).to.include('<td>3 分钟</td>');
    await admin.post(`${path}/accept`);
    rig.clock.at += 7 * minute;
    await admin.post(`${path}/say`, { text: '您好' });
    expect(await row(admin, 'm', conversation))
      .to.include('已谈 7 分钟')
      .and.not.include('还没回');
    expect(await row(wang, 'o', conversation), 'others see the same').to.include('已谈 7 分钟');
    expect(await admin.page(`${path}/side`))
      .to.include('接入前等了 3 分钟')
      .and.not.include('· 等了');
    const said = { type: 'message', text: '在吗', from: { id: 'me' } };
    await person.call('POST', `/conversations/${conversation}/activities`, said);
    await rig.app.runner.idle();
    // Her words count as later than those before them, though the clock stands still.
    rig.clock.at += 2 * minute + 1_000;
    for (const [one, prefix] of [
      [admin, 'm'],
      [wang, 'o'],
    ] as const)
      expect(await row(one, prefix, conversation))
        .to.include('2 分钟前的话还没回')
        .and.not.include('已谈');
    await admin.post(`${path}/say`, { text: '在的' });
    expect(await row(admin, 'm', conversation)).to.include('已谈 9 分钟');
  });

  it('a draft that broke off is not told as waiting while its person is talked to', async () => {
    const person = await rig.person('我要报案', '没有这些情况', '同意', '13912345678', '开车的人');
    const id = person.conversation as ConversationId;
    const conversation = await rig.app.store.conversation(id);
    if (!conversation) throw new Error('no conversation');
    const { state, floor } = conversation;
    const ticket = {
      id: 'broken',
      kind: 'brokenOff',
      conversation: id,
      claim: null,
      at: rig.clock.at,
      data: {},
    } as const;
    const done = await rig.app.store.commit(turn(conversation, { state, floor, tickets: [ticket], at: rig.clock.at }));
    expect(done.status).to.equal('committed');
    rig.clock.at += 8 * minute;
    expect(await row(admin, 't', ticket.id)).to.include('<td>8 分钟</td>');
    await admin.post(`/workbench/c/${id}/accept`);
    expect(await row(admin, 't', ticket.id))
      .to.include('<td>正在谈</td>')
      .and.not.include('8 分钟');
  });

  it('whoever waited and left has waited so long, and no longer', async () => {
    const person = await rig.person('转人工');
    rig.clock.at += 4 * minute;
    await person.say('返回机器人');
    rig.clock.at += 60 * minute;
    await admin.signIn('admin');
    expect(await admin.page(`/workbench/c/${person.conversation}/side`)).to.include('等了 4 分钟');
  });

  it('languages are changed by oneself and by an administrator, and at least one stays', async () => {
    const languages = async (): Promise<readonly string[] | undefined> =>
      (await rig.app.store.accountByLogin('wang'))?.languages;
    expect(await wang.page('/workbench/me')).to.match(/value="zh-CN" checked>/);
    const form = new URLSearchParams([
      ['csrf', wang.csrf],
      ['language', 'zh-CN'],
      ['language', 'en'],
    ]);
    const headers = { origin: wang.url, 'sec-fetch-site': 'same-origin', cookie: wang.cookie };
    const both = { method: 'POST', redirect: 'manual', headers, body: form } as const;
    const answer = await fetch(`${wang.url}/workbench/me/languages`, both);
    expect(answer.headers.get('location')).to.equal('/workbench/me?saved=1');
    expect(await languages()).to.deep.equal(['zh-CN', 'en']);
    const none = await wang.post('/workbench/me/languages', { language: 'xx' });
    expect(none.status).to.equal(422);
    expect(await none.text()).to.include('请至少选一种语言');
    const id = (await rig.app.store.accountByLogin('wang'))?.id;
    const people = await (await admin.post(`/workbench/people/${id}`, { what: 'languages', language: 'en' })).text();
    expect(await languages()).to.deep.equal(['en']);
    expect(people).to.match(/value="en" checked>\s*英文<span class="unseen"> wang/);
    expect((await admin.post(`/workbench/people/${id}`, { what: 'languages' })).status).to.equal(422);
    expect(await languages()).to.deep.equal(['en']);
    expect((await rig.app.store.acts({ limit: 20 })).filter(({ what }) => what === 'account.languages')).to.have.length(
      2,
    );
  });

  it('the address is found with a slash at its end', async () => {
    const answer = await rig.visitor().get('/workbench/');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/workbench']);
  });
});
