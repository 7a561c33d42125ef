/** Whoever changes her branch, or leaves: what she has still to do stays with somebody who sees it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ClaimContact, ConversationId } from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

const BRANCHES = [
  { id: 'hunan', name: '湖南分公司', places: ['湖南', '长沙'], plates: ['湘'] },
  { id: 'shanghai', name: '上海分公司', places: ['上海'], plates: ['沪'] },
];
const REPORT: readonly string[] = [
  ...['我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '昨晚八点多', '长沙市芙蓉中路路口'],
  ...['我倒车时没有看见后面的老先生', '1 人，住院了', '在现场，已报警', '不知道', '行人', '提交'],
];

describe('the desk: whoever changes her branch, or leaves', function () {
  this.timeout(60_000);
  const dir = mkdtempSync(join(tmpdir(), 'lipei-branches-'));
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  before(() => writeFileSync(join(dir, 'branches.json'), JSON.stringify(BRANCHES)));
  after(() => rmSync(dir, { recursive: true, force: true }));
  beforeEach(async () => {
    rig = await newRig({ DESK_BRANCHES: join(dir, 'branches.json') });
    admin = await rig.first();
    wang = await rig.invited(admin, { branch: 'hunan' });
  });
  afterEach(() => rig.stop());

  async function reported(): Promise<Person> {
    const person = await rig.person(...REPORT);
    await rig.app.runner.idle();
    expect(await contactOf(person)).to.include({ branch: 'hunan', assignee: await idOf('wang'), contactedAt: null });
    return person;
  }
  async function contactOf({ conversation }: Person): Promise<ClaimContact> {
    const [contact] = await rig.app.store.contactsOf(conversation as ConversationId);
    if (!contact) throw new Error('nothing was reported');
    return contact;
  }
  const idOf = async (login: string): Promise<string> => (await rig.app.store.accountByLogin(login))?.id ?? '';
  const branchOf = async (login: string) => (await rig.app.store.accountByLogin(login))?.branch;
  const change = async (form: Readonly<Record<string, string>>): Promise<string> =>
    (await admin.post(`/workbench/people/${await idOf('wang')}`, form)).text();
  const MOVE = { what: 'role', role: 'adjuster', branch: 'shanghai' };
  const row = async (one: Colleague, { claim }: ClaimContact): Promise<string> => {
    await one.post('/workbench/presence', { here: '1' });
    const html = await one.page('/workbench/queue');
    return new RegExp(`<tr id="r-${claim}">([\\s\\S]*?)</tr>`).exec(html)?.[1] ?? '';
  };

  it('is asked about, with how many there are, before anything is changed', async () => {
    await reported();
    await reported();
    const asked = await change(MOVE);
    expect(asked).to.include('王敏手上有 2 件报案还没联系').and.include('湖南分公司').and.include('上海分公司');
    expect(await branchOf('wang'), 'nothing has happened').to.equal('hunan');
    const role = await change({ ...MOVE, branch: 'hunan', role: 'supervisor' });
    expect(role, 'another role is no other branch').not.to.include('还没联系');
    expect(await change({ ...MOVE, branch: '' }), 'whoever sees all leaves nothing behind').not.to.include('还没联系');
    expect(await branchOf('wang')).to.equal(null);
  });

  it('passed on: to a colleague of the branch they belong to, and said to whom', async () => {
    const person = await reported();
    const li = await rig.invited(admin, { login: 'li', name: '李雷', branch: 'hunan' });
    const told = await change({ ...MOVE, reports: 'pass' });
    expect(told).to.include('已交出 1 件报案，现在归：李雷');
    expect(await branchOf('wang')).to.equal('shanghai');
    expect(await contactOf(person)).to.include({ branch: 'hunan', assignee: await idOf('li') });
    expect(await row(li, await contactOf(person))).to.include('我');
    expect((await wang.get(`/workbench/c/${person.conversation}`)).status, 'it is hers no more').to.equal(404);
    const acts = await rig.app.store.acts({ subject: person.conversation, limit: 20 });
    expect(acts.filter(({ what }) => what === 'assign')).to.have.length(1);
  });

  it('kept: in her list and her ring as before, and whoever leads the branch sees that she has gone', async () => {
    const person = await reported();
    const lead = await rig.invited(admin, { login: 'zhao', name: '赵主管', role: 'supervisor', branch: 'hunan' });
    expect(await change({ ...MOVE, reports: 'keep' })).not.to.include('已交出');
    expect(await branchOf('wang')).to.equal('shanghai');
    const contact = await contactOf(person);
    expect(contact).to.include({ assignee: await idOf('wang') });
    expect(await row(wang, contact)).to.include('我');
    rig.clock.at = contact.due + 1_000;
    for (const [one, login] of [
      [wang, 'wang'],
      [lead, 'zhao'],
    ] as const) {
      await one.signIn(login);
      expect(await one.page('/workbench/queue/badge'), login).to.include('data-due="1"');
    }
    expect(await row(lead, contact))
      .to.include('王敏')
      .and.include('已换机构');
    await lead.post(`/workbench/c/${person.conversation}/assign`, { to: 'anyone' });
    expect((await contactOf(person)).assignee).to.equal(await idOf('zhao'));
  });

  it('where nobody else sees the branch they become hers who made the change', async () => {
    const person = await reported();
    // All others, and whoever makes the change, are of another branch.
    const chief = await rig.invited(admin, { login: 'hu', name: '胡主任', role: 'administrator', branch: 'shanghai' });
    const account = await rig.app.store.accountByLogin('admin');
    await chief.post(`/workbench/people/${account?.id}`, { what: 'role', role: 'administrator', branch: 'shanghai' });
    expect(await change(MOVE)).to.include('交出的会归您');
    expect(await change({ ...MOVE, reports: 'pass' })).to.include('现在归：陈主任');
    expect((await contactOf(person)).assignee).to.equal(account?.id);
    expect(await row(admin, await contactOf(person))).to.include('我');
    expect((await admin.get(`/workbench/c/${person.conversation}`)).status).to.equal(200);
  });

  it('disabled: told how much others have now; a call that she had taken can be taken by others', async () => {
    const person = await reported();
    const li = await rig.invited(admin, { login: 'li', name: '李雷', branch: 'hunan' });
    await wang.post('/workbench/presence', { here: '1' });
    const talker = await rig.person('转人工');
    await wang.post(`/workbench/c/${talker.conversation}/accept`);
    await wang.post('/workbench/presence', { here: '0' });
    const caller = await rig.person('转人工', '13800138000', '上午');
    const [call] = await rig.app.store.openTicketsOf(caller.conversation as ConversationId);
    await wang.post(`/workbench/tickets/${call?.id}/take`);
    await li.post(`/workbench/tickets/${call?.id}/done`);
    expect(await rig.app.store.openTicketsOf(caller.conversation as ConversationId), 'hers').to.have.length(1);
    const told = await change({ what: 'disable' });
    expect(told).to.include('已交出 1 件报案，现在归：李雷').and.include('1 位客户已放回队列最前');
    expect((await contactOf(person)).assignee).to.equal(await idOf('li'));
    await li.post(`/workbench/tickets/${call?.id}/done`);
    expect(await rig.app.store.openTicketsOf(caller.conversation as ConversationId)).to.deep.equal([]);
  });
});
