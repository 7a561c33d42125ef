import { $ } from './dom.js';
import { loadConfig, offerToContinue, showInsurer } from './home.js';
import { keep } from './offline.js';
import { rescue } from './rescue.js';
import { language, largeText, setLanguage, setLarge } from './settings.js';
import { closeDialogs, current, go, openDialog, show, title } from './views.js';

/** The chat comes after the home view: its buttons work before it is here. */
const chat = () => import('./chat.js');
const card = () => import('./card.js');

/** @param {HTMLElement} pressed its visible words are what is said */
async function sayFrom(pressed) {
  const text = (pressed.querySelector('[data-w]') ?? pressed).textContent?.trim() ?? '';
  closeDialogs();
  go('chat');
  const { say } = await chat();
  await say(text);
}

async function forgetPhone() {
  const { forget } = await import('./forget.js');
  if (!(await forget())) return;
  // A fresh page is the surest way to leave nothing of the last person in memory.
  location.replace(location.pathname);
}

const otherLanguage = () => (language() === 'en' ? 'zh-CN' : 'en');

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
  large: () => setLarge(!largeText()),
  language: () => setLanguage(otherLanguage()).catch(() => {}),
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

document.addEventListener('click', (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  if (target instanceof HTMLDialogElement) target.close();
  const pressed = target.closest('[data-do]');
  if (pressed instanceof HTMLElement) DOES[pressed.dataset.do ?? '']?.(pressed);
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
addEventListener('popstate', show);
addEventListener('online', openCard);

/** The keyboard of an iPhone covers the page instead of shrinking it. */
function fitKeyboard() {
  const seen = window.visualViewport;
  if (!seen) return;
  document.documentElement.style.setProperty('--height', `${Math.round(seen.height)}px`);
  if (seen.offsetTop > 0 && current() === 'chat') scrollTo(0, 0);
}
window.visualViewport?.addEventListener('resize', fitKeyboard);

/**
 * Tries until it succeeds; on a bad line that may take a while.
 * @param {() => Promise<unknown>} step
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

setLarge(largeText());
show();
persist(() => setLanguage(language())).then(() => persist(loadConfig));
persist(resume);
addEventListener('load', keep);
