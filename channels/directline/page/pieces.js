/** The server takes no more characters in one message. */
export const LONGEST = 4_000;

/** Where a cut hurts least, best first: after a line, a sentence, a part of one, a word. */
const ENDS = ['\n', '\u3002\uff01\uff1f!?\u2026', '\uff1b;\uff0c,\u3001', ' \t'];

/**
 * A long text in pieces that can be sent one after the other. Nothing is lost but blanks where it is cut.
 * @param {string} text
 * @returns {string[]}
 */
export function pieces(text) {
  /** @type {string[]} */
  const made = [];
  let rest = text.trim();
  while (rest.length > LONGEST) {
    const at = cut(rest);
    made.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest ? [...made, rest] : made;
}

/**
 * The last good place in the second half of what fits; else the limit itself, but never within one sign.
 * @param {string} text
 */
function cut(text) {
  for (const ends of ENDS) {
    for (let at = LONGEST; at > LONGEST / 2; at--) if (ends.includes(text.charAt(at - 1))) return at;
  }
  const half = text.charCodeAt(LONGEST - 1);
  return half >= 0xd800 && half < 0xdc00 ? LONGEST - 1 : LONGEST;
}
