/** A settlement at the desk in a real browser: entered, a difference named and mended, kept through a reload, handed in and released by a second colleague; axe finds nothing. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Colleague, newRig, type Rig } from '../desk/rig.ts';
import { claimPath } from '../desk/settling.ts';
import { axeOn, describePage, launch } from './browser.ts';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

async function looksGood(page: Page, where: string): Promise<void> {
  const violations = await axeOn(page);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 150)}`);
  expect(found, where).to.deep.equal([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} scrolls sideways`).to.be.at.most(0);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${where}.png`, fullPage: true });
}

describePage('desk: a settlement', function (this: Mocha.Suite) {
  this.timeout(60_000);
  let rig: Rig;
  let browser: Browser;
  let wang: Colleague;
  let admin: Colleague;
  let claim = '';
  before(async () => {
    rig = await newRig();
    await rig.app.seedDemo();
    admin = await rig.first();
    wang = await rig.invited(admin, {});
    claim = await claimPath(wang, 'DEMO-0001');
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  async function pageOf({ cookie }: Colleague, viewport = LAPTOP): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, viewport });
    context.setDefaultTimeout(5_000);
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: rig.app.url }]);
    return context.newPage();
  }
  const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

  it('is entered by one, mended where it differs, and released by another, on a laptop and on a phone', async () => {
    const page = await pageOf(wang);
    await page.goto(claim);
    await page.getByRole('link', { name: /填核定/ }).click();
    await field(page, 'lines.0.item').selectOption('medical');
    await field(page, 'lines.0.asked').fill('68000');
    await field(page, 'lines.0.accepted').fill('62000');
    await page.keyboard.press('Tab');
    await page.getByText('申请减认可是 6,000 元，原因加起来是 0 元').waitFor();
    await page.getByRole('button', { name: '第 1 项加一个原因' }).click();
    // What was asked for arrives, and has the focus.
    await page.locator('[name="lines.0.reasons.0.code"]:focus').waitFor();
    await field(page, 'lines.0.reasons.0.code').selectOption('nonMedicare');
    await field(page, 'lines.0.reasons.0.basis.billed').fill('5000');
    await field(page, 'lines.0.reasons.0.basis.standard').fill('0');
    await field(page, 'lines.0.reasons.0.amount').fill('5000');
    await page.getByRole('button', { name: '加一项', exact: true }).press('Enter');
    await field(page, 'lines.1.item').selectOption('disability');
    await field(page, 'lines.1.asked').fill('20000');
    await field(page, 'lines.1.accepted').fill('20000');
    await field(page, 'layers.compulsory.medical').fill('18000');
    await field(page, 'layers.compulsory.deathDisability').fill('20000');
    await field(page, 'layers.commercial').fill('44000');
    await field(page, 'payable.0.amount').fill('82000');
    await page.keyboard.press('Tab');
    await page.locator('[id="e-lines.0.reasons"]', { hasText: '差 1,000 元' }).waitFor();
    await looksGood(page, 'settlement-differs-laptop');

    await page.reload();
    await page.getByText('已取回这个标签页里没记下的草稿').waitFor();
    expect(await field(page, 'lines.0.reasons.0.basis.billed').inputValue()).to.equal('5000');
    await page.context().setOffline(true);
    await field(page, 'lines.0.reasons.0.basis.billed').fill('6000');
    await field(page, 'lines.0.reasons.0.amount').fill('6000');
    await page.keyboard.press('Tab');
    await page.getByText('您写的都还在').waitFor();
    await page.context().setOffline(false);
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: '对一对' }).last().click();
    await page.getByText('对上了，一分不差').waitFor();
    await page.locator('.read', { hasText: '超出医保标准' }).waitFor();
    await looksGood(page, 'settlement-preview-phone');
    await page.getByRole('button', { name: '提交给另一位同事放行' }).press('Enter');
    await page.getByText('已提交，等另一位同事放行').waitFor();
    await looksGood(page, 'settlement-proposed-phone');
    await page.goto(`${claim}/settlement/v1`);
    expect(await field(page, 'lines.0.asked').inputValue(), 'what was handed in, and no draft').to.equal('68000.00');

    const second = await pageOf(admin);
    await second.goto('/workbench/queue');
    await second.locator('#proposed').waitFor();
    await looksGood(second, 'settlement-queue-laptop');
    await second.setViewportSize(PHONE);
    await looksGood(second, 'settlement-queue-phone');
    await second.setViewportSize(LAPTOP);
    await second.locator('tr', { hasText: '等放行' }).getByRole('link').click();
    await second.locator('.read', { hasText: '超出医保标准' }).waitFor();
    await looksGood(second, 'settlement-proposal-laptop');
    await second.setViewportSize(PHONE);
    await looksGood(second, 'settlement-proposal-phone');
    await second.getByRole('button', { name: '放行', exact: true }).press('Enter');
    await second.getByText('认可 82,000 元').waitFor();
    await second.setViewportSize(LAPTOP);
    await second.getByText('新开一笔垫付申请').first().click();
    await second.getByText('记决定').first().click();
    await looksGood(second, 'settlement-claim-laptop');
    await second.setViewportSize(PHONE);
    await looksGood(second, 'settlement-claim-phone');
  });
});
