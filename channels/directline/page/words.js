/** @type {Record<string, string>} */
let words = {};

/**
 * The page's words of a language.
 * @param {string} lang
 * @returns {Promise<Record<string, string>>}
 */
export async function wordsOf(lang) {
  const answer = await fetch(`/page/words/${lang}.json`);
  if (!answer.ok) throw new Error(`words ${lang}: ${answer.status}`);
  return answer.json();
}

/** @param {string} lang the language that the page is to speak from now on */
export async function load(lang) {
  words = await wordsOf(lang);
}

/**
 * The words of a key, `{{name}}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return (words[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name] ?? ''));
}

/** Puts the words into everything that index.html has marked; until then it shows its own zh-CN ones. */
export function apply() {
  for (const node of document.querySelectorAll('[data-w]')) {
    node.textContent = t(node.getAttribute('data-w') ?? '');
  }
  for (const node of document.querySelectorAll('[data-w-label]')) {
    node.setAttribute('aria-label', t(node.getAttribute('data-w-label') ?? ''));
  }
}
