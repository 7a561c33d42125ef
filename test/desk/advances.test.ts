/** Money before the settlement, decided at the desk: by the rules of the API, above a limit by two, of one's own branch only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Colleague, newRig, type Rig } from './rig.ts';
import { claimPath, eventsOf, type Fields, look, proposalPath, SMALL } from './settling.ts';

const BRANCHES = [
  { id: 'here', name: '本地', places: ['演示市'], plates: ['湘'] },
  { id: 'away', name: '外地', places: ['上海'], plates: ['沪'] },
];

describe('advances at the desk', function () {
  this.timeout(60_000);
  const dir = mkdtempSync(join(tmpdir(), 'lipei-branches-'));
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  let claim = '';
  let made = 0;
  before(async () => {
    writeFileSync(join(dir, 'branches.json'), JSON.stringify(BRANCHES));
    rig = await newRig({ DESK_BRANCHES: join(dir, 'branches.json'), DESK_RELEASE_ADVANCE_ABOVE: '5000' });
    await rig.app.seedDemo();
    admin = await rig.first();
    wang = await rig.invited(admin, { branch: 'here' });
    claim = await claimPath(wang, 'DEMO-0001');
  });
  after(async () => {
    await rig.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const post = (form: Fields, by = wang) => {
    made += 1;
    return by.post(`${claim}/advance`, { key: `k${made}`, ...form });
  };
  const changes = async () =>
    (await eventsOf(rig, claim)).flatMap(({ type, data }) => (type === 'advanceChanged' ? [data] : []));
  const last = async () => (await changes()).at(-1) ?? {};
  /** A request of its own for each test. */
  async function requested(route = 'commercial'): Promise<string> {
    expect((await post({ change: 'requested', person: 'v1', route })).status).to.equal(303);
    return String((await last()).advance);
  }

  it('goes its way: asked for, papers missing, not approved with what to add, approved, paid to the hospital', async () => {
    const advance = await requested();
    expect((await post({ advance, change: 'papersMissing', documents: 'rescueFeeList' })).status).to.equal(303);
    expect(await last()).to.deep.include({ documents: ['rescueFeeList'], person: 'v1', route: 'commercial' });
    await post({ advance, change: 'refused', why: '清单看不清', documents: 'rescueFeeList' });
    expect(await wang.page(claim))
      .to.include('清单看不清')
      .and.include('没有同意');
    await post({ advance, change: 'approved', amount: '3,000' });
    expect(await last()).to.include({ amount: '3000.00', change: 'approved' });
    await post({ advance, change: 'paid', amount: '3000', hospital: '市第一医院' });
    expect(await wang.page(claim))
      .to.include('已付 3,000 元')
      .and.include('市第一医院');
  });

  it('refuses what cannot be, in words, and keeps nothing of it', async () => {
    const advance = await requested('compulsory');
    const before = (await changes()).length;
    const wrong: readonly (readonly [Fields, RegExp])[] = [
      [{ advance, change: 'paid', amount: '1', hospital: 'x' }, /现在不能记/],
      [{ advance, change: 'approved', amount: '0' }, /不能是 0/],
      [{ advance, change: 'approved', amount: 'viel' }, /请检查填的内容/],
      [{ advance, change: 'papersMissing', documents: 'nothing' }, /没有这种材料/],
      [{ advance, change: 'refused', why: '' }, /请检查填的内容/],
      [{ change: 'requested', person: 'v9', route: 'compulsory' }, /没有这个人/],
      [{ advance, change: 'approved', amount: '18000.01' }, /超过限额[\s\S]*限额：18000\.00 元/],
    ];
    for (const [form, said] of wrong) {
      const answer = await post(form);
      expect(answer.status, JSON.stringify(form)).to.equal(409);
      expect(await answer.text()).to.match(said);
    }
    expect(await changes()).to.have.length(before);
  });

  it('above the limit an approval is released by a second colleague', async () => {
    const advance = await requested('compulsory');
    const before = (await changes()).length;
    const answer = await post({ advance, change: 'approved', amount: '8000' });
    expect(answer.headers.get('location')).to.match(/\?done=proposed/);
    expect(await changes()).to.have.length(before);
    const path = proposalPath(await admin.page(claim));
    const html = await admin.page(path);
    expect(html).to.include('8,000').and.include('交强险抢救费');
    const sent = { proposal: path.split('/').at(-1) ?? '', seen: /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '' };
    expect((await wang.post(`${claim}/release`, sent)).status).to.equal(403);
    expect((await admin.post(`${claim}/release`, sent)).status).to.equal(303);
    expect(await last()).to.include({ advance, change: 'approved', amount: '8000.00' });
    expect((await admin.post(`${claim}/release`, sent)).status).to.equal(409);
    expect(await changes()).to.have.length(before + 1);
  });

  it('counts what was approved for the person: in parts it is not smaller', async () => {
    const advance = await requested();
    const before = (await changes()).length;
    const answer = await post({ advance, change: 'approved', amount: '1' });
    expect(answer.headers.get('location'), 'after 3,000 and 8,000').to.match(/\?done=proposed/);
    expect(await changes()).to.have.length(before);
  });

  it('is filed once however often it is sent', async () => {
    const before = (await changes()).length;
    const form = { key: 'same', change: 'requested', person: 'v1', route: 'rescueFund' };
    const all = await Promise.all([1, 2, 3].map(() => wang.post(`${claim}/advance`, form)));
    expect(all.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    expect(await changes()).to.have.length(before + 1);
  });

  it('for colleagues of another branch neither the claim nor its forms exist', async () => {
    const li = await rig.invited(admin, { login: 'li', name: '李', branch: 'away', role: 'supervisor' });
    const before = (await eventsOf(rig, claim)).length;
    await wang.post(`${claim}/advance`, { change: 'requested', person: 'v1', route: 'compulsory' });
    const advance = String((await last()).advance);
    await post({ advance, change: 'approved', amount: '6000' });
    const path = proposalPath(await wang.page(claim));
    for (const one of [claim, path, `${claim}/settlement/v1`]) expect((await li.get(one)).status, one).to.equal(404);
    const proposal = path.split('/').at(-1) ?? '';
    for (const [one, form] of [
      ['advance', { change: 'requested', person: 'v1', route: 'compulsory' }],
      ['release', { proposal, seen: String(before + 2) }],
      ['return', { proposal, why: 'x' }],
      ['settlement/v1/record', SMALL],
    ] as const)
      expect((await li.post(`${claim}/${one}`, form)).status, one).to.equal(404);
    expect(await li.page('/workbench/queue')).to.not.include(path);
    expect(await eventsOf(rig, claim)).to.have.length(before + 2);
  });

  it('the form of a settlement begins with what was decided last, or what was paid in advance', async () => {
    const { html } = await look(wang, `${claim}/settlement/v1`, SMALL);
    expect(html).to.include('value="费用清单"');
    expect(await wang.page(`${claim}/settlement/v1`)).to.match(/name="advances\.0\.amount"[^>]*value="3000\.00"/);
    const four = await claimPath(admin, 'DEMO-0004');
    const page = await admin.page(`${four}/settlement/v1`);
    expect(page).to.match(/name="lines\.0\.asked"[^>]*value="60000\.00"/);
    expect(page).to.match(/name="lines\.0\.reasons\.1\.basis\.excess"[^>]*value="48000"/);
    expect(page).to.match(/name="version" value="2"/);
  });
});
