import { tooLarge } from './body.ts';
import { readJpeg } from './media-jpeg.ts';
import { withoutMetadata } from './media-mp4.ts';
import { broken, emptyFile, notAllowed, type Picture } from './media-picture.ts';
import { readPng } from './media-png.ts';
import { readWebp } from './media-webp.ts';

export const MAX_FILE = 10 * 1024 * 1024;
export const MAX_PIXELS = 40_000_000;

/** What a file is, judged by its content alone, and the copy that may be shown: null where the original is. */
export interface Media {
  readonly type: string;
  readonly display: Buffer | null;
}

const at = (bytes: Buffer, offset: number, text: string) =>
  bytes.toString('latin1', offset, offset + text.length) === text;

const PNG = '\x89PNG\r\n\x1a\n';

function picture(type: string, { pixels, display }: Picture): Media {
  if (pixels > MAX_PIXELS) throw tooLarge('ImageTooLarge', `A picture may have ${MAX_PIXELS} pixels at most.`);
  return { type, display };
}

/** Its own metadata stays: names and dates of documents are part of the evidence. A portable document ends with its own mark; without it the upload was cut. */
function pdf(bytes: Buffer): Media {
  if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8)) || bytes.lastIndexOf('%%EOF') < 0) throw broken();
  return { type: 'application/pdf', display: null };
}

const SOUND_BRANDS = new Set(['M4A ', 'M4B ']);
const FILM_BRANDS = new Set(['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'MSNV']);

/** The MPEG-4 family by its main brand; HEIC, AVIF and QuickTime look alike and are not taken. */
function mpeg4(bytes: Buffer): Media {
  const size = bytes.length >= 16 ? bytes.readUInt32BE(0) : 0;
  const brand = bytes.toString('latin1', 8, 12);
  const type = SOUND_BRANDS.has(brand) ? 'audio/mp4' : FILM_BRANDS.has(brand) ? 'video/mp4' : undefined;
  if (type === undefined) throw notAllowed();
  if (size < 16 || size > bytes.length) throw broken();
  return { type, display: withoutMetadata(bytes) };
}

/** Header of an MPEG audio frame, layer III. */
function isMp3Frame(bytes: Buffer, offset: number): boolean {
  const [sync, kind, rate] = [bytes[offset] ?? 0, bytes[offset + 1] ?? 0, bytes[offset + 2] ?? 0];
  const version = (kind >> 3) & 3;
  const layer = (kind >> 1) & 3;
  return sync === 0xff && kind >= 0xe0 && version !== 1 && layer === 1 && rate >> 4 !== 15 && ((rate >> 2) & 3) !== 3;
}

function isMp3(bytes: Buffer): boolean {
  if (!at(bytes, 0, 'ID3')) return isMp3Frame(bytes, 0);
  // The tag's length: four bytes of seven bits.
  const length = [6, 7, 8, 9].reduce((sum, i) => (sum << 7) | ((bytes[i] ?? 0) & 0x7f), 0);
  return isMp3Frame(bytes, 10 + length);
}

const JPEG = '\xff\xd8\xff';

/** Says what a file is and makes its display copy; throws a `Refusal` for everything that is not on the list. Linear. */
export function inspect(bytes: Buffer): Media {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.length > MAX_FILE) throw tooLarge('FileTooLarge', `A file may have ${MAX_FILE} bytes at most.`);
  if (at(bytes, 0, JPEG)) return picture('image/jpeg', readJpeg(bytes));
  if (at(bytes, 0, PNG)) return picture('image/png', readPng(bytes));
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return picture('image/webp', readWebp(bytes));
  if (at(bytes, 0, '%PDF-')) return pdf(bytes);
  if (at(bytes, 4, 'ftyp')) return mpeg4(bytes);
  if (at(bytes, 0, '#!AMR\n') || at(bytes, 0, '#!AMR-WB\n')) return { type: 'audio/amr', display: null };
  if (isMp3(bytes)) return { type: 'audio/mpeg', display: null };
  throw notAllowed();
}
