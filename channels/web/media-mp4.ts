/** Boxes that hold the ones we look for. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf', 'mvex', 'edts']);
/** Title, maker, place (`\xa9xyz`, `loci`), XMP: nothing that a player needs. */
const METADATA = new Set(['udta', 'meta', 'uuid', 'free', 'skip', '\xa9xyz', 'loci']);
/** Kinds of tracks that are seen or heard; others tell where the camera was. */
const SHOWN_TRACKS = new Set(['vide', 'soun']);
const MAX_DEPTH = 8;

interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins and ends. */
  readonly body: number;
  readonly end: number;
}

/** The box at `start`; one that claims more than there is ends where its parent ends. */
function boxAt(bytes: Buffer, start: number, parentEnd: number): Box | undefined {
  if (parentEnd - start < 8) return undefined;
  const size = bytes.readUInt32BE(start);
  const large = size === 1 && parentEnd - start >= 16;
  const length = large ? Number(bytes.readBigUInt64BE(start + 8)) : size === 0 ? parentEnd - start : size;
  const body = start + (large ? 16 : 8);
  if (start + length < body) return undefined;
  return {
    type: bytes.toString('latin1', start + 4, start + 8),
    start,
    body,
    end: Math.min(start + length, parentEnd),
  };
}

function* boxes(bytes: Buffer, start: number, end: number): Generator<Box> {
  for (let box = boxAt(bytes, start, end); box; box = boxAt(bytes, box.end, end)) yield box;
}

/** What kind of track it is, by its handler. */
function trackKind(bytes: Buffer, trak: Box): string | undefined {
  for (const media of boxes(bytes, trak.body, trak.end)) {
    if (media.type !== 'mdia') continue;
    for (const { type, body, end } of boxes(bytes, media.body, media.end))
      if (type === 'hdlr' && end - body >= 12) return bytes.toString('latin1', body + 8, body + 12);
  }
  return undefined;
}

/** Metadata, tracks that are neither seen nor heard, and boxes nested deeper than in any film. */
const isUnwanted = (bytes: Buffer, box: Box, depth: number): boolean =>
  METADATA.has(box.type) ||
  (box.type === 'trak' && !SHOWN_TRACKS.has(trackKind(bytes, box) ?? 'none')) ||
  (CONTAINERS.has(box.type) && depth >= MAX_DEPTH);

const isBlank = (bytes: Buffer, { type, body, end }: Box): boolean =>
  type === 'free' && bytes.subarray(body, end).every((byte) => byte === 0);

/**
 * The same film or sound with its metadata turned into empty space of the same length, so that no offset changes; null
 * where there is none. What a removed track had recorded stays among the samples, without anything that says what it is.
 */
export function withoutMetadata(bytes: Buffer): Buffer | null {
  let copy: Buffer | null = null;
  const blank = (box: Box) => {
    copy ??= Buffer.from(bytes);
    copy.write('free', box.start + 4, 'latin1');
    copy.fill(0, box.body, box.end);
  };
  const clean = (start: number, end: number, depth: number) => {
    for (const box of boxes(bytes, start, end)) {
      if (isUnwanted(bytes, box, depth)) {
        if (!isBlank(bytes, box)) blank(box);
      } else if (CONTAINERS.has(box.type)) clean(box.body, box.end, depth + 1);
    }
  };
  clean(0, bytes.length, 0);
  return copy;
}
