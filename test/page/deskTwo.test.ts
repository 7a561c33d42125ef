/** Two colleagues and a person, each in a browser: passed on and handed back; every page at the width of a tablet held upright. */

import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { codeAt, stepAt } from '../../desk/people/totp.ts';
import type { ConversationId } from '../../store/ports.ts';
import { type Colleague, newRig, PASSWORD, type Rig } from '../desk/rig.ts';
import { jpeg } from '../directline/pictures.ts';
import { Person } from '../e2e/client.ts';
import { nightly } from '../faults/chance.ts';
import { axeOn, describePage, launch } from './browser.ts';

const UPRIGHT = [
  { width: 768, height: 1024 },
  { width: 820, height: 1180 },
];

/** At the second width only what the width changes is looked at: axe's rules are slow, and find the same. */
async function fitsAll(page: Page, where: string): Promise<void> {
  if (page.viewportSize()?.width === UPRIGHT[0]?.width) {
    const violations = await axeOn(page);
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`);
    expect(said, where).to.deep.equal([]);
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} scrolls sideways`).to.be.at.most(0);
}

describePage('desk: two colleagues', function (this: Mocha.Suite) {
  this.timeout(180_000);
  let rig: Rig;
  let browser: Browser;
  let chen: Colleague;
  let wang: Colleague;
  before(async () => {
    rig = await newRig();
    browser = await launch();
    chen = await rig.first();
    wang = await rig.invited(chen, {});
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  async function context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const made = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, ...options });
    made.setDefaultTimeout(15_000);
    return made;
  }
  async function signedIn(login: string, { totp }: Colleague, options = {}): Promise<Page> {
    const page = await (await context({ viewport: { width: 1366, height: 768 }, ...options })).newPage();
    await page.goto('/workbench');
    await page.locator('[name=login]').fill(login);
    await page.locator('[name=password]').fill(PASSWORD);
    rig.clock.at += 30_000;
    await page.locator('[name=code]').fill(codeAt(totp, stepAt(rig.clock.at)));
    await page.keyboard.press('Enter');
    await page.locator('#queue').waitFor();
    return page;
  }
  async function phone(): Promise<Page> {
    const page = await (
      await context({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    ).newPage();
    await page.goto('/#chat');
    return page;
  }
  const writes = async (page: Page, text: string): Promise<void> => {
    await page.locator('#say-text').fill(text);
    await page.locator('#say-send').click();
  };
  const heard = (page: Page, words: string) => page.locator('#log .msg', { hasText: words }).first().waitFor();
  async function says(desk: Page, text: string): Promise<void> {
    await desk.locator('#text').fill(text);
    await desk.locator('#text').press('Control+Enter');
    await desk.locator('#lines .person', { hasText: text }).waitFor();
  }

  it('转人工 in a report, accept, ask, photo, passed on, agreed, handed back: the report goes on, and nothing is asked twice', async () => {
    const hers = await signedIn('admin', chen);
    const his = await signedIn('wang', wang);
    for (const page of [hers, his]) await page.getByRole('button', { name: '我在，开始接待' }).click();
    const person = await phone();
    const answers = person.locator('#log .msg:not(.me)');
    // What is written before the greeting is read together with what comes next, and answered once.
    await answers.first().waitFor();
    for (const words of ['我要报案', '没有这些情况', '同意', '13912345678']) {
      const before = await answers.count();
      await writes(person, words);
      await person.waitForFunction((n) => document.querySelectorAll('#log .msg:not(.me)').length > n, before);
    }
    await writes(person, '转人工');
    // Both see it come; one takes it, and it leaves the other's list.
    for (const page of [hers, his]) await page.getByRole('button', { name: '接入对话' }).waitFor();
    await hers.getByRole('button', { name: '接入对话' }).click();
    await heard(person, '陈主任来了');
    await his.getByRole('button', { name: '接入对话' }).waitFor({ state: 'detached' });
    await hers.locator('#text').waitFor();
    await says(hers, '您人在哪里？');
    await writes(person, '在梧桐树大街与白马巷口');
    await hers.locator('#lines .user', { hasText: '白马巷口' }).waitFor();
    await hers.getByRole('button', { name: '请客户拍照' }).click();
    await heard(person, '请拍一张照片');
    await person.locator('#gallery').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
    await hers.locator('#lines a[data-picture]').waitFor();

    await hers.locator('summary', { hasText: '转给同事' }).click();
    const to = hers.locator('form[action$="/transfer"] [name=to]');
    await to.selectOption({ label: await to.locator('option', { hasText: '王敏' }).innerText() });
    await hers.locator('form[action$="/transfer"] [name=note]').fill('照片已收，请约时间');
    await hers.locator('form[action$="/transfer"] button').click();
    await hers.locator('#queue').waitFor();
    await heard(person, '王敏');
    // Nobody reloads: it is among his.
    await his.locator('main').getByRole('link', { name: '打开' }).first().waitFor();
    const path = `/workbench/c/${/\/c\/([\w-]+)/.exec((await his.locator('main a[href*="/c/"]').first().getAttribute('href')) ?? '')?.[1]}`;
    await his.goto(path);
    expect(await his.locator('main').innerText()).to.include('照片已收，请约时间');
    await says(his, '明天上午十点去看您');
    await heard(person, '明天上午十点去看您');
    await his.locator('[name=agreed]').fill('明天上午十点上门');
    await his.getByRole('button', { name: '交还机器人' }).click();
    await heard(person, '明天上午十点上门');
    await writes(person, '解决了');
    await heard(person, '您是哪一位');

    const order = ['您人在哪里', '白马巷口', '请拍一张照片', '明天上午十点去看您', '明天上午十点上门'];
    const seen = async (page: Page, selector: string): Promise<string[]> => {
      const all = (await page.locator(selector).allInnerTexts()).join('\n');
      return order.toSorted((a, b) => all.indexOf(a) - all.indexOf(b)).filter((words) => all.includes(words));
    };
    await hers.goto(path);
    expect(await seen(person, '#log .msg'), 'the person').to.deep.equal(order);
    expect(await seen(hers, '#lines .text'), 'the desk').to.deep.equal(order);
    const log = await person.locator('#log').innerText();
    expect(log.includes('照片已收'), 'a note is for colleagues').to.equal(false);
    const id = path.slice('/workbench/c/'.length) as ConversationId;
    const asked = (await rig.app.store.transcript(id, 0, 200)).flatMap(({ payload }) => {
      const { flow, question } = (payload.channelData ?? {}) as { flow?: string; question?: string };
      return flow === 'report' && question ? [question] : [];
    });
    const twice = asked.filter((one, i) => asked.indexOf(one) !== i);
    expect(asked, 'asked').to.include('phone');
    expect(twice, 'only what was open when she came is put again').to.deep.equal(['role']);
    await writes(person, '开车的人');
    await person.locator('#log .msg').last().waitFor();
  });

  it('new ones ring, unless this browser is muted; that is kept over a reload', async () => {
    const page = await signedIn('admin', chen);
    await page.addInitScript(() => {
      const Audio = window.AudioContext;
      (window as unknown as { rings: number }).rings = 0;
      window.AudioContext = class extends Audio {
        constructor() {
          super();
          (window as unknown as { rings: number }).rings += 1;
        }
      };
    });
    await page.goto('/workbench/queue');
    const rings = () => page.evaluate(() => (window as unknown as { rings: number }).rings);
    const comes = async (): Promise<void> => {
      const before = await page.locator('#ring').innerText();
      const person = new Person(rig.app.url);
      await person.begin();
      await person.listen();
      await person.say('转人工');
      await page.waitForFunction((was) => document.querySelector('#ring')?.textContent !== was, before);
    };
    await chen.post('/workbench/presence', { here: '1' });
    await comes();
    expect(await rings()).to.equal(1);
    await page.locator('[data-do=mute]').click();
    await page.reload();
    // The line for screen readers is told all the same.
    rig.clock.at += 1_000;
    await page.waitForTimeout(1_100);
    await comes();
    expect(await rings()).to.equal(0);
    await page.locator('[data-do=mute]').click();
  });

  it('every page is fit for everybody on a tablet held upright, in both languages', async () => {
    const person = new Person(rig.app.url);
    await person.begin();
    await person.listen();
    for (const words of ['我要报案', '没有这些情况', '同意', '13912345678', '开车的人', '转人工'])
      await person.say(words);
    const path = `/workbench/c/${person.conversation}`;
    for (const [i, locale] of (['zh-CN', 'en'] as const).entries()) {
      // Every day each language and each width once, at night all of them together.
      for (const viewport of nightly ? UPRIGHT : UPRIGHT.slice(i, i + 1)) {
        const name = (where: string): string => `${where} ${locale} ${viewport.width}`;
        const out = await (await context({ locale, viewport })).newPage();
        await out.goto('/workbench');
        await fitsAll(out, name('sign-in'));
        const page = await signedIn('admin', chen, { locale, viewport });
        for (const where of ['queue', 'people', 'audit', 'me', 'c/none']) {
          await page.goto(`/workbench/${where}`);
          await fitsAll(page, name(where));
        }
        await page.goto(path);
        await fitsAll(page, name('conversation'));
        // An open page would follow what is accepted by itself, and run into the next one.
        await page.goto('about:blank');
        if (i === 0 && viewport === UPRIGHT[0]) await chen.post(`${path}/accept`);
        await page.goto(path);
        for (const details of await page.locator('details').all())
          await details.evaluate((node) => node.setAttribute('open', ''));
        await fitsAll(page, name('conversation, all open'));
        await page.goto('/workbench/queue');
        await page.locator('form[action$="/sign-out"] button').first().click();
        await page.locator('button[name=held]').waitFor();
        await fitsAll(page, name('leaving'));
        await page.close();
      }
    }
    const link = await (
      await chen.post('/workbench/people', { login: 'neu', name: '新', role: 'adjuster', branch: '', reach: '' })
    ).text();
    const setUp = await (await context({ viewport: UPRIGHT[0] ?? null })).newPage();
    await setUp.goto(/id="link">https?:\/\/[^/<]+([^<]+)</.exec(link)?.[1] ?? '');
    await fitsAll(setUp, 'set-up');
  });
});
