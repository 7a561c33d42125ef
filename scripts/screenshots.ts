/** Draws the pictures of docs/img from the running product: `node scripts/screenshots.ts`. Needs chromium (CHROMIUM names another). */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { readConfig } from '../config.ts';
import { start } from '../index.ts';

const images = join(import.meta.dirname, '../docs/img');
const dir = mkdtempSync(join(tmpdir(), 'lipei-img-'));
mkdirSync(images, { recursive: true });
const app = await start(readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', INSURER_HOTLINE: '4000000000' }));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const settle = (page: Page): Promise<void> => page.waitForTimeout(900);
const shoot = async (page: Page, name: string): Promise<void> => {
  await settle(page);
  await page.screenshot({ path: join(images, `${name}.png`) });
};
/** By its words; before them stands the button's number. */
const tap = (page: Page, name: string): Promise<void> =>
  page.locator('#answers button', { hasText: name }).last().click();
async function write(page: Page, text: string): Promise<void> {
  const box = page.locator('textarea, input[type=text], input[type=tel]').last();
  await settle(page);
  await box.fill(text);
  await box.press('Enter');
}

async function chinese(): Promise<void> {
  const page = await (await browser.newContext({ ...phone, locale: 'zh-CN' })).newPage();
  await page.goto(app.url);
  await shoot(page, 'home');
  await page.getByText('我要报案').first().click();
  await tap(page, '没有这些情况');
  await tap(page, '同意');
  await write(page, '13800138000');
  await tap(page, '开车的人');
  await shoot(page, 'time');
  await write(page, '昨晚八点多，在朝阳路和青年路口');
  await write(page, '我右转弯时碰到了直行的电动车');
  await shoot(page, 'report');
  await tap(page, '1 人，住院了');
  await tap(page, '在现场，已报警');
  await write(page, '湘A12345');
  await tap(page, '电动车、自行车');
  await shoot(page, 'check');
  await tap(page, '提交');
  await shoot(page, 'submitted');
  const link = page.locator('a[href*="/receipt/"]').last();
  const receipt = await page.context().newPage();
  await receipt.goto(new URL((await link.getAttribute('href')) ?? '/', app.url).href);
  await shoot(receipt, 'receipt');
  await page.goto(`${app.url}/#card`);
  await shoot(page, 'card');
}

async function english(): Promise<void> {
  const page = await (await browser.newContext({ ...phone, locale: 'en' })).newPage();
  await page.goto(app.url);
  await page.getByRole('button', { name: 'English' }).first().click();
  await shoot(page, 'home-en');
  await page.getByText('I want to report an accident').first().click();
  await shoot(page, 'report-en');
}

try {
  await chinese();
  await english();
} finally {
  await browser.close();
  await app.stop();
  rmSync(dir, { recursive: true, force: true });
}
