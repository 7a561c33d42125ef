/** Whether both databases hold the same, counted and hashed table by table in the order of their keys. */
import { createHash, type Hash } from 'node:crypto';
import type { Source } from './source.ts';
import { FILE_BYTES, FILE_COLUMNS, keyOf, type Row, TABLES, type Table } from './tables.ts';
import type { Target } from './target.ts';

export interface Compared {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

type Page = (after: Row | undefined) => Promise<Row[]> | Row[];

const PAGE = 500;

export async function compareAll(
  source: Source,
  target: Target,
  say: (line: string) => void,
): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  const note = (here: Compared, there: Compared): void => {
    if (here.rows !== there.rows || here.hash !== there.hash) {
      throw new Error(
        `Table ${here.table} differs: ${here.rows} rows there, ${there.rows} here. Was lipei started on the old database after the copy was begun? Empty the new one and copy again.`,
      );
    }
    compared.push(here);
    say(`${here.table}: ${here.rows} rows, sha256 ${here.hash.slice(0, 16)}… equal`);
  };
  for (const table of TABLES) {
    const columns = source.columns(table);
    const walk = (page: Page) => sumUp(table, columns, page);
    note(
      await walk((after) => source.page(table, columns, after, PAGE)),
      await walk((after) => target.page(table, columns, after, PAGE)),
    );
  }
  const one = (after: Row | undefined) => target.page(FILE_BYTES, FILE_COLUMNS, after, 1);
  note(await sumUpFiles(source), await sumUp(FILE_BYTES, FILE_COLUMNS, one));
  return compared;
}

async function sumUp(table: Table, columns: readonly string[], page: Page): Promise<Compared> {
  const hash = createHash('sha256');
  let count = 0;
  for (let rows = await page(undefined); rows.length > 0; rows = await page(keyOf(table, columns, rows.at(-1) ?? []))) {
    for (const row of rows) addTo(hash, row);
    count += rows.length;
  }
  return { table: table.name, rows: count, hash: hash.digest('hex') };
}

async function sumUpFiles(source: Source): Promise<Compared> {
  const hash = createHash('sha256');
  let count = 0;
  for (let next = await source.nextFile(''); next; next = await source.nextFile(next.id)) {
    for (const row of next.rows) addTo(hash, row);
    count += next.rows.length;
  }
  return { table: FILE_BYTES.name, rows: count, hash: hash.digest('hex') };
}

/** Each value with its kind and length, so that no two rows look alike. */
function addTo(hash: Hash, row: Row): void {
  for (const cell of row) {
    const bytes = cell instanceof Uint8Array ? cell : Buffer.from(String(cell));
    hash.update(`${cell === null ? 'null' : cell instanceof Uint8Array ? 'bytes' : typeof cell} ${bytes.length} `);
    hash.update(bytes);
  }
}
