/**
 * A backup beside a running server. The database is copied first and the files after it: a file is written before the
 * commit that refers to it and never changes, so whatever the copy refers to is there to be copied. The other way round a
 * photo that came in between would be referred to and not be in the backup.
 *
 * A directory holds one backup: `manifest.json`, the database that it names, and `files/`. A new one is written beside it
 * and is there when its manifest takes the place of the old one; only then is the rest of the old one removed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { failpoint } from '../../store/failpoints.ts';
import { type FoundKey, fingerprintOf } from '../../store/key.ts';
import { DataDirInUse, holdAlone } from '../../store/sqlite/alone.ts';
import { DRAFT } from './bytes.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import { dump } from './postgres.ts';
import { copyDatabase, copyFiles } from './sqlite.ts';

export interface BackupOptions {
  readonly dataDir: string;
  /** PostgreSQL; undefined: SQLite in the data directory. */
  readonly database: { readonly url: string } | undefined;
  readonly target: string;
  readonly key: FoundKey;
  readonly now?: () => number;
}

export interface BackedUp {
  readonly manifest: Manifest;
  /** Files that were not in the backup before. */
  readonly added: number;
}

/** Whatever is wrong with the source or the target: the backup that was there before stands. */
export async function backUp(options: BackupOptions): Promise<BackedUp> {
  const target = resolve(options.target);
  if (!options.database) refuseInside(target, resolve(options.dataDir));
  await mkdir(target, { recursive: true, mode: 0o700 });
  const hold = holdTarget(target);
  try {
    return await write({ ...options, target });
  } finally {
    hold.release();
  }
}

async function write({ dataDir, database, target, key, now = Date.now }: BackupOptions): Promise<BackedUp> {
  const before = await readManifest(target);
  const at = new Date(now()).toISOString();
  const file = `lipei-${at.replaceAll(':', '-')}.${database ? 'dump' : 'db'}`;
  const copy = join(target, file);
  const contents = database ? await dump(database.url, copy, key.kek) : await copyDatabase(dataDir, copy, key.kek);
  failpoint('backup.mid');
  const none = { files: {}, missing: [], added: 0 };
  const { added, ...kept } = database ? none : await copyFiles({ dataDir, target, copy, before: before?.files ?? {} });
  const { schema, ...rows } = contents;
  const engine = database ? 'postgres' : 'sqlite';
  const about = { engine, file, bytes: (await stat(copy)).size, ...rows } as const;
  const manifest = { product: version(), schema, at, key: fingerprintOf(key.kek), database: about, ...kept };
  await writeManifest(target, manifest, join(target, `${DRAFT}manifest`));
  failpoint('backup.mid');
  await tidy(target, manifest, before);
  return { manifest, added };
}

/** Removes what only the backup before had, and what one that broke off has left. */
async function tidy(target: string, { database, files }: Manifest, before: Manifest | undefined): Promise<void> {
  for (const name of await readdir(target))
    if (name !== database.file && (name.startsWith('lipei-') || name.startsWith(DRAFT))) await rm(join(target, name));
  for (const name of Object.keys(before?.files ?? {}))
    if (!(name in files)) await rm(join(target, 'files', name), { force: true });
}

function holdTarget(target: string) {
  if (existsSync(join(target, 'lipei.db')))
    throw new Error(`${target} is a data directory: name another one for the backup.`);
  try {
    return holdAlone(target);
  } catch (error) {
    if (error instanceof DataDirInUse) throw new Error(`Another backup into ${target} is running: let it finish.`);
    throw error;
  }
}

function refuseInside(target: string, dataDir: string): void {
  const way = relative(dataDir, target);
  if (way.startsWith('..') || isAbsolute(way)) return;
  throw new Error(`${target} lies in the data directory and would be lost with it: name a directory on another disk.`);
}

const version = (): string => JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version;
