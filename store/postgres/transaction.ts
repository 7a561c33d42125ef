import type { Client, QueryConfig, QueryResult } from 'pg';
import { StoreUnavailable } from '../errors.ts';
import { io } from '../failpoints.ts';
import { breaksConnection } from './errors.ts';
import type { Statement, Value } from './statement.ts';

export interface Reads {
  get<Row>(statement: Statement<Row>, ...values: readonly Value[]): Promise<Row | undefined>;
  all<Row>(statement: Statement<Row>, ...values: readonly Value[]): Promise<Row[]>;
}

export interface Tx extends Reads {
  /** The number of rows changed. */
  run(statement: Statement<never>, ...values: readonly Value[]): Promise<number>;
  /** Goes out now and is not waited for: if it fails, the transaction does. */
  send(statement: Statement<never>, ...values: readonly Value[]): void;
}

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';
/** Said of every statement after one that failed. */
const ABORTED = '25P02';

const quiet = <T>(result: Promise<T>): Promise<T> => {
  result.catch(() => {});
  return result;
};

function ask(client: Client, { name, text }: Statement<unknown>, values: readonly Value[]): Promise<QueryResult> {
  return say(client, { name, text, values: [...values] });
}

/** What is said without waiting in between goes out in one packet: a write costs more than most statements. */
function say(client: Client, query: QueryConfig): Promise<QueryResult> {
  io('sql');
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return quiet(client.query(query));
}

export function reader(client: Client): Reads {
  return {
    get: async (statement, ...values) => (await ask(client, statement, values)).rows[0],
    all: async (statement, ...values) => (await ask(client, statement, values)).rows,
  };
}

/** One transaction. What `work` sends goes out without waiting, and COMMIT right behind the last of it. */
export class Transaction implements Tx {
  readonly get: Reads['get'];
  readonly all: Reads['all'];
  readonly #client: Client;
  readonly #sent: Promise<QueryResult>[] = [];

  constructor(client: Client) {
    this.#client = client;
    ({ get: this.get, all: this.all } = reader(client));
  }

  async run(statement: Statement<never>, ...values: readonly Value[]): Promise<number> {
    return (await ask(this.#client, statement, values)).rowCount ?? 0;
  }

  send(statement: Statement<never>, ...values: readonly Value[]): void {
    this.#sent.push(ask(this.#client, statement, values));
  }

  async #whole<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#sent.push(say(this.#client, { text: BEGIN }));
    const result = await work(this);
    const [ended] = await Promise.all([say(this.#client, { text: 'COMMIT' }), ...this.#sent]);
    // COMMIT after a statement that failed is answered with ROLLBACK, and that is no error to PostgreSQL.
    if (ended.command !== 'COMMIT') throw new StoreUnavailable('The transaction was not committed.');
    return result;
  }

  /** All of `work`, or an error and nothing. */
  async perform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.#whole(work);
    } catch (error) {
      const first = await this.#firstFailure(error);
      if (!breaksConnection(first)) await this.#client.query('ROLLBACK');
      throw first;
    }
  }

  /** A statement that was sent earlier may be why this one failed. */
  async #firstFailure(error: unknown): Promise<unknown> {
    const results = await Promise.allSettled(this.#sent);
    const failed = results.find((result) => result.status === 'rejected');
    const followed = error instanceof Error && 'code' in error && error.code === ABORTED;
    return failed && followed ? failed.reason : error;
  }
}
