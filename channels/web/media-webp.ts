import { broken, MAX_PARTS, notAllowed, type Picture } from './media-picture.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);
const HEADER = 12;
/** Flags of VP8X for what we leave out. */
const EXIF = 0x08;
const XMP = 0x04;
const ANIMATED = 0x02;

function pixelsOf(type: string, body: Buffer): number {
  if (type === 'VP8X' && body.length >= 10) return (body.readUIntLE(4, 3) + 1) * (body.readUIntLE(7, 3) + 1);
  if (type === 'VP8 ' && body.length >= 10) {
    if (body.readUIntBE(3, 3) !== 0x9d012a) throw broken();
    return (body.readUInt16LE(6) & 0x3fff) * (body.readUInt16LE(8) & 0x3fff);
  }
  if (type === 'VP8L' && body.length >= 5) {
    if (body[0] !== 0x2f) throw broken();
    const bits = body.readUInt32LE(1);
    return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
  }
  return 0;
}

function withoutMetadataFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~(EXIF | XMP);
  return copy;
}

/** Reads a WebP chunk by chunk, without decoding. Animations are refused: no camera takes them. */
export function readWebp(bytes: Buffer): Picture {
  const limit = bytes.readUInt32LE(4) + 8;
  if (limit > bytes.length) throw broken();
  const kept: Buffer[] = [];
  let pixels = 0;
  let data = false;
  for (let at = HEADER; at + 8 <= limit && kept.length < MAX_PARTS; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > limit) throw broken();
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'ANIM' || (type === 'VP8X' && ((body[0] ?? 0) & ANIMATED) !== 0)) throw notAllowed();
    pixels = Math.max(pixels, pixelsOf(type, body));
    data ||= type === 'VP8 ' || type === 'VP8L';
    const chunk = bytes.subarray(at, end);
    if (KEPT.has(type)) kept.push(type === 'VP8X' ? withoutMetadataFlags(chunk) : chunk);
    at = end;
  }
  if (pixels === 0 || !data) throw broken();
  const display = Buffer.concat([bytes.subarray(0, HEADER), ...kept]);
  display.writeUInt32LE(display.length - 8, 4);
  return { pixels, display };
}
