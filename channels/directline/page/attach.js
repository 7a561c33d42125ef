import { $, $as } from './dom.js';
import { problemOf, typeOf } from './files.js';
import { here } from './place.js';
import { closeDialogs } from './views.js';
import { t } from './words.js';

/** @typedef {(draft: import('./types.d.ts').Draft) => Promise<void>} Send */

/** Opens the camera, or the photos and documents of the phone. */
export const camera = () => $('camera').click();
export const gallery = () => $('gallery').click();

/** @param {string} text a short word about what the page itself did or could not do */
export function notice(text) {
  $('notice').textContent = text;
}

/** @param {Send} send */
export async function sharePlace(send) {
  closeDialogs();
  notice(t('place.looking'));
  try {
    const place = await here();
    notice('');
    await send({ kind: 'message', text: '', entities: [place] });
  } catch (problem) {
    notice(t(problem instanceof Error ? problem.message : 'place.notFound'));
  }
}

/**
 * @param {HTMLInputElement} picker
 * @param {Send} send
 */
async function sendFiles(picker, send) {
  closeDialogs();
  notice('');
  for (const file of [...(picker.files ?? [])]) {
    const problem = problemOf(file);
    if (problem) notice(t(problem, { name: file.name }));
    else await send({ kind: 'file', name: file.name, type: typeOf(file), bytes: await file.arrayBuffer() });
  }
  picker.value = '';
}

/** @param {Send} send */
export function wireAttach(send) {
  for (const id of ['camera', 'gallery']) {
    const picker = $as(id, HTMLInputElement);
    picker.addEventListener('change', () => sendFiles(picker, send));
  }
  $('do-camera').addEventListener('click', camera);
  $('do-gallery').addEventListener('click', gallery);
  $('do-place').addEventListener('click', () => sharePlace(send));
}
