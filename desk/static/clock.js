// @ts-check
// Times that run: the server has written each once, and says what the words are; here they go on. No words, no data.

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;
/** Of the promised time, in percent; as desk/clock.ts has it. */
const WARNING = 80;
/** Milliseconds that the server's clock is ahead of this one. */
let ahead = 0;

function setClock() {
  const section = document.querySelector('[data-now]');
  if (section instanceof HTMLElement) ahead = Number(section.dataset.now) - Date.now();
}

/** @param {number} ms */
function counted(ms) {
  const all = Math.floor(ms / SECOND);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** @param {HTMLElement} clock */
function tick(clock) {
  const [from, due] = [Number(clock.dataset.from), Number(clock.dataset.due)];
  const now = Date.now() + ahead;
  const left = Math.abs(due - now);
  // In days: as the server has written it.
  if (left >= 2 * DAY) return;
  const state = now >= due ? 'over' : (now - from) * 100 >= (due - from) * WARNING ? 'soon' : 'calm';
  clock.className = `clock ${state}`;
  const text = (clock.dataset[state] ?? '').replace('{t}', counted(left));
  if (clock.textContent !== text) clock.textContent = text;
}

function tickAll() {
  for (const clock of document.querySelectorAll('.clock')) if (clock instanceof HTMLElement) tick(clock);
}

document.addEventListener('htmx:after:swap', () => {
  setClock();
  tickAll();
});
setClock();
tickAll();
setInterval(tickAll, SECOND);
