import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { io } from '../failpoints.ts';
import { translate } from './errors.ts';
import { Gate } from './gate.ts';
import { Group } from './group.ts';

/** How long (ms) a call waits for a foreign write lock: a channel must hear within four seconds, a turn may wait. */
export interface Patience {
  readonly accept: number;
  readonly commit: number;
}
export const PATIENCE: Patience = { accept: 3_500, commit: 30_000 };

/** Versions before this can corrupt a WAL database when a checkpoint and a commit meet (sqlite.org/wal.html#walresetbug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

export interface Statement<Row> {
  get(...values: readonly SQLInputValue[]): Row | undefined;
  all(...values: readonly SQLInputValue[]): Row[];
  /** The number of rows changed. */
  run(...values: readonly SQLInputValue[]): number;
}

/**
 * The one writing connection. Its lock is taken with BEGIN IMMEDIATE only, and never waited for inside SQLite
 * (busy timeout 0), because that wait would block the event loop; `Gate` waits instead.
 */
export class Database {
  readonly patience: Patience;
  readonly #db: DatabaseSync;
  readonly #writes = new Gate();
  readonly #reads = new Gate();
  readonly #group = new Group({
    free: () => this.#writes.free,
    transaction: (work) => this.transaction(work),
    alone: (work, patience) => this.#writes.run(() => this.transaction(work), patience),
  });

  constructor(path: string, patience: Patience, tune: (connection: DatabaseSync) => void = () => {}) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite would make the file readable for everyone; -wal and -shm take its mode.
    closeSync(openSync(path, 'a', 0o600));
    this.patience = patience;
    this.#db = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
    try {
      this.#configure();
      tune(this.#db);
    } catch (error) {
      this.#db.close();
      throw translate(error);
    }
  }

  #configure(): void {
    assertVersion(String(this.pragma('SELECT sqlite_version()')));
    this.#db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 16777216',
    );
    for (const [pragma, wanted] of [
      ['journal_mode', 'wal'],
      ['synchronous', 2],
      ['foreign_keys', 1],
    ] as const) {
      const found = this.pragma(`PRAGMA ${pragma}`);
      if (found !== wanted)
        throw new Error(`SQLite answers ${pragma} = ${found} where lipei needs ${wanted}: commits would not be safe.`);
    }
  }

  /** The first value of the first row. */
  pragma(sql: string): unknown {
    return Object.values(this.#db.prepare(sql).get() ?? {})[0];
  }

  /** `Row` says what the columns are; it is the SQL beside it that makes it true. */
  prepare<Row>(sql: string): Statement<Row> {
    const statement = this.#db.prepare(sql);
    // One wrapping each, and no closure a call: this runs some twenty times a turn.
    const safely =
      <T>(work: (...values: readonly SQLInputValue[]) => T) =>
      (...values: readonly SQLInputValue[]): T => {
        io('sql');
        try {
          return work(...values);
        } catch (error) {
          throw translate(error);
        }
      };
    return {
      get: safely((...values) => statement.get(...values) as Row | undefined),
      all: safely((...values) => statement.all(...values) as Row[]),
      run: safely((...values) => Number(statement.run(...values).changes)),
    };
  }

  exec(sql: string): void {
    io('sql');
    try {
      this.#db.exec(sql);
    } catch (error) {
      throw translate(error);
    }
  }

  /** All of `work` or nothing, durable on return. Nothing inside may wait: between BEGIN and COMMIT no other code runs. */
  transaction<T>(work: () => T): T {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk can have rolled back already.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Together with what else is written in this turn of the event loop; durable once resolved. */
  write<T>(work: () => T, patience: number = this.patience.accept, unhurried = false): Promise<T> {
    return this.#group.run(work, patience, unhurried);
  }

  /** Needs no lock; only a connection that recovers after a crash can make it wait. */
  read<T>(work: () => T): Promise<T> {
    return this.#reads.run(work, this.patience.accept);
  }

  close(): void {
    this.#db.close();
  }
}

export function assertVersion(found: string): void {
  const parts = found.split('.').map(Number);
  for (const [i, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[i] ?? 0;
    if (part > oldest) return;
    if (part < oldest) {
      throw new Error(
        `SQLite ${found} can corrupt a database; at least ${OLDEST_SQLITE.join('.')} is needed. Use Node 24.21 or newer.`,
      );
    }
  }
}
