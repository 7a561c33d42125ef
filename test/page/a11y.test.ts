import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { nightly } from '../faults/chance.ts';
import { axeOn, describePage, newPage } from './browser.ts';
import { answerUntil, asked, choices, delivered, mine } from './person.ts';

async function findings(page: Page): Promise<string[]> {
  const violations = await axeOn(page);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.html.slice(0, 120)} ${n.failureSummary}`).join(' | ')}`,
  );
}

/** Controls smaller than 44 CSS pixels (WCAG 2.2 asks for 24). Runs in the page. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], textarea, label:has(input)')]
      .filter((node) => node.checkVisibility() && !node.classList.contains('unseen'))
      .filter((node) => node.getBoundingClientRect().height < 44 || node.getBoundingClientRect().width < 44)
      .filter((node) => getComputedStyle(node).clipPath === 'none')
      .map((node) => node.outerHTML.slice(0, 80)),
  );

async function check(page: Page, where: string): Promise<void> {
  expect(await findings(page), where).to.deep.equal([]);
  expect(await small(page), `${where}: small targets`).to.deep.equal([]);
}

const photo = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgo=', 'base64') };

/** From the home view to the read-back, looking at every kind of thing on the way. */
async function walk(page: Page): Promise<void> {
  await check(page, 'home');
  await page.locator('.big.danger').click();
  await delivered(page, 1);
  await check(page, 'chat with emergency numbers');
  await page.locator('[data-do=calm]').click();
  await page.locator('#view-chat [data-do=home]').click();
  await page.locator('.big.strong').click();
  await delivered(page, 2);
  await answerUntil(page, async (p) => (await choices(p).count()) > 1, 3);
  await check(page, 'choices');
  await answerUntil(page, async (p) => (await asked(p)) === 'time');
  await check(page, 'time picker');
  await page.route('**/upload?*', () => {});
  await page.locator('#gallery').setInputFiles(photo);
  await mine(page).last().locator('progress').waitFor();
  await check(page, 'upload');
  await answerUntil(page, async (p) => (await p.locator('#log dl.summary').count()) > 0);
  await check(page, 'summary');
  for (const [open, dialog] of [
    ['[data-do=more]', 'more'],
    ['#view-chat [data-do=menu]', 'menu'],
    ['#view-home [data-do=forget]', 'forget'],
  ] as const) {
    if (dialog === 'forget') await page.locator('#view-chat [data-do=home]').click();
    await page.locator(open).click();
    await check(page, `dialog ${dialog}`);
    await page.keyboard.press('Escape');
  }
  await page.locator('#view-home [data-do=card]').click();
  await page.locator('.steps li').first().waitFor();
  await check(page, 'card');
}

describePage('page: axe-core finds nothing', () => {
  // Every language, size of letters, screen and colour; the nightly run looks at more of them together.
  for (const [name, options, large, english] of [
    ['Chinese, large, small phone', { viewport: { width: 320, height: 568 } }, true, false],
    ...(nightly
      ? ([
          ['English, dark', { colorScheme: 'dark' }, false, true],
          ['Chinese, laptop', { viewport: { width: 1280, height: 800 }, isMobile: false }, false, false],
          ['Chinese', {}, false, false],
          ['English, large', {}, true, true],
          ['Chinese, dark', { colorScheme: 'dark' }, false, false],
        ] as const)
      : []),
  ] as const) {
    it(name, async function () {
      this.timeout(60_000);
      const page = await newPage(options);
      if (large) await page.locator('#view-home [data-do=large]').click();
      if (english) await page.locator('#view-home [data-do=language]').click();
      if (english) await page.getByRole('button', { name: 'I want to report' }).waitFor();
      await walk(page);
      expect(await page.evaluate(() => document.getAnimations().length), 'nothing moves').to.equal(0);
    });
  }
});
