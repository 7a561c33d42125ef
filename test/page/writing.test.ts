import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage } from './browser.ts';
import { answerUntil, asked, beginReport, choices, delivered, mine, settled, theirs, type } from './person.ts';

const isPlace = async (page: Page) => (await asked(page)) === 'place';
const toTop = (page: Page) => page.locator('#log').evaluate((log) => log.scrollTo(0, 0));
const fromEnd = (page: Page) =>
  page.locator('#log').evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
const fresh = (page: Page) => page.getByRole('button', { name: '有新消息' });

/** Sends as another phone with the same cookie would: its words come to this page from the server. */
async function sayElsewhere(page: Page, text: string): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('/#chat');
  await mine(other).first().waitFor();
  await type(other, text);
  // Closed before it has arrived, it would wait for the next visit.
  await mine(other).filter({ hasText: text }).locator('.state.delivered').waitFor();
  await other.close();
}

describePage('page: scrolling', () => {
  it('shows what one has just sent, wherever one was reading, and its answer', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isPlace);
    await toTop(page);
    expect(await fromEnd(page)).to.be.greaterThan(200);
    await type(page, '长沙市枫林路');
    await mine(page).last().getByText('枫林路').waitFor();
    await settled(page);
    const box = await theirs(page).last().boundingBox();
    const log = await page.locator('#log').boundingBox();
    expect(box?.y, 'the answer is in sight').to.be.within(log?.y ?? 0, (log?.y ?? 0) + (log?.height ?? 0));
    expect(await page.locator('#newer').isVisible()).to.equal(false);
  });

  it('does not move who reads further up when something comes, and leads there on a tap', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isPlace);
    await toTop(page);
    expect(await fresh(page).isVisible()).to.equal(false);
    await sayElsewhere(page, '长沙市枫林路和西二环路口');
    await fresh(page).waitFor();
    expect(await page.locator('#log').evaluate((log) => log.scrollTop)).to.equal(0);
    await fresh(page).click();
    const first = mine(page).filter({ hasText: '西二环' });
    const log = await page.locator('#log').boundingBox();
    expect((await first.boundingBox())?.y).to.be.within(log?.y ?? 0, (log?.y ?? 0) + (log?.height ?? 0));
    await fresh(page).waitFor({ state: 'hidden' });
  });
});

describePage('page: writing', () => {
  it('sends 5,000 characters in pieces, in order, and says so', async () => {
    const page = await newPage();
    await beginReport(page);
    const story = Array.from({ length: 500 }, (_, n) => `第${String(n).padStart(4, '0')}句话完。`).join('');
    const whole = story.padEnd(5_000, '末');
    await page.locator('#say-text').focus();
    await page.keyboard.insertText(whole);
    expect(await page.locator('#say-text').inputValue()).to.equal(whole);
    await page.locator('#say-send').click();
    await page.locator('#notice').getByText('分成 2 条').waitFor();
    await delivered(page, 3);
    const sent = (await mine(page).locator('.text').allTextContents()).slice(1);
    expect(sent.join('')).to.equal(whole);
    expect(sent[0]).to.match(/。$/);
    await page.reload();
    await mine(page).nth(2).waitFor();
    expect((await mine(page).locator('.text').allTextContents()).slice(1).join('')).to.equal(whole);
  });

  it('keeps what was begun when the page is closed, until it is sent', async () => {
    const page = await newPage();
    await beginReport(page);
    await page.locator('#say-text').fill('我直行，对方');
    await page.close();
    const again = await page.context().newPage();
    await again.goto('/#chat');
    await choices(again).first().waitFor();
    expect(await again.locator('#say-text').inputValue()).to.equal('我直行，对方');
    await again.locator('#say-send').click();
    await delivered(again, 2);
    await again.reload();
    await mine(again).nth(1).waitFor();
    expect(await again.locator('#say-text').inputValue()).to.equal('');
  });

  it('numbers choices so that a number can be sent, and sends the words of a tapped one', async () => {
    const page = await newPage();
    await beginReport(page);
    const second = choices(page).nth(1);
    const words = (await second.textContent()) ?? '';
    expect(await page.getByRole('button', { name: `2 ${words}` }).count(), 'also for a screen reader').to.equal(1);
    await second.click();
    await delivered(page, 2);
    expect(await mine(page).last().locator('.text').textContent()).to.equal(words);
  });

  it('numbers neither dialling nor what stands beside the answers', async () => {
    const page = await newPage();
    await beginReport(page);
    const all = await choices(page).count();
    for (const n of [1, 2]) {
      await type(page, '随便');
      await delivered(page, 1 + n);
      await settled(page);
    }
    await choices(page).filter({ hasText: '转人工' }).waitFor();
    expect(await page.locator('#answers [data-n]').count()).to.equal(all);
    expect(await page.locator('#answers [data-n]').filter({ hasText: '转人工' }).count()).to.equal(0);
    await choices(page).first().click();
    await page.locator('#answers a.call').first().waitFor();
    expect(await page.locator('#answers a[data-n]').count()).to.equal(0);
  });
});
