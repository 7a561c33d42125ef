/** The change of the master key: where the new one comes from, and what is done in which order. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rename } from 'node:fs/promises';
import { newKey } from '../../store/crypto.ts';
import { decode, findKek, fingerprintOf, keyPath } from '../../store/key.ts';
import { syncFolderOf, writeDurably } from '../../store/write.ts';
import type { Rekeyed } from './work.ts';

export interface RekeyOptions {
  readonly dataDir: string;
  readonly database: { readonly url: string } | undefined;
  /** The values of LIPEI_KEY and LIPEI_NEW_KEY. */
  readonly key: string | undefined;
  readonly newKey: string | undefined;
  /** Told how many keys are done. */
  readonly say?: (done: number) => void;
}

export interface Changed extends Rekeyed {
  readonly was: string;
  readonly is: string;
  /** Undefined: the operator has it. */
  readonly file: string | undefined;
}

/** The new key rests beside the old one until the database has it: a kill in between is mended by the next run. */
export const nextPath = (dataDir: string): string => `${keyPath(dataDir)}.next`;

export const oldPath = (dataDir: string, fingerprint: string): string => `${keyPath(dataDir)}.${fingerprint}`;

export async function rekey(options: RekeyOptions): Promise<Changed> {
  const { dataDir, database, key, say = () => {} } = options;
  const found = await findKek({ dataDir, key });
  if (!found) throw new Error(`There is no key: set LIPEI_KEY to the one in use, or put ${keyPath(dataDir)} back.`);
  const inFile = key === undefined || key === '';
  const to = await theNewKey(options, inFile);
  const keys = { from: found.kek, to };
  if (keys.from.equals(to)) throw new Error('LIPEI_NEW_KEY is the key in use: set it to another one.');
  const done = database
    ? await (await import('./postgres.ts')).rekeyPostgres(database.url, keys, say)
    : (await import('./sqlite.ts')).rekeySqlite(dataDir, keys, say);
  const was = fingerprintOf(found.kek);
  if (inFile) await putInPlace(dataDir, oldPath(dataDir, was));
  return { ...done, was, is: fingerprintOf(to), file: inFile ? keyPath(dataDir) : undefined };
}

/** Whole under another name first: a kill leaves no half key. */
async function make(path: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeDurably(draft, Buffer.from(`${newKey().toString('base64')}\n`));
  await rename(draft, path);
  await syncFolderOf(path);
}

/** There is a key under its name at any moment; the old one, which backups need, stays under another. */
async function putInPlace(dataDir: string, old: string): Promise<void> {
  if (!existsSync(old)) await link(keyPath(dataDir), old);
  await rename(nextPath(dataDir), keyPath(dataDir));
  await syncFolderOf(keyPath(dataDir));
}

async function theNewKey({ dataDir, newKey: given }: RekeyOptions, inFile: boolean): Promise<Buffer> {
  if (!inFile && !given)
    throw new Error('LIPEI_NEW_KEY is missing: set it to 32 new random bytes, such as from: openssl rand -base64 32');
  if (!inFile) return decode(given ?? '', 'LIPEI_NEW_KEY');
  if (given) throw new Error('LIPEI_NEW_KEY goes with LIPEI_KEY: here the key is a file, and a new one is made.');
  const path = nextPath(dataDir);
  if (!existsSync(path)) await make(path);
  return decode(await readFile(path, 'utf8'), path);
}
