/** What a person does with the page, in words of the page only: it works with any server that asks the questions. */
import type { Locator, Page } from 'playwright-core';

export const choices = (page: Page): Locator => page.locator('#answers button.choice');
export const mine = (page: Page): Locator => page.locator('#log .msg.me');
export const theirs = (page: Page): Locator => page.locator('#log .msg:not(.me)');

/** Taps “我要报案” on the home view and waits for the first question. */
export async function beginReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我要报案' }).click();
  await delivered(page, 1);
  await settled(page);
  await choices(page).first().waitFor();
}

export async function type(page: Page, text: string): Promise<void> {
  await page.locator('#say-text').fill(text);
  await page.locator('#say-send').click();
}

/** Waits until `n` bubbles of one's own have reached the server. */
export async function delivered(page: Page, n: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('#log .msg.me .state.delivered').length >= wanted,
    n,
  );
}

/** What is asked now: the kind of input that fits. */
export const asked = (page: Page): Promise<string> =>
  page.locator('#say-text').evaluate((box) => (box as HTMLElement).dataset.input ?? '');

const TYPED: Readonly<Record<string, string>> = {
  phone: '13800138000',
  place: '长沙市枫林路和西二环路口',
  plate: '京A12345',
  number: '1',
  name: '张三',
  text: '我直行，对方电动车从右边出来，撞到他的后轮。',
};

/** Answers the open question in a sensible way. */
async function answerOne(page: Page): Promise<void> {
  const kind = await asked(page);
  if (kind === 'time') await page.locator('#answers .picker .choice.strong').click();
  else if (TYPED[kind] !== undefined) await type(page, TYPED[kind]);
  else if (kind === 'photo') await choices(page).last().click();
  else await choices(page).first().click();
}

/** Answers questions until `done`; at most `limit` of them. */
export async function answerUntil(page: Page, done: (page: Page) => Promise<boolean>, limit = 25): Promise<number> {
  for (let n = 0; n < limit; n++) {
    await settled(page);
    if (await done(page)) return n;
    const before = await theirs(page).count();
    await answerOne(page);
    await page.waitForFunction((old) => document.querySelectorAll('#log .msg:not(.me)').length > old, before);
  }
  throw new Error(`still not there after ${limit} answers`);
}

/** Waits until the bot has had its turn: the last word is not ours; a photo on its way is no word. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const words = [...document.querySelectorAll('#log .msg')].filter((m) => !m.querySelector('progress, img, .doc'));
    return words.length > 0 && !words.at(-1)?.classList.contains('me');
  });
  // A turn may say several things: wait until nothing new has come for a moment.
  for (let before = -1, now = await theirs(page).count(); before !== now; ) {
    before = now;
    await page.waitForTimeout(150);
    now = await theirs(page).count();
  }
}
