import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage } from './browser.ts';
import { answerUntil, beginReport, choices } from './person.ts';

const WIDTH = 320;

/** As when the phone's own text size is doubled. */
const twice = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '36px';
  });

/** What sticks out of the screen at the side, or out of its button. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate((width) => {
    const problems = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    for (const node of document.querySelectorAll<HTMLElement>('button, a, h1, h2, p, li, textarea, input, .bubble')) {
      if (!node.checkVisibility() || node.classList.contains('unseen')) continue;
      const { left, right } = node.getBoundingClientRect();
      const cut = node.tagName === 'BUTTON' && node.scrollWidth > node.clientWidth + 1;
      if (left < -1 || right > width + 1 || cut) problems.push(node.outerHTML.slice(0, 80));
    }
    return problems;
  }, WIDTH);

describePage('page: text of twice the size on 320 pixels', () => {
  for (const lang of ['zh-CN', 'en']) {
    it(`hides nothing at the side: ${lang}`, async () => {
      const page = await newPage({ viewport: { width: WIDTH, height: 640 } });
      await twice(page);
      if (lang === 'en') await page.locator('#view-home [data-do=language]').click();
      await page.locator(`html[lang=${lang}]`).waitFor();
      expect(await outside(page), 'home').to.deep.equal([]);
      if (lang === 'en') await page.locator('.big.strong').click();
      else await beginReport(page);
      await choices(page).first().waitFor();
      expect(await outside(page), 'choices').to.deep.equal([]);
      await answerUntil(page, async (p) => (await p.locator('#answers .picker').count()) > 0);
      expect(await outside(page), 'time picker').to.deep.equal([]);
      for (const dialog of ['more', 'menu']) {
        await page.locator(`#view-chat [data-do=${dialog}]`).click();
        expect(await outside(page), dialog).to.deep.equal([]);
        await page.keyboard.press('Escape');
      }
      const reached = await page.locator('#say-send').evaluate((send) => {
        send.scrollIntoView();
        return send.getBoundingClientRect().bottom <= innerHeight + 1;
      });
      expect(reached, 'the send button can be reached').to.equal(true);
    });
  }
});
