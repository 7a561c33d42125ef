import { Client, type ClientConfig } from 'pg';
import { StoreUnavailable, UnfinishedCopy } from '../errors.ts';
import { failpoint } from '../failpoints.ts';
import { type Dialect, type Migration, migrations } from '../schema.ts';
import { COPYING, lostSecret, SQL as META, newSecret, SECRET, unlock } from '../tables/meta.ts';
import { SQL as MIGRATIONS, refuseUnknown } from '../tables/migrations.ts';
import { connectionConfig, type Where } from './database.ts';
import { translate } from './errors.ts';
import { sql } from './statement.ts';
import { Transaction, type Tx } from './transaction.ts';

/** Text is compared byte by byte, whatever the language of the server, as SQLite does. */
const POSTGRES: Dialect = {
  text: 'text COLLATE "C"',
  int: 'bigint',
  bytes: 'bytea',
  end: '',
  keyed: '',
  filesInDatabase: true,
};
const OLDEST_SERVER = 130_000;
/** Milliseconds; a first start beside others waits for them. */
const CONNECT = 5_000;
const WAIT_FOR_OTHERS = 60_000;

const HOLD = `SELECT pg_advisory_lock(hashtext('lipei migrations'), hashtext(current_schema()))`;
const there = sql<{ found: boolean }>(`SELECT to_regclass(?::text) IS NOT NULL AS found`);
const applied = sql<{ name: string }>(MIGRATIONS.applied);
const record = sql(MIGRATIONS.record);
const find = sql<{ value: Uint8Array }>(META.find);
const add = sql(META.add);

export interface Preparation extends Pick<Where, 'url'> {
  readonly kek: Uint8Array;
  readonly now: () => number;
  readonly list?: readonly Migration[];
}

/**
 * Makes or migrates the tables, one process at a time, and refuses an unsafe server, a wrong key or a newer database before
 * touching anything. Gives the secret of the blind indexes.
 */
export const prepare = ({ url, kek, now, list = migrations }: Preparation): Promise<Buffer> =>
  alone(url, async (client) => {
    const secret = await whole(client, (tx) => openSecret(tx, kek, list));
    await migrate(client, now, list);
    return secret;
  });

/** While `work` runs no process starts on this database. */
export async function alone<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const limits = { connectionTimeoutMillis: CONNECT, lock_timeout: WAIT_FOR_OTHERS };
  const client = new Client({ ...connectionConfig({ url }), ...limits, pipeline: true } as ClientConfig);
  client.on('error', () => {});
  try {
    await client.connect().catch(explain);
    await assertSafe(client);
    await client.query(HOLD);
    return await work(client);
  } catch (error) {
    throw translate(error);
  } finally {
    // Whatever happened, the connection goes, and with it the lock.
    await client.end().catch(() => {});
  }
}

/** All of `work` or nothing. */
export const whole = <T>(client: Client, work: (tx: Tx) => Promise<T>): Promise<T> =>
  new Transaction(client).perform(work);

/** The tables that say what the others are. False if they are there already, and known to this version. */
export async function makeFirstTables(tx: Tx, list: readonly Migration[] = migrations): Promise<boolean> {
  if ((await tx.get(there, 'migrations'))?.found) {
    refuseUnknown(await tx.all(applied), list);
    return false;
  }
  await tx.run(sql('CREATE TABLE migrations (number bigint PRIMARY KEY, name text NOT NULL, at bigint NOT NULL)'));
  await tx.run(sql('CREATE TABLE meta (name text PRIMARY KEY, value bytea NOT NULL)'));
  return true;
}

/** Runs what this database has not had yet, in order, each with its record in one transaction. */
export async function migrate(client: Client, now: () => number, list = migrations): Promise<void> {
  while (await whole(client, (tx) => migrateOnce(tx, now, list)));
}

async function openSecret(tx: Tx, kek: Uint8Array, list: readonly Migration[]): Promise<Buffer> {
  const isNew = await makeFirstTables(tx, list);
  if (await tx.get(find, COPYING)) {
    throw new UnfinishedCopy('This database is a copy that was not finished: run npm run copy again until it says so.');
  }
  const stored = await tx.get(find, SECRET);
  if (stored) return unlock(kek, stored.value);
  if (!isNew && (await tx.all(applied)).length > 0) throw lostSecret();
  const { secret, sealed } = newSecret(kek);
  tx.send(add, SECRET, sealed);
  return secret;
}

/** False when nothing is left. */
async function migrateOnce(tx: Tx, now: () => number, list: readonly Migration[]): Promise<boolean> {
  const number = (await tx.all(applied)).length + 1;
  const next = list[number - 1];
  if (!next) return false;
  for (const statement of next.up(POSTGRES)) {
    await tx.run(sql(statement));
    failpoint('migration.mid');
  }
  tx.send(record, number, next.name, now());
  return true;
}

const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'does not accept this user and password',
  '28000': 'does not let this user in',
  '3D000': 'has no database of that name',
  ECONNREFUSED: 'is not running, or listens elsewhere',
  ENOTFOUND: 'has no known address',
  ETIMEDOUT: 'does not answer',
};

/** One sentence that says what to do, without the address, which holds a password. */
function explain(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? `cannot be used (${code || String(error)})`;
  const sentence = `The PostgreSQL of DATABASE_URL ${reason}: start or mend it, or correct DATABASE_URL.`;
  throw new StoreUnavailable(sentence, { cause: error });
}

/** Settings without which an acknowledged message could be lost or garbled. */
async function assertSafe(client: Client): Promise<void> {
  const setting = (name: string) => `current_setting('${name}') AS ${name}`;
  const names = ['server_version_num', 'fsync', 'synchronous_commit', 'server_encoding'];
  const { rows } = await client.query(`SELECT ${names.map(setting).join(', ')}, current_schema() AS schema`);
  const [found] = rows;
  const refuse = (what: string): never => {
    throw new Error(`The database of DATABASE_URL is not usable: ${what}`);
  };
  if (Number(found.server_version_num) < OLDEST_SERVER) refuse('PostgreSQL 13 or newer is needed.');
  if (found.fsync !== 'on' || found.synchronous_commit === 'off') {
    refuse('fsync and synchronous_commit must be on, or what was acknowledged could be lost.');
  }
  if (found.server_encoding !== 'UTF8') refuse('its encoding must be UTF8.');
  if (!found.schema) refuse('there is no schema to work in; create the one that its search_path names.');
}
