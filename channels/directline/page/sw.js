/**
 * Keeps the page and the scene card for a time without network. Nothing of a conversation is ever kept: only the
 * addresses below are, everything else goes past this worker.
 */

const worker = /** @type {import('./types.d.ts').WorkerScope} */ (/** @type {unknown} */ (self));

const CACHE = 'lipei-page';
const SCRIPTS =
  'answers app attach bubbles card cardtext chat composer conversation db demo directline dom early filebubbles files forget home http left lines link log money offline outbox pieces place rescue safe session settings sharp stages stream summary timeline transmit views words';
const PARTS = [
  '/',
  '/page/style.css',
  '/page/icon.svg',
  '/page/manifest.webmanifest',
  '/page/config.json',
  ...['zh-CN', 'en'].flatMap((lang) => [`/page/words/${lang}.json`, `/page/card/${lang}.json`]),
  ...SCRIPTS.split(' ').map((name) => `/page/${name}.js`),
];

/**
 * Fetches all parts, then stores all: parts of two versions must not meet. One after the other, because on a slow line
 * the conversation comes first.
 */
async function refresh() {
  /** @type {[string, Response][]} */
  const answers = [];
  for (const part of PARTS) {
    const fetched = await fetch(part, { cache: 'no-cache', credentials: 'omit' });
    if (!fetched.ok) throw new Error(`${part} cannot be fetched: ${fetched.status}`);
    answers.push([part, fetched]);
  }
  const cache = await caches.open(CACHE);
  await Promise.all(answers.map(([part, fetched]) => cache.put(part, fetched)));
}

/** @param {string} path */
async function answer(path) {
  const kept = await caches.match(path);
  return kept ?? fetch(path);
}

worker.addEventListener('install', (event) => {
  event.waitUntil(refresh());
  worker.skipWaiting();
});

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin || !PARTS.includes(pathname)) return;
  event.respondWith(answer(pathname));
  // The kept page opens at once, also in a tunnel; a newer one is there at the next visit.
  if (mode === 'navigate') event.waitUntil(refresh().catch(() => {}));
});
