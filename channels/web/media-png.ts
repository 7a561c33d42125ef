import { broken, MAX_PARTS, type Picture } from './media-picture.ts';

/** What a still picture needs; text, time, Exif and the frames of an animation are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs']);
const SIGNATURE = 8;

/** Reads a PNG chunk by chunk, without inflating anything. What follows its end is left out. */
export function readPng(bytes: Buffer): Picture {
  const kept = [bytes.subarray(0, SIGNATURE)];
  let pixels = 0;
  let data = false;
  for (let at = SIGNATURE; at + 12 <= bytes.length && kept.length < MAX_PARTS; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || (at === SIGNATURE && (type !== 'IHDR' || length !== 13))) throw broken();
    if (at === SIGNATURE) pixels = bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12);
    if (type === 'IDAT') data = true;
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') {
      if (pixels === 0 || !data) throw broken();
      return { pixels, display: Buffer.concat(kept) };
    }
    at = end;
  }
  throw broken();
}
