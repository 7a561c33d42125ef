/** PostgreSQL's own tools, and one moment at which rows are counted and dumped. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Client } from 'pg';
import { connectionConfig } from '../../store/postgres/database.ts';
import { lostSecret, SECRET, unlock } from '../../store/tables/meta.ts';
import { FILE_BYTES, OWN, TABLES } from '../copy/tables.ts';
import { hashOf } from './bytes.ts';
import type { Contents, Copied, Manifest } from './manifest.ts';

const NAMES = [...TABLES, FILE_BYTES]
  .map(({ name }) => name)
  .concat(OWN)
  .sort();

/** Writes the tables of this database to `to`, and makes sure that `kek` opens them. */
export const dump = (url: string, to: string, kek: Uint8Array): Promise<Copied> =>
  connected(url, async (client) => {
    await client.query('SET idle_in_transaction_session_timeout = 0');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const contents = await contentsOf(client, kek);
    closeSync(openSync(to, 'wx', 0o600));
    const snapshot = String(await value(client, 'SELECT pg_export_snapshot()'));
    // What is sealed cannot be compressed.
    const how = ['--format=custom', '--compress=0', '--no-owner', '--no-privileges', `--snapshot=${snapshot}`];
    await run('pg_dump', url, [...how, `--table="${contents.namespace}".*`, `--file=${to}`]);
    return { ...contents, sha256: await hashOf(to) };
  });

/** Fills an empty database: all of it or nothing. */
export async function load(client: Client, url: string, from: string, { database }: Manifest): Promise<void> {
  const schema = String(await value(client, 'SELECT current_schema()'));
  if (schema !== database.namespace)
    throw new Error(
      `The backup is of the schema ${database.namespace}, DATABASE_URL leads to ${schema}: create that schema and name it as in docs/postgres.md.`,
    );
  if (await value(client, `SELECT to_regclass('meta')`))
    throw new Error('The database of DATABASE_URL is not empty: name an empty one. Nothing was restored.');
  await run('pg_restore', url, ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', from]);
}

/** For what was loaded and turned out to be of no use. */
export const empty = (client: Client) => client.query(`DROP TABLE IF EXISTS ${NAMES.join(', ')} CASCADE`);

export async function contentsOf(client: Client, kek: Uint8Array): Promise<Contents & { readonly namespace: string }> {
  if (!(await value(client, `SELECT to_regclass('meta')`)))
    throw new Error('The database of DATABASE_URL has no tables of lipei: there is nothing to back up.');
  const secret = await value(client, `SELECT value FROM meta WHERE name = '${SECRET}'`);
  if (!(secret instanceof Uint8Array)) throw lostSecret();
  unlock(kek, secret);
  const tables: Record<string, number> = {};
  for (const name of NAMES) tables[name] = Number(await value(client, `SELECT count(*) FROM ${name}`));
  const schema = String(await value(client, 'SELECT name FROM migrations ORDER BY number DESC LIMIT 1'));
  return { schema, tables, namespace: String(await value(client, 'SELECT current_schema()')) };
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connectionConfig({ url }));
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function value(client: Client, sql: string): Promise<unknown> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  return (rows[0] as unknown[] | undefined)?.[0];
}

/** The password goes by the environment: arguments can be read by everyone on the machine. */
function run(tool: 'pg_dump' | 'pg_restore', address: string, args: readonly string[]): Promise<void> {
  const url = new URL(address);
  const password = url.password ? { PGPASSWORD: decodeURIComponent(url.password) } : {};
  url.password = '';
  // To PostgreSQL's own tools a plus is no blank.
  url.search = url.search.replaceAll('+', '%20');
  const env = { ...process.env, ...password };
  const child = spawn(tool, [`--dbname=${url.href}`, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  return new Promise((done, failed) => {
    child.once('error', () =>
      failed(new Error(`${tool} cannot be run: install PostgreSQL's client programs, as new as the server or newer.`)),
    );
    child.once('close', (code) => (code === 0 ? done() : failed(new Error(`${tool} failed: ${said.trim()}`))));
  });
}
