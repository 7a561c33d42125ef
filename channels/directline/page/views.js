import { $, $as } from './dom.js';
import { t } from './words.js';

/** Views of the page and the keys of their titles. */
const TITLES = { home: 'home.title', chat: 'chat.title', card: 'card.title' };

/** @returns {'home' | 'chat' | 'card'} */
export function current() {
  const name = location.hash.slice(1);
  return name === 'chat' || name === 'card' ? name : 'home';
}

/** @param {'home' | 'chat' | 'card'} name */
export function go(name) {
  if (name === current()) return;
  // Home is the address without a fragment; going back in history instead would leave the page after a direct link.
  if (name === 'home') history.pushState(null, '', location.pathname);
  else history.pushState(null, '', `#${name}`);
  show();
}

/** Shows the view of the address; its heading takes the focus, so that a screen reader starts there. */
export function show() {
  const name = current();
  const changed = $(`view-${name}`).hidden;
  for (const view of ['home', 'chat', 'card']) $(`view-${view}`).hidden = view !== name;
  title();
  if (changed) $(`${name}-title`).focus({ preventScroll: true });
  if (changed && name !== 'chat') scrollTo(0, 0);
  document.dispatchEvent(new Event('lipei:view'));
}

/** The document's title in the page's language. */
export function title() {
  document.title = t(TITLES[current()]) || document.title;
}

/** @param {string} id of a dialog */
export const openDialog = (id) => $as(id, HTMLDialogElement).showModal();

export function closeDialogs() {
  for (const open of document.querySelectorAll('dialog[open]')) if (open instanceof HTMLDialogElement) open.close();
}
