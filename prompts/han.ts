/** How many Chinese characters a text has: asked of every message, where a list of them all would be made only to be counted. */

const HAN = /\p{Script=Han}/u;
/** For each sign whether it is one, worked out when it is first seen: 0 is not known yet. */
const known = new Uint8Array(0x1_0000);
const [NO, YES] = [1, 2];

function isHan(code: number): boolean {
  if (known[code] === 0) known[code] = HAN.test(String.fromCharCode(code)) ? YES : NO;
  return known[code] === YES;
}

export function hanIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0;
    // Rare characters are written in two halves.
    if (code > 0xffff) i += 1;
    if (code > 0xffff ? HAN.test(String.fromCodePoint(code)) : isHan(code)) count += 1;
  }
  return count;
}
