// @ts-check
// What a colleague has passed on to her: heard once, on whatever page she is, also where it came between two pages. No words, no data.

const HEARD = 'desk-passed';

document.addEventListener('htmx:after:swap', () => {
  const part = document.querySelector('#passed');
  // Not fetched yet: what was heard before is not forgotten for it.
  if (!part?.querySelector('[data-told]')) return;
  const heard = (sessionStorage.getItem(HEARD) ?? '').split(' ');
  const now = [...part.querySelectorAll('[data-passed]')].map((one) =>
    one instanceof HTMLElement ? (one.dataset.passed ?? '') : '',
  );
  if (now.some((key) => !heard.includes(key))) document.dispatchEvent(new Event('desk-ring'));
  if (now.length > 0) sessionStorage.setItem(HEARD, now.join(' '));
  else sessionStorage.removeItem(HEARD);
});
// Whoever has left leaves nothing behind at this screen.
if ('out' in document.body.dataset) sessionStorage.removeItem(HEARD);
