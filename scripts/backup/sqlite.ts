/** The database of DATA_DIR and its files, copied while a server may be at work on them. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { RESTORE, StoreDamaged } from '../../store/errors.ts';
import { failpoint } from '../../store/failpoints.ts';
import { pathOfCopy } from '../../store/files.ts';
import { databasePath } from '../../store/key.ts';
import type { FileId } from '../../store/ports.ts';
import { findDamageAside } from '../../store/sqlite/check.ts';
import { translate } from '../../store/sqlite/errors.ts';
import { refuseDamagedLog } from '../../store/sqlite/wal.ts';
import { lostSecret, SECRET, unlock } from '../../store/tables/meta.ts';
import { hashOf, Shelf } from './bytes.ts';
import type { Contents, Copied, Manifest } from './manifest.ts';

/** Milliseconds for which another tool may hold the database. */
const PATIENCE = 10_000;
/**
 * All pages in one step, which reads one state of the database while others go on writing. In several steps SQLite would
 * begin anew after each commit of another process, and beside a busy server never come to an end.
 */
const ALL_PAGES = 2 ** 31 - 1;

/** Copies the database to `to` and makes sure that the copy is sound and that `kek` opens it. */
export async function copyDatabase(dataDir: string, to: string, kek: Uint8Array): Promise<Copied> {
  const path = databasePath(dataDir);
  if (!existsSync(path))
    throw new Error(`There is no database in ${dataDir}: set DATA_DIR to what is to be backed up.`);
  await refuseLostCommits(path);
  try {
    await copyPages(path, to);
    const [damage, sha256] = await Promise.all([findDamageAside(to, 'quick_check'), hashOf(to)]);
    if (damage) throw new StoreDamaged(damage);
    return { sha256, ...within(to, true, (copy) => contentsOf(copy, kek)) };
  } catch (error) {
    if (!(error instanceof Error && translate(error) instanceof StoreDamaged)) throw error;
    throw new StoreDamaged(`${path} is damaged (${error.message}); the backup before stands. Stop lipei, ${RESTORE}.`);
  }
}

async function copyPages(path: string, to: string): Promise<void> {
  // SQLite would make the file readable for everyone.
  closeSync(openSync(to, 'wx', 0o600));
  const source = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE });
  try {
    await backup(source, to, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  // One file, without a log beside it.
  within(to, false, (copy) => copy.exec('PRAGMA journal_mode = DELETE'));
}

/**
 * Where no server runs, the log may have lost what the backup before still has. Again and again, because a running one
 * rewrites it while it is read: damage stays, and what was only half rewritten does not.
 */
async function refuseLostCommits(path: string): Promise<void> {
  for (const pause of [50, 100, 200, 400, 800]) {
    try {
      return refuseDamagedLog(path);
    } catch {
      await sleep(pause);
    }
  }
  refuseDamagedLog(path);
}

export function contentsOf(copy: DatabaseSync, kek: Uint8Array): Contents {
  const all = (sql: string) => copy.prepare(sql).all();
  const [secret] = all(`SELECT value FROM meta WHERE name = '${SECRET}'`);
  if (!(secret?.value instanceof Uint8Array)) throw lostSecret();
  unlock(kek, secret.value);
  const names = all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`);
  const count = (name: string) => Number(all(`SELECT count(*) AS n FROM ${name}`)[0]?.n);
  const tables = Object.fromEntries(names.map(({ name }) => [String(name), count(String(name))]));
  const [last] = all('SELECT name FROM migrations ORDER BY number DESC LIMIT 1');
  return { schema: String(last?.name), tables };
}

/** Where files are copied from and to, and what the backup before says of them. */
export interface FilesOptions {
  readonly dataDir: string;
  readonly target: string;
  /** The copy of the database. */
  readonly copy: string;
  readonly before: Manifest['files'];
}

/** Copies what the copy of the database refers to and the backup does not have yet: files never change. */
export async function copyFiles({ dataDir, target, copy, before }: FilesOptions): Promise<CopiedFiles> {
  const shelf = new Shelf(join(target, 'files'));
  const files: Record<string, string> = {};
  const missing: string[] = [];
  let added = 0;
  for (const id of within(copy, true, referredTo)) {
    for (const kind of ['original', 'display'] as const) {
      const name = `${id.slice(0, 2)}/${id}.${kind}`;
      const known = existsSync(join(target, 'files', name)) ? before[name] : undefined;
      const hash = known ?? (await shelf.copy(pathOfCopy(join(dataDir, 'files'), id, kind), name));
      if (hash) files[name] = hash;
      else if (kind === 'original' && isReferredTo(dataDir, id)) missing.push(id);
      if (hash && !known) added += 1;
      failpoint('backup.mid');
    }
  }
  await shelf.finish();
  return { files, missing, added };
}

export interface CopiedFiles extends Pick<Manifest, 'files' | 'missing'> {
  readonly added: number;
}

const referredTo = (copy: DatabaseSync): FileId[] =>
  copy
    .prepare('SELECT id FROM files WHERE arrival IS NOT NULL ORDER BY id')
    .all()
    .map(({ id }) => id as FileId);

/** Not if its person was erased since the database was copied. */
const isReferredTo = (dataDir: string, id: FileId): boolean =>
  within(databasePath(dataDir), true, (db) =>
    db.prepare('SELECT 1 FROM files WHERE id = ? AND arrival IS NOT NULL').get(id),
  ) !== undefined;

function within<T>(path: string, readOnly: boolean, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path, { readOnly, timeout: PATIENCE });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
