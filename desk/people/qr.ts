/** A text as a QR code (ISO/IEC 18004): bytes, level L, versions 1 to 20. Drawn by ourselves: it is a secret, and a page of ours loads nothing. */
import { placed } from './qrGrid.ts';
import { correction } from './reedSolomon.ts';

/** By version: correction codewords a block, and blocks. */
const PER_BLOCK = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
const LARGEST = BLOCKS.length - 1;

/** All codewords that a version holds. */
function capacity(version: number): number {
  const marks = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const alignment = marks === 0 ? 0 : (25 * marks - 10) * marks - 55;
  return Math.floor(((16 * version + 128) * version + 64 - alignment - (version < 7 ? 0 : 36)) / 8);
}
const dataBytes = (version: number): number => capacity(version) - (PER_BLOCK[version] ?? 0) * (BLOCKS[version] ?? 0);
const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

/** Rows of dark (true) and light; undefined where the text is too long. */
export function qrOf(text: string): boolean[][] | undefined {
  const bytes = [...Buffer.from(text)];
  const fits = (version: number): boolean => 4 + lengthBits(version) + 8 * bytes.length <= 8 * dataBytes(version);
  const version = Array.from({ length: LARGEST }, (_, i) => i + 1).find(fits);
  return version === undefined ? undefined : placed(version, interleaved(codewords(bytes, version), version));
}

/** Mode, length, bytes, end, and padding. */
function codewords(bytes: readonly number[], version: number): number[] {
  const bits = (value: number, length: number): string => value.toString(2).padStart(length, '0');
  const said = `0100${bits(bytes.length, lengthBits(version))}${bytes.map((byte) => bits(byte, 8)).join('')}`;
  const room = 8 * dataBytes(version);
  const ended = said.padEnd(Math.min(room, said.length + 4), '0');
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0');
  const words = (whole.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  return Array.from({ length: room / 8 }, (_, i) => words[i] ?? ((i - words.length) % 2 === 0 ? 0xec : 0x11));
}

/** Blocks of nearly one length, each with its correction; written column by column. */
function interleaved(words: readonly number[], version: number): number[] {
  const [count, degree] = [BLOCKS[version] ?? 1, PER_BLOCK[version] ?? 0];
  const short = Math.floor(words.length / count);
  const shortBlocks = count - (words.length % count);
  const blocks = Array.from({ length: count }, (_, i) => {
    const from = i * short + Math.max(0, i - shortBlocks);
    return words.slice(from, from + short + (i < shortBlocks ? 0 : 1));
  });
  const columns = (rows: readonly (readonly number[])[], length: number): number[] =>
    Array.from({ length }, (_, at) => rows.flatMap((row) => (at < row.length ? [row[at] ?? 0] : []))).flat();
  const corrections = blocks.map((block) => correction(block, degree));
  return [...columns(blocks, short + 1), ...columns(corrections, degree)];
}

/** As the path of an SVG, one unit a module, with the quiet zone of four; and the length of its side. */
export function qrPath(text: string): { readonly size: number; readonly path: string } | undefined {
  const rows = qrOf(text);
  if (!rows) return undefined;
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])));
  return { size: rows.length + 8, path: squares.join('') };
}
