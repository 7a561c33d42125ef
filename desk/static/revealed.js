// @ts-check
// What was shown for a reason stays shown on this page for two minutes, though the parts around it are fetched anew; it is
// noted once. Whoever leaves the page leaves it masked. No words, no data.

/** Milliseconds. */
const SHOWN = 120_000;
/** Values by their field, and words by their line. @type {Map<string, string>} */
const values = new Map();
/** @type {Map<string, string>} */
const words = new Map();
/** The mark above lines that are open. @type {Element | undefined} */
let mark;

/** @param {string} selector @returns {HTMLElement[]} */
const every = (selector) => [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);

function keepValues() {
  for (const value of every('#side [data-field]')) {
    const field = value.dataset.field ?? '';
    const open = value.querySelector('.open');
    const known = values.get(field);
    if (open && known === undefined) {
      values.set(field, open.textContent ?? '');
      setTimeout(() => hideValue(field), SHOWN);
    } else if (!open && known !== undefined) {
      const again = document.createElement('span');
      again.className = 'open';
      again.textContent = known;
      value.replaceChildren(again);
    }
  }
}

/** Masked words come with the next look; until then nothing stands open. @param {string} field */
function hideValue(field) {
  values.delete(field);
  for (const value of every('#side [data-field]')) if (value.dataset.field === field) value.textContent = '…';
  document.body.dispatchEvent(new Event('live-lines'));
}

function keepWords() {
  const log = document.querySelector('#lines');
  const told = log?.querySelector('[data-opened]');
  if (!log || (!told && !mark)) return;
  if (!mark && told) {
    mark = /** @type {Element} */ (told.cloneNode(true));
    for (const line of every('#lines .line')) words.set(line.id, line.querySelector('.text')?.textContent ?? '');
    setTimeout(hideWords, SHOWN);
    return;
  }
  if (told || !mark) return;
  log.prepend(mark.cloneNode(true));
  for (const line of every('#lines .line')) {
    const [text, was] = [line.querySelector('.text'), words.get(line.id)];
    if (text && was) text.textContent = was;
  }
}

function hideWords() {
  mark = undefined;
  document.querySelector('#lines [data-opened]')?.remove();
  for (const id of words.keys()) {
    const text = document.getElementById(id)?.querySelector('.text');
    if (text) text.textContent = '…';
  }
  words.clear();
  document.body.dispatchEvent(new Event('live-lines'));
}

document.addEventListener('htmx:after:swap', () => {
  keepValues();
  keepWords();
});
