// @ts-check
// Nothing that a colleague writes is lost: it is kept in this tab until the server has confirmed it, and a send that
// fails is told beside its box. No words, no data.

const KEPT = 'desk-draft';
const { me = '', lost = '', tooLong = '' } = document.body.dataset;

/** @typedef {HTMLTextAreaElement | HTMLInputElement} Box */
/** @param {HTMLFormElement} form @returns {Box[]} */
const boxesOf = (form) =>
  [...form.querySelectorAll('textarea, input:not([type=hidden], [type=file])')].map((one) => /** @type {Box} */ (one));
/** Of one colleague, conversation, form and box. @param {HTMLFormElement} form @param {Box} box */
const keyOf = (form, box) => [KEPT, me, location.pathname, form.getAttribute('action'), box.name].join(' ');
/** @param {EventTarget | null} target @returns {HTMLFormElement | null} */
const keptForm = (target) => (target instanceof HTMLFormElement && 'keep' in target.dataset ? target : null);

/** @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
  let alert = form.querySelector('.alert');
  if (!(alert instanceof HTMLElement)) {
    alert = document.createElement('p');
    alert.className = 'alert';
    alert.setAttribute('role', 'alert');
    form.append(alert);
  }
  /** @type {HTMLElement} */ (alert).hidden = words === '';
  alert.textContent = words;
}

/** Longer than the server takes: all of it stays, and how much is too long is told. @param {HTMLFormElement} form */
function measure(form) {
  const long = boxesOf(form).find((box) => box.dataset.most && box.value.length > Number(box.dataset.most));
  form.toggleAttribute('data-long', long !== undefined);
  if (long) say(form, tooLong.replace('{n}', String(long.value.length)).replace('{most}', long.dataset.most ?? ''));
  return long !== undefined;
}

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
  const form = keptForm(target.form);
  if (!form || !boxesOf(form).includes(target)) return;
  if (target.value === '') sessionStorage.removeItem(keyOf(form, target));
  else sessionStorage.setItem(keyOf(form, target), target.value);
  const was = form.hasAttribute('data-long');
  if (!measure(form) && was) say(form, '');
});

/** What is on its way of each box: words written meanwhile are the next message. @type {Map<Box, string>} */
const sent = new Map();
/** One at a time: a second one would bear the key of the first, and be taken for it. @type {Set<HTMLFormElement>} */
const sending = new Set();

document.addEventListener(
  'submit',
  (event) => {
    const form = keptForm(event.target);
    if (!form) return;
    if (sending.has(form) || measure(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sending.add(form);
    for (const box of boxesOf(form)) sent.set(box, box.value);
  },
  true,
);
document.addEventListener('htmx:finally:request', ({ target }) => {
  if (target instanceof HTMLFormElement) sending.delete(target);
});

/** The words of a refusal; a page or a program's answer is none. @param {string} text */
const reasonOf = (text) => (/^\s*[<{]/.test(text) ? '' : text.trim());

// What was sent leaves its box, and the next has a key of its own; what was refused stays, with the reason.
document.addEventListener('htmx:after:request', (event) => {
  const form = event.target instanceof HTMLFormElement ? event.target : null;
  if (!form) return;
  const { ctx } = /** @type {CustomEvent} */ (event).detail;
  if (ctx?.response?.status !== 200) return say(form, reasonOf(ctx?.text ?? '') || lost);
  say(form, '');
  // To the door: the session is over, and nothing was done.
  if (ctx.hx?.redirect === '/workbench') return;
  for (const box of boxesOf(form)) {
    const before = sent.get(box) ?? box.value;
    if (!('say' in form.dataset)) sessionStorage.removeItem(keyOf(form, box));
    else if (box.value.startsWith(before)) {
      box.value = box.value.slice(before.length);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  // What the next words ask for is another thing.
  const asks = form.querySelector('select[name=asks]');
  if (asks instanceof HTMLSelectElement) asks.value = '';
  const key = form.querySelector('input[name=key]');
  if (key instanceof HTMLInputElement) key.value = crypto.randomUUID();
});
document.addEventListener('htmx:error', ({ target }) => {
  if (target instanceof HTMLFormElement) say(target, lost);
});

/** Back into their boxes; what has no box any more is shown where it can be copied. */
function restore() {
  const shown = new Set();
  for (const form of document.querySelectorAll('form[data-keep]')) {
    if (!(form instanceof HTMLFormElement)) continue;
    for (const box of boxesOf(form)) {
      const key = keyOf(form, box);
      const text = sessionStorage.getItem(key);
      shown.add(key);
      if (!text || box.value !== '') continue;
      box.value = text;
      box.closest('details')?.setAttribute('open', '');
    }
    measure(form);
  }
  const [kept, text] = [document.querySelector('#kept'), document.querySelector('#kept-text')];
  if (!(kept instanceof HTMLElement) || !(text instanceof HTMLTextAreaElement)) return;
  text.value = left(shown)
    .map((key) => sessionStorage.getItem(key))
    .join('\n\n');
  kept.hidden = text.value === '';
}
/** Keys of this page for which it has no box. @param {Set<string>} shown */
const left = (shown) =>
  Object.keys(sessionStorage).filter((key) => key.startsWith(`${KEPT} ${me} ${location.pathname} `) && !shown.has(key));

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('[data-forget]')) return;
  for (const key of left(new Set())) sessionStorage.removeItem(key);
  restore();
});

// Whoever has left by herself leaves nothing behind for the next at this screen.
if ('out' in document.body.dataset)
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${KEPT} `)) sessionStorage.removeItem(key);
restore();
