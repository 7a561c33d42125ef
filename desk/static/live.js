// @ts-check
// The stream that tells that something has changed, and what makes up for it where it fails. No words, no data.

/** Milliseconds until what failed is tried again. */
const AGAIN = 3_000;
/** @type {EventSource | undefined} */
let stream;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let later;

/** Milliseconds without the stream until whoever reads is told, and without a sign of life until it counts as broken. */
const BROKEN = 4_000;
const SILENT = 12_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let telling;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;

/** @param {boolean} broken */
function sayBroken(broken) {
  const line = document.querySelector('#offline');
  const words = broken ? (document.body.dataset.offline ?? '') : '';
  if (line && line.textContent !== words) line.textContent = words;
}

/** What stands on the page may be old from now on. */
function broke() {
  telling ??= setTimeout(() => sayBroken(true), BROKEN);
}

/** The server has been heard. */
function alive() {
  clearTimeout(telling);
  clearTimeout(silence);
  telling = undefined;
  sayBroken(false);
  silence = setTimeout(() => {
    sayBroken(true);
    listen();
    refresh();
  }, SILENT);
}

/** The parts are fetched anew, whether the stream has told so or not. */
function refresh() {
  for (const event of ['queue', 'lines', 'holder']) document.body.dispatchEvent(new Event(`live-${event}`));
}

/** A browser tries a stream again by itself only as long as it was never refused. */
function onceMore() {
  if (later !== undefined) return;
  later = setTimeout(() => {
    later = undefined;
    if (stream?.readyState === EventSource.CLOSED) listen();
    refresh();
  }, AGAIN);
}

function listen() {
  const url = document.body.dataset.live;
  if (!url) return;
  stream?.close();
  const mine = new EventSource(url);
  stream = mine;
  for (const event of ['queue', 'lines', 'holder'])
    mine.addEventListener(event, () => document.body.dispatchEvent(new Event(`live-${event}`)));
  for (const event of ['open', 'beat', 'queue', 'lines', 'holder']) mine.addEventListener(event, alive);
  mine.addEventListener('error', () => {
    broke();
    onceMore();
  });
  mine.addEventListener('out', () => {
    mine.close();
    location.assign('/workbench');
  });
}

// A stream may outlive a network that was gone for a while, and what was asked for meanwhile is lost.
addEventListener('offline', broke);
addEventListener('online', () => {
  listen();
  refresh();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  if (stream?.readyState === EventSource.CLOSED) listen();
  refresh();
});
/** A part that could not be fetched is fetched again. @param {Event} event */
function failed(event) {
  if (event.target instanceof Element && event.target.hasAttribute('hx-get')) onceMore();
}
document.addEventListener('htmx:error', failed);
document.addEventListener('htmx:response:error', failed);

// Who has the conversation has changed: the page is another one then. What was being written is kept (drafts.js).
document.addEventListener('htmx:after:swap', () => {
  const holder = document.querySelector('#side [data-holder]');
  const { holder: before } = document.body.dataset;
  if (holder instanceof HTMLElement && before !== undefined && holder.dataset.holder !== before) location.reload();
});

listen();
