/** Draws the pictures of the desk into docs/img, laptop and tablet: `node scripts/screenshots-desk.ts`. Needs chromium. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readConfig } from '../config.ts';
import { codeAt, stepAt } from '../desk/people/totp.ts';
import { start } from '../index.ts';

const images = join(import.meta.dirname, '../docs/img');
const dir = mkdtempSync(join(tmpdir(), 'lipei-img-'));
mkdirSync(images, { recursive: true });
const clock = { at: Date.parse('2026-11-24T10:00:00+08:00') };
const settings = {
  PORT: '0',
  DATA_DIR: dir,
  LOG_LEVEL: 'silent',
  INSURER_NAME: '示例财产保险',
  INSURER_HOTLINE: '4000000000',
};
const app = await start(readConfig(settings), () => clock.at);

const SIZES = { laptop: { width: 1366, height: 768 }, tablet: { width: 1024, height: 768 } };
async function shoot(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(images, `desk-${name}-${size}.png`) });
  }
}

const PASSWORD = 'a-long-password-42';
async function signedUp(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: app.url, viewport: SIZES.laptop });
  const page = await context.newPage();
  await page.goto((await app.firstLink()) ?? '');
  const secret = (await page.locator('#totp').innerText()).replaceAll(' ', '');
  await page.locator('[name=login]').fill('chen');
  await page.locator('[name=name]').fill('陈静');
  await page.locator('[name=reach]').fill('0731-8888 6600');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('[name=again]').fill(PASSWORD);
  await shoot(page, 'setup');
  await page.locator('[name=code]').fill(codeAt(secret, stepAt(clock.at)));
  await page.getByRole('button', { name: '完成并登录' }).click();
  await page.getByRole('button', { name: '我在，开始接待' }).click();
  return page;
}

/** Somebody on her telephone; each of `words` is answered before the next. */
async function person(browser: Browser, words: readonly string[], locale = 'zh-CN'): Promise<Page> {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale, baseURL: app.url };
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto('/#chat');
  for (const text of words) {
    await page.waitForTimeout(500);
    await page.locator('#say-text').fill(text);
    await page.locator('#say-send').click();
  }
  await page.waitForTimeout(700);
  return page;
}

const REPORT = [
  ...['我要报案', '没有这些情况', '同意', '13800138000', '开车的人', '昨晚八点多，在朝阳路和青年路口'],
  ...[
    '我右转弯时碰到了直行的电动车，老人摔倒，手臂骨折',
    '1 人，住院了',
    '在现场，已报警',
    '湘A12345',
    '电动车、自行车',
    '提交',
  ],
];

async function main(browser: Browser): Promise<void> {
  const desk = await signedUp(browser);
  await person(browser, ['我要报案', '没有这些情况', '同意', '13900139000', '家属', '转人工']);
  clock.at += 80_000;
  await desk.waitForTimeout(5_500);
  await person(browser, ['My father was hit by a car and died', 'I want a human'], 'en');
  clock.at += 80_000;
  await desk.waitForTimeout(5_500);
  const wang = await person(browser, [...REPORT, '转人工']);
  clock.at += 80_000;
  await desk.waitForTimeout(5_500);
  await desk.goto('/workbench/queue');
  await shoot(desk, 'queue');
  await desk.locator('tr', { hasText: '客户要求' }).last().getByRole('link', { name: '打开' }).click();
  await desk.getByRole('button', { name: '接入对话' }).click();
  await desk.locator('#text').fill('您好，我是陈静。老人家现在在哪家医院？');
  await desk.keyboard.press('Control+Enter');
  await wang.waitForTimeout(700);
  await wang.locator('#say-text').fill('在市一医院骨科，明天手术，要先交两万');
  await wang.locator('#say-send').click();
  await desk.locator('form[action$="/note"] textarea').fill('先问垫付，再看责任');
  await desk.getByRole('button', { name: '记下', exact: true }).click();
  await desk.waitForTimeout(500);
  await shoot(desk, 'conversation');
  await desk.goto('/workbench/people');
  await shoot(desk, 'people');
  await desk.goto('/workbench/audit');
  await shoot(desk, 'audit');
  await desk.getByRole('button', { name: '退出' }).click();
  await shoot(desk, 'sign-in');
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
try {
  await main(browser);
} finally {
  await browser.close();
  await app.stop();
  rmSync(dir, { recursive: true, force: true });
}
