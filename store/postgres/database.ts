import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { StoreBusy } from '../errors.ts';
import { io } from '../failpoints.ts';
import { breaksConnection, Rivalry, translate } from './errors.ts';
import type { Statement, Value } from './statement.ts';
import { type Reads, reader, Transaction, type Tx } from './transaction.ts';
import { types } from './types.ts';
import { within } from './within.ts';

/** How long (ms) a call may take, waiting included: a channel must hear within four seconds. */
export const PATIENCE = 3_500;
/** For work of which nobody waits for the answer, in batches. */
export const LONG_PATIENCE = 30_000;
/** Attempts where another transaction came first. */
const ATTEMPTS = 5;

/** What the server itself ends (ms), so that a process that stands still holds up nobody for long. */
const LIMITS = {
  connectionTimeoutMillis: 3_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 5_000,
  statement_timeout: 10_000,
};
const IDLE_CONNECTION = 30_000;

export interface Where {
  readonly url: string;
  /** At most so many connections; one more listens. */
  readonly connections: number;
}

export const connectionConfig = ({ url }: Pick<Where, 'url'>): PoolConfig => ({
  connectionString: url,
  application_name: 'lipei',
  keepAlive: true,
  types,
});

/** The connections of this process. Statements of one call go out together and wait for one answer (pipelining). */
export class Database implements Reads {
  readonly #pool: Pool;

  constructor(where: Where) {
    this.#pool = new Pool({
      ...connectionConfig(where),
      ...LIMITS,
      max: where.connections,
      idleTimeoutMillis: IDLE_CONNECTION,
      pipeline: true,
    } as PoolConfig);
    // A connection that breaks is replaced; whoever used it hears of it from its own call.
    this.#pool.on('connect', (client) => client.on('error', () => {}));
    this.#pool.on('error', () => {});
  }

  get<Row>(statement: Statement<Row>, ...values: readonly Value[]): Promise<Row | undefined> {
    return this.read((reads) => reads.get(statement, ...values));
  }

  all<Row>(statement: Statement<Row>, ...values: readonly Value[]): Promise<Row[]> {
    return this.read((reads) => reads.all(statement, ...values));
  }

  /** Several looks on one connection; each sees what is committed at its own moment. */
  read<T>(work: (reads: Reads) => Promise<T>): Promise<T> {
    return this.#borrow(PATIENCE, (client) => work(reader(client)));
  }

  /** All of `work` or nothing, durable on return; begun again where another transaction came first. */
  async write<T>(work: (tx: Tx) => Promise<T>, patience: number = PATIENCE): Promise<T> {
    const until = performance.now() + patience;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work, Math.max(until - performance.now(), 1));
      } catch (error) {
        if (!(error instanceof Rivalry) || attempt === ATTEMPTS || performance.now() > until) throw error;
        await sleep(5 * 2 ** attempt * Math.random());
      }
    }
  }

  /** The same, but `Rivalry` is the caller's business. */
  once<T>(work: (tx: Tx) => Promise<T>, patience: number = PATIENCE): Promise<T> {
    return this.#borrow(patience, (client) => new Transaction(client).perform(work));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #borrow<T>(patience: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const until = performance.now() + patience;
    const client = await this.#connect(patience);
    let broken = false;
    // Nothing else ends a wait for a machine that is gone without a word.
    const end = (): void => {
      broken = true;
      client.connection.stream.destroy();
    };
    const timer = setTimeout(end, Math.max(until - performance.now(), 1));
    try {
      return await work(client);
    } catch (error) {
      if (broken) throw new StoreBusy('The database did not answer in time.', { cause: error });
      broken = breaksConnection(error);
      throw translate(error);
    } finally {
      clearTimeout(timer);
      client.release(broken);
    }
  }

  async #connect(patience: number): Promise<PoolClient> {
    io('connect');
    const connecting = this.#pool.connect();
    try {
      return await within(patience, connecting);
    } catch (error) {
      // One that comes too late goes back.
      connecting.then(
        (client) => client.release(),
        () => {},
      );
      throw translate(error);
    }
  }
}
