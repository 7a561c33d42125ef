import { drawLine, printOf, showProgress } from './bubbles.js';
import { $ } from './dom.js';

/** @typedef {import('./types.d.ts').Line} Line */

/** @type {Map<string, {print: string, node: HTMLElement}>} */
const drawn = new Map();
/** More new lines than anybody says at once. */
const MANY = 4;
/** Where we last scrolled to; a person who has scrolled up from there is reading and is left alone. */
let ours = 0;
/** Whether the end was in sight before something changed. */
let atEnd = true;
/** The first bubble that came while somebody was reading further up. */
let unread = '';

const log = () => $('log');
const fromEnd = () => log().scrollHeight - log().clientHeight - log().scrollTop;
const following = () => atEnd || log().scrollTop >= ours - 40;

/**
 * Draws what is new or looks different, and leaves the rest standing: a screen reader reads a bubble once.
 * @param {Line[]} lines
 * @param {string} lang
 * @param {import('./bubbles.js').Actions} actions
 */
export function drawLog(lines, lang, actions) {
  const follow = following();
  /** @type {Line[]} */
  const fresh = [];
  if (lines.length > drawn.size + MANY) hush();
  const keys = new Set(lines.map((line) => line.key));
  for (const [key, { node }] of drawn) if (!keys.has(key)) remove(key, node);
  /** @type {HTMLElement | null} */
  let before = null;
  for (const line of lines) {
    const known = drawn.get(line.key)?.node;
    const node = place(line, lang, actions, before);
    if (!known) fresh.push(line);
    showProgress(node, line);
    before = node;
  }
  if (fresh.length && (follow || fresh.some(isOwnNew))) read();
  else unread ||= fresh[0]?.key ?? '';
  look();
}

/**
 * Sent a moment ago from here: whoever speaks wants to see it.
 * @param {Line} line
 */
const isOwnNew = ({ item, arrived }) => item !== undefined && !arrived;

/** A whole history at once is not read aloud; what is said from now on is. */
function hush() {
  log().setAttribute('aria-live', 'off');
  setTimeout(() => log().setAttribute('aria-live', 'polite'), 500);
}

/**
 * @param {Line} line
 * @param {string} lang
 * @param {import('./bubbles.js').Actions} actions
 * @param {HTMLElement | null} before
 */
function place(line, lang, actions, before) {
  const print = printOf(line);
  const known = drawn.get(line.key);
  const node = known?.print === print ? known.node : drawLine(line, lang, actions);
  const wanted = before ? before.nextSibling : log().firstChild;
  if (known && node !== known.node) known.node.replaceWith(node);
  else if (node !== wanted) log().insertBefore(node, wanted);
  drawn.set(line.key, { print, node });
  return node;
}

/**
 * @param {string} key
 * @param {HTMLElement} node
 */
function remove(key, node) {
  node.remove();
  drawn.delete(key);
}

/** Forgets what is drawn: the language has changed, or the person. */
export function clearLog() {
  for (const [key, { node }] of drawn) remove(key, node);
  ours = 0;
  unread = '';
}

/** The first bubble of the last turn: what was said since the person's own last word. */
function turn() {
  const last = [...log().querySelectorAll(':scope > .me')].at(-1);
  const next = last ? last.nextElementSibling : log().firstElementChild;
  return next instanceof HTMLElement ? next : null;
}

/** To the end, but never past the beginning of what has just been said: it is read from there. */
export const read = () => readFrom(turn());

/** @param {HTMLElement | null} begin who has read on from there already is not taken back */
function readFrom(begin) {
  const end = log().scrollHeight - log().clientHeight;
  if (log().scrollTop < end)
    log().scrollTop = Math.max(log().scrollTop, begin ? Math.min(end, begin.offsetTop - 8) : end);
  ours = log().scrollTop;
  unread = '';
}

/** To what came unseen; else a page further, or to what has just been said for a person who is far above. */
function further() {
  const begin = drawn.get(unread)?.node ?? turn();
  if (begin && log().scrollTop < begin.offsetTop - 48) readFrom(begin);
  else log().scrollTop += 0.85 * log().clientHeight;
}

/** Notes whether the end is in sight; where it is not, a button says that there is more, or that something new has come. */
function look() {
  atEnd = fromEnd() < 40;
  if (atEnd) unread = '';
  $('newer').hidden = atEnd;
  $('newer-more').hidden = unread !== '';
  $('newer-fresh').hidden = unread === '';
}

/** Keeps the end in sight when the keyboard or the buttons take room. */
export function wireLog() {
  new ResizeObserver(() => {
    if (atEnd) log().scrollTop = log().scrollHeight;
    look();
  }).observe(log());
  log().addEventListener('scroll', look, { passive: true });
  $('newer').addEventListener('click', further);
}
