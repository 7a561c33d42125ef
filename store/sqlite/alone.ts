/**
 * One server a data directory. The lock is one of the operating system's, taken by SQLite on a small database of its own
 * that stays open: it ends with the process, however that ends, so none is ever left over. Never open `lipei.lock` by other
 * means in a process that may hold it: closing a file gives up all locks that the process has on it.
 */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreBusy } from '../errors.ts';
import { translate } from './errors.ts';

export interface Hold {
  release(): void;
}

/** Another server runs on this data directory. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse';
}

/** Throws `DataDirInUse` while another server has the directory. */
export function holdAlone(dataDir: string): Hold {
  const lock = takeLock(dataDir);
  leaveHint(dataDir);
  return {
    release() {
      if (!lock.isOpen) return;
      rmSync(hintPath(dataDir), { force: true });
      lock.close();
    },
  };
}

function takeLock(dataDir: string): DatabaseSync {
  const path = join(dataDir, 'lipei.lock');
  const lock = opened(path);
  try {
    // Nothing is ever written: without this a crash would leave an empty journal behind.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const known = translate(error);
    throw known instanceof StoreBusy ? new DataDirInUse(inUse(dataDir)) : known;
  }
}

function opened(path: string): DatabaseSync {
  try {
    // SQLite would make the file readable for everyone.
    closeSync(openSync(path, 'a', 0o600));
    return new DatabaseSync(path, { timeout: 0 });
  } catch (cause) {
    const sentence = `${resolve(path)} cannot be opened: it belongs to another user, or its folder cannot be written to.`;
    throw new DataDirInUse(`${sentence} Was something run as root there? Give it to the user that lipei runs as.`, {
      cause,
    });
  }
}

/** Who has the lock, for the sentence that the other one reads. Only the lock decides, so this may fail or be out of date. */
const hintPath = (dataDir: string): string => join(dataDir, 'lipei.pid');

function leaveHint(dataDir: string): void {
  try {
    writeFileSync(hintPath(dataDir), `${process.pid}\n`, { mode: 0o600 });
  } catch {
    rmSync(hintPath(dataDir), { force: true });
  }
}

function inUse(dataDir: string): string {
  const pid = existsSync(hintPath(dataDir)) ? readFileSync(hintPath(dataDir), 'utf8').trim() : '';
  return `Another lipei${pid && ` (process ${pid})`} is running on the data directory ${resolve(dataDir)}: stop it first, or give this one a DATA_DIR and a PORT of its own in .env.`;
}
