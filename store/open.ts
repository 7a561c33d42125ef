/** The one place that knows which database it is. */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Pseudonym } from './crypto.ts';
import type { OnDamage } from './damage.ts';
import { RESTORE } from './errors.ts';
import { databasePath } from './key.ts';
import type { Files, Store, Wake } from './ports.ts';

export interface Where {
  readonly dataDir: string;
  /** PostgreSQL; undefined: SQLite in the data directory. */
  readonly database: { readonly url: string; readonly connections: number } | undefined;
}

export interface OpenOptions {
  readonly kek: Uint8Array;
  /** For a server: refuses to start beside another one on the same directory. On PostgreSQL many may run. */
  readonly alone?: boolean;
  readonly now?: () => number;
  readonly onDamage?: OnDamage;
  /** Further settings of SQLite's connection; for measurements. */
  readonly tune?: (connection: DatabaseSync) => void;
}

export interface Opened {
  readonly store: Store;
  readonly files: Files;
  readonly wake: Wake;
  readonly pseudonym: Pseudonym;
  /** Looks through the whole database, aside; a sentence where it is damaged. PostgreSQL looks after itself. */
  findDamage(): Promise<string | undefined>;
}

/** What is not used is not loaded: a start is quicker. */
export const openStore = ({ dataDir, database }: Where, options: OpenOptions): Promise<Opened> =>
  database ? openMany(database, options) : openOne(dataDir, options);

async function openMany(database: NonNullable<Where['database']>, options: OpenOptions): Promise<Opened> {
  const { openPostgres } = await import('./postgres.ts');
  const { files, wake, pseudonym, ...store } = await openPostgres({ ...options, ...database });
  return { store, files, wake, pseudonym, findDamage: async () => undefined };
}

async function openOne(dataDir: string, options: OpenOptions): Promise<Opened> {
  const [{ openSqlite }, { findDamageAside }, { openFiles }, { localWake }] = await Promise.all([
    import('./sqlite.ts'),
    import('./sqlite/check.ts'),
    import('./files.ts'),
    import('./wake.ts'),
  ]);
  const store = await openSqlite({ ...options, dataDir });
  try {
    const files = await openFiles({ dir: join(dataDir, 'files'), keys: store.keys });
    const findDamage = () => findDamageAside(databasePath(dataDir)).then((found) => found && damagedBy(found));
    return { store, files, wake: localWake(), pseudonym: store.pseudonym, findDamage };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const damagedBy = (found: string): string => `the database is damaged (${found}): ${RESTORE}`;
