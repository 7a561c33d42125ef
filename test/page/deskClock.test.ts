/** The time until a first contact in a real browser: it runs by itself, changes its words, and the page calls. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Colleague, newRig, type Rig } from '../desk/rig.ts';
import { Person } from '../e2e/client.ts';
import { axeOn, describePage, launch } from './browser.ts';

const minute = 60_000;
const REPORT = [
  ...['我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '昨晚八点多', '梧桐树大街与白马巷口'],
  ...['我倒车时没有看见后面的老先生', '1 人，住院了', '在现场，已报警', '湘K8T2X6', '行人', '提交'],
];

describePage('desk: the time until a first contact', function (this: Mocha.Suite) {
  this.timeout(60_000);
  let rig: Rig;
  let browser: Browser;
  let wang: Colleague;
  before(async () => {
    rig = await newRig({ FIRST_CONTACT_MINUTES: '20' });
    browser = await launch();
    wang = await rig.invited(await rig.first(), {});
    const person = new Person(rig.app.url);
    await person.begin();
    await person.listen();
    for (const text of REPORT) await person.say(text);
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  async function open(width: number): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 800 } });
    const [name = '', value = ''] = wang.cookie.split('=');
    await context.addCookies([{ name, value, url: rig.app.url }]);
    const page = await context.newPage();
    await page.goto(`${rig.app.url}/workbench/queue`);
    return page;
  }

  it('runs, presses at four fifths without a look at the server, and is told in the title', async () => {
    rig.clock.at += 8 * minute;
    const page = await open(1366);
    const clock = page.locator('#queue .clock');
    const before = await clock.innerText();
    await page.waitForFunction((text) => document.querySelector('#queue .clock')?.textContent !== text, before);
    expect(await clock.getAttribute('class')).to.equal('clock calm');
    const [from, due] = await Promise.all([clock.getAttribute('data-from'), clock.getAttribute('data-due')]);
    rig.clock.at = Number(due) - (Number(due) - Number(from)) / 5 - 2_000;
    await page.reload();
    await page.locator('#waiting-count').waitFor();
    expect(await page.title()).to.equal('队列 · 理赔工作台');
    await page.locator('#queue .clock.soon').waitFor();
    expect(await clock.innerText()).to.match(/^快到了，还剩 (4:00|3:5\d)$/);
    // The server's clock stands still in this test; here it catches up.
    rig.clock.at += 10_000;
    await page.evaluate(() => document.body.dispatchEvent(new Event('live-queue')));
    await page.waitForFunction(() => document.title.startsWith('(1)'));
    expect(await page.locator('#ring').textContent()).to.include('有新的事要看');
    await page.context().close();
  });

  it('is fit for everybody, on a laptop and on a tablet', async () => {
    for (const width of [1366, 768]) {
      const page = await open(width);
      await page.locator('#queue .clock').waitFor();
      const violations = await axeOn(page);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${width} scrolls sideways`).to.be.at.most(0);
      await page.context().close();
    }
  });
});
