/** Paths of this server that a message may link to. */
const OWN = /^\/(receipt|files)\/[\w\-./~%]+$/;
const TEL = /^tel:\+?[0-9*#-]{2,20}$/;

/**
 * A link that a message may carry: our own receipts and files. Anything else is no link at all.
 * @param {unknown} value
 * @param {string} [origin]
 * @returns {string} path and query, or ''
 */
export function ownUrl(value, origin = location.origin) {
  if (typeof value !== 'string' || !URL.canParse(value, origin)) return '';
  const url = new URL(value, origin);
  return url.origin === origin && OWN.test(url.pathname) ? url.pathname + url.search : '';
}

/**
 * The address of a file in the transcript, on this host: behind a proxy the server may not know its own name.
 * @param {unknown} value
 */
export function ownFile(value) {
  if (typeof value !== 'string' || !URL.canParse(value, location.origin)) return '';
  const { pathname, search } = new URL(value, location.origin);
  return pathname.startsWith('/files/') ? ownUrl(pathname + search) : '';
}

/**
 * A telephone link, or ''.
 * @param {unknown} value
 */
export const telUrl = (value) => (typeof value === 'string' && TEL.test(value) ? value : '');

/** A random id; `crypto.randomUUID` exists on https only. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
