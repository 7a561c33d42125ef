/** Where the modules of a QR code stand: fixed patterns, the bits of the codewords, and the mask that reads best. */

/** Undefined: free for data. */
type Grid = (boolean | undefined)[][];
const REMAINDER = { format: 0x537, version: 0x1f25 };

export function placed(version: number, words: readonly number[]): boolean[][] {
  const size = version * 4 + 17;
  const fixed: Grid = Array.from({ length: size }, () => new Array<boolean | undefined>(size).fill(undefined));
  finders(fixed, size);
  alignments(fixed, version, size);
  timing(fixed, size);
  if (version >= 7) versions(fixed, version, size);
  formats(fixed, size, 0);
  const bits = words.flatMap((word) => Array.from({ length: 8 }, (_, i) => ((word >> (7 - i)) & 1) === 1));
  const data = filled(fixed, size, bits);
  const masked = MASKS.map((mask, number) => {
    const grid = data.map((row, y) => row.map((dark, x) => (fixed[y]?.[x] === undefined ? dark !== mask(x, y) : dark)));
    formats(grid, size, number);
    return grid as boolean[][];
  });
  const best = masked.map(penalty);
  return masked[best.indexOf(Math.min(...best))] ?? [];
}

function set(grid: Grid, x: number, y: number, dark: boolean): void {
  const row = grid[y];
  if (row && x >= 0 && x < row.length) row[x] = dark;
}

function finders(grid: Grid, size: number): void {
  for (const [left, top] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy += 1)
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(grid, left + dx, top + dy, ring !== 2 && ring !== 4);
      }
}

function centres(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step).reverse()];
}

function alignments(grid: Grid, version: number, size: number): void {
  const all = centres(version, size);
  for (const x of all)
    for (const y of all) {
      // A finder stands there.
      if ((x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6)) continue;
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) set(grid, x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
}

function timing(grid: Grid, size: number): void {
  for (let i = 8; i < size - 8; i += 1) {
    set(grid, i, 6, i % 2 === 0);
    set(grid, 6, i, i % 2 === 0);
  }
}

/** The value with its remainder behind it (BCH). */
function coded(value: number, by: number, length: number): number {
  let rest = value;
  for (let i = 0; i < length; i += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * by);
  return (value << length) | rest;
}

/** Level L and the mask, twice; and the one module that is always dark. */
function formats(grid: Grid, size: number, mask: number): void {
  const bits = coded((1 << 3) | mask, REMAINDER.format, 10) ^ 0x5412;
  for (let i = 0; i < 15; i += 1) {
    const dark = ((bits >> i) & 1) === 1;
    set(grid, 8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, dark);
    set(grid, i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i, 8, dark);
  }
  set(grid, 8, size - 8, true);
}

function versions(grid: Grid, version: number, size: number): void {
  const bits = coded(version, REMAINDER.version, 12);
  for (let i = 0; i < 18; i += 1) {
    const dark = ((bits >> i) & 1) === 1;
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(grid, a, b, dark);
    set(grid, b, a, dark);
  }
}

/** Two columns at a time from the right, up and down; the column of the timing pattern is left out. */
function filled(fixed: Grid, size: number, bits: readonly boolean[]): boolean[][] {
  const grid = fixed.map((row) => row.map((dark) => dark ?? false));
  let next = 0;
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    const right = size - 1 - 2 * pair - (size - 1 - 2 * pair <= 6 ? 1 : 0);
    for (let step = 0; step < size; step += 1) {
      const y = pair % 2 === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]?.[x] !== undefined) continue;
        set(grid, x, y, bits[next] ?? false);
        next += 1;
      }
    }
  }
  return grid;
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** How hard a grid is to read: runs, blocks, what looks like a finder, and too much of one colour. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const size = grid.length;
  const rows = grid.map((row) => row.map(Number).join(''));
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]).join(''))];
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const finderLike = lines.reduce((sum, line) => sum + count(line, '10111010000') + count(line, '00001011101'), 0);
  let blocks = 0;
  for (let y = 0; y + 1 < size; y += 1)
    for (let x = 0; x + 1 < size; x += 1) {
      const four = new Set([grid[y]?.[x], grid[y]?.[x + 1], grid[y + 1]?.[x], grid[y + 1]?.[x + 1]]);
      if (four.size === 1) blocks += 1;
    }
  const dark = rows.join('').replaceAll('0', '').length;
  return runs + 3 * blocks + 40 * finderLike + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / size / size);
}

const count = (line: string, pattern: string): number =>
  Array.from(line).filter((_, i) => line.startsWith(pattern, i)).length;
