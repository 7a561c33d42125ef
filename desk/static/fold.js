// @ts-check
// Long words of the transcript: their beginning, and all of them at a press. What was opened stays open when the part is fetched anew.

/** Ids of the texts that stand open. @type {Set<string>} */
const unfolded = new Set();

/** @param {HTMLElement} button */
function drawFold(button) {
  const id = button.getAttribute('aria-controls') ?? '';
  const isOpen = unfolded.has(id);
  document.getElementById(id)?.classList.toggle('folded', !isOpen);
  button.setAttribute('aria-expanded', String(isOpen));
  button.textContent = (isOpen ? button.dataset.less : button.dataset.more) ?? '';
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-fold]') : null;
  if (!(button instanceof HTMLElement)) return;
  const id = button.getAttribute('aria-controls') ?? '';
  if (!unfolded.delete(id)) unfolded.add(id);
  drawFold(button);
});
document.addEventListener('htmx:after:swap', () => {
  for (const button of document.querySelectorAll('[data-fold]')) if (button instanceof HTMLElement) drawFold(button);
});
