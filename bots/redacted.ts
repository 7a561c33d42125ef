/** A text without what reaches a person or tells who she is: numbers of phones, papers and accounts, plates, addresses of mail. Names in the words stay. */

/** Six digits and more in a row, in either width, whatever stands between them as people write it. */
const NUMBER = /[\d\uFF10-\uFF19](?:[ .-]?[\d\uFF10-\uFF19]){5,}[xX]?/g;
const PLATE =
  /(\p{Script=Han}[A-Za-z])[ ·.-]?(?=[A-Za-z]{0,6}\d)[A-HJ-NP-Za-hj-np-z\d]{4,6}(?:\p{Script=Han})?(?![A-Za-z\d])/gu;
/** What stands between words; a word with an @ in it is an address. */
const BETWEEN = /([^\w.+@-]+)/;
const HIDDEN = '****';

export const redacted = (text: string): string =>
  text
    .split(BETWEEN)
    .map((word) => (word.includes('@') ? HIDDEN : word))
    .join('')
    .replace(PLATE, `$1${HIDDEN}`)
    .replace(NUMBER, (digits) => `${HIDDEN}${digits.slice(-2)}`);
