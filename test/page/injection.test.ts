import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describePage, newPage, newPhone } from './browser.ts';
import { beginReport, choices, delivered, mine, type } from './person.ts';

const PAYLOADS = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '"><svg onload=window.hacked=1>',
  '[点我](javascript:window.hacked=1) **粗** ![](http://127.0.0.1:9/x.png)',
  'javascript:window.hacked=1',
  '<a href="javascript:window.hacked=1">x</a>',
  '{{constructor.constructor("window.hacked=1")()}}',
];

/** Everything that could have come to life. Runs in the page. */
const alive = (page: Page) =>
  page.evaluate(() => ({
    hacked: 'hacked' in window,
    markup: document.querySelectorAll('#log script, #log img, #log svg, #log b b, #log iframe').length,
    links: [...document.querySelectorAll('#view-chat a')]
      .map((a) => a.getAttribute('href') ?? '')
      .filter((href) => href && !/^(tel:\d+$|\/receipt\/|\/files\/)/.test(href)),
  }));

/** A bot that was led to say all this, whatever server there is. */
const hostile = (at: number) => ({
  type: 'message',
  id: `zzz|${String(at).padStart(7, '0')}`,
  timestamp: new Date().toISOString(),
  from: { id: 'lipei', name: PAYLOADS[0], role: 'bot' },
  locale: '"><img src=x onerror=window.hacked=1>',
  text: PAYLOADS.join('\n'),
  attachments: [
    { contentType: 'text/html', contentUrl: 'javascript:window.hacked=1', name: PAYLOADS[0] },
    { contentType: 'image/svg+xml', contentUrl: 'data:image/svg+xml,<svg onload="window.hacked=1">', name: 'x' },
  ],
  channelData: {
    speaker: 'person',
    flow: 'report',
    stage: PAYLOADS[0],
    input: PAYLOADS[0],
    card: 'receipt',
    url: 'javascript:window.hacked=1',
    summary: [{ question: 'x', label: PAYLOADS[0], value: PAYLOADS[1], change: PAYLOADS[2] }],
  },
  suggestedActions: {
    actions: [
      { type: 'openUrl', title: '坏链接', value: 'javascript:window.hacked=1' },
      { type: 'openUrl', title: '外站', value: 'https://example.com/receipt/1' },
      { type: 'openUrl', title: '数据', value: 'data:text/html,<script>window.hacked=1</script>' },
      { type: 'openUrl', title: '越界', value: '/receipt/../api/chat/forget' },
      { type: 'call', title: '坏电话', value: 'javascript:window.hacked=1' },
      { type: 'imBack', title: PAYLOADS[0], value: PAYLOADS[0] },
    ],
  },
});

describePage('page: nothing said comes to life', () => {
  it('shows what a person writes as text', async () => {
    const page = await newPage();
    await beginReport(page);
    for (const payload of PAYLOADS) await type(page, payload);
    await delivered(page, 1 + PAYLOADS.length);
    expect((await mine(page).locator('.text').allTextContents()).slice(1)).to.deep.equal(PAYLOADS);
    expect(await alive(page)).to.deep.equal({ hacked: false, markup: 0, links: [] });
  });

  it('shows what a bot says as text, and follows no foreign link', async () => {
    const phone = await newPhone({ serviceWorkers: 'block' });
    const page = await phone.newPage();
    const requests: string[] = [];
    page.on('request', (r) => requests.push(r.url()));
    let at = 0;
    await page.routeWebSocket(/.*/, (ws) => ws.close());
    await page.route('**/activities?*', (route) => {
      const activities = at++ === 0 ? [hostile(at)] : [];
      return route.fulfill({ json: { activities, watermark: '1' } });
    });
    await page.goto('/#chat');
    await choices(page).first().waitFor();
    expect(await choices(page).allTextContents()).to.deep.equal([PAYLOADS[0]]);
    expect(await page.locator('#answers a').count()).to.equal(0);
    await page.locator('#log .doc').first().click();
    expect(await alive(page)).to.deep.equal({ hacked: false, markup: 0, links: [] });
    for (const url of requests) expect(new URL(url).hostname).to.equal('127.0.0.1');
  });

  it('allows no inline script or style', async () => {
    const page = await newPage();
    const { violated, styled } = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (e) => violations.push(e.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 1';
      document.body.append(script);
      const node = document.createElement('p');
      node.setAttribute('style', 'color: red');
      document.body.append(node);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { violated: violations.sort(), styled: node.style.color };
    });
    expect(violated).to.deep.equal(['script-src-elem', 'style-src-attr']);
    expect(styled).to.equal('');
    expect(await alive(page)).to.include({ hacked: false });
  });
});
