/** A fact is put right at the page, by keys alone; what is half typed outlives what comes in meanwhile. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { codeAt, stepAt } from '../../desk/people/totp.ts';
import { REPORT } from '../desk/report.ts';
import { newRig, PASSWORD, type Rig } from '../desk/rig.ts';
import { axeOn, describePage, launch } from './browser.ts';

describePage('desk: a fact is put right', function (this: Mocha.Suite) {
  this.timeout(120_000);
  let rig: Rig;
  let browser: Browser;
  let page: Page;
  before(async () => {
    rig = await newRig();
    browser = await launch();
    const chen = await rig.first();
    await chen.post('/workbench/presence', { here: '1' });
    const context = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    await page.goto('/workbench');
    await page.locator('[name=login]').fill('admin');
    await page.locator('[name=password]').fill(PASSWORD);
    rig.clock.at += 30_000;
    await page.locator('[name=code]').fill(codeAt(chen.totp, stepAt(rig.clock.at)));
    await page.keyboard.press('Enter');
    await page.locator('#queue').waitFor();
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  it('by keys; refused beside the box, then taken; a word that comes in closes nothing', async () => {
    const person = await rig.person(...REPORT, '转人工');
    await page.goto(`/workbench/c/${person.conversation}`);
    await page.getByRole('button', { name: '接入对话' }).click();
    await page.locator('#text').waitFor();
    const form = page.locator('form[data-right="report.when"]');
    await page.locator('details.right:has(form[data-right="report.when"]) > summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('明天上午十点');
    const said = { type: 'message', text: '您好，在吗', from: { id: 'me' } };
    await person.call('POST', `/conversations/${person.conversation}/activities`, said);
    await page.locator('#lines', { hasText: '您好，在吗' }).waitFor();
    await page.waitForTimeout(500);
    expect(await form.locator('[name=text]').inputValue()).to.equal('明天上午十点');
    expect(await form.locator('[name=text]').isVisible()).to.equal(true);
    await page.keyboard.press('Enter');
    await form.locator('.alert', { hasText: '还没到' }).waitFor();
    await form.locator('[name=text]').fill('前天晚上九点');
    await page.keyboard.press('Enter');
    await page.locator('#side', { hasText: '11月22日' }).waitFor();
    await page.locator('details.right:has(form[data-right="report.role"]) > summary').click();
    await page.locator('form[data-right="report.role"] select').selectOption('insured');
    await page.locator('form[data-right="report.role"] button').click();
    await page.locator('#side', { hasText: '陈主任 记' }).waitFor();
    const violations = await axeOn(page);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
