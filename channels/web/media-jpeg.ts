import { broken, MAX_PARTS, type Picture } from './media-picture.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

const startsWith = (body: Buffer, text: string) => body.toString('latin1', 0, text.length) === text;

/** What a picture needs to look right: size and colours. Everything else a camera writes may tell where and who. */
function keeps(marker: number, body: Buffer): boolean {
  if (marker === APP2) return startsWith(body, 'ICC_PROFILE\0');
  if (marker === COMMENT) return false;
  return marker < APP0 || marker > APP15 || marker === APP0 || marker === APP14;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Orientation (1–8) in the first directory of an Exif block; 1 where there is none. */
function orientationOf(exif: Buffer): number {
  const tiff = exif.subarray(6);
  const little = startsWith(tiff, 'II*\0');
  if (!startsWith(exif, 'Exif\0\0') || !(little || startsWith(tiff, 'MM\0*')) || tiff.length < 10) return 1;
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const count = Math.min(u16(directory), Math.floor((tiff.length - directory - 2) / 12));
  for (let i = 0; i < count; i += 1) {
    const entry = directory + 2 + 12 * i;
    if (u16(entry) === 0x0112) return u16(entry + 8);
  }
  return 1;
}

/** An Exif block that says nothing but which way is up. */
function orientationBlock(orientation: number): Buffer[] {
  if (orientation < 2 || orientation > 8) return [];
  const head = Buffer.from('\xff\xe1\0\x22Exif\0\0II*\0\x08\0\0\0', 'latin1');
  // One entry: tag 0x0112, a short, one value; no further directory.
  const directory = Buffer.from([1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
  return [head, directory];
}

/** End of the compressed data that begins at `from`: the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw broken();
}

interface Segment {
  readonly marker: number;
  /** Everything of it, with what is compressed behind it. */
  readonly whole: Buffer;
  readonly body: Buffer;
}

/** The segments from behind the start up to and including the end of the image. */
function* segments(bytes: Buffer): Generator<Segment> {
  let at = 2;
  for (let count = 0; count < MAX_PARTS && bytes[at] === 0xff; count += 1) {
    // A marker may be led in by any number of these.
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return yield { marker, whole: bytes.subarray(at, at + 2), body: bytes.subarray(0, 0) };
    const bodyEnd = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : 0;
    if (marker === 0 || marker === SOI || bodyEnd < at + 4 || bodyEnd > bytes.length) throw broken();
    const end = marker === SOS ? endOfScan(bytes, bodyEnd) : bodyEnd;
    yield { marker, whole: bytes.subarray(at, end), body: bytes.subarray(at + 4, bodyEnd) };
    at = end;
  }
  throw broken();
}

/** Reads a JPEG segment by segment, without decoding, in one pass. What follows its end (a film, an archive) is left out. */
export function readJpeg(bytes: Buffer): Picture {
  const kept: Buffer[] = [];
  let pixels = 0;
  let orientation = 1;
  let scanned = false;
  for (const { marker, whole, body } of segments(bytes)) {
    if (marker === APP1 && orientation === 1) orientation = orientationOf(body);
    if (isFrame(marker) && body.length >= 5) pixels = Math.max(pixels, body.readUInt16BE(1) * body.readUInt16BE(3));
    scanned ||= marker === SOS;
    if (keeps(marker, body)) kept.push(whole);
  }
  if (pixels === 0 || !scanned) throw broken();
  return { pixels, display: Buffer.concat([bytes.subarray(0, 2), ...orientationBlock(orientation), ...kept]) };
}
