/**
 * PostgreSQL for tests: TEST_DATABASE_URL, or the server of this machine. Each test file works in a schema of its own, so
 * that runs do not disturb each other, and drops it afterwards.
 */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openPostgres, type PostgresOptions, type PostgresStore } from '../../store/postgres.ts';
import type { Opened } from './fixtures.ts';
import { KEK } from './open.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/test';

/** Where nothing listens that is said at once; a machine that is busy with everything else answers late. */
const PATIENCE = 15_000;

/** Undefined where a server answers; else the one line that says what to start. */
export const noServer: string | undefined = await session(SERVER, async () => undefined).catch(
  (error: unknown) =>
    `PostgreSQL tests are skipped (${error instanceof Error ? error.message || error.name : error}): start a server and set TEST_DATABASE_URL=postgres://user@host/database`,
);

async function session<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs what the callback describes against a schema of its own; skipped, with one line, where no server is. */
export function withPostgres(title: string, describeTests: (schema: Schema) => void): void {
  describe(title, () => {
    const schema = new Schema();
    before(async function () {
      if (noServer === undefined) return schema.create();
      process.stdout.write(`    ${noServer}\n`);
      this.skip();
    });
    after(() => schema.drop());
    describeTests(schema);
  });
}

/** All that hold rows of people, in the order in which they can be emptied. */
const TABLES = [
  ...[
    'deliveries',
    'activities',
    'arrivals',
    'inbox',
    'files',
    'file_bytes',
    'jobs',
    'claim_index',
    'claims',
    'conversation_index',
  ],
  ...['claim_events', 'bindings', 'tickets', 'handoffs', 'presence', 'devices', 'audit'],
  ...[
    'webhook_calls',
    'webhooks',
    'api_answers',
    'api_keys',
    'claim_numbers',
    'codes',
    'code_claims',
    'origins',
    'tellings',
    'unseen',
    'seals',
    'acts',
    'invites',
    'sessions',
    'accounts',
    'conversations',
    'keys',
  ],
];

export class Schema {
  readonly name = `lipei_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  #made = false;

  /** For DATABASE_URL. */
  get url(): string {
    const url = new URL(SERVER);
    url.searchParams.set('options', `-c search_path=${this.name}`);
    url.searchParams.set('application_name', this.name);
    return url.href;
  }

  async create(): Promise<void> {
    await this.within((client) => client.query(`CREATE SCHEMA ${this.name}`));
    this.#made = true;
  }

  async drop(): Promise<void> {
    if (this.#made) await this.within((client) => client.query(`DROP SCHEMA IF EXISTS ${this.name} CASCADE`));
    this.#made = false;
  }

  /** As new: the next store finds no tables. */
  async empty(): Promise<void> {
    await this.drop();
    await this.create();
  }

  /** Work on the database behind the store's back. */
  within<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return session(this.url, work);
  }

  /** Ends our own connections to this schema whose last statement is like that; gives how many. */
  async terminate(like = '%'): Promise<number> {
    const found = `application_name = '${this.name}' AND pid <> pg_backend_pid() AND query LIKE $1`;
    const { rows } = await this.within((client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${found}`, [like]),
    );
    return rows.length;
  }

  /** The first value of the first row. */
  async value(sql: string): Promise<unknown> {
    const { rows } = await this.within((client) => client.query(sql));
    return Object.values(rows[0] ?? {})[0];
  }

  /** Deletes all rows: much quicker than making the tables anew. Whatever refers to something goes first. */
  async clear(): Promise<void> {
    await this.within((client) => client.query(TABLES.map((table) => `DELETE FROM ${table}`).join(';')));
  }
}

export interface OpenedPostgres extends Opened {
  readonly store: PostgresStore;
  reopen(): Promise<OpenedPostgres>;
}

/** A store in that schema; `dispose` empties its tables. */
export async function openIn(schema: Schema, options: Partial<PostgresOptions> = {}): Promise<OpenedPostgres> {
  const store = await openPostgres({ kek: KEK, connections: 5, ...options, url: schema.url });
  return {
    store,
    files: store.files,
    async reopen() {
      await store.close();
      return openIn(schema, options);
    },
    async dispose() {
      await store.close();
      await schema.clear();
    },
  };
}
