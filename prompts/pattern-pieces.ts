/** Pieces of a pattern, as far as it matters which signs they need and begin with; put side by side, or one after the other. */

export type Signs = ReadonlySet<number>;

interface Need {
  readonly signs: Signs;
  /** How often it is met; the rarest tells most. */
  readonly weight: number;
}
export interface Piece {
  /** The rarest first. */
  readonly needs: readonly Need[];
  readonly first: Signs | undefined;
  readonly empty: boolean;
}

export const NOTHING: Piece = { needs: [], first: new Set(), empty: true };
export const ANYTHING: Piece = { needs: [], first: undefined, empty: false };
/** Signs that stand in most messages: a pattern is better known by others. */
const COMMON = new Set(
  [...'的了我是不在一有人个到这他你们没就要说上来去也都能 ,aeinorst0123456789'].map((sign) => sign.charCodeAt(0)),
);
const COMMON_WEIGHT = 10;

/** So many sets are kept of those that a match needs. */
const MOST_NEEDS = 2;

function union(sets: readonly (Signs | undefined)[]): Signs | undefined {
  const all = new Set<number>();
  for (const set of sets) {
    if (!set) return undefined;
    for (const code of set) all.add(code);
  }
  return all;
}

export function needOf(signs: Signs): Need {
  let weight = signs.size;
  for (const code of signs) if (COMMON.has(code)) weight += COMMON_WEIGHT - 1;
  return { signs, weight };
}

export function either(all: readonly Piece[]): Piece {
  const [only] = all;
  if (only && all.length === 1) return only;
  const needs: Need[] = [];
  for (let i = 0; i < MOST_NEEDS; i += 1) {
    const signs = union(all.map((piece) => piece.needs[i]?.signs));
    if (signs) needs.push(needOf(signs));
  }
  return { needs, first: union(all.map(({ first }) => first)), empty: all.some(({ empty }) => empty) };
}

/** Of all that must be there what is rarest; the first signs up to a piece that cannot be empty. */
export function inARow(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const needs = pieces
    .flatMap((piece) => piece.needs)
    .sort((a, b) => a.weight - b.weight)
    .slice(0, MOST_NEEDS);
  const solid = pieces.findIndex(({ empty }) => !empty);
  const head = pieces.slice(0, solid < 0 ? undefined : solid + 1);
  const first = head.length === 1 ? head[0]?.first : union(head.map((piece) => piece.first));
  return { needs, first, empty: solid < 0 };
}
