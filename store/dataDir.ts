/** The directory that holds the database, the files and the key: made if it is not there, refused in one sentence if it is of no use. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The data directory cannot be made or written to. */
export class DataDirUnusable extends Error {
  override name = 'DataDirUnusable';
}

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'it is a file, or lies below one',
  EACCES: 'lipei may not write there',
  EPERM: 'lipei may not write there',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  ENOENT: 'nothing can be made there',
};

export async function openDataDir(dataDir: string): Promise<void> {
  const path = resolve(dataDir);
  try {
    await makeFolder(path);
    await tryToWrite(path);
  } catch (cause) {
    const code = codeOf(cause);
    const reason = reasons[code] ?? code;
    const advice = 'set DATA_DIR in .env to a directory that lipei may write to, such as ./data';
    throw new DataDirUnusable(`The data directory ${path} cannot be used, because ${reason}: ${advice}.`, { cause });
  }
}

/** While a restore is at work, or where it was killed, this lies in the data directory: nobody must take that for data. */
export const RESTORING = 'restoring';

export function refuseHalfRestored(dataDir: string): void {
  if (existsSync(join(dataDir, RESTORING)))
    throw new DataDirUnusable(
      `A restore into ${resolve(dataDir)} was broken off: run it again, or empty the directory.`,
    );
}

/** Not `recursive`: where a file system answers that nothing can be made, as /proc does, Node's own never returns. */
async function makeFolder(path: string): Promise<void> {
  if (await isThere(path)) return;
  await makeFolder(dirname(path));
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    // Two first starts at once.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** False if there is nothing yet; a file in its place is found out by the first attempt to write into it. */
const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      return false;
    },
  );

/** Permissions do not tell everything: a disk may be read-only or full, and root may do more than they say. */
async function tryToWrite(path: string): Promise<void> {
  const probe = join(path, `.probe-${randomUUID()}`);
  await (await open(probe, 'wx', 0o600)).close();
  await rm(probe);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
