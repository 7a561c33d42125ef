/** What a colleague sees: values that were shown stay for two minutes, narrow screens, text that would turn the page around. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { REPORT } from '../desk/report.ts';
import { type Colleague, newRig, type Rig } from '../desk/rig.ts';
import { Person } from '../e2e/client.ts';
import { axeOn, describePage, launch } from './browser.ts';

const RLO = '\u202e';

describePage('desk: what is seen', function (this: Mocha.Suite) {
  this.timeout(120_000);
  let rig: Rig;
  let browser: Browser;
  let chen: Colleague;
  let person: Person;
  let path = '';
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
  beforeEach(async () => {
    person = new Person(rig.app.url);
    await person.begin();
    await person.listen();
    for (const text of REPORT) await person.say(text);
    rig.clock.at += 1_000;
    await person.say('转人工');
    path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
  });

  async function writes(text: string): Promise<void> {
    rig.clock.at += 1_000;
    const activity = { type: 'message', text, from: { id: 'me' } };
    await person.call('POST', `/conversations/${person.conversation}/activities`, activity);
  }
  async function screen(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, viewport: { width, height } });
    const at = chen.cookie.indexOf('=');
    const cookie = { name: chen.cookie.slice(0, at), value: chen.cookie.slice(at + 1), url: rig.app.url };
    await context.addCookies([cookie]);
    return context.newPage();
  }
  async function looksGood(page: Page, where: string): Promise<void> {
    const violations = await axeOn(page);
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`);
    expect(said, where).to.deep.equal([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `${where} scrolls sideways`).to.be.at.most(0);
  }

  /** The first look of the stream may close what was opened before it. */
  async function reveal(page: Page): Promise<void> {
    const reason = page.locator('details.reveal button').first();
    for (let tries = 0; tries < 5 && !(await reason.isVisible()); tries += 1) {
      await page.locator('details.reveal summary').first().click();
      await reason.waitFor({ timeout: 1_000 }).catch(() => {});
    }
    await reason.click();
  }

  it('a value that was shown stays through new messages, is noted once, and is masked again after two minutes', async () => {
    const page = await screen(1366, 768);
    await page.clock.install();
    await page.goto(path);
    await reveal(page);
    await page.locator('#side .value .open', { hasText: '13912345678' }).waitFor();
    for (const words of ['一句新话', '又一句']) {
      await writes(words);
      await page.locator('#lines', { hasText: words }).waitFor();
      await page.clock.runFor(1_000);
      expect(await page.locator('#side .value .open').allInnerTexts(), words).to.deep.equal(['13912345678']);
    }
    const reveals = async (): Promise<number> =>
      (await rig.app.store.acts({ subject: person.conversation, limit: 100 })).filter(({ what }) => what === 'reveal')
        .length;
    expect(await reveals()).to.equal(1);
    await page.clock.fastForward(125_000);
    await page.locator('#side .value', { hasText: '139****5678' }).waitFor();
    expect(await page.locator('#side').innerText()).not.to.include('13912345678');
    await page.reload();
    expect(await page.locator('#side').innerText(), 'and on the next look').not.to.include('13912345678');
  });

  it('the words of the transcript too', async () => {
    await writes('我的电话 13800138000');
    const page = await screen(1366, 768);
    await page.clock.install();
    await page.goto(path);
    await page.locator('.tools summary', { hasText: '显示对话原文' }).click();
    await page.locator('form[action$="/open"] button').first().click();
    await page.locator('#lines [data-opened]').waitFor();
    await writes('还有 13700137000');
    await page.locator('#lines', { hasText: '137****7000' }).waitFor();
    await page.clock.runFor(1_000);
    expect(await page.locator('#lines').innerText(), 'what was shown; not what came since').to.include('13800138000');
    await page.clock.fastForward(125_000);
    await page.locator('#lines', { hasText: '138****8000' }).waitFor();
    expect(await page.locator('#lines [data-opened]').count()).to.equal(0);
  });

  it('a promise for a time that is past: the reason stands beside it, and what was typed stays', async () => {
    const page = await screen(1366, 768);
    await page.goto(path);
    await page.locator('.tools summary', { hasText: '记下许诺' }).click();
    const form = page.locator('form[action$="/promise"]');
    await form.locator('[name=text]').fill('查垫付');
    await form.locator('[name=by]').fill('2026-11-20T12:00');
    await form.getByRole('button').click();
    await form.locator('.alert', { hasText: '以后的时间' }).waitFor();
    expect(await form.locator('[name=text]').inputValue()).to.equal('查垫付');
    await form.locator('[name=by]').fill('2026-11-25T12:00');
    await form.getByRole('button').click();
    await page.locator('#side .promise', { hasText: '查垫付' }).waitFor();
    await page.locator('#side .promise', { hasText: '查垫付' }).getByRole('button').click();
    await page.locator('#side .promise', { hasText: '已兑现 · 陈主任' }).waitFor();
    await looksGood(page, 'promises');
    await person.poll();
    const told = person.heard.filter(({ text }) => text?.includes('查垫付'));
    expect(told.map(({ channelData }) => channelData?.key)).to.deep.equal(['human.promisedYou']);
  });

  it('on a tablet held upright the chat comes first, the rest below, and nothing scrolls sideways', async () => {
    await writes('是前天晚上九点撞的');
    await chen.post(`${path}/promise`, { text: '查垫付', by: '2026-11-25T12:00' });
    for (const [width, height] of [
      [768, 1024],
      [820, 1180],
      [390, 844],
    ] as const) {
      const page = await screen(width, height);
      await page.goto(path);
      await page.locator('#h-differ').waitFor();
      await looksGood(page, `conversation at ${width}`);
      const top = (one: string): Promise<number> =>
        page.locator(one).evaluate((node) => node.getBoundingClientRect().top + scrollY);
      expect(await top('.chat'), `chat at ${width}`).to.be.lessThan(await top('#side'));
      expect(await top('#side'), `side at ${width}`).to.be.lessThan(await top('.tools'));
      // The others at the width of a tablet: deskTwo.test.ts.
      for (const other of width === 390 ? ['queue', 'search', 'audit', 'people', 'me'] : ['search']) {
        await page.goto(`/workbench/${other}`);
        await looksGood(page, `${other} at ${width}`);
      }
      await page.context().close();
    }
  });

  it('marks that turn text around turn nothing: names, words and what stands beside them', async () => {
    await writes(`${RLO}倒过来的话 139\u200b1234\u200b5678`);
    await chen.post(`${path}/promise`, { text: `查${RLO}垫付`, by: '2026-11-25T12:00' });
    await rig.app.runner.idle();
    const page = await screen(1366, 768);
    for (const one of [path, '/workbench/queue']) {
      await page.goto(one);
      const text = await page.locator('main').innerText();
      expect(text, one).not.to.match(/[\u202a-\u202e\u2066-\u2069]/);
      expect(text, `${one}: invisible marks hide no number`).not.to.match(/1391234|13912345678/);
    }
    await page.goto(path);
    const isolated = await page
      .locator('#lines .text')
      .first()
      .evaluate((node) => getComputedStyle(node).unicodeBidi);
    expect(isolated).to.match(/isolate|plaintext/);
  });
});
