import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage, newPhone, theServer } from './browser.ts';
import { beginReport } from './person.ts';

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths.sort();
  });

async function waitUntilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.match('/page/card/en.json')) !== undefined);
}

describePage('page: scene card', () => {
  it('has at most seven short steps and numbers to dial', async () => {
    const page = await newPage();
    await page.locator('#view-home [data-do=card]').click();
    await page.locator('.steps li').first().waitFor();
    const steps = await page.locator('.steps li').allTextContents();
    expect(steps.length).to.be.within(1, 7);
    for (const step of steps) expect([...step].length, step).to.be.at.most(15);
    expect(await page.locator('#card-calls a').first().getAttribute('href')).to.equal('tel:120');
  });

  it('keeps ticks on this phone and says what is missing', async () => {
    const page = await newPage();
    await page.locator('#view-home [data-do=card]').click();
    const boxes = page.locator('.photos input');
    await boxes.first().waitFor();
    const all = await boxes.count();
    await boxes.nth(0).check();
    await boxes.nth(2).check();
    expect(await page.locator('#card-missing').textContent()).to.equal(`还差 ${all - 2} 样`);
    await page.reload();
    await boxes.first().waitFor();
    expect(await page.locator('.photos input:checked').count()).to.equal(2);
    await page.locator('[data-do=clearTicks]').click();
    await page.getByText(`还差 ${all} 样`).waitFor();
    expect(await page.locator('.photos input:checked').count()).to.equal(0);
  });

  it('opens without network after one visit, and keeps nothing of the conversation', async () => {
    const phone = await newPhone();
    const page = await phone.newPage();
    await page.goto('/');
    await beginReport(page);
    await waitUntilKept(page);
    for (const path of await kept(page)) expect(path).to.match(/^\/$|^\/page\//);
    await page.close();
    await phone.setOffline(true);
    const offline = await phone.newPage();
    await offline.goto('/#card');
    await offline.locator('.steps li').first().waitFor();
    await offline.locator('#card-offline').getByText('没有网络也能打开').waitFor();
    await offline.locator('#view-card [data-do=home]').click();
    expect(await offline.getByRole('button', { name: '我要报案' }).isVisible()).to.equal(true);
  });

  it('saves the card as text, with the ticks', async () => {
    const page = await newPage();
    await page.locator('#view-home [data-do=card]').click();
    await page.locator('.photos input').first().check();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=saveCard]').click()]);
    expect(download.suggestedFilename()).to.match(/\.txt$/);
    const text = readFileSync(await download.path(), 'utf8');
    for (const part of ['1. ', '120', '[x] ', '[ ] ']) expect(text).to.contain(part);
  });

  it('explains on plain http that it must be saved', async () => {
    const { baseUrl } = await theServer();
    const phone = await newPhone();
    const page = await phone.newPage();
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.goto(`${baseUrl}/#card`);
    await page.locator('#card-offline').getByText('保存为文字').waitFor();
  });

  it('copies where nothing can be saved', async () => {
    const page = await newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('#view-home [data-do=card]').click();
    await page.locator('.steps li').first().waitFor();
    await page.locator('[data-do=copyCard]').click();
    await page.locator('#card-saved').getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.contain('120');
  });
});
