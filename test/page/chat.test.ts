import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage } from './browser.ts';
import { answerUntil, asked, beginReport, choices, delivered, mine, settled, theirs, type } from './person.ts';

const isAsked = (kind: string) => async (page: Page) => (await asked(page)) === kind;
const isReadBack = async (page: Page) => (await page.locator('#log dl.summary').count()) > 0;

describePage('page: chat', () => {
  it('shows choices of the last question only, large enough for a thumb', async () => {
    const page = await newPage();
    await beginReport(page);
    for (const one of await choices(page).all()) expect((await one.boundingBox())?.height).to.be.at.least(48);
    const first = await choices(page).first().textContent();
    await choices(page).first().click();
    await delivered(page, 2);
    expect(await mine(page).last().locator('.text').textContent()).to.equal(first);
    await settled(page);
    expect(await choices(page).allTextContents()).to.not.include(first);
  });

  it('names who is speaking, with the time', async () => {
    const page = await newPage();
    await beginReport(page);
    expect(await theirs(page).first().locator('.head b').textContent()).to.equal('理赔助手');
    expect(await mine(page).first().locator('.head b').textContent()).to.equal('您');
    expect(await mine(page).first().locator('time').textContent()).to.match(/^\d\d:\d\d$/);
    expect(await page.getByRole('log').getAttribute('aria-live')).to.equal('polite');
  });

  it('asks a time with a picker and sends it as wall clock', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isAsked('time'));
    await page.locator('#answers input[type=datetime-local]').fill('2026-11-20T20:15');
    await page.locator('#answers .choice.strong').click();
    await page.locator('#log .msg.me').getByText('2026-11-20 20:15', { exact: true }).waitFor();
  });

  it('shows the stage of a report and announces it', async () => {
    const page = await newPage();
    await beginReport(page);
    expect(await page.locator('#stages li').allTextContents()).to.deep.equal(['安全', '经过', '伤者', '核对']);
    expect(await page.locator('#stages [aria-current=step]').textContent()).to.equal('安全');
    await answerUntil(page, isAsked('time'));
    expect(await page.locator('#stages [aria-current=step]').textContent()).to.equal('经过');
    expect(await page.locator('#stage-now').textContent()).to.contain('经过');
  });

  it('fits the keyboard to the question, and can be switched to words', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isAsked('phone'));
    expect(await page.locator('#say-text').getAttribute('inputmode')).to.equal('tel');
    await page.locator('#say-keyboard').click();
    expect(await page.locator('#say-text').getAttribute('inputmode')).to.equal('text');
  });

  it('reads back as a list; every line and every earlier answer can be changed', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isReadBack);
    const list = page.locator('#log dl.summary').last();
    expect(await list.locator('dt').count()).to.be.at.least(5);
    const edit = list.getByRole('button', { name: /修改：.*时间/ });
    const sent = page.waitForRequest((r) => r.method() === 'POST' && /"text":"修改/.test(r.postData() ?? ''));
    await edit.click();
    await sent;
    await settled(page);
    expect(await asked(page)).to.equal('time');
  });

  it('changes an answer from its own bubble', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isAsked('time'));
    const edit = mine(page).filter({ hasText: '13800138000' }).getByRole('button', { name: '修改' });
    await edit.click();
    await settled(page);
    expect(await asked(page)).to.equal('phone');
    expect(await edit.isVisible(), 'while it is asked again').to.equal(false);
    await type(page, '13900139000');
    await settled(page);
    expect(await asked(page)).to.equal('time');
    for (const text of ['13800138000', '13900139000', '开车的人', '大量流血']) {
      const again = mine(page).filter({ hasText: text }).getByRole('button', { name: '修改' });
      expect(await again.count(), text).to.equal(text === '大量流血' ? 0 : 1);
    }
  });

  it('shares the place only when asked, and explains a refusal', async () => {
    const page = await newPage();
    await beginReport(page);
    await answerUntil(page, isAsked('place'));
    await page.locator('#answers').getByRole('button', { name: '发送我的位置' }).click();
    await page.locator('#notice').getByText('打字告诉我在哪里也可以').waitFor();
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 28.2282, longitude: 112.9388 });
    const sent = page.waitForRequest((r) => /GeoCoordinates/.test(r.postData() ?? ''));
    await page.locator('#answers').getByRole('button', { name: '发送我的位置' }).click();
    expect((await sent).postDataJSON().entities[0]).to.include({ latitude: 28.2282, longitude: 112.9388 });
    await mine(page).last().getByText('28.22820').waitFor();
  });

  it('keeps Shift+Enter a new line and sends with Enter', async () => {
    const page = await newPage({ hasTouch: false, isMobile: false });
    await beginReport(page);
    await page.locator('#say-text').focus();
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await page.keyboard.press('Enter');
    await delivered(page, 2);
    expect(await mine(page).last().locator('.text').textContent()).to.equal('第一行\n第二行');
  });

  for (const [width, height] of [
    [390, 844],
    [320, 568],
    [1280, 800],
  ] as const) {
    it(`hides nothing at ${width} × ${height}, also in large text`, async () => {
      const page = await newPage({ viewport: { width, height }, isMobile: width < 800 });
      for (const large of [false, true]) {
        if (large) await page.locator('#view-home [data-do=large]').click();
        if (large) await page.getByRole('button', { name: '继续上次的对话' }).click();
        else await beginReport(page);
        await choices(page).first().waitFor();
        const problems = await page.evaluate(hidden);
        expect(problems, large ? 'large text' : 'text').to.deep.equal([]);
        await page.reload();
        await page.locator('#view-chat [data-do=home]').click();
      }
    });
  }
});

