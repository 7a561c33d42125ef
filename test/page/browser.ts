/** One chromium and one server for all page tests; without chromium they skip themselves. */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Running, startServer } from './server.ts';

/** The one without windows is the same engine and takes half the time. */
const PATH =
  process.env.CHROMIUM ||
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ||
  '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A common phone. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

const missing = !existsSync(PATH);
if (missing) console.log(`page tests skipped: no chromium at ${PATH} (CHROMIUM may name another)`);

/** A browser for tests that bring a server of their own. */
export const launch = (): Promise<Browser> => chromium.launch({ executablePath: PATH, args: ARGS });

let browser: Browser | undefined;
let server: Running | undefined;
const open: BrowserContext[] = [];

/** `describe` for tests that need chromium. */
export const describePage = (name: string, tests: () => void) => (missing ? describe.skip : describe)(name, tests);

/** The running server; the first test starts it. */
export async function theServer(): Promise<Running> {
  server ??= await startServer();
  return server;
}

/** Stops the server and starts it again on the same port. */
export async function restart(between: () => Promise<void>): Promise<void> {
  const { baseUrl, stop } = await theServer();
  await stop();
  await between();
  server = await startServer(Number(new URL(baseUrl).port));
}

/** A phone of its own: no cookies, nothing kept. */
export async function newPhone(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= await launch();
  const { baseUrl } = await theServer();
  const context = await browser.newContext({ ...PHONE, baseURL: baseUrl, ...options });
  context.setDefaultTimeout(8_000);
  open.push(context);
  return context;
}

/** A page on a phone of its own, with the home view open. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await newPhone({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  await page.goto('/');
  await page.locator('[data-insurer=call]').first().waitFor();
  return page;
}

afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  // Files that run in one process after each other (mocha --parallel) start anew.
  browser = undefined;
  server = undefined;
});

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core has against the page. */
export async function axeOn(page: Page): Promise<axe.Result[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    (tags) => axe.run({ runOnly: tags, resultTypes: ['violations'], preload: false }),
    WCAG,
  );
  return found.violations;
}
