import { button, el } from './dom.js';
import { previewOf, sizeText } from './files.js';
import { ownFile } from './safe.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').Line} Line */
/** @typedef {import('./types.d.ts').Item} Item */
/** @typedef {import('./types.d.ts').Attachment} Attachment */

/** Why a file was refused, by the server's code. */
const REFUSALS = /** @type {Record<string, string>} */ ({
  413: 'file.tooLarge',
  415: 'file.badType',
  FileTooLarge: 'file.tooLarge',
  ImageTooLarge: 'file.tooLarge',
  FileTypeNotAllowed: 'file.badType',
  FileBroken: 'file.broken',
  FileEmpty: 'file.empty',
  QuotaExceeded: 'file.quota',
});

/**
 * A file in the transcript. Its picture is the one this browser still has, else the server's copy.
 * @param {Attachment} attachment
 * @param {Line} line
 */
export function drawAttachment({ contentType, contentUrl, name = '' }, { item }) {
  const url = ownFile(contentUrl);
  const mine = item ? previewOf(item) : '';
  const picture = mine || (contentType.startsWith('image/') ? url : '');
  const shown = picture
    ? el('img', { src: picture, alt: t('file.photo', { name }), loading: 'lazy' })
    : el('span', { class: 'doc' }, name || t('file.document'));
  return url ? el('a', { class: 'file', href: url, target: '_blank', rel: 'noopener' }, shown) : shown;
}

/**
 * A file on its way.
 * @param {Item} item
 */
export function drawFile(item) {
  if (item.draft.kind !== 'file') return [];
  const { name, bytes } = item.draft;
  const picture = previewOf(item);
  const shown = picture
    ? el('img', { src: picture, alt: t('file.photo', { name }) })
    : el('span', { class: 'doc' }, bytes.byteLength ? `${name} · ${sizeText(bytes.byteLength)}` : name);
  if (item.state !== 'sending') return [shown];
  return [shown, el('progress', { max: '1', value: '0', 'aria-label': t('file.progress', { name }) })];
}

/**
 * @param {Item} item
 * @param {import('./bubbles.js').Actions} actions
 */
export function refusal({ id, refused = '' }, actions) {
  return el(
    'div',
    { class: 'refusal' },
    el('p', {}, t(REFUSALS[refused] ?? 'send.refused')),
    button(t('send.again'), () => actions.retry(id), 'small'),
    button(t('send.drop'), () => actions.drop(id), 'small'),
  );
}