/** Controls that stick out of the screen, and text that sticks out of its button. Runs in the page. */
function hidden(): string[] {
  const problems: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways');
  for (const node of document.querySelectorAll<HTMLElement>('.bar button, .composer > *, #answers, #stages li')) {
    const box = node.getBoundingClientRect();
    if (box.width === 0 || node.className === 'unseen') continue;
    if (box.left < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      problems.push(`outside: ${node.outerHTML.slice(0, 60)}`);
    if (node.tagName === 'BUTTON' && node.scrollWidth > node.clientWidth + 1)
      problems.push(`cut: ${node.outerHTML.slice(0, 60)}`);
  }
  const log = document.querySelector('#log')?.getBoundingClientRect();
  if ((log?.height ?? 0) < 70) problems.push('no room for what was said');
  return problems;
}

describePage('page: files', () => {
  const photo = { name: '现场 1.png', mimeType: 'image/png', buffer: png() };

  it('sends photos beside the conversation, each with its picture', async () => {
    const page = await newPage();
    await beginReport(page);
    await page.locator('#gallery').setInputFiles([photo, { ...photo, name: '现场 2.png' }]);
    await delivered(page, 3);
    const sources = await page
      .locator('#log .msg.me img')
      .evaluateAll((all) => all.map((i) => (i as HTMLImageElement).naturalWidth));
    expect(sources).to.deep.equal([8, 8]);
    await page.reload();
    await page.locator('#log .msg.me img').nth(1).waitFor();
    const links = await page.locator('#log a.file').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const link of links) expect(link).to.match(/^\/files\//);
  });

  it('opens camera and photos from the ＋ button', async () => {
    const page = await newPage();
    await beginReport(page);
    for (const [button, capture] of [
      ['#do-camera', 'environment'],
      ['#do-gallery', null],
    ] as const) {
      await page.locator('[data-do=more]').click();
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator(button).click()]);
      expect(await chooser.element().getAttribute('capture')).to.equal(capture);
      expect(await chooser.element().getAttribute('accept')).to.contain('image/jpeg,image/png');
      await page.keyboard.press('Escape');
    }
  });

  it('refuses at once what is too large or of another kind', async function () {
    // Ten megabytes go to the browser first: on a slow machine that takes a while.
    this.timeout(60_000);
    const page = await newPage();
    await beginReport(page);
    await page
      .locator('#gallery')
      .setInputFiles({ ...photo, name: 'a.png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
    await page.locator('#notice').getByText('10 MB').waitFor();
    await page.locator('#gallery').setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>') });
    await page.locator('#notice').getByText('JPEG').waitFor();
    expect(await mine(page).count()).to.equal(1);
  });

  it('lets the conversation go on while a photo waits for the network, then sends it whole', async () => {
    const page = await newPage();
    await beginReport(page);
    let broken = true;
    await page.route('**/upload?*', (route) => (broken ? route.abort() : route.continue()));
    await page.locator('#gallery').setInputFiles(photo);
    await mine(page).last().getByText('等网络').waitFor();
    await choices(page).first().click();
    await delivered(page, 2);
    await settled(page);
    broken = false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await delivered(page, 3);
  });

  it('explains a file that the server refuses, and lets it go', async () => {
    const page = await newPage();
    await beginReport(page);
    await page.route('**/upload?*', (route) =>
      route.fulfill({ status: 400, json: { error: { code: 'FileBroken', message: '' } } }),
    );
    await page.locator('#gallery').setInputFiles(photo);
    await mine(page).last().getByText('可能坏了').waitFor();
    await mine(page).last().getByRole('button', { name: '删除' }).click();
    await page.waitForFunction(() => document.querySelectorAll('#log .msg.me').length === 1);
  });
});

/** A PNG of 8 × 8 white pixels. */
function png(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGP4DwUMlDEA98A/wbI0QbsAAAAASUVORK5CYII=',
    'base64',
  );
}
