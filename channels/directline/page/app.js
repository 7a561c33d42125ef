import { $ } from './dom.js';
import { demoClaims, loadConfig, offerToContinue, showInsurer } from './home.js';
import { sayLeft } from './left.js';
import { keep } from './offline.js';
import { rescue } from './rescue.js';
import { language, largeText, recall, showLanguage, showLarge, switchLanguage, switchLarge } from './settings.js';
import { closeDialogs, current, go, openDialog, show, title } from './views.js';

/** @type {Promise<typeof import('./chat.js')> | null} */
let coming = null;

/** The chat comes after the home view: its buttons work before it is here. */
function chat() {
  coming ??= persist(() => import('./chat.js'));
  return coming;
}
const card = () => import('./card.js');
const forgetting = () => import('./forget.js');

/** @param {HTMLElement} pressed its visible words are what is said */
async function sayFrom(pressed) {
  const text = (pressed.querySelector('[data-w]') ?? pressed).textContent?.trim() ?? '';
  closeDialogs();
  go('chat');
  const { say } = await chat();
  await say(text);
}

async function forgetPhone() {
  const { forget } = await forgetting();
  const lang = language();
  if (!(await forget())) return;
  // A fresh page is the surest way to leave nothing of the last person in memory.
  location.replace(`${location.pathname}?left=${lang}`);
}

/**
 * What the buttons of index.html do.
 * @type {Record<string, (pressed: HTMLElement) => unknown>}
 */
const DOES = {
  say: sayFrom,
  help: (pressed) => {
    rescue(true);
    return sayFrom(pressed);
  },
  home: () => go('home'),
  chat: () => {
    closeDialogs();
    go('chat');
  },
  card: () => {
    closeDialogs();
    go('card');
  },
  rescue: () => rescue($('rescue').hidden !== false),
  calm: () => rescue(false),
  large: switchLarge,
  language: () => {
    closeDialogs();
    return switchLanguage().catch(() => {});
  },
  demo: async () => {
    const { drawDemo } = await import('./demo.js');
    const { say } = await chat();
    drawDemo(demoClaims(), say);
    openDialog('demo');
  },
  more: () => openDialog('more'),
  menu: () => openDialog('menu'),
  forget: () => {
    closeDialogs();
    $('forget-problem').textContent = '';
    openDialog('forget');
  },
  forgetPhone,
  close: closeDialogs,
  saveCard: async () => (await card()).saveCard(),
  clearTicks: async () => (await card()).clearTicks(),
  copyCard: async () => (await card()).copyCard(),
};

/**
 * Whether a tap on a dialog was a tap on the shade around it.
 * @param {HTMLDialogElement} dialog
 * @param {MouseEvent} event
 */
function isOutside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** @param {Element | null} element */
function press(element) {
  if (element instanceof HTMLElement) DOES[element.dataset.do ?? '']?.(element);
}

document.addEventListener('click', (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  if (target instanceof HTMLDialogElement && isOutside(target, event)) target.close();
  press(target.closest('[data-do]'));
});

async function openCard() {
  if (current() === 'card') (await card()).openCard();
}

document.addEventListener('lipei:view', openCard);
document.addEventListener('lipei:language', () => {
  showInsurer();
  title();
  openCard();
});
addEventListener('popstate', () => {
  closeDialogs();
  show();
});
addEventListener('online', openCard);

/** The keyboard of an iPhone covers the page instead of shrinking it. Zooming with two fingers is none of that. */
function fitKeyboard() {
  const seen = window.visualViewport;
  if (!seen) return;
  document.documentElement.style.setProperty('--height', `${Math.round(seen.height * seen.scale)}px`);
  if (seen.scale === 1 && current() === 'chat') scrollTo(0, 0);
}
window.visualViewport?.addEventListener('resize', fitKeyboard);
fitKeyboard();

/**
 * Tries until it succeeds; on a bad line that may take a while.
 * @template T
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
async function persist(step) {
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      return await step();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Goes on with what an earlier visit began. */
async function resume() {
  const { link } = await chat();
  await link.sendLeftovers();
  offerToContinue(await link.resumed());
}

/** What must also open without network once the page has been opened. */
const fetchRest = () => Promise.all([card(), forgetting()]);

showLarge(largeText());
// At once, so that nothing moves under a thumb when the server has answered; it nearly always agrees.
offerToContinue(recall('known') !== '');
show();
// From here on we listen ourselves; a tap that came earlier was kept by early.js.
document.documentElement.dataset.ready = 'yes';
press(document.querySelector('[data-tapped]'));
persist(sayLeft);
persist(() => showLanguage(language())).then(() => persist(loadConfig));
persist(resume);
// Last, because keeping the page fetches every part again, and a slow line has better things to do first.
chat()
  .then(() => persist(fetchRest))
  .then(keep);
