import { button, el } from './dom.js';
import { drawAttachment, drawFile, refusal } from './filebubbles.js';
import { drawMoney } from './money.js';
import { around, drawSummary } from './summary.js';
import { drawTimeline } from './timeline.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').Line} Line */
/**
 * What can be done from a bubble.
 * @typedef {{say: (text: string, about?: import('./types.d.ts').About) => void, retry: (id: string) => void, drop: (id: string) => void, openCard: () => void}} Actions
 */

const STATES = {
  sending: 'state.sending',
  waiting: 'state.waiting',
  delivered: 'state.delivered',
  failed: 'state.failed',
};
const NAMES = { me: 'who.me', bot: 'who.bot', person: 'who.person', system: 'who.system' };
/** @param {Line} line how far it has come; what is in the transcript has arrived */
const stateOf = ({ item, arrived, speaker }) => {
  if (speaker !== 'me') return '';
  return item && !arrived ? item.state : 'delivered';
};

/**
 * Two lines with the same print look the same; how much of a file has left is drawn into the bubble that stands.
 * @param {Line} line
 */
export const printOf = ({ item, ...line }) => JSON.stringify([line, item?.state, item?.refused, item?.draft.kind]);

/**
 * One line of the chat. Text is text, never markup.
 * @param {Line} line
 * @param {string} lang of the page
 * @param {Actions} actions
 */
export function drawLine(line, lang, actions) {
  const state = stateOf(line);
  const bubble = el('div', { class: 'bubble', lang: line.lang && line.lang !== lang && line.lang });
  bubble.append(head(line, lang, state), ...body(line, actions));
  if (state === 'failed' && line.item) bubble.append(refusal(line.item, actions));
  const made = el('div', { class: `msg ${line.speaker}` });
  if (line.newDay) made.append(el('p', { class: 'day' }, dayText(line.at, lang)));
  if (line.change) made.append(changeButton(line, actions));
  made.append(bubble);
  return made;
}

/**
 * Moves the bar of a file that is on its way.
 * @param {HTMLElement} drawn
 * @param {Line} line
 */
export function showProgress(drawn, line) {
  const bar = drawn.querySelector('progress');
  if (bar) bar.value = line.item?.progress ?? 0;
}

/**
 * @param {Line} line
 * @param {string} lang
 * @param {string} state
 */
function head(line, lang, state) {
  const who = line.speaker === 'person' ? line.name : '';
  const time = el('time', { datetime: new Date(line.at).toISOString() }, timeText(line.at, lang));
  const made = el('p', { class: 'head' }, el('b', {}, who || t(NAMES[line.speaker])), ' ', time);
  if (line.speaker === 'person') made.append(' ', el('span', { class: 'human' }, t('who.humanTag')));
  if (state) made.append(' ', el('span', { class: `state ${state}` }, t(STATES[/** @type {'sending'} */ (state)])));
  return made;
}

/**
 * @param {Line} line
 * @param {Actions} actions
 */
function body(line, actions) {
  /** @type {HTMLElement[]} */
  const parts = [];
  const way = drawn(line);
  const { before, after } = way ?? around(line.text, line.summary);
  if (before) parts.push(el('p', { class: 'text' }, before));
  if (line.summary.length) parts.push(drawSummary(line.summary, actions.say));
  if (way) parts.push(way.drawn);
  if (after) parts.push(el('p', { class: 'text' }, after));
  if (line.place) parts.push(placeText(line.place));
  if (line.attachments.length) parts.push(...line.attachments.map((a) => drawAttachment(a, line)));
  else if (line.item?.draft.kind === 'file') parts.push(...drawFile(line.item));
  if (line.card === 'scene') parts.push(button(t('card.open'), actions.openCard, 'wide'));
  const page = PAGES[line.card];
  if (page && line.url)
    parts.push(el('a', { class: 'wide', href: line.url, target: '_blank', rel: 'noopener' }, t(page)));
  return parts;
}

/** @param {Line} line */
function drawn(line) {
  if (line.card === 'money') return drawMoney(line.text);
  const way = line.card === 'timeline' ? drawTimeline(line.text) : undefined;
  return way && { ...way, after: '' };
}

/**
 * Pages of ours that a line leads to, by its card.
 * @type {Partial<Record<string, string>>}
 */
const PAGES = { receipt: 'receipt.open', papers: 'papers.open', objection: 'letter.open' };

/** @param {import('./types.d.ts').Place} place */
function placeText({ latitude = 0, longitude = 0 }) {
  const values = { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) };
  return el('p', { class: 'text' }, t('place.shared', values));
}

/**
 * @param {Line} line
 * @param {Actions} actions
 */
function changeButton(line, actions) {
  const edit = button(t('chat.change'), () => actions.say(line.change, line.about), 'change');
  edit.setAttribute('aria-label', t('chat.changeWhat', { what: line.text || line.change }));
  return edit;
}

/**
 * @param {number} at
 * @param {string} lang
 */
function timeText(at, lang) {
  return new Date(at).toLocaleTimeString(lang, {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/**
 * @param {number} at
 * @param {string} lang
 */
function dayText(at, lang) {
  return new Date(at).toLocaleDateString(lang, {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });
}
