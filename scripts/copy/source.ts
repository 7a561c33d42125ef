/** The SQLite that is copied: locked, so that nothing is added while it is read. */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { pathOfCopy } from '../../store/files.ts';
import { databasePath } from '../../store/key.ts';
import type { FileId } from '../../store/ports.ts';
import { SECRET } from '../../store/tables/meta.ts';
import { readIfThere } from '../backup/bytes.ts';
import { FILE_BYTES, following, OWN, type Row, TABLES, type Table } from './tables.ts';

export class Source {
  readonly #db: DatabaseSync;
  readonly #files: string;

  /** The key and the migrations must have been checked by opening it as a store. */
  constructor(dataDir: string) {
    this.#files = join(dataDir, 'files');
    this.#db = new DatabaseSync(databasePath(dataDir), { timeout: 2_000 });
    try {
      // Whoever runs on it cannot acknowledge anything from here on.
      this.#db.exec('BEGIN IMMEDIATE');
      this.#refuseUnknownTables();
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  close(): void {
    this.#db.close();
  }

  /** As it is stored. */
  get secret(): Uint8Array {
    const [value] = this.#all('SELECT value FROM meta WHERE name = ?', [SECRET])[0] ?? [];
    if (!(value instanceof Uint8Array)) throw new Error('The database to copy has no check value of its master key.');
    return value;
  }

  columns({ name }: Table): string[] {
    return this.#all(`SELECT name FROM pragma_table_info('${name}') ORDER BY cid`, []).map(([column]) =>
      String(column),
    );
  }

  page(table: Table, columns: readonly string[], after: Row | undefined, limit: number): Row[] {
    const order = following(table, after, () => '?');
    return this.#all(`SELECT ${columns.join(', ')} FROM ${table.name} ${order} LIMIT ${limit}`, after ?? []);
  }

  /** Sealed copies of the file that follows, as rows of FILE_BYTES; undefined after the last. */
  async nextFile(after: string): Promise<{ readonly id: string; readonly rows: readonly Row[] } | undefined> {
    const [found] = this.#all('SELECT id FROM files WHERE id > ? ORDER BY id LIMIT 1', [after])[0] ?? [];
    if (typeof found !== 'string') return undefined;
    const rows = await Promise.all(
      (['display', 'original'] as const).map(async (kind) => {
        const bytes = await readIfThere(pathOfCopy(this.#files, found as FileId, kind));
        return bytes ? [[found, kind, bytes] satisfies Row] : [];
      }),
    );
    return { id: found, rows: rows.flat() };
  }

  #all(sql: string, values: Row): Row[] {
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    return statement.all(...(values as SQLInputValue[])) as unknown as Row[];
  }

  /** A table that was added to the schema and not here would be lost without a word. */
  #refuseUnknownTables(): void {
    const known = [...TABLES, FILE_BYTES].map(({ name }) => name);
    const names = this.#all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`, []);
    const unknown = names.map(([name]) => String(name)).filter((name) => ![...known, ...OWN].includes(name));
    if (unknown.length > 0)
      throw new Error(`scripts/copy/tables.ts does not know ${unknown.join(', ')}: add it there.`);
  }
}
