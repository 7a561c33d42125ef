/** The master key: from the environment, or a file beside the database that is made on the first start. */
import { createHash, hkdfSync, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES, newKey } from './crypto.ts';
import { openDataDir } from './dataDir.ts';
import { WrongKey } from './errors.ts';
import { syncFolderOf, writeDurably } from './write.ts';

export const databasePath = (dataDir: string): string => join(dataDir, 'lipei.db');
export const keyPath = (dataDir: string): string => join(dataDir, 'master.key');

/** `key` is the value of `LIPEI_KEY` (32 bytes in base64). */
export interface WhereKey {
  readonly key?: string | undefined;
  readonly dataDir: string;
}

export interface FoundKey {
  readonly kek: Buffer;
  /** `LIPEI_KEY`, or the path of the file. */
  readonly from: string;
}

/** The value of `LIPEI_KEY`; without it `<dataDir>/master.key` is read, or made if there is no data yet. */
export async function loadKek(where: WhereKey): Promise<Buffer> {
  const found = await findKek(where);
  if (found) return found.kek;
  await create(keyPath(where.dataDir), where.dataDir);
  return loadKek(where);
}

/** The key that is there; undefined where none is. Makes none. */
export async function findKek({ key, dataDir }: WhereKey): Promise<FoundKey | undefined> {
  if (key) return { kek: decode(key, 'LIPEI_KEY'), from: 'LIPEI_KEY' };
  const path = keyPath(dataDir);
  if (!existsSync(path)) return undefined;
  await refuseWideOpen(path);
  return { kek: decode(await readFile(path, 'utf8'), path), from: path };
}

/** Tells one key from another and gives away nothing of either: 256 random bits cannot be guessed from a hash. */
export const fingerprintOf = (kek: Uint8Array): string =>
  createHash('sha256').update('lipei master key').update(kek).digest('hex').slice(0, 16);

async function create(path: string, dataDir: string): Promise<void> {
  if (existsSync(databasePath(dataDir))) {
    throw new WrongKey(
      `${databasePath(dataDir)} exists, but its key does not: put ${path} back from your backup, or set LIPEI_KEY to the key it was made with. Without that key nobody can read the data.`,
    );
  }
  await openDataDir(dataDir);
  // Written whole under another name, then linked: two first starts at once agree on one key, a crash leaves no half key.
  const draft = `${path}.${randomUUID()}`;
  await writeDurably(draft, Buffer.from(`${newKey().toString('base64')}\n`));
  try {
    await link(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolderOf(path);
}

async function refuseWideOpen(path: string): Promise<void> {
  // Windows has no such bits; there the folder's permissions decide.
  if (process.platform === 'win32') return;
  const mode = (await stat(path)).mode & 0o777;
  if (mode & 0o077) {
    throw new WrongKey(`Others may read ${path} (mode ${mode.toString(8)}). Run: chmod 600 ${path}`);
  }
}

export function decode(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  // Buffer skips what is not base64, so the way back must give the same text.
  if (key.length !== KEY_BYTES || key.toString('base64') !== trimmed) {
    throw new WrongKey(
      `${source} must hold ${KEY_BYTES} bytes in base64 (44 characters). Make a new one with: openssl rand -base64 32, or put the old one back from your backup.`,
    );
  }
  return key;
}

/** What the chain of the desk's acts is sealed with. */
export const auditKeyOf = (kek: Buffer): Buffer => Buffer.from(hkdfSync('sha256', kek, '', 'lipei acts', 32));

/** What links and tokens are signed with: not the key itself, and always the same for it. */
export const signingKeyOf = (kek: Buffer): Buffer => Buffer.from(hkdfSync('sha256', kek, '', 'lipei signing', 32));

/** What one-time codes, and the phones they go to, are hashed with. */
export const codeKeyOf = (kek: Buffer): Buffer => Buffer.from(hkdfSync('sha256', kek, '', 'lipei codes', 32));
