import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage, newPhone, restart } from './browser.ts';
import { beginReport, choices, delivered, mine, settled, theirs, type } from './person.ts';

const texts = (page: Page): Promise<string[]> => mine(page).locator('.text').allTextContents();
const photo = {
  name: 'a.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'),
};

describePage('page: without network', () => {
  it('sends in order what was written offline, once each', async () => {
    const page = await newPage();
    await beginReport(page);
    await page.context().setOffline(true);
    for (const text of ['一', '二', '三']) await type(page, text);
    await mine(page).last().getByText('等网络').waitFor();
    await page.locator('#offline').waitFor();
    await page.context().setOffline(false);
    await delivered(page, 4);
    await settled(page);
    await page.reload();
    await mine(page).nth(3).waitFor();
    expect(await texts(page)).to.deep.equal(['我要报案', '一', '二', '三']);
  });

  it('loses nothing when the page is closed offline', async () => {
    const phone = await newPhone({ serviceWorkers: 'block' });
    const page = await phone.newPage();
    await page.goto('/');
    await beginReport(page);
    await phone.setOffline(true);
    await type(page, '明天再说');
    await page.locator('#gallery').setInputFiles(photo);
    await mine(page).nth(2).getByText('等网络').waitFor();
    await page.close();
    await phone.setOffline(false);
    const again = await phone.newPage();
    await again.goto('/');
    // Even the home view sends what is left.
    await again.waitForResponse((r) => r.url().includes('/upload') && r.ok());
    await again.getByRole('button', { name: '继续上次的对话' }).click();
    await delivered(again, 3);
    expect(await texts(again)).to.deep.equal(['我要报案', '明天再说']);
    expect(await again.locator('#log a.file').count()).to.equal(1);
  });

  it('goes on after the server was away', async function () {
    this.timeout(40_000);
    const page = await newPage();
    await beginReport(page);
    await restart(async () => {
      await choices(page).first().click();
      await mine(page).last().getByText('等网络').waitFor();
      await page.locator('#offline').waitFor();
    });
    await delivered(page, 2);
    await settled(page);
    await choices(page).first().waitFor();
    expect(await mine(page).count()).to.equal(2);
  });

  it('gets a new token when the old one has expired', async () => {
    const page = await newPage();
    await beginReport(page);
    let refused = 0;
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || refused++ > 0) return route.continue();
      return route.fulfill({ status: 403, json: { error: { code: 'TokenExpired', message: '' } } });
    });
    await choices(page).first().click();
    await delivered(page, 2);
    expect(refused).to.equal(2);
  });

  it('repeats a message whose answer was lost under the same id, so that it is taken once', async () => {
    const phone = await newPhone({ serviceWorkers: 'block' });
    const page = await phone.newPage();
    await page.routeWebSocket(/.*/, (ws) => ws.close());
    await page.goto('/');
    await beginReport(page);
    const ids: unknown[] = [];
    await page.route('**/activities*', async (route) => {
      if (route.request().method() !== 'POST') return ids.length === 1 ? route.abort() : route.continue();
      ids.push(route.request().postDataJSON().channelData.clientActivityID);
      if (ids.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await type(page, '收到了吗');
    await delivered(page, 2);
    await settled(page);
    expect(ids.length).to.equal(2);
    expect(new Set(ids).size).to.equal(1);
    await page.unrouteAll();
    await page.reload();
    await mine(page).nth(1).waitFor();
    await page.waitForTimeout(300);
    expect(await texts(page)).to.deep.equal(['我要报案', '收到了吗']);
  });

  it('works without WebSocket, by asking', async () => {
    const phone = await newPhone({ serviceWorkers: 'block' });
    const page = await phone.newPage();
    await page.routeWebSocket(/.*/, (ws) => ws.close());
    await page.goto('/');
    await beginReport(page);
    const before = await theirs(page).count();
    await choices(page).first().click();
    await delivered(page, 2);
    await page.waitForFunction((n) => document.querySelectorAll('#log .msg:not(.me)').length > n, before);
  });

  it('keeps the words of a tap until the chat has come', async () => {
    const phone = await newPhone({ serviceWorkers: 'block' });
    const page = await phone.newPage();
    let broken = true;
    await page.route('**/page/chat.js', (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/');
    await page.getByRole('button', { name: '我要报案' }).click();
    await page.locator('#view-chat').waitFor();
    broken = false;
    await delivered(page, 1);
    expect(await texts(page)).to.deep.equal(['我要报案']);
  });
});
