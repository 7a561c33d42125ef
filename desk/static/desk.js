// @ts-check
// What the desk's pages need beside htmx: the ring, keys, the picture viewer. No words, no data.

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);
const muted = () => localStorage.getItem('desk-muted') === '1';

/** Two short tones; a page that was never clicked may not sound, and then the status line says it. */
function ring() {
  const status = find('#ring');
  if (status) status.textContent = `${document.body.dataset.ring ?? ''} ${new Date().toLocaleTimeString()}`;
  if (muted()) return;
  const sound = new AudioContext();
  for (const [i, pitch] of [660, 880].entries()) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    volume.gain.value = 0.08;
    tone.frequency.value = pitch;
    tone.connect(volume).connect(sound.destination);
    tone.start(sound.currentTime + i * 0.25);
    tone.stop(sound.currentTime + i * 0.25 + 0.2);
  }
}

document.addEventListener('desk-ring', ring);

/** How many wait for anybody, for an answer of hers, and for a first contact that presses; undefined until the first look. @type {number | undefined} */
let calling;
const name = document.title;

/** Whoever works in another tab sees how many wait, and hears of each more. */
function tellWaiting() {
  const count = find('#waiting-count');
  if (!count) return;
  const { waiting, unread, due } = count.dataset;
  const now = Number(waiting) + Number(unread) + Number(due);
  if (now > (calling ?? now)) ring();
  calling = now;
  document.title = now > 0 ? `(${now}) ${name}` : name;
}

/** @param {Element | null} log */
const atEnd = (log) => !log || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
let follow = true;
function toEnd() {
  const log = find('#lines');
  if (log && follow) log.scrollTop = log.scrollHeight;
}

document.addEventListener('htmx:before:swap', () => {
  follow = atEnd(find('#lines'));
});
document.addEventListener('htmx:after:swap', () => {
  tellWaiting();
  labelMute();
  toEnd();
});
document.addEventListener('htmx:after:request', ({ target }) => {
  if (target instanceof HTMLFormElement && 'say' in target.dataset) follow = true;
});

function labelMute() {
  const button = find('[data-do=mute]');
  if (button) button.textContent = (muted() ? button.dataset.off : button.dataset.on) ?? '';
}

let typed = 0;
document.addEventListener('input', (event) => {
  const box = event.target;
  const form = box instanceof HTMLTextAreaElement ? box.form : null;
  if (!form?.dataset.typing || Date.now() - typed < 3000) return;
  typed = Date.now();
  const csrf = String(new FormData(form).get('csrf'));
  void fetch(form.dataset.typing, { method: 'POST', body: new URLSearchParams({ csrf }) });
});

/** @param {HTMLInputElement} input */
async function sendFile(input) {
  const file = input.files?.[0];
  if (!file || !input.form) return;
  const headers = { 'x-csrf': String(new FormData(input.form).get('csrf')), 'x-name': encodeURIComponent(file.name) };
  const answer = await fetch(input.dataset.send ?? '', { method: 'POST', body: file, headers }).catch(() => undefined);
  input.value = '';
  const failed = find('#failed');
  if (failed) {
    failed.hidden = answer?.ok ?? false;
    failed.textContent = failed.hidden ? '' : (input.dataset.failed ?? '');
  }
  follow = true;
}

document.addEventListener('change', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.dataset.send) void sendFile(event.target);
  const list = event.target;
  if (!(list instanceof HTMLSelectElement) || !('templates' in list.dataset)) return;
  const box = find('#text');
  if (box instanceof HTMLTextAreaElement && list.value) {
    box.value = box.value ? `${box.value}\n${list.value}` : list.value;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  }
  list.value = '';
});

document.addEventListener('keydown', (event) => {
  const box = find('#text');
  const at = document.activeElement;
  const writing =
    at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && at instanceof HTMLTextAreaElement) {
    event.preventDefault();
    at.form?.requestSubmit();
  } else if (event.key === 'Escape' && writing) at.blur();
  else if (event.key === '/' && !writing && box) {
    event.preventDefault();
    box.focus();
  }
});

let [zoom, turn] = [1, 0];
function drawPicture() {
  const picture = find('#picture');
  if (picture) picture.style.transform = `rotate(${turn}deg) scale(${zoom})`;
}
/** Copied where the browser allows it, and marked for copying by hand where not. @param {HTMLElement} button */
async function copy(button) {
  const source = find(`#${button.dataset.copy}`);
  if (!source) return;
  getSelection()?.selectAllChildren(source);
  const copied = await navigator.clipboard?.writeText(source.innerText).then(
    () => true,
    () => false,
  );
  if (copied ?? document.execCommand('copy')) button.textContent = button.dataset.done ?? '';
}

/** @type {Readonly<Record<string, (button: HTMLElement) => void>>} */
const deeds = {
  copy: (button) => void copy(button),
  mute: () => {
    localStorage.setItem('desk-muted', muted() ? '0' : '1');
    labelMute();
  },
  bigger: () => {
    zoom = Math.min(8, zoom * 1.25);
  },
  smaller: () => {
    zoom = Math.max(0.2, zoom / 1.25);
  },
  turn: () => {
    turn = (turn + 90) % 360;
  },
  close: () => {
    const viewer = find('#viewer');
    if (viewer instanceof HTMLDialogElement) viewer.close();
  },
};
document.addEventListener('click', (event) => {
  const clicked = event.target instanceof Element ? event.target : null;
  const button = clicked?.closest('[data-do]');
  if (button instanceof HTMLElement) {
    deeds[button.dataset.do ?? '']?.(button);
    drawPicture();
  }
  const link = clicked?.closest('a[data-picture]');
  const [viewer, picture] = [find('#viewer'), find('#picture')];
  if (
    !(link instanceof HTMLAnchorElement) ||
    !(viewer instanceof HTMLDialogElement) ||
    !(picture instanceof HTMLImageElement)
  )
    return;
  event.preventDefault();
  [zoom, turn] = [1, 0];
  picture.src = link.href;
  picture.alt = link.querySelector('img')?.alt ?? link.textContent ?? '';
  drawPicture();
  viewer.showModal();
});

labelMute();
tellWaiting();
toEnd();
