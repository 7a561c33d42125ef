import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { translate } from './errors.ts';
import { within } from './within.ts';

/** Milliseconds. Together they make a lost database known in less than two seconds, and its return in less than five. */
const HEARTBEAT = 500;
const ANSWER = 1_000;
const CONNECT = 1_000;
const PAUSE = 250;

/** Held by every process while it is connected: tools that must be alone ask for it exclusively. */
const LOCK = `hashtext('lipei runs'), hashtext(current_schema())`;
const RUNNING = `pg_advisory_lock_shared(${LOCK})`;
/** True where no process runs; none starts to work until the connection ends. */
export const NOBODY_RUNS = `SELECT pg_try_advisory_lock(${LOCK}) AS alone`;

export interface LinkOptions {
  readonly config: ClientConfig;
  /** Another process has something new for this name. */
  readonly onNews: (name: string) => void;
  /** Connected, for the first time or again: news may have been missed. */
  readonly onBack: () => void;
}

/**
 * A connection of its own, beside the pool: it hears what other processes commit, tells them what this one did, and feels
 * whether the database answers. What it says wakes only; a word lost costs a little time (the poll of wake.ts).
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #first = Promise.withResolvers<void>();
  readonly #stopping = new AbortController();
  readonly #news = new Set<string>();
  #client: Client | undefined;
  #channel = '';
  #telling = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** Resolves with the first connection; fails if that fails. From then on it keeps itself connected. */
  async start(): Promise<void> {
    this.#running = this.#run();
    try {
      await this.#first.promise;
    } catch (error) {
      await this.stop();
      throw translate(error);
    }
  }

  /** Whether the database has just answered, and takes writes. */
  get alive(): boolean {
    return this.#client !== undefined;
  }

  tell(name: string): void {
    this.#news.add(name);
    void this.#tellAll();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const client = new Client({ ...this.#options.config, connectionTimeoutMillis: CONNECT });
      try {
        await this.#live(client);
      } catch (error) {
        this.#first.reject(error);
      } finally {
        this.#client = undefined;
        client.connection.stream.destroy();
      }
      await sleep(PAUSE, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => {});
    }
  }

  /** From the connection to its end. */
  async #live(client: Client): Promise<void> {
    const ended = new AbortController();
    client.on('error', () => ended.abort());
    client.on('end', () => ended.abort());
    await client.connect();
    const pid = await this.#listen(client);
    client.on('notification', ({ processId, payload }) => {
      if (processId !== pid && payload) this.#options.onNews(payload);
    });
    this.#client = client;
    this.#first.resolve();
    this.#options.onBack();
    void this.#tellAll();
    const signal = AbortSignal.any([ended.signal, this.#stopping.signal]);
    while (!signal.aborted) {
      await sleep(HEARTBEAT, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await this.#feel(client);
    }
  }

  /** One channel a schema, so that several of us can live in one database. */
  async #listen(client: Client): Promise<number> {
    const { rows } = await within(
      ANSWER,
      client.query(`SELECT 'lipei ' || current_schema() AS channel, pg_backend_pid() AS pid, ${RUNNING}`),
    );
    this.#channel = String(rows[0].channel);
    await within(ANSWER, client.query(`LISTEN ${client.escapeIdentifier(this.#channel)}`));
    return Number(rows[0].pid);
  }

  async #feel(client: Client): Promise<void> {
    const { rows } = await within(ANSWER, client.query('SELECT pg_is_in_recovery() AS reads_only'));
    if (rows[0].reads_only) throw new Error('This database takes no writes.');
  }

  /** What came while the last word was on its way goes out together. */
  async #tellAll(): Promise<void> {
    const client = this.#client;
    if (this.#telling || !client) return;
    this.#telling = true;
    try {
      while (this.#news.size > 0) {
        const names = [...this.#news];
        this.#news.clear();
        await client.query('SELECT pg_notify($1, name) FROM unnest($2::text[]) AS name', [this.#channel, names]);
      }
    } catch {
      // The others will see it at their next look.
    } finally {
      this.#telling = false;
    }
  }
}
