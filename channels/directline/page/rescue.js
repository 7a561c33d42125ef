import { $ } from './dom.js';

/**
 * Shows or hides the emergency numbers above the chat. They are in index.html: no network is needed.
 * @param {boolean} shown
 */
export function rescue(shown) {
  $('rescue').hidden = !shown;
  for (const b of document.querySelectorAll('[data-do=rescue]')) b.setAttribute('aria-expanded', String(shown));
}
