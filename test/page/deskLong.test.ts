/** Long words are folded, and photos are seen small before they are opened. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Colleague, newRig, type Rig } from '../desk/rig.ts';
import { png } from '../directline/pictures.ts';
import type { Person } from '../e2e/client.ts';
import { axeOn, describePage, launch } from './browser.ts';

const LONG = '我在路口等红灯，后面的车撞了上来。'.repeat(300).slice(0, 4_000);

describePage('desk: long words and photos', function (this: Mocha.Suite) {
  this.timeout(120_000);
  let rig: Rig;
  let browser: Browser;
  let chen: Colleague;
  before(async () => {
    rig = await newRig();
    browser = await launch();
    chen = await rig.first();
    await chen.post('/workbench/presence', { here: '1' });
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  async function begun(): Promise<{ person: Person; page: Page }> {
    const person = await rig.person('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    const viewport = { width: 1366, height: 768 };
    const context = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, viewport });
    context.setDefaultTimeout(10_000);
    const at = chen.cookie.indexOf('=');
    const cookie = { name: chen.cookie.slice(0, at), value: chen.cookie.slice(at + 1), url: rig.app.url };
    await context.addCookies([cookie]);
    const page = await context.newPage();
    await page.goto(path);
    return { person, page };
  }
  const writes = (person: Person, text: string) =>
    person.call('POST', `/conversations/${person.conversation}/activities`, {
      type: 'message',
      text,
      from: { id: 'me' },
    });
  const heightOf = (page: Page): Promise<number> =>
    page.locator('#lines .text', { hasText: '后面的车' }).evaluate((one) => (one as HTMLElement).clientHeight);

  it('4,000 letters take twelve rows until they are opened by key, and stay open when something is said', async () => {
    const { person, page } = await begun();
    await writes(person, LONG);
    const button = page.locator('#lines [data-fold]');
    await button.waitFor();
    const folded = await heightOf(page);
    const row = await page
      .locator('#lines .text')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).lineHeight));
    expect(folded).to.be.at.most(row * 12.5);
    expect(await button.getAttribute('aria-expanded')).to.equal('false');
    expect(await button.innerText()).to.equal('展开全部');
    const named = await button.getAttribute('aria-controls');
    expect(await page.locator(`#${named}`).innerText()).to.include('后面的车');
    const violations = await axeOn(page);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).to.equal('true');
    expect(await heightOf(page)).to.be.greaterThan(folded * 3);
    await writes(person, '就是这样');
    await page.locator('#lines .user', { hasText: '就是这样' }).waitFor();
    expect(await button.getAttribute('aria-expanded')).to.equal('true');
    expect(await button.innerText()).to.equal('收起');
    expect(await heightOf(page)).to.be.greaterThan(folded * 3);
    await page.keyboard.press('Enter');
    expect(await heightOf(page)).to.equal(folded);
    expect(await page.locator('[data-fold]').count(), 'short words have none').to.equal(1);
    await page.context().close();
  });

  it('a photo is seen small beside its line, with words for who cannot see it, and large at a press', async () => {
    const { person, page } = await begun();
    await person.upload(new Uint8Array(png()), 'a.png', 'image/png');
    const small = page.locator('#lines img.thumb');
    await small.waitFor();
    await page.waitForFunction(() => (document.querySelector('img.thumb') as HTMLImageElement | null)?.naturalWidth);
    expect(await small.getAttribute('alt')).to.match(/^客户 .*发的照片，点开看大图$/);
    expect(await small.getAttribute('loading')).to.equal('lazy');
    const box = await small.boundingBox();
    expect([box?.width, box?.height]).to.deep.equal([160, 120]);
    const violations = await axeOn(page);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    await small.click();
    const picture = page.locator('#viewer #picture');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).to.include('发的照片');
    const seen = (await rig.app.store.acts({ subject: person.conversation, limit: 50 })).filter(
      ({ what }) => what === 'file.seen',
    );
    expect(seen, 'looked at small, and opened').to.have.length(2);
    await page.keyboard.press('Escape');
    await page.reload();
    await small.waitFor();
    await page.waitForFunction(() => (document.querySelector('img.thumb') as HTMLImageElement | null)?.naturalWidth);
    const again = await rig.app.store.acts({ subject: person.conversation, limit: 50 });
    expect(
      again.filter(({ what }) => what === 'file.seen'),
      'one look for a while',
    ).to.have.length(2);
    await page.context().close();
  });
});
