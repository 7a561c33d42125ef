// @ts-check
// The form of a settlement: what was typed is kept in this tab until it is recorded, and is back after a reload; the server
// draws it again. Nothing is computed here. No words, no data.

const DRAFT = 'desk-draft';
/** @param {string} path */
const draftKey = (path) => [DRAFT, document.body.dataset.me ?? '', path, 'settlement'].join(' ');
/** What belongs to this page and not to the draft. */
const OWN = ['csrf', 'key', 'version', 'read', 'do'];
/** @returns {HTMLFormElement | null} */
const draftForm = () => document.querySelector('form[data-draft]');

/** @param {HTMLFormElement} form */
function keepDraft(form) {
  const typed = new FormData(form);
  for (const name of OWN) typed.delete(name);
  const pairs = [...typed].map(([name, value]) => [name, String(value)]);
  sessionStorage.setItem(draftKey(form.action), new URLSearchParams(pairs).toString());
}

/** As it was left: the server draws the rows, and says how it stands. @param {HTMLFormElement} form */
async function drawDraft(form) {
  const kept = sessionStorage.getItem(draftKey(form.action));
  if (kept === null) return;
  const body = new URLSearchParams(kept);
  const own = new FormData(form);
  for (const name of ['csrf', 'key', 'version']) body.set(name, String(own.get(name)));
  const answer = await fetch(form.action, { method: 'POST', body, headers: { 'HX-Request': 'true' } }).catch(
    () => null,
  );
  if (!answer?.ok) return;
  form.innerHTML = await answer.text();
  const told = document.querySelector('#draft-kept');
  if (told instanceof HTMLElement) told.hidden = false;
}

for (const kind of ['input', 'change'])
  document.addEventListener(kind, ({ target }) => {
    const form = target instanceof Element ? target.closest('form[data-draft]') : null;
    if (form instanceof HTMLFormElement) keepDraft(form);
  });

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('[data-draft-drop]')) return;
  const form = draftForm();
  if (form) sessionStorage.removeItem(draftKey(form.action));
  location.assign(location.pathname);
});

// Recorded: the server says so on the page that comes next.
const done = document.querySelector('[data-drafted]');
if (done instanceof HTMLElement)
  sessionStorage.removeItem(draftKey(new URL(done.dataset.drafted ?? '', location.href).href));
const form = draftForm();
const [way] = performance.getEntriesByType('navigation');
const again = way instanceof PerformanceNavigationTiming && way.type !== 'navigate';
// A row more or less came back from the server: that is the draft now. Loaded again it is older than what was typed since.
if (form && ('fresh' in form.dataset || again)) void drawDraft(form);
else if (form) keepDraft(form);
