/** The papers on the phone: a blurred page is doubted before it is sent, and the list has a page of its own. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage } from './browser.ts';
import { answerUntil, beginReport, choices, mine, settled, theirs, type } from './person.ts';

/** A page of print as a phone takes it, or what went wrong with it. */
const picture = (page: Page, kind: 'sharp' | 'blurred' | 'blank'): Promise<string> =>
  page.evaluate((what) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1500, 2000];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#eeece6';
    context.fillRect(0, 0, 1500, 2000);
    context.filter = what === 'blurred' ? 'blur(8px)' : 'none';
    context.fillStyle = '#222';
    context.font = '40px sans-serif';
    if (what !== 'blank')
      for (let y = 120; y < 1900; y += 70) context.fillText('住院费用清单 2026-11-24 金额 1234.56 元', 120, y);
    return canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? '';
  }, kind);

async function pick(page: Page, kind: 'sharp' | 'blurred' | 'blank'): Promise<void> {
  const buffer = Buffer.from(await picture(page, kind), 'base64');
  await page.locator('#gallery').setInputFiles({ name: `${kind}.jpg`, mimeType: 'image/jpeg', buffer });
}

/** A report sent, and the list told. */
async function withList(page: Page): Promise<void> {
  await beginReport(page);
  await answerUntil(page, async () => (await page.locator('#stages').isHidden()) === true);
  await type(page, '要准备什么材料');
  await settled(page);
  await answerUntil(page, async () => (await page.locator('#log a.wide', { hasText: '打开完整清单' }).count()) > 0);
}

describePage('page: papers', () => {
  it('a blurred or blank page is doubted, and the person decides; a sharp one goes at once', async function () {
    this.timeout(60_000);
    const page = await newPage();
    await withList(page);
    const sent = await mine(page).count();
    await pick(page, 'blurred');
    await page.locator('#doubt[open]').waitFor();
    expect(await page.locator('#doubt-why').textContent()).to.equal('这张看着有点糊，字可能认不出');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/doubt.png` });
    await page.locator('#doubt-send').click();
    await mine(page).nth(sent).waitFor();
    await settled(page);
    expect(await theirs(page).last().textContent()).to.include('这是哪一份材料');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/which.png` });
    await choices(page).first().click();
    await settled(page);
    await pick(page, 'blank');
    await page.locator('#doubt[open]').waitFor();
    expect(await page.locator('#doubt-why').textContent()).to.equal('这张看着像空白页');
    await page.keyboard.press('Escape');
    await page.locator('#notice', { hasText: 'blank.jpg 没有发出。' }).waitFor();
    const before = await mine(page).count();
    await pick(page, 'sharp');
    await mine(page).nth(before).waitFor();
    expect(await page.locator('#doubt[open]').count()).to.equal(0);
  });

  it('the list opens on a page of its own, numbered, with where each paper comes from', async function () {
    this.timeout(60_000);
    const page = await newPage();
    await withList(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/told.png` });
    const href = await page.locator('#log a.wide', { hasText: '打开完整清单' }).getAttribute('href');
    expect(href).to.match(/^\/chat\/papers\//);
    await page.goto(href ?? '');
    expect(await page.locator('h1').textContent()).to.equal('材料清单（一次告知）');
    const items = page.locator('li');
    expect(await items.count()).to.be.greaterThan(5);
    expect(await items.first().textContent()).to.match(/哪里拿.*要.*依据/);
    expect(await items.first().getAttribute('value')).to.equal('1');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide, 'nothing stands out at the side').to.equal(false);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/list.png`, fullPage: true });
  });
});
