/** Both databases, for tests that look behind the store's back: what is said there in SQL must fit both. */
import type { OnDamage } from '../../store/damage.ts';
import type { Opened } from './fixtures.ts';
import { type OpenedSqlite, openInFolder, within } from './open.ts';
import { type OpenedPostgres, openIn, type Schema, withPostgres } from './openPostgres.ts';

export interface Options {
  readonly now?: () => number;
  readonly onDamage?: OnDamage;
}

export interface Bench extends Opened {
  /** Statements without regard for references between tables. */
  tamper(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  reopen(): Promise<Bench>;
}

export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  open(options?: Options): Promise<Bench>;
  /** A column's value with the tag of its encryption overwritten: it looks as before and cannot be decrypted. */
  broken(column: string): string;
}

/** Describes the same for SQLite and, where a server is, for PostgreSQL. */
export function onBoth(title: string, tests: (engine: Engine) => void): void {
  describe(title, () => tests(sqlite));
  withPostgres(`${title} (PostgreSQL)`, (schema) => tests(postgres(schema)));
}

const sqlite: Engine = {
  name: 'SQLite',
  open: async (options = {}) => onSqlite(await openInFolder(options)),
  broken: (column) => `CAST(substr(${column}, 1, length(${column}) - 16) || zeroblob(16) AS BLOB)`,
};

const postgres = (schema: Schema): Engine => ({
  name: 'PostgreSQL',
  open: async (options = {}) => onPostgres(schema, await openIn(schema, options)),
  broken: (column) => `substr(${column}, 1, length(${column}) - 16) || decode(repeat('00', 16), 'hex')`,
});

const onSqlite = (opened: OpenedSqlite): Bench => ({
  ...opened,
  tamper: async (sql) => within(opened.path, (db) => db.exec(`PRAGMA foreign_keys = OFF; ${sql}`)),
  rows: async (sql) => within(opened.path, (db) => db.prepare(sql).all()),
  reopen: async () => onSqlite(await opened.reopen()),
});

const onPostgres = (schema: Schema, opened: OpenedPostgres): Bench => ({
  ...opened,
  tamper: async (sql) =>
    void (await schema.within((client) => client.query(`SET session_replication_role = replica; ${sql}`))),
  rows: async (sql) => (await schema.within((client) => client.query(sql))).rows,
  reopen: async () => onPostgres(schema, await opened.reopen()),
});
