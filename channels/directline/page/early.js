/**
 * Runs before anything is drawn, as an ordinary script: what was chosen on an earlier visit is there from the first
 * frame, and a tap made before app.js has come over a slow line is kept for it.
 */

const root = document.documentElement;

try {
  root.classList.toggle('large', localStorage.getItem('lipei.large') === 'yes');
} catch {
  // Storage is switched off: nothing was chosen.
}

document.addEventListener('click', (event) => {
  if (root.dataset.ready || !(event.target instanceof Element)) return;
  const pressed = event.target.closest('[data-do]');
  if (!pressed) return;
  for (const other of document.querySelectorAll('[data-tapped]')) other.removeAttribute('data-tapped');
  pressed.setAttribute('data-tapped', '');
  if (pressed.getAttribute('data-do') === 'help') showNumbers();
});

/** Somebody is hurt: 120 and 122 must not wait for anything. */
function showNumbers() {
  for (const view of ['view-home', 'view-chat', 'rescue']) {
    document.getElementById(view)?.toggleAttribute('hidden', view === 'view-home');
  }
}
