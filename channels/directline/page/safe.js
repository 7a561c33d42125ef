/** Paths of this server that a message may link to. */
const OWN = /^\/(receipt|files|chat\/(?:papers|objection))\/[\w\-./~%]+$/;
const TEL = /^tel:\+?[0-9*#-]{2,20}$/;

/**
 * `URL.canParse` is missing in the browsers inside older apps.
 * @param {unknown} value
 * @param {string} origin
 */
function parse(value, origin) {
  try {
    return typeof value === 'string' ? new URL(value, origin) : null;
  } catch {
    return null;
  }
}

/**
 * A link that a message may carry: our own receipts, lists and files. Anything else is no link at all.
 * @param {unknown} value
 * @param {string} [origin]
 * @returns {string} path and query, or ''
 */
export function ownUrl(value, origin = location.origin) {
  const url = parse(value, origin);
  return url?.origin === origin && OWN.test(url.pathname) ? url.pathname + url.search : '';
}

/**
 * The address of a file in the transcript, on this host: behind a proxy the server may not know its own name.
 * @param {unknown} value
 */
export function ownFile(value) {
  const url = parse(value, location.origin);
  return url?.pathname.startsWith('/files/') ? ownUrl(url.pathname + url.search) : '';
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
