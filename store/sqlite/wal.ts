/**
 * Looks at the write-ahead log that a crash has left, before SQLite does. SQLite reads it up to the first frame whose
 * checksum is wrong and takes the rest for what a power loss tore, without a word. But a power loss can tear the last
 * transaction only, because each commit waits for the disk: what lies behind that was acknowledged, and a changed byte
 * has cost it. The format: sqlite.org/fileformat2.html#walformat.
 */
import { existsSync, readFileSync } from 'node:fs';
import { RESTORE, StoreDamaged } from '../errors.ts';

const HEAD = 32;
const FRAME_HEAD = 24;
/** The last bit says in which byte order checksums are summed. */
const MAGIC = 0x377f0682;

type Sum = readonly [number, number];

interface Log {
  readonly bytes: DataView;
  readonly littleEndian: boolean;
  /** Length of a frame: its head and one page. */
  readonly frame: number;
}

/** Throws `StoreDamaged` if commits lie behind a place that cannot be read. Nobody else may have the database open. */
export function refuseDamagedLog(path: string): void {
  const log = `${path}-wal`;
  if (!existsSync(log)) return;
  const { good, lost } = examine(readFileSync(log));
  if (lost === 0) return;
  throw new StoreDamaged(
    `${log} is damaged at byte ${good}: ${lost} or more commits behind it cannot be read, although they were acknowledged. Keep a copy of the data directory. Then ${RESTORE}; or, where the backup is older than what the log still holds, go on without those commits: truncate -s ${good} ${log}`,
  );
}

/** Up to where the log can be read, and how many commits at least lie behind that. */
export function examine(buffer: Buffer): { readonly good: number; readonly lost: number } {
  if (buffer.length < HEAD) return { good: buffer.length, lost: 0 };
  const bytes = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  const magic = bytes.getUint32(0);
  const log = { bytes, littleEndian: (magic & 1) === 0, frame: FRAME_HEAD + bytes.getUint32(8) };
  const head = sumOf(log, 0, 24, [0, 0]);
  if (magic >>> 1 !== MAGIC >>> 1 || !isAt(bytes, 24, head)) return { good: 0, lost: buffer.length > HEAD ? 1 : 0 };
  const good = endOfGood(log, head);
  return { good, lost: commitsBehind(log, good) };
}

function endOfGood(log: Log, head: Sum): number {
  const { bytes, frame } = log;
  let sum = head;
  let at = HEAD;
  for (; at + frame <= bytes.byteLength && isOfThisLog(bytes, at); at += frame) {
    sum = sumOf(log, at + FRAME_HEAD, at + frame, sumOf(log, at, at + 8, sum));
    if (!isAt(bytes, at + 16, sum)) break;
  }
  return at;
}

/** Commits with something of the same log after them: what a power loss leaves has none of those. */
function commitsBehind({ bytes, frame }: Log, from: number): number {
  let commits = 0;
  for (let at = from; at + 2 * frame <= bytes.byteLength; at += frame) {
    const isCommit = bytes.getUint32(at + 4) > 0;
    if (isCommit && isOfThisLog(bytes, at) && isOfThisLog(bytes, at + frame)) commits += 1;
  }
  return commits;
}

/** Frames of an earlier round of the same file have other salts. */
const isOfThisLog = (bytes: DataView, at: number): boolean =>
  bytes.getUint32(at + 8) === bytes.getUint32(16) && bytes.getUint32(at + 12) === bytes.getUint32(20);

const isAt = (bytes: DataView, at: number, [a, b]: Sum): boolean =>
  bytes.getUint32(at) === a && bytes.getUint32(at + 4) === b;

function sumOf({ bytes, littleEndian }: Log, from: number, to: number, [first, second]: Sum): Sum {
  let [a, b] = [first, second];
  for (let at = from; at < to; at += 8) {
    a = (a + bytes.getUint32(at, littleEndian) + b) >>> 0;
    b = (b + bytes.getUint32(at + 4, littleEndian) + a) >>> 0;
  }
  return [a, b];
}
