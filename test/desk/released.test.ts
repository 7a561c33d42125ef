/** What stands above a limit is decided by two: proposed by one, seen whole by the other, released or returned, never twice. */
import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { start } from '../../index.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';
import { claimPath, eventsOf, LARGE, proposalPath, SMALL, settle } from './settling.ts';

describe('decisions by two colleagues', function () {
  this.timeout(60_000);
  let rig: Rig;
  let admin: Colleague;
  let wang: Colleague;
  let boss: Colleague;
  let claim = '';
  const form = (): string => `${claim}/settlement/v1`;
  const types = async () => (await eventsOf(rig, claim)).map(({ type }) => type);
  const count = async (type: string) => (await types()).filter((one) => one === type).length;
  before(async () => {
    rig = await newRig();
    await rig.app.seedDemo();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
    boss = await rig.invited(admin, { login: 'zhou', name: '周主管', role: 'supervisor' });
    claim = await claimPath(wang, 'DEMO-0001');
  });
  after(() => rmSync(rig.dir, { recursive: true, force: true }));

  /** Wang hands one in; where it is, what it is called and of which state of the claim it speaks. */
  async function handedIn(by = wang, fields = LARGE) {
    const answer = await settle(by, form(), fields);
    expect(answer.headers.get('location')).to.match(/\?done=proposed/);
    return seenBy(boss);
  }
  async function seenBy(one: Colleague) {
    const path = proposalPath(await one.page(claim));
    const html = await one.page(path);
    const [proposal = ''] = path.split('/').slice(-1);
    return { path, html, sent: { proposal, seen: /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '' } };
  }

  it('above the limit it is not recorded: a second colleague sees it in the queue with its sums and words', async () => {
    const before = await count('settled');
    const { path, html } = await handedIn();
    expect(await count('settled')).to.equal(before);
    expect(html).to.include('60,000').and.include('客户会读到').and.include('残疾赔偿金').and.include('王敏');
    expect(await boss.page('/workbench/queue'))
      .to.include(`href="${path}"`)
      .and.include('待放行');
    expect(await wang.page(path), 'whoever entered it is told to wait').to.not.include('/release"');
  });

  it('nobody outside the desk hears of it', async () => {
    const { renderer } = rig.app;
    expect(renderer.has('zh-CN', 'desk.event.proposed')).to.equal(true);
    const changes = await rig.app.store.changes({ after: 0, limit: 500 });
    expect(
      changes.some(({ event }) => event?.type === 'proposed'),
      'it is kept',
    ).to.equal(true);
    const { changeView } = await import('../../api/views.ts');
    expect(JSON.stringify(changes.flatMap(changeView))).to.not.match(/propos/);
  });

  it('is not released by whoever entered it, nor by whoever may not', async () => {
    const { sent } = await seenBy(boss);
    expect((await wang.post(`${claim}/release`, sent)).status, 'an adjuster').to.equal(403);
    await settle(boss, form(), LARGE);
    const own = await seenBy(boss);
    const { version } = (await rig.app.store.claim(claim.split('/').at(-1) as never)) ?? { version: 0 };
    const answer = await boss.post(`${claim}/release`, { ...own.sent, seen: String(version) });
    expect(answer.status).to.equal(409);
    expect(await answer.text()).to.include('您自己提交的');
    expect(await count('settled')).to.equal(0);
    expect((await boss.post(`${claim}/withdraw`, own.sent)).status).to.equal(303);
  });

  it('goes back with a reason, which whoever entered it sees; it can be handed in again', async () => {
    const { sent } = await handedIn();
    expect((await boss.post(`${claim}/return`, { ...sent, why: ' ' })).status, 'without a reason').to.equal(409);
    const why = '伤残系数 <b>不对</b>';
    expect((await boss.post(`${claim}/return`, { ...sent, why })).status).to.equal(303);
    const { path, html } = await seenBy(wang);
    expect(html).to.include('伤残系数 &lt;b&gt;不对').and.include('周主管').and.include(`href="${form()}"`);
    expect(await wang.page('/workbench/queue')).to.include(path);
    expect(await wang.page(form()), 'nothing is typed twice').to.match(/name="lines\.0\.asked"[^>]*value="60000\.00"/);
    expect(await boss.page('/workbench/queue')).to.not.include(path);
    expect((await boss.post(`${claim}/release`, sent)).status, 'returned is not open').to.equal(409);
    expect(await count('settled')).to.equal(0);
  });

  it('one stands for each person: a newer one takes its place, and the old one is not released', async () => {
    const { sent: old } = await handedIn();
    const { sent } = await handedIn(wang, {
      ...LARGE,
      'lines.0.asked': '70000',
      'lines.0.accepted': '70000',
      'layers.compulsory.deathDisability': '70000',
      'payable.0.amount': '70000',
    });
    const answer = await boss.post(`${claim}/release`, old);
    expect(answer.headers.get('location')).to.match(/problem=proposalGone/);
    expect(sent.proposal).to.not.equal(old.proposal);
    expect(await count('settled')).to.equal(0);
  });

  it('is not released once the claim has changed; looked at again it is, once, and both are in the trail', async () => {
    const { sent } = await seenBy(boss);
    await wang.post(`${claim}/record`, { type: 'promise', what: '回电', by: '2026-12-01T10:00' });
    const stale = await boss.post(`${claim}/release`, sent);
    expect(stale.status).to.equal(409);
    expect(await stale.text()).to.include('案件刚才有变化');
    const again = await seenBy(boss);
    const both = await Promise.all([
      boss.post(`${claim}/release`, again.sent),
      admin.post(`${claim}/release`, again.sent),
    ]);
    expect(both.map(({ status }) => status).toSorted()).to.deep.equal([303, 409]);
    expect(await count('settled')).to.equal(1);
    expect(await wang.page(claim))
      .to.include('已放行')
      .and.include('认可 70,000 元');
    const trail = await admin.page('/workbench/audit');
    expect(trail).to.include('放行').and.include('提交核定放行');
    expect(await boss.page('/workbench/queue')).to.not.include('/proposal/');
  });

  it('what is decided meanwhile overtakes it', async () => {
    const { sent } = await handedIn(wang, { ...LARGE });
    expect((await settle(wang, form(), SMALL)).status, 'a smaller one, recorded at once').to.equal(303);
    expect((await boss.post(`${claim}/release`, sent)).status).to.equal(409);
    expect(await count('settled')).to.equal(2);
    expect(await boss.page('/workbench/queue')).to.not.include('/proposal/');
  });

  it('stays through a restart', async () => {
    const { path } = await handedIn();
    await rig.app.stop();
    const settings = { PORT: '0', DATA_DIR: rig.dir, LOG_LEVEL: 'silent' };
    const again = await start(
      readConfig({ ...settings, INSURER_NAME: 'x', INSURER_HOTLINE: '95500' }),
      () => rig.clock.at,
    );
    boss.url = again.url;
    expect(await boss.page('/workbench/queue')).to.include(path);
    expect(await boss.page(path)).to.include('60,000');
    await again.stop();
  });
});
