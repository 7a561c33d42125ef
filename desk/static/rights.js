// @ts-check
// A fact that is being put right: while its form is open the column around it is fetched anew and the form stays as it is
// (morphSkip in the layout). Put right, it is closed and comes anew. No words, no data.

document.addEventListener('htmx:after:request', (event) => {
  const form = event.target instanceof HTMLFormElement ? event.target : null;
  if (!form?.dataset.right || /** @type {CustomEvent} */ (event).detail.ctx?.response?.status !== 200) return;
  form.reset();
  form.closest('details')?.removeAttribute('open');
  document.body.dispatchEvent(new Event('live-lines'));
});
