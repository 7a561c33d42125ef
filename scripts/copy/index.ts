/** SQLite → PostgreSQL: resumable, and compared row by row at the end. */
import { createHash } from 'node:crypto';
import { alone } from '../../store/postgres/prepare.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { type Compared, compareAll } from './compare.ts';
import { Source } from './source.ts';
import { FILE_BYTES, FILE_COLUMNS, keyOf, type Row, TABLES, type Table } from './tables.ts';
import { Target } from './target.ts';

export interface CopyOptions {
  readonly dataDir: string;
  readonly url: string;
  readonly kek: Uint8Array;
  /** One line a table; no personal data. */
  readonly say?: (line: string) => void;
  /** Rows that go out together. */
  readonly batch?: number;
}

const BATCH = 500;
/** Bytes of files that go out together. */
const FILE_BATCH = 4_000_000;

export async function copyStore(options: CopyOptions): Promise<readonly Compared[]> {
  const { dataDir, url, kek, say = () => {} } = options;
  // Checks the key, brings an older database to this version, and keeps every server away.
  const old = await openSqlite({ dataDir, kek, alone: true });
  const source = new Source(dataDir);
  try {
    return await alone(url, async (client) => {
      const target = new Target(client);
      const name = createHash('sha256').update(source.secret).digest();
      if (await target.begin(name, Date.now)) say('goes on with the copy that was begun before');
      for (const table of TABLES) {
        say(`copying ${table.name}`);
        await copyTable(source, target, table, options.batch ?? BATCH);
      }
      await copyFiles(source, target, say);
      const compared = await compareAll(source, target, say);
      await target.finish(source.secret);
      return compared;
    });
  } finally {
    source.close();
    await old.close();
  }
}

async function copyTable(source: Source, target: Target, table: Table, batch: number): Promise<void> {
  const columns = source.columns(table);
  let last = await target.last(table);
  for (;;) {
    const rows = source.page(table, columns, last, batch);
    await target.insert(table, columns, rows);
    if (rows.length < batch) return;
    last = keyOf(table, columns, rows.at(-1) ?? []);
  }
}

/** Both copies of a file go in one statement, so the last id that is there is there whole. */
async function copyFiles(source: Source, target: Target, say: (line: string) => void): Promise<void> {
  let waiting: Row[] = [];
  let last = String((await target.last(FILE_BYTES))?.[0] ?? '');
  for (let next = await source.nextFile(last); next; next = await source.nextFile(last)) {
    last = next.id;
    waiting.push(...next.rows);
    if (waiting.reduce((sum, row) => sum + bytesOf(row), 0) < FILE_BATCH) continue;
    say(`copying ${FILE_BYTES.name} up to ${last}`);
    await target.insert(FILE_BYTES, FILE_COLUMNS, waiting);
    waiting = [];
  }
  await target.insert(FILE_BYTES, FILE_COLUMNS, waiting);
}

const bytesOf = ([, , bytes]: Row): number => (bytes instanceof Uint8Array ? bytes.length : 0);
