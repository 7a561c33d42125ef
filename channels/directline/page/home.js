import { $ } from './dom.js';
import { telUrl } from './safe.js';
import { language } from './settings.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').PageConfig} PageConfig */

/** @type {PageConfig | null} */
let config = null;

/** Asks the server whose page this is. Without an answer the insurer's number stays hidden; 120 and 122 are there. */
export async function loadConfig() {
  const answer = await fetch('/page/config.json');
  if (!answer.ok) throw new Error(`config: ${answer.status}`);
  config = await answer.json();
  showInsurer();
}

/** Puts the insurer's name and number where they belong, in the page's language. */
export function showInsurer() {
  if (!config) return;
  const { insurerName, insurerHotline, languages } = config;
  // Who reads English cannot read a name in characters only.
  const shown = language() !== 'en' || /[a-z]/i.test(insurerName) ? insurerName : t('home.insurer');
  for (const name of document.querySelectorAll('[data-insurer=name]')) name.textContent = shown;
  const tel = telUrl(`tel:${insurerHotline}`);
  for (const link of document.querySelectorAll('[data-insurer=call]')) {
    if (!(link instanceof HTMLAnchorElement) || !tel) continue;
    link.href = tel;
    link.hidden = false;
    const number = link.querySelector('b');
    if (number) number.textContent = insurerHotline;
  }
  $('demo-offer').hidden = demoClaims().length === 0;
  const several = languages.length > 1;
  for (const b of document.querySelectorAll('[data-do=language]')) if (b instanceof HTMLElement) b.hidden = !several;
}

/** Claims to try things out with; none where this is no demo. @returns {readonly import('./types.d.ts').DemoClaim[]} */
export const demoClaims = () => config?.demo ?? [];

/** @param {boolean} resumed whether there is a conversation to go on with */
export function offerToContinue(resumed) {
  $('continue').hidden = !resumed;
}
