import { $ } from './dom.js';
import { wordsOf } from './words.js';

/**
 * After “this is not my phone”: says that it is done. The phone has forgotten the language as well, so the address tells
 * in which one to say it.
 */
export async function sayLeft() {
  const lang = new URLSearchParams(location.search).get('left') ?? '';
  if (!['zh-CN', 'en'].includes(lang)) return;
  const words = await wordsOf(lang);
  history.replaceState(null, '', location.pathname + location.hash);
  const line = $('left');
  line.lang = lang;
  line.hidden = false;
  line.textContent = words['forget.done'] ?? '';
  // Whoever goes on begins anew, and then it is no longer so.
  document.addEventListener('lipei:view', () => line.remove(), { once: true });
}
