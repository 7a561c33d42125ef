import { $, $as } from './dom.js';
import { problemOf, typeOf } from './files.js';
import { here } from './place.js';
import { doubtOf } from './sharp.js';
import { closeDialogs, openDialog } from './views.js';
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
    if (problem) {
      notice(t(problem, { name: file.name }));
      continue;
    }
    const picture = { name: file.name, type: typeOf(file), bytes: await file.arrayBuffer() };
    // At the roadside nobody is kept waiting for a better photo.
    const reporting = !$('stages').hidden;
    if (reporting || (await mayGo(picture, picker))) await send({ kind: 'file', ...picture });
    else notice(t('doubt.notSent', { name: file.name }));
  }
  picker.value = '';
}

/**
 * Whether a picture goes as it is: where it looks blurred or blank the person decides.
 * @param {{type: string, bytes: ArrayBuffer}} picture
 * @param {HTMLInputElement} picker opened again for whoever takes another
 * @returns {Promise<boolean>}
 */
async function mayGo(picture, picker) {
  const doubt = await doubtOf(picture);
  if (!doubt) return true;
  const preview = $as('doubt-picture', HTMLImageElement);
  preview.src = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
  $('doubt-why').textContent = t(doubt);
  const dialog = $as('doubt', HTMLDialogElement);
  dialog.returnValue = '';
  openDialog('doubt');
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  URL.revokeObjectURL(preview.src);
  preview.removeAttribute('src');
  if (dialog.returnValue === 'again') picker.click();
  return dialog.returnValue === 'send';
}

/** @param {Send} send */
export function wireAttach(send) {
  for (const id of ['camera', 'gallery']) {
    const picker = $as(id, HTMLInputElement);
    picker.addEventListener('change', () => sendFiles(picker, send));
  }
  $('do-camera').addEventListener('click', camera);
  $('do-gallery').addEventListener('click', gallery);
  for (const choice of ['send', 'again'])
    $(`doubt-${choice}`).addEventListener('click', () => $as('doubt', HTMLDialogElement).close(choice));
  $('do-place').addEventListener('click', () => sharePlace(send));
}
