/** Largest file the server takes, bytes. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** What the server takes; phones turn their own HEIC into JPEG for a page that asks for these. */
const TYPES = ['image/jpeg', 'image/png', 'application/pdf'];
const BY_ENDING = /** @type {Record<string, string>} */ ({
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
});

/** @type {Map<string, string>} item → address of its picture in this browser */
const previews = new Map();

/**
 * What is wrong with a file, before anything is sent: the key of a sentence, or ''.
 * @param {{name: string, type: string, size: number}} file
 */
export function problemOf(file) {
  if (!typeOf(file)) return 'file.badType';
  if (file.size > MAX_BYTES) return 'file.tooLarge';
  return file.size === 0 ? 'file.empty' : '';
}

/**
 * The type of an acceptable file, or ''. Some phones tell none; then its ending does.
 * @param {{name: string, type: string}} file
 */
export function typeOf(file) {
  if (TYPES.includes(file.type)) return file.type;
  const ending = file.name.toLowerCase().split('.').at(-1) ?? '';
  return file.type === '' ? (BY_ENDING[ending] ?? '') : '';
}

/**
 * A picture of what is being sent; '' for what is none.
 * @param {import('./types.d.ts').Item} item
 */
export function previewOf({ id, draft }) {
  if (draft.kind !== 'file' || !draft.type.startsWith('image/')) return '';
  const known = previews.get(id);
  if (known) return known;
  const url = URL.createObjectURL(new Blob([draft.bytes], { type: draft.type }));
  previews.set(id, url);
  return url;
}

export function forgetPreviews() {
  for (const url of previews.values()) URL.revokeObjectURL(url);
  previews.clear();
}

/**
 * @param {number} bytes
 */
export function sizeText(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
