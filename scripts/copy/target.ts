/** The PostgreSQL that is copied to. */
import type { Client } from 'pg';
import { makeFirstTables, migrate, whole } from '../../store/postgres/prepare.ts';
import { sql } from '../../store/postgres/statement.ts';
import type { Tx } from '../../store/postgres/transaction.ts';
import { COPYING, SQL as META, SECRET } from '../../store/tables/meta.ts';
import { FILE_BYTES, following, type Row, TABLES, type Table } from './tables.ts';

const find = sql<{ value: Uint8Array }>(META.find);
const add = sql(META.add);
const drop = sql('DELETE FROM meta WHERE name = ?');

export class Target {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Makes the tables and marks the database as a copy of `source`, or finds that mark. True if a copy had been begun. */
  async begin(source: Uint8Array, now: () => number): Promise<boolean> {
    await whole(this.#client, (tx) => makeFirstTables(tx));
    await migrate(this.#client, now);
    return whole(this.#client, async (tx) => {
      const mark = await tx.get(find, COPYING);
      if (mark) {
        if (Buffer.compare(mark.value, source) === 0) return true;
        throw new Error(
          'The database of DATABASE_URL is an unfinished copy of another database. Empty it, or name another.',
        );
      }
      await refuseRows(tx);
      tx.send(drop, SECRET);
      tx.send(add, COPYING, source);
      return false;
    });
  }

  /** From here on a server starts on it. */
  finish(secret: Uint8Array): Promise<void> {
    return whole(this.#client, async (tx) => {
      tx.send(add, SECRET, secret);
      tx.send(drop, COPYING);
    });
  }

  /** The key of the last row that was copied. */
  async last(table: Table): Promise<Row | undefined> {
    const order = table.key.map((name) => `${name} DESC`).join(', ');
    return (await this.#rows(`SELECT ${table.key.join(', ')} FROM ${table.name} ORDER BY ${order} LIMIT 1`, []))[0];
  }

  async page(table: Table, columns: readonly string[], after: Row | undefined, limit: number): Promise<Row[]> {
    const order = following(table, after, (n) => `$${n}`);
    return this.#rows(`SELECT ${columns.join(', ')} FROM ${table.name} ${order} LIMIT ${limit}`, after ?? []);
  }

  /** All of them or none. */
  async insert(table: Table, columns: readonly string[], rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const marks = rows.map((row, r) => `(${row.map((_, i) => `$${r * row.length + i + 1}`).join(', ')})`);
    const text = `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES ${marks.join(', ')}`;
    await this.#client.query({ text, values: rows.flat() });
  }

  async #rows(text: string, values: Row): Promise<Row[]> {
    return (await this.#client.query<unknown[]>({ text, values: [...values], rowMode: 'array' }))
      .rows as unknown as Row[];
  }
}

async function refuseRows(tx: Tx): Promise<void> {
  for (const { name } of [...TABLES, FILE_BYTES]) {
    if (await tx.get(sql<object>(`SELECT 1 AS found FROM ${name} LIMIT 1`))) {
      throw new Error(
        `The database of DATABASE_URL holds data already (table ${name}). A copy goes into an empty database: name another, or drop its schema.`,
      );
    }
  }
}
