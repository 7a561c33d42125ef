import { apply, load } from './words.js';

/** Everything that this page keeps in localStorage begins so. */
const PREFIX = 'lipei.';

/**
 * What is remembered on this device; '' where nothing is, or where storage is switched off.
 * @param {string} name
 */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser without storage forgets the setting at the end of the visit; nothing else depends on it.
  }
}

/** Forgets every setting. */
export function forgetSettings() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept where storage is switched off.
  }
}

/** The language of the page: zh-CN or en. */
export const language = () => recall('lang') || 'zh-CN';

export const largeText = () => recall('large') === 'yes';

/**
 * Shows the page in large or ordinary text.
 * @param {boolean} on
 */
export function showLarge(on) {
  document.documentElement.classList.toggle('large', on);
  for (const b of document.querySelectorAll('[data-do=large]')) b.setAttribute('aria-pressed', String(on));
}

export function switchLarge() {
  remember('large', largeText() ? '' : 'yes');
  showLarge(largeText());
}

/**
 * Shows the page in a language; says so on `document` as event `lipei:language`.
 * @param {string} lang
 */
export async function showLanguage(lang) {
  await load(lang);
  document.documentElement.lang = lang;
  apply();
  const other = lang === 'en' ? 'zh-CN' : 'en';
  for (const b of document.querySelectorAll('[data-do=language]')) b.setAttribute('lang', other);
  document.dispatchEvent(new Event('lipei:language'));
}

export async function switchLanguage() {
  const other = language() === 'en' ? 'zh-CN' : 'en';
  await load(other);
  remember('lang', other);
  await showLanguage(other);
}
