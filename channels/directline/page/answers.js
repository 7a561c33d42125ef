import { button, el } from './dom.js';
import { ownUrl, telUrl } from './safe.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').Offer} Offer */
/** @typedef {import('./types.d.ts').CardAction} CardAction */
/**
 * Ways to answer that are more than words.
 * @typedef {{say: (text: string) => void, sharePlace: () => void, camera: () => void, gallery: () => void}} Ways
 */

/** Action types that send their value as the person's text. */
const SAYING = ['imBack', 'postBack', 'messageBack'];
/** Words offered beside the answers of a question: they are none of them and have no number. */
const BESIDE = ['say.human', 'say.keep'];

/**
 * The large buttons under the chat: what the last message of the bot offers.
 * @param {Offer} offer
 * @param {Ways} ways
 * @returns {HTMLElement[]}
 */
export function drawOffer(offer, ways) {
  const made = [];
  if (offer.input === 'time') made.push(timePicker(ways));
  if (offer.input === 'place') made.push(grid(button(t('place.share'), ways.sharePlace, 'choice strong')));
  if (offer.input === 'photo') {
    made.push(
      grid(button(t('file.camera'), ways.camera, 'choice strong'), button(t('file.gallery'), ways.gallery, 'choice')),
    );
  }
  const choices = offer.actions.flatMap((action) => drawAction(action, ways));
  if (offer.numbered) number(choices);
  if (choices.length) made.push(grid(...choices));
  return made;
}

/** @param {...HTMLElement} children */
const grid = (...children) => el('div', { class: 'choices' }, ...children);

/**
 * A button or link for one action; nothing for one that is not safe or not known.
 * @param {CardAction} action
 * @param {Ways} ways
 * @returns {HTMLElement[]}
 */
function drawAction({ type, title, value }, ways) {
  const words = title || (typeof value === 'string' ? value : '');
  if (!words) return [];
  if (SAYING.includes(type)) {
    const text = typeof value === 'string' && value ? value : words;
    return [button(words, () => ways.say(text), 'choice')];
  }
  if (type === 'call') {
    const href = telUrl(value);
    return href ? [el('a', { class: 'choice call', href }, words)] : [];
  }
  const href = type === 'openUrl' ? ownUrl(value) : '';
  return href ? [el('a', { class: 'choice', href, target: '_blank', rel: 'noopener' }, words)] : [];
}

/**
 * Shows before each answer the number that may be sent for it. Dialling is no answer.
 * @param {HTMLElement[]} choices
 */
function number(choices) {
  const beside = BESIDE.map((key) => t(key));
  const answers = choices.filter((c) => c instanceof HTMLButtonElement && !beside.includes(c.textContent ?? ''));
  answers.forEach((answer, i) => {
    answer.dataset.n = `${i + 1}`;
  });
}

/**
 * The wall clock of China as an `<input type=datetime-local>` writes it.
 * @param {number} at
 */
export const wallClock = (at) =>
  new Date(at).toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16).replace(' ', 'T');

/** @param {Ways} ways */
function timePicker({ say }) {
  const now = wallClock(Date.now());
  const input = el('input', { type: 'datetime-local', id: 'when', max: now, value: now });
  const send = () => {
    if (input.value) say(input.value.replace('T', ' '));
    else input.focus();
  };
  return el(
    'div',
    { class: 'picker' },
    el('label', { for: 'when' }, t('time.label')),
    input,
    grid(
      button(t('time.use'), send, 'choice strong'),
      button(t('time.justNow'), () => say(t('time.justNow')), 'choice'),
    ),
  );
}
