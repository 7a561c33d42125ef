import { cardText } from './cardtext.js';
import { $, el } from './dom.js';
import { isKept } from './offline.js';
import { language, recall, remember } from './settings.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').SceneCard} SceneCard */

/** @type {SceneCard | null} */
let card = null;
let cardLanguage = '';

/** Numbers of the ticked photos: the order of the list is the same in every language. */
const ticks = () => new Set(recall('ticks').split(',').filter(Boolean).map(Number));

/** Fetches and draws the card. */
export async function openCard() {
  const lang = language();
  if (!card || cardLanguage !== lang) {
    const answer = await fetch(`/page/card/${lang}.json`).catch(() => null);
    if (answer?.ok) {
      card = await answer.json();
      cardLanguage = lang;
    }
  }
  if (card) draw(card);
  else $('card-body').replaceChildren(el('p', { class: 'problem' }, t('card.unreachable')));
  $('card-offline').textContent = t((await isKept(`/page/card/${lang}.json`)) ? 'card.kept' : 'card.notKept');
}

/** @param {SceneCard} c */
function draw(c) {
  $('card-title').textContent = c.title;
  $('card-body').replaceChildren(
    el('ol', { class: 'steps' }, ...c.steps.map((step) => el('li', {}, step))),
    section('card.distances', el('ul', { class: 'distances' }, ...c.distances.map(({ text }) => el('li', {}, text)))),
    section('card.photos', el('p', { id: 'card-missing', role: 'status' }), photoList(c)),
    section('card.dont', el('ul', { class: 'dont' }, ...c.dont.map((text) => el('li', {}, text)))),
    el('p', { class: 'must' }, c.note),
  );
  showMissing(c);
}

/**
 * @param {string} key
 * @param {...HTMLElement} children
 */
const section = (key, ...children) => el('section', {}, el('h2', {}, t(key)), ...children);

/** @param {SceneCard} c */
function photoList(c) {
  const done = ticks();
  const list = el('ul', { class: 'photos' });
  c.photos.forEach((photo, i) => {
    const box = el('input', { type: 'checkbox' });
    box.checked = done.has(i);
    box.addEventListener('change', () => tick(c, i, box.checked));
    list.append(el('li', {}, el('label', {}, box, el('span', {}, photo))));
  });
  return list;
}

/**
 * @param {SceneCard} c
 * @param {number} index
 * @param {boolean} on
 */
function tick(c, index, on) {
  const done = ticks();
  if (on) done.add(index);
  else done.delete(index);
  remember('ticks', [...done].join(','));
  showMissing(c);
}

/** @param {SceneCard} c */
function showMissing(c) {
  const done = ticks();
  const missing = c.photos.filter((_, i) => !done.has(i)).length;
  $('card-missing').textContent = missing ? t('card.missing', { n: missing }) : t('card.complete');
}

/** Begins the list again. */
export function clearTicks() {
  remember('ticks', '');
  if (card) draw(card);
}

/** @param {SceneCard} c */
function textOf(c) {
  const done = ticks();
  const calls = [...document.querySelectorAll('#card-calls a:not([hidden])')].map((a) => a.textContent);
  return cardText(c, (photo) => done.has(c.photos.indexOf(photo)), t, calls.join(' · '));
}

/** Saves the card as a text file. */
export function saveCard() {
  if (!card) return;
  // The byte order mark tells old text viewers that this is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', textOf(card)], { type: 'text/plain;charset=utf-8' }));
  el('a', { href: url, download: `${card.title}.txt` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  $('card-saved').textContent = t('card.saved');
}

/** Copies the card: browsers inside other apps often save no files. */
export async function copyCard() {
  if (!card) return;
  const copied = await copy(textOf(card));
  $('card-saved').textContent = t(copied ? 'card.copied' : 'card.notCopied');
}

/** @param {string} text */
async function copy(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  // Plain http has no clipboard; the old way needs a selected field.
  const field = el('textarea', { readonly: true, class: 'unseen' }, text);
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
