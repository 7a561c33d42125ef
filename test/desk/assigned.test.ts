/** A report is assigned; its promise runs on every screen until a person has spoken with whoever made it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { fold } from '../../claims/fold.ts';
import { ROUTES } from '../../desk/web/routes.ts';
import type { ClaimContact, ClaimId, ConversationId, JsonObject } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { claimWrite, event, turn } from '../store/fixtures.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

const minute = 60_000;
const BRANCHES = [
  { id: 'hunan', name: '湖南分公司', places: ['湖南', '长沙'], plates: ['湘'] },
  { id: 'shanghai', name: '上海分公司', places: ['上海'], plates: ['沪'] },
];
const reportAt = (place: string, how = '1 人，住院了'): readonly string[] => [
  ...['我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '昨晚八点多', place],
  ...['我倒车时没有看见后面的老先生', how, '在现场，已报警', '不知道', '行人', '提交'],
];

describe('reports at the desk', () => tests(() => ({})));
withPostgres('reports at the desk (PostgreSQL)', (schema) =>
  tests(() => ({ DATABASE_URL: schema.url, LIPEI_KEY: randomBytes(32).toString('base64') })),
);

function tests(env: () => Readonly<Record<string, string>>): void {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-branches-'));
  let rig: Rig;
  let admin: Colleague;
  let hunan: Colleague;
  let shanghai: Colleague;
  before(async function () {
    this.timeout(60_000);
    writeFileSync(join(dir, 'branches.json'), JSON.stringify(BRANCHES));
    rig = await newRig({ ...env(), DESK_BRANCHES: join(dir, 'branches.json'), FIRST_CONTACT_MINUTES: '20' });
    admin = await rig.first();
    hunan = await rig.invited(admin, { login: 'wang', name: '王敏', branch: 'hunan' });
    shanghai = await rig.invited(admin, { login: 'lu', name: '陆平', branch: 'shanghai', reach: '' });
  });
  after(async () => {
    await rig.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  async function reports(words: readonly string[]): Promise<Person> {
    const person = await rig.person(...words);
    await rig.app.runner.idle();
    return person;
  }
  async function contactOf({ conversation }: Person): Promise<ClaimContact> {
    const [contact] = await rig.app.store.contactsOf(conversation as ConversationId);
    if (!contact) throw new Error('nothing was reported');
    return contact;
  }
  const accountOf = async (login: string) => (await rig.app.store.accountByLogin(login))?.id ?? '';
  /** Of the section of reports, as the queue shows it now. */
  async function rowOf(one: Colleague, claim: string): Promise<string> {
    const html = await one.page('/workbench/queue/list');
    return new RegExp(`<tr id="r-${claim}">([\\s\\S]*?)</tr>`).exec(html)?.[1] ?? '';
  }
  /** Whoever clicks nothing for 15 minutes is signed out. */
  async function until(at: number): Promise<void> {
    while (rig.clock.at < at) {
      rig.clock.at = Math.min(at, rig.clock.at + 10 * minute);
      for (const one of [admin, hunan, shanghai]) await one.page('/workbench/queue');
    }
  }
  const due = async (one: Colleague): Promise<string> =>
    /data-due="(\d+)"/.exec(await one.page('/workbench/queue/badge'))?.[1] ?? '';
  async function hears(person: Person, words: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      await person.poll();
      if (person.heard.some(({ text }) => text?.includes(words))) return;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`“${words}” was not heard`);
  }

  it('goes to her branch, runs live, presses, and is measured by the first words of a person', async () => {
    const person = await reports(reportAt('长沙市芙蓉中路路口'));
    const path = `/workbench/c/${person.conversation}`;
    const contact = await contactOf(person);
    expect(contact).to.deep.include({
      ...{ assignee: await accountOf('wang'), branch: 'hunan', severity: 'hospital', contactedAt: null },
      ...{ from: contact.reportedAt, due: contact.reportedAt + 20 * minute },
    });
    const row = await rowOf(hunan, contact.claim);
    expect(row)
      .to.include('139****5678')
      .and.include('住院')
      .and.match(/class="clock calm"[^>]*>还剩 20:00</);
    expect(row).not.to.include('13912345678');
    expect(await rowOf(shanghai, contact.claim), 'of another branch').to.equal('');
    expect(await rowOf(admin, contact.claim), 'who leads sees whose it is').to.include('王敏');
    expect(await hunan.page(path))
      .to.include('王敏')
      .and.include('湖南分公司')
      .and.include('最晚');
    expect([await due(hunan), await due(admin)]).to.deep.equal(['0', '0']);

    await until(contact.reportedAt + 16 * minute);
    expect(await rowOf(hunan, contact.claim)).to.match(/class="clock soon"[^>]*>快到了，还剩 4:00</);
    expect([await due(hunan), await due(admin)], 'her queue rings').to.deep.equal(['1', '0']);
    await until(contact.due + 30_000);
    expect(await rowOf(admin, contact.claim)).to.match(/class="clock over"[^>]*>已超 0:30</);
    expect([await due(hunan), await due(admin)], 'and who leads hears of it').to.deep.equal(['1', '1']);

    await hunan.post(`${path}/accept`);
    await hears(person, '同事王敏来了');
    await hears(person, '0731-8888 6666');
    expect((await contactOf(person)).contactedAt, 'that she is there is no contact yet').to.equal(null);
    await hunan.post(`${path}/say`, { text: '您好，我是王敏' });
    const { contactedAt } = await contactOf(person);
    expect(contactedAt).to.equal(contact.due + 30_000);
    await hunan.post(`${path}/say`, { text: '住在哪家医院？' });
    expect((await contactOf(person)).contactedAt, 'the first one counts').to.equal(contactedAt);
    expect(await rowOf(hunan, contact.claim)).to.equal('');
    expect(await hunan.page('/workbench/queue')).to.include('近 1 件报案，一半在 20 分钟 内有同事联系');
    expect(await hunan.page(path))
      .to.include('已第一次联系')
      .and.include('报案后 20 分钟');
    // The promised hour has passed: whether it was promised anew by now is another matter.
    const events = (await rig.app.store.events(contact.claim)).filter(({ data }) => data.instead === undefined);
    expect(events.map(({ type, by }) => [type, by]).slice(-3)).to.deep.equal([
      ['promiseMade', 'bot'],
      ['assigned', 'system'],
      ['contacted', 'adjuster'],
    ]);
    await hunan.post(`${path}/hand-back`, { agreed: '' });
    await hears(person, '解决了吗');
    await person.say('解决了');
    await person.say('问进度');
    await hears(person, '同事王敏已经和您联系过');
  });

  it('leaves the list too when a contact that was made elsewhere is recorded of the claim', async () => {
    const person = await reports(reportAt('长沙市芙蓉中路路口'));
    const { claim } = await contactOf(person);
    const path = `/workbench/k/${claim}`;
    const six = async () => /<section[^>]*h-six[\s\S]*?<\/section>/.exec(await hunan.page(path))?.[0] ?? '';
    expect(await six()).to.match(/回访客户[\s\S]*class="tag [\s\S]*查勘伤者/);
    expect(await rowOf(hunan, claim)).to.include('还剩');
    const call = { type: 'communication', kind: 'firstContact', note: '电话里说了哪些可能不赔' };
    expect((await hunan.post(`${path}/record`, call)).headers.get('location')).to.equal(path);
    expect(await six())
      .to.include('可能不赔')
      .and.not.include('class="tag');
    expect(await rowOf(hunan, claim)).to.equal('');
    expect((await contactOf(person)).contactedAt).to.equal(rig.clock.at);
    expect(await hunan.page(`/workbench/c/${person.conversation}`)).to.include('回访客户 · 王敏');
    await person.say('问进度');
    await hears(person, '同事王敏已经和您联系过');
  });

  it('S12: does not exist for other branches, on any route, by any method; each attempt is noted', async () => {
    const person = await reports(reportAt('上海市南京西路路口'));
    const id = person.conversation;
    const [ticket] = await rig.app.store.openTicketsOf(id as ConversationId);
    expect(ticket, 'nothing else brings it to the desk').to.equal(undefined);
    const supervisor = await rig.invited(admin, { login: 'he', name: '何', role: 'supervisor', branch: 'hunan' });
    for (const [one, role] of [
      [hunan, 'adjuster'],
      [supervisor, 'supervisor'],
    ] as const) {
      const paths = ROUTES.filter(
        ({ path, who }) => path.includes('/c/:id') && !(role === 'adjuster' && who === 'lead'),
      );
      for (const { method, path, bytes } of paths) {
        const at = path.replace(':id', id).replace(':file', 'a'.repeat(22));
        const answer =
          method === 'GET' ? await one.get(at) : await one.post(at, {}, bytes ? { 'x-csrf': one.csrf } : {});
        expect(answer.status, `${role} ${method} ${path}`).to.equal(404);
      }
      const refused = (await rig.app.store.acts({ subject: id, limit: 500 })).filter(({ what }) => what === 'refused');
      expect(refused.filter(({ who }) => who !== 'system')).to.have.length.at.least(paths.length);
    }
    expect((await shanghai.get(`/workbench/c/${id}`)).status, 'hers').to.equal(200);
    expect((await admin.get(`/workbench/c/${id}`)).status, 'of no branch, sees all').to.equal(200);
  });

  it('is seen by its own colleague and no other of the branch, until it was handed to the desk', async () => {
    const other = await rig.invited(admin, { login: 'tang', name: '唐', branch: 'shanghai', reach: '' });
    const person = await reports(reportAt('上海市南京西路路口'));
    const mine = (await contactOf(person)).assignee === (await accountOf('lu')) ? shanghai : other;
    const others = mine === shanghai ? other : shanghai;
    const path = `/workbench/c/${person.conversation}`;
    expect((await mine.get(path)).status).to.equal(200);
    expect((await others.get(path)).status).to.equal(404);
    await mine.post(`${path}/accept`);
    // Who has given no way to reach her is reached by the insurer's number.
    await hears(person, '95500');
    expect((await others.get(path)).status, 'as before: of her branch, and at the desk').to.equal(200);
  });

  it('a call that was noted is a first contact too', async () => {
    const person = await reports(reportAt('上海市南京西路路口'));
    const path = `/workbench/c/${person.conversation}`;
    await admin.post(`${path}/note`, { text: '先看看' });
    expect((await contactOf(person)).contactedAt).to.equal(null);
    await admin.post(`${path}/call`, { text: '接通了，人在医院' });
    expect((await contactOf(person)).contactedAt).to.equal(rig.clock.at);
    expect(await admin.page(`${path}/lines`)).to.include('通话记录：接通了，人在医院');
  });

  it('stands first where somebody is in danger of life, though it came later', async () => {
    const calm = await contactOf(await reports(reportAt('长沙市芙蓉路')));
    rig.clock.at += 1_000;
    const grave = await contactOf(await reports(reportAt('长沙市芙蓉路', '1 人，在重症监护室抢救')));
    expect(grave.due).to.be.at.least(calm.due);
    await admin.post('/workbench/presence', { here: '0' });
    const html = await admin.page('/workbench/queue/list');
    expect(html.indexOf(`id="r-${grave.claim}"`))
      .to.be.greaterThan(-1)
      .and.lessThan(html.indexOf(`id="r-${calm.claim}"`));
  });

  it('two of one person are both contacted by one word', async () => {
    const person = await reports(reportAt('长沙市芙蓉中路路口'));
    for (const text of ['没有照片', '退出', '我要报案', '不同的事故', ...reportAt('株洲市，湖南').slice(1)])
      await person.say(text);
    await rig.app.runner.idle();
    const id = person.conversation as ConversationId;
    const both = await rig.app.store.contactsOf(id);
    expect(both).to.have.length(2);
    const path = `/workbench/c/${id}`;
    await hunan.post(`${path}/accept`);
    await hunan.post(`${path}/say`, { text: '您好' });
    const contacted = (await rig.app.store.contactsOf(id)).map(({ contactedAt }) => contactedAt);
    expect(contacted).to.deep.equal([rig.clock.at, rig.clock.at]);
    await hunan.post(`${path}/close`);
  });

  it('is given to somebody else by whoever leads, to those who may see it; noted, and told in its events', async () => {
    const person = await reports(reportAt('长沙市芙蓉中路路口'));
    const path = `/workbench/c/${person.conversation}`;
    const page = await admin.page(path);
    expect(page).to.include(`action="${path}/assign"`).and.not.include('陆平');
    const [lu, he] = [await accountOf('lu'), await accountOf('he')];
    const wrong = await admin.post(`${path}/assign`, { to: lu });
    expect(wrong.headers.get('location'), 'of another branch').to.equal(`${path}?problem=invalid`);
    expect((await hunan.post(`${path}/assign`, { to: he })).status, 'not by an adjuster').to.equal(403);
    expect((await admin.post(`${path}/assign`, { to: he })).headers.get('location')).to.equal(path);
    expect(await contactOf(person)).to.include({ assignee: he });
    const acts = await rig.app.store.acts({ subject: person.conversation, limit: 20 });
    expect(acts.find(({ what }) => what === 'assign')?.data).to.deep.equal({ to: he });
    expect(await admin.page(`${path}/side`))
      .to.include('分派')
      .and.include('何');
    await admin.post(`${path}/assign`, { to: 'anyone' });
    expect(await contactOf(person), 'chosen again').to.include({ assignee: await accountOf('wang') });
  });

  it('of before reports were assigned is nobody’s until somebody is given it; bad input gives it to nobody', async () => {
    const person = await reports(['你好']);
    const id = person.conversation as ConversationId;
    const claim = randomUUID() as ClaimId;
    const conversation = await rig.app.store.conversation(id);
    if (!conversation) throw new Error('no conversation');
    const by = '2026-11-20T11:00:00+08:00';
    const events = [
      event(claim, { data: { number: 'R9', report: {} } }),
      event(claim, { type: 'promiseMade', by: 'bot', data: { what: 'firstContact', by, who: '' } }),
    ];
    const facts = fold(events) as unknown as JsonObject;
    const state = { ...conversation.state, claim: { id: claim, number: 'R9' } };
    const work = { state, events, claims: [claimWrite(claim, 'R9', { facts })], at: rig.clock.at };
    expect((await rig.app.store.commit(turn(conversation, work))).status).to.equal('committed');
    const path = `/workbench/c/${id}`;
    expect(await rig.app.store.contactsOf(id)).to.deep.equal([]);
    for (const to of ['', 'queue', 'nobody', 'x'.repeat(5_000), '<script>'])
      expect((await admin.post(`${path}/assign`, { to })).headers.get('location')).to.equal(`${path}?problem=invalid`);
    expect(await rig.app.store.contactsOf(id)).to.deep.equal([]);
    await admin.post(`${path}/assign`, { to: await accountOf('wang') });
    expect(await contactOf(person)).to.deep.include({ assignee: await accountOf('wang'), due: Date.parse(by) });
    expect((await hunan.get(path)).status).to.equal(200);
    expect(await rowOf(hunan, claim), 'days late').to.match(/class="clock over"[^>]*>已超 3 天</);
  });

  it('what was not reported is given to nobody', async () => {
    const person = await reports(['你好']);
    const path = `/workbench/c/${person.conversation}`;
    const answer = await admin.post(`${path}/assign`, { to: await accountOf('wang') });
    expect(answer.headers.get('location')).to.equal(`${path}?problem=invalid`);
    expect(await admin.page(path)).not.to.include(`${path}/assign`);
  });

  it('goes to others when its colleague is disabled: of the branch first, then of all branches', async () => {
    const [lu, tang] = [await accountOf('lu'), await accountOf('tang')];
    const person = await reports(reportAt('上海市南京西路路口'));
    const first = (await contactOf(person)).assignee;
    const second = first === lu ? tang : lu;
    await admin.post(`/workbench/people/${first}`, { what: 'disable' });
    expect(await contactOf(person)).to.include({ assignee: second });
    await admin.post(`/workbench/people/${second}`, { what: 'disable' });
    const left = await contactOf(person);
    expect(left.assignee, 'whoever sees all is an administrator').to.equal(await accountOf('admin'));
  });

  it('of a place that was corrected goes to the branch that it belongs to', async () => {
    const person = await reports(reportAt('梧桐树大街与白马巷口'));
    expect(await contactOf(person)).to.include({ branch: null });
    await person.say('地点填错了，是长沙市芙蓉中路路口');
    await rig.app.runner.idle();
    expect(await contactOf(person)).to.include({ branch: 'hunan', assignee: await accountOf('wang') });
  });

  it('who asks for a person is of the branch that her report tells of, as soon as it does', async () => {
    await hunan.post('/workbench/presence', { here: '1' });
    const person = await rig.person();
    for (const text of reportAt('长沙市芙蓉中路路口').slice(0, 7)) await person.say(text);
    await person.say('转人工');
    await rig.app.runner.idle();
    const handoff = await rig.app.store.handoffOf(person.conversation as ConversationId);
    expect(handoff).to.include({ state: 'waiting', branch: 'hunan' });
    expect(await hunan.page('/workbench/queue')).to.include(`id="w-${person.conversation}"`);
    expect((await hunan.get(`/workbench/c/${person.conversation}`)).status).to.equal(200);
  });

  it('nobody waits for a branch of which nobody is there: a call is arranged, and its ticket is of that branch', async () => {
    const person = await rig.person();
    for (const text of reportAt('上海市南京西路路口').slice(0, 7)) await person.say(text);
    await person.say('转人工');
    await rig.app.runner.idle();
    const id = person.conversation as ConversationId;
    expect((await rig.app.store.handoffOf(id))?.state).not.to.equal('waiting');
    const [ticket] = await rig.app.store.openTicketsOf(id);
    expect(ticket).to.include({ kind: 'callBack', branch: 'shanghai' });
    expect(await hunan.page('/workbench/queue')).not.to.include(`id="t-${ticket?.id}"`);
    for (const what of ['take', 'done'])
      expect((await hunan.post(`/workbench/tickets/${ticket?.id}/${what}`)).status, what).to.equal(404);
    expect((await rig.app.store.openTicketsOf(id))[0]?.takenBy).to.equal(undefined);
  });

  it('a list of staff that cannot be read keeps nobody from reporting', async () => {
    const { store } = rig.app;
    const { workloads } = store;
    (store as { workloads: typeof workloads }).workloads = () => Promise.reject(new Error('damaged'));
    try {
      const person = await reports(reportAt('长沙市芙蓉中路路口'));
      expect(await contactOf(person)).to.include({ assignee: null, branch: 'hunan' });
      const path = `/workbench/c/${person.conversation}`;
      expect((await hunan.get(path)).status, 'nobody’s: seen by all of the branch').to.equal(200);
      await hunan.post(`${path}/accept`);
      await hunan.post(`${path}/say`, { text: '您好' });
      expect(await contactOf(person), 'and hers from her first words on').to.include({
        assignee: await accountOf('wang'),
        contactedAt: rig.clock.at,
      });
    } finally {
      (store as { workloads: typeof workloads }).workloads = workloads;
    }
  });
}
