/** Without a reload: a colleague falls silent and can be relieved, whoever relieves her is there, and what is passed on is seen and heard. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Colleague, newRig, type Rig } from '../desk/rig.ts';
import { axeOn, describePage, launch } from './browser.ts';

describePage('desk: colleagues, live', function (this: Mocha.Suite) {
  this.timeout(120_000);
  let rig: Rig;
  let browser: Browser;
  let chen: Colleague;
  let wang: Colleague;
  before(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    rig = await newRig();
    chen = await rig.first();
    wang = await rig.invited(chen, {});
  });
  afterEach(() => rig.stop());
  after(() => browser?.close());

  async function screen({ cookie }: Colleague, path: string): Promise<Page> {
    const viewport = { width: 1366, height: 768 };
    const context = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, viewport });
    context.setDefaultTimeout(15_000);
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: rig.app.url }]);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const Audio = window.AudioContext;
      (window as unknown as { rings: number }).rings = 0;
      window.AudioContext = class extends Audio {
        constructor() {
          super();
          (window as unknown as { rings: number }).rings += 1;
        }
      };
    });
    await page.goto(path);
    return page;
  }
  const rings = (page: Page) => page.evaluate(() => (window as unknown as { rings: number }).rings);
  /** Somebody with whom Wang talks. */
  async function talking(): Promise<string> {
    await wang.post('/workbench/presence', { here: '1' });
    const person = await rig.person('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await wang.post(`${path}/accept`);
    return path;
  }
  const relieve = (page: Page) => page.getByRole('button', { name: '接手' });
  async function looksGood(page: Page): Promise<void> {
    const violations = await axeOn(page);
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`)).to.deep.equal([]);
  }

  it('a colleague who says that she is away can be relieved at once, and who comes back no more', async () => {
    const path = await talking();
    const page = await screen(chen, path);
    expect(await relieve(page).count()).to.equal(0);
    await wang.post('/workbench/presence', { here: '0' });
    await relieve(page).waitFor();
    await looksGood(page);
    await wang.post('/workbench/presence', { here: '1' });
    await relieve(page).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('a page whose stream is broken says so after some seconds, and no more when it is back', async () => {
    const page = await screen(chen, '/workbench/queue');
    const line = page.locator('#offline');
    await page.waitForTimeout(4_500);
    expect(await line.innerText(), 'nothing is wrong').to.equal('');
    await page.route('**/workbench/live', (route) => route.abort());
    await page.reload();
    await page.waitForTimeout(2_000);
    expect(await line.innerText(), 'a moment is no reason').to.equal('');
    await page.getByText('连不上，正在重连').waitFor();
    expect(await line.getAttribute('role')).to.equal('status');
    await looksGood(page);
    await page.unroute('**/workbench/live');
    await page.getByText('连不上，正在重连').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('one whose pages are closed can be relieved when she was not seen for two minutes; whoever does it is there', async () => {
    const path = await talking();
    const page = await screen(chen, path);
    await page.locator('#side').waitFor();
    // Told while nothing else happens: her page is not there to say that it is gone.
    rig.clock.at += 3 * 60_000;
    await relieve(page).waitFor();
    await relieve(page).click();
    await page.locator('#text').waitFor();
    expect(await page.locator('#status').innerText()).to.include('您在接待');
    await wang.post('/workbench/presence', { here: '1' });
    const queue = await wang.page('/workbench/queue');
    const row = /<tr id="o-[\s\S]*?<\/tr>/.exec(queue)?.[0] ?? '';
    expect(row).to.include('陈主任').and.not.include('不在');
    expect(queue, 'she takes nobody else for it').to.include('在线 1 人');
    await page.context().close();
  });

  it('what is passed on is seen and heard on whatever page she is, with its note, until she speaks', async () => {
    const path = await talking();
    const li = await rig.invited(chen, { login: 'li', name: '李雷' });
    const me = await screen(li, '/workbench/me');
    const search = await screen(li, '/workbench/search');
    const id = (await rig.app.store.accountByLogin('li'))?.id ?? '';
    for (const page of [me, search]) await page.locator('#passed [data-told]').waitFor({ state: 'attached' });
    await wang.post(`${path}/transfer`, { to: id, note: '家属着急，先回电话' });
    for (const page of [me, search]) {
      const line = page.locator('#passed .passed');
      await line.waitFor();
      expect(await line.innerText())
        .to.include('王敏 转给您一位客户')
        .and.include('家属着急，先回电话');
      expect(await rings(page), 'heard').to.be.greaterThan(0);
      expect(await page.locator('#ring').innerText()).not.to.equal('');
      await looksGood(page);
    }
    // Seen on the next page as well, and not heard again.
    await search.goto('/workbench/queue');
    await search.locator('#passed .passed').waitFor();
    expect(await rings(search)).to.equal(0);
    await me.locator('#passed a').click();
    await me.locator('#passed [data-told]').waitFor({ state: 'attached' });
    expect(await me.locator('#passed .passed').count(), 'in its own page it stands beside the words').to.equal(0);
    expect(await me.locator('#side').innerText())
      .to.include('王敏 转来')
      .and.include('家属着急，先回电话');
    await me.locator('#text').fill('您好，我是李雷');
    await me.locator('#text').press('Control+Enter');
    for (const page of [me, search]) await page.locator('#passed .passed').waitFor({ state: 'detached' });
    await wang.post('/workbench/presence', { here: '1' });
    expect(await wang.page('/workbench/passed'), 'nobody else is told').not.to.include('data-passed');
    for (const page of [me, search]) await page.context().close();
  });
});
