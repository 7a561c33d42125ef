import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openFiles } from '../../store/files.ts';
import { openSqlite, type SqliteOptions, type SqliteStore } from '../../store/sqlite.ts';
import type { Opened } from './fixtures.ts';

export const KEK = Buffer.alloc(32, 7);

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lipei-store-'));

export interface OpenedSqlite extends Opened {
  readonly store: SqliteStore;
  readonly dataDir: string;
  readonly path: string;
  reopen(): Promise<OpenedSqlite>;
}

/** A SQLite store in a folder of its own. */
export async function openInFolder(
  options: Partial<SqliteOptions> = {},
  dataDir: string = newFolder(),
): Promise<OpenedSqlite> {
  const path = join(dataDir, 'lipei.db');
  const store = await openSqlite({ kek: KEK, ...options, path });
  const files = await openFiles({ dir: join(dataDir, 'files'), keys: store.keys });
  return {
    ...{ store, files, dataDir, path },
    async reopen() {
      await store.close();
      return openInFolder(options, dataDir);
    },
    async dispose() {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Work on the database file behind the store's back. */
export function within<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}
