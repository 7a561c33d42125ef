/** The claim at the desk in a real browser: found, read, a step, a paper and a communication recorded, with the keyboard alone; axe finds nothing. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { newRig, type Rig } from '../desk/rig.ts';
import { axeOn, describePage, launch } from './browser.ts';

const SIZES = { laptop: { width: 1366, height: 768 }, tablet: { width: 768, height: 1024 } } as const;

async function looksGood(page: Page, where: string): Promise<void> {
  const violations = await axeOn(page);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 150)}`),
    where,
  ).to.deep.equal([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} scrolls sideways`).to.be.at.most(0);
}

describePage('desk: a claim', function (this: Mocha.Suite) {
  this.timeout(120_000);
  let rig: Rig;
  let browser: Browser;
  let cookie = '';
  before(async () => {
    rig = await newRig();
    await rig.app.seedDemo();
    ({ cookie } = await rig.first());
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  for (const [size, viewport] of Object.entries(SIZES))
    it(`is found by its number and recorded in (${size})`, async () => {
      const context = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, viewport });
      context.setDefaultTimeout(10_000);
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: rig.app.url }]);
      const page = await context.newPage();
      await page.goto('/workbench/search');
      await page.locator('#main [name=text]').fill('DEMO-0002');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /案件 DEMO-0002/ }).click();
      await page.getByRole('heading', { name: /赵\*/ }).waitFor();
      await looksGood(page, `${size} claim`);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/desk-claim-${size}.png`, fullPage: true });
      if (size !== 'laptop') return context.close();
      await page.getByText('记一步').first().click();
      await looksGood(page, `${size} steps open`);
      await page.getByRole('button', { name: '继续: 收材料' }).click();
      await page.getByText('轮到: 单证').waitFor();
      await page.locator('tr', { hasText: '费用清单' }).getByRole('button', { name: '合格' }).press('Enter');
      await page.locator('tr', { hasText: '费用清单' }).getByText('没问题').waitFor();
      await page.getByText('记一次沟通').first().click();
      await looksGood(page, `${size} a communication open`);
      await page.getByLabel('哪一步').selectOption({ label: '对话医生' });
      await page.getByLabel('说了什么').fill('下周可出院');
      await page.getByLabel('下次最晚哪天').fill('2026-12-01');
      await page.keyboard.press('Enter');
      await page.getByText('下周可出院').waitFor();
      await looksGood(page, `${size} a communication recorded`);
      await context.close();
    });
});
