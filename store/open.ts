/** The one place that knows which database it is. */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Pseudonym } from './crypto.ts';
import type { OnDamage } from './damage.ts';
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
}

/** What is not used is not loaded: a start is quicker. */
export const openStore = ({ dataDir, database }: Where, options: OpenOptions): Promise<Opened> =>
  database ? openMany(database, options) : openOne(dataDir, options);

async function openMany(database: NonNullable<Where['database']>, options: OpenOptions): Promise<Opened> {
  const { openPostgres } = await import('./postgres.ts');
  const { files, wake, pseudonym, ...store } = await openPostgres({ ...options, ...database });
  return { store, files, wake, pseudonym };
}

async function openOne(dataDir: string, options: OpenOptions): Promise<Opened> {
  const [{ openSqlite }, { openFiles }, { localWake }] = await Promise.all([
    import('./sqlite.ts'),
    import('./files.ts'),
    import('./wake.ts'),
  ]);
  const store = await openSqlite({ ...options, dataDir });
  try {
    const files = await openFiles({ dir: join(dataDir, 'files'), keys: store.keys });
    return { store, files, wake: localWake(), pseudonym: store.pseudonym };
  } catch (error) {
    await store.close();
    throw error;
  }
}
