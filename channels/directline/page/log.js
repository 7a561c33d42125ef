import { drawLine, printOf, showProgress } from './bubbles.js';
import { $ } from './dom.js';

/** @typedef {import('./types.d.ts').Line} Line */

/** @type {Map<string, {print: string, node: HTMLElement}>} */
const drawn = new Map();
/** More new lines than anybody says at once. */
const MANY = 4;
/** Where we last scrolled to; a person who has scrolled up from there is reading and is left alone. */
let ours = 0;

const log = () => $('log');
const fromEnd = () => log().scrollHeight - log().clientHeight - log().scrollTop;
const following = () => fromEnd() < 40 || log().scrollTop >= ours - 40;

/**
 * Draws what is new or looks different, and leaves the rest standing: a screen reader reads a bubble once.
 * @param {Line[]} lines
 * @param {string} lang
 * @param {import('./bubbles.js').Actions} actions
 */
export function drawLog(lines, lang, actions) {
  const follow = following();
  /** @type {HTMLElement | undefined} */
  let fresh;
  if (lines.length > drawn.size + MANY) hush();
  const keys = new Set(lines.map((line) => line.key));
  for (const [key, { node }] of drawn) if (!keys.has(key)) remove(key, node);
  /** @type {HTMLElement | null} */
  let before = null;
  for (const line of lines) {
    const known = drawn.get(line.key)?.node;
    const node = place(line, lang, actions, before);
    if (!known) fresh ??= node;
    showProgress(node, line);
    before = node;
  }
  if (fresh && follow) toEnd(fresh);
  $('newer').hidden = follow || (!fresh && $('newer').hidden);
}

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
}

/**
 * To the end, but never past the first line of what is new.
 * @param {HTMLElement} [fresh]
 */
export function toEnd(fresh) {
  const end = log().scrollHeight - log().clientHeight;
  log().scrollTop = fresh ? Math.min(end, fresh.offsetTop - 8) : end;
  ours = log().scrollTop;
}

/** Keeps the end in sight when the keyboard or the buttons take room, and hides “newer” at the end. */
export function wireLog() {
  let height = log().clientHeight;
  new ResizeObserver(() => {
    const shrunk = height - log().clientHeight;
    height = log().clientHeight;
    if (shrunk > 0 && ours > 0 && log().scrollTop >= ours - 40) log().scrollTop += shrunk;
    ours = Math.min(ours, log().scrollTop);
  }).observe(log());
  log().addEventListener('scroll', () => {
    if (fromEnd() < 40) $('newer').hidden = true;
  });
  $('newer').addEventListener('click', () => toEnd());
}
