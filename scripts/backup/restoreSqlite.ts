/** A backup of SQLite becomes a data directory: written aside, looked through, and only then given its names. */
import { chmod, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDataDir, RESTORING } from '../../store/dataDir.ts';
import { pathOfCopy } from '../../store/files.ts';
import { databasePath } from '../../store/key.ts';
import { holdAlone } from '../../store/sqlite/alone.ts';
import { findDamage } from '../../store/sqlite/check.ts';
import { syncFolderOf } from '../../store/write.ts';
import { hashOf, readIfThere, Shelf } from './bytes.ts';
import type { Work } from './restore.ts';
import { contentsOf } from './sqlite.ts';
import { differences, type Readable, type Verified, verify } from './verify.ts';

/** What a data directory may hold before anything is in it. */
const HARMLESS = ['master.key', 'lipei.lock', 'lipei.pid'];
/** What a restore makes. The first goes last: while it is there no server starts. */
const OURS = [RESTORING, 'files', 'lipei.db'];

export async function intoDirectory(dataDir: string, work: Work): Promise<Verified> {
  await openDataDir(dataDir);
  const hold = holdAlone(dataDir);
  try {
    await makeRoom(dataDir);
    return await fill(dataDir, work);
  } finally {
    hold.release();
  }
}

/** Throws if there is anything but what a restore that was killed has left; that is removed. */
async function makeRoom(dataDir: string): Promise<void> {
  const found = (await readdir(dataDir)).filter((name) => !HARMLESS.includes(name));
  if (found.includes(RESTORING)) return wipe(dataDir);
  if (found.length > 0)
    throw new Error(`${dataDir} is not empty (${found[0]}): move it aside, or set DATA_DIR to an empty directory.`);
}

async function wipe(dataDir: string): Promise<void> {
  for (const name of OURS.toReversed()) await rm(join(dataDir, name), { recursive: true, force: true });
}

async function fill(dataDir: string, work: Work): Promise<Verified> {
  const aside = join(dataDir, RESTORING);
  await mkdir(join(aside, 'files'), { recursive: true, mode: 0o700 });
  try {
    const damage = [...(await copyDatabase(aside, work)), ...(await copyFiles(aside, work))];
    work.judge(damage);
    const verified = await look(aside, work);
    const all = { ...verified, damage: [...damage, ...verified.damage] };
    work.judge(all.damage);
    for (const name of ['files', 'lipei.db']) await rename(join(aside, name), join(dataDir, name));
    await syncFolderOf(aside);
    await rm(aside, { recursive: true });
    return all;
  } catch (error) {
    await wipe(dataDir);
    throw error;
  }
}

async function copyDatabase(aside: string, { from, manifest }: Work): Promise<string[]> {
  const { file, sha256 } = manifest.database;
  const path = databasePath(aside);
  await copyFile(join(from, file), path);
  await chmod(path, 0o600);
  const copy = await open(path, 'r+');
  await copy.sync().finally(() => copy.close());
  return (await hashOf(path)) === sha256 ? [] : ['the database is not what was backed up'];
}

async function copyFiles(aside: string, { from, manifest }: Work): Promise<string[]> {
  const shelf = new Shelf(join(aside, 'files'));
  const damage: string[] = [];
  for (const [name, sha256] of Object.entries(manifest.files)) {
    const found = await shelf.copy(join(from, 'files', name), name);
    if (found !== sha256) damage.push(`files/${name} is ${found ? 'not what was backed up' : 'not there'}`);
  }
  await shelf.finish();
  return damage;
}

async function look(aside: string, { manifest, kek }: Work): Promise<Verified> {
  const found = findDamage(databasePath(aside));
  const db = new DatabaseSync(databasePath(aside), { readOnly: true });
  try {
    const verified = await verify(readable(db, join(aside, 'files')), kek, manifest.database.tables);
    const damage = [...(found ? [found] : []), ...differences(manifest, contentsOf(db, kek)), ...verified.damage];
    return { ...verified, damage };
  } finally {
    db.close();
  }
}

const readable = (db: DatabaseSync, files: string): Readable => ({
  rows: async (sql) => db.prepare(sql).all(),
  oneIn: (n) => `abs(random()) % ${n} = 0`,
  bytes: (id, copy) => readIfThere(pathOfCopy(files, id, copy)),
});
