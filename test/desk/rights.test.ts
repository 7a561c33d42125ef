/** S12, S13, S35: whose conversation it is, what a form may change, and what is masked. */
import { expect } from 'chai';
import { masked } from '../../desk/shown.ts';
import { ROUTES } from '../../desk/web/routes.ts';
import type { ConversationId, Handoff } from '../../store/ports.ts';
import { jpeg } from '../directline/pictures.ts';
import type { Person } from '../e2e/client.ts';
import { turn } from '../store/fixtures.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

describe('conversations at the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let hunan: Colleague;
  let shanghai: Colleague;
  before(async () => {
    rig = await newRig();
    admin = await rig.first();
    hunan = await rig.invited(admin, { login: 'hunan', name: '湘', branch: '430000' });
    shanghai = await rig.invited(admin, { login: 'shanghai', name: '沪', branch: '310000' });
  });
  after(() => rig.stop());

  const asks = (...words: readonly string[]): Promise<Person> => rig.person(...words);
  /** A handoff of a branch, as whoever assigns them would write it. */
  async function give(person: Person, branch: string): Promise<void> {
    await rig.app.runner.idle();
    const id = person.conversation as ConversationId;
    const conversation = await rig.app.store.conversation(id);
    const handoff = await rig.app.store.handoffOf(id);
    if (!conversation || !handoff) throw new Error('nobody has asked for a person');
    const { state, floor } = conversation;
    const moved: Handoff = { ...handoff, branch };
    await rig.app.store.commit(turn(conversation, { state, floor, handoffs: [moved], at: rig.clock.at }));
  }
  const each = (method: string, id: string, file: string) =>
    ROUTES.filter((one) => one.method === method && one.path.includes('/c/:id') && one.who !== 'lead').map(({ path }) =>
      path.replace(':id', id).replace(':file', file),
    );

  it('S12: of another branch do not exist, on every route, and the attempts are noted', async () => {
    await hunan.post('/workbench/presence', { here: '1' });
    const person = await asks('我要报案', '没有这些情况', '同意', '13912345678', '转人工');
    await give(person, '430000');
    const id = person.conversation;
    expect((await hunan.get(`/workbench/c/${id}`)).status).to.equal(200);
    expect(await shanghai.page('/workbench/queue')).not.to.include(id);
    for (const path of each('GET', id, 'x')) expect((await shanghai.get(path)).status, path).to.equal(404);
    for (const path of each('POST', id, 'x'))
      expect((await shanghai.post(path, { text: 'x' })).status, path).to.equal(404);
    const refused = (await rig.app.store.acts({ subject: id, limit: 200 })).filter(({ what }) => what === 'refused');
    expect(refused.length).to.equal(each('GET', id, 'x').length + each('POST', id, 'x').length);
    expect((await rig.app.store.handoffOf(id as ConversationId))?.state).to.equal('waiting');
  });

  it('S12: that nobody gave to the desk are seen by no adjuster; files of another conversation by nobody', async () => {
    const person = await asks('我要报案');
    expect((await hunan.get(`/workbench/c/${person.conversation}`)).status).to.equal(404);
    expect((await hunan.post(`/workbench/c/${person.conversation}/accept`)).status).to.equal(404);
    const other = await asks('转人工');
    const answer = await admin.get(`/workbench/c/${other.conversation}/files/${'a'.repeat(22)}`);
    expect(answer.status).to.equal(404);
  });

  it('have one owner: the second is told who has it, and can change nothing', async () => {
    const person = await asks('转人工');
    const path = `/workbench/c/${person.conversation}`;
    const both = await Promise.all([hunan.post(`${path}/accept`), admin.post(`${path}/accept`)]);
    const places = both.map(({ headers }) => headers.get('location')).toSorted();
    expect(places).to.deep.equal([path, `${path}?problem=takenBy`]);
    const loser = both[0]?.headers.get('location') === path ? admin : hunan;
    expect(await loser.page(`${path}?problem=takenBy`)).to.include('同事已经接了这个对话');
    for (const act of ['say', 'hand-back', 'close', 'transfer'])
      expect((await loser.post(`${path}/${act}`, { text: 'x', to: 'queue' })).headers.get('location'), act).to.match(
        /problem=(takenBy|notYours)/,
      );
    expect((await rig.app.store.conversation(person.conversation as ConversationId))?.floor).to.equal('person');
  });

  it('what cannot be noted is not shown and does not happen', async () => {
    const person = await asks('转人工');
    const id = person.conversation as ConversationId;
    const path = `/workbench/c/${id}`;
    const { store } = rig.app;
    const note = store.addActs;
    (store as { addActs: typeof note }).addActs = () => Promise.reject(new Error('the trail cannot be written'));
    try {
      expect((await hunan.post(`${path}/accept`)).status).to.equal(500);
      const shown = await hunan.get(path);
      expect(shown.status).to.equal(500);
      expect(await shown.text()).not.to.include('转人工');
      expect((await store.handoffOf(id))?.state).to.equal('waiting');
    } finally {
      (store as { addActs: typeof note }).addActs = note;
    }
  });

  it('S32: a part that is asked for without its page is noted too, and an open page is one view', async () => {
    const person = await asks('转人工');
    const id = person.conversation;
    const views = async (): Promise<number> =>
      (await rig.app.store.acts({ subject: id, limit: 100 })).filter(({ what }) => what === 'conversation.seen').length;
    await hunan.get(`/workbench/c/${id}/lines`);
    expect(await views()).to.equal(1);
    for (const part of ['', '/side', '/lines']) await hunan.get(`/workbench/c/${id}${part}`);
    expect(await views(), 'the page itself each time').to.equal(2);
    await admin.get(`/workbench/c/${id}/side`);
    expect(await views(), 'and whoever else looks').to.equal(3);
    rig.clock.at += 14 * 60_000;
    await hunan.get('/workbench/queue');
    rig.clock.at += 60_000;
    await hunan.get(`/workbench/c/${id}/lines`);
    expect(await views(), 'after a quarter of an hour anew').to.equal(4);
    await admin.signIn('admin');
    const lists = async () => (await rig.app.store.acts({ subject: 'queue', limit: 500 })).length;
    const before = await lists();
    await shanghai.signIn('shanghai');
    await shanghai.get('/workbench/queue/list');
    expect(await lists()).to.be.greaterThan(before);
  });

  it('shows the earlier lines for as long as a page is open that was asked for all of them', async () => {
    const person = await asks('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await rig.app.runner.idle();
    const conversation = await rig.app.store.conversation(person.conversation as ConversationId);
    if (!conversation) throw new Error('no conversation');
    const { state, floor } = conversation;
    const payload = (i: number) => ({ type: 'message', text: `第 ${i} 行` });
    const said = Array.from({ length: 220 }, (_, i) => ({ direction: 'bot' as const, payload: payload(i) }));
    await rig.app.store.commit(turn(conversation, { state, floor, said, at: rig.clock.at }));
    const shown = async (part: string, from = '') =>
      (await (await hunan.get(`${path}${part}`, { 'hx-request': 'true', 'hx-current-url': from })).text()).includes(
        '第 1 行',
      );
    expect(await shown('/lines')).to.equal(false);
    expect(await shown('?all=1')).to.equal(true);
    expect(await shown('/lines', `${rig.app.url}${path}?all=1`)).to.equal(true);
    expect(await shown('/lines', `${rig.app.url}${path}`)).to.equal(false);
    expect(await shown('/lines', 'all=1')).to.equal(false);
  });

  it('S13: a form changes what it is for and nothing else', async () => {
    const person = await asks('转人工');
    const id = person.conversation as ConversationId;
    const extra = {
      role: 'administrator',
      branch: '310000',
      severity: '3',
      adjuster: 'x',
      floor: 'closed',
      amount: '1',
      who: 'x',
    };
    await hunan.post(`/workbench/c/${id}/accept`, extra);
    await hunan.post(`/workbench/c/${id}/say`, {
      text: '您好',
      name: '理赔助手',
      from: 'bot',
      direction: 'bot',
      ...extra,
    });
    const [me] = (await rig.app.store.accounts()).filter(({ login }) => login === 'hunan');
    expect(me).to.include({ role: 'adjuster', branch: '430000' });
    expect(await rig.app.store.handoffOf(id)).to.include({
      severity: 0,
      branch: null,
      adjuster: me?.id,
      state: 'active',
    });
    const lines = await rig.app.store.transcript(id, 0, 100);
    const said = lines.find(({ payload }) => payload.text === '您好');
    expect(said).to.deep.include({ direction: 'person' });
    expect(said?.payload.from).to.deep.include({ name: '湘' });
  });

  it('a file is sent by whoever has the floor, judged by its content, and reaches the person', async () => {
    const person = await asks('转人工');
    const path = `/workbench/c/${person.conversation}`;
    const send = (one: Colleague, body: Uint8Array<ArrayBuffer>, csrf = one.csrf): Promise<Response> =>
      fetch(`${one.url}${path}/send`, {
        ...{ method: 'POST', redirect: 'manual', body },
        headers: { origin: one.url, cookie: one.cookie, 'x-csrf': csrf, 'x-name': encodeURIComponent('赔偿清单.jpg') },
      });
    const picture = new Uint8Array(jpeg());
    expect((await send(hunan, picture)).status, 'before she has it').to.equal(403);
    await hunan.post(`${path}/accept`);
    expect((await send(admin, picture)).status, 'not hers').to.equal(403);
    expect((await send(hunan, picture, 'x')).status, 'forged').to.equal(403);
    const bad = await send(hunan, new TextEncoder().encode('<script>alert(1)</script>'));
    expect(bad.status, await bad.text()).to.equal(415);
    const answer = await send(hunan, picture);
    expect(await answer.text()).to.include('赔偿清单.jpg');
    await person.poll();
    const [file] = person.heard.flatMap(({ attachments }) => attachments ?? []);
    const got = await fetch(file?.contentUrl ?? '');
    expect([got.status, got.headers.get('content-type')]).to.deep.equal([200, 'image/jpeg']);
    const { count } = await rig.app.store.fileUse(person.conversation as ConversationId);
    expect(count, 'what was refused is not kept').to.equal(1);
  });

  it('S35: numbers are masked on every page; one click with a reason shows one value, and is noted', async () => {
    const person = await asks('我要报案', '没有这些情况', '同意', '13912345678', '转人工');
    await person.say('我的身份证 430102199003071234，车牌湘A8K2T6，卡号 6222020200112233445，电话 139 1234 5678');
    const path = `/workbench/c/${person.conversation}`;
    const secrets = ['13912345678', '139 1234 5678', '430102199003071234', '湘A8K2T6', '6222020200112233445'];
    for (const one of ['/workbench/queue', '/workbench/queue/list', path, `${path}/lines`, `${path}/side`]) {
      const html = await admin.page(one);
      for (const secret of secrets) expect(html.includes(secret), `${secret} on ${one}`).to.equal(false);
    }
    const shown = await admin.post(`${path}/reveal`, { field: 'report.phone', reason: 'call' });
    expect(await shown.text()).to.include('13912345678');
    const open = await admin.post(`${path}/open`, { reason: 'verify' });
    expect(await open.text()).to.include('430102199003071234');
    const noted = (await rig.app.store.acts({ subject: person.conversation, limit: 10 })).filter(
      ({ what }) => what === 'reveal',
    );
    expect(noted.map(({ data }) => data)).to.have.deep.members([
      { field: 'report.phone', reason: 'call' },
      { field: 'transcript', reason: 'verify' },
    ]);
    expect(JSON.stringify(await rig.app.store.acts({ limit: 500 })), 'nothing of it in the trail').not.to.include(
      '13912345678',
    );
  });

  it('masks what is like a number of a person and leaves other numbers alone', () => {
    expect(masked('打13912345678，身份证43010219900307123X')).to.equal('打139****5678，身份证430***************');
    expect(masked('受理号 261124032598 10:30 花了20000元 95500')).to.equal(
      '受理号 261124032598 10:30 花了20000元 95500',
    );
    expect(masked('湘A8K2T6、粤B·D12345')).to.equal('湘A***T6、粤B***45');
  });

  for (const [told, shown] of [
    ['+8613912345678', '+86139****5678'],
    ['86 139-1234-5678', '86 139****5678'],
    ['008613912345678', '0086139****5678'],
    ['139.1234.5678', '139****5678'],
    ['１３９１２３４５６７８', '１３９****５６７８'],
    ['430102 19900307 1234', '430***************'],
    ['43010219900307123x', '430***************'],
    ['430102900307123', '430************'],
    ['6222 0202 0011 2233', '6222************'],
    ['6222-0202-0011-2233-445', '6222************'],
    ['湘a8k2t6', '湘a***t6'],
    ['粤b·d12345', '粤b***45'],
    ['我在iPhone上看的，app123打不开', '我在iPhone上看的，app123打不开'],
    ['2026-11-24 10:30，等了2小时', '2026-11-24 10:30，等了2小时'],
    ['两辆车，3个人，1500.50元', '两辆车，3个人，1500.50元'],
    ['0731-88886600', '0731-88886600'],
  ] as const)
    it(`${told} is shown as ${shown}`, () => expect(masked(told)).to.equal(shown));

  it('masks a long text in no time', () => {
    const started = performance.now();
    for (const one of ['1', '1 ', '６', '湘a', '4301021990', '6222 ']) masked(one.repeat(20_000 / one.length));
    expect(performance.now() - started).to.be.lessThan(500);
  });
});
