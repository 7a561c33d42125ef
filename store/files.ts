/**
 * Files of people in a directory, each sealed with its person's key: `<dir>/<first two characters>/<id>.original` and
 * `.display`. Order for callers: `addFile` (a row that nothing refers to yet), `put`, then the arrival that refers to it;
 * whatever a crash leaves half done is an orphan by its row and is swept.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PersonKeys, type Place, seal, unseal } from './crypto.ts';
import { StoreFull, UnknownPerson } from './errors.ts';
import { failpoint, io } from './failpoints.ts';
import type { FileId, Files, PersonId } from './ports.ts';
import { syncFolderOf, writeDurably } from './write.ts';

export type Copy = 'original' | 'display';

/** A draft this old (ms) belongs to a process that died, not to one that is writing. */
const STALE_DRAFT = 3_600_000;

export async function openFiles({ dir, keys }: { dir: string; keys: PersonKeys }): Promise<Files> {
  const drafts = join(dir, 'drafts');
  await mkdir(drafts, { recursive: true, mode: 0o700 });
  await sweepDrafts(drafts);

  async function read(id: FileId, person: PersonId, copy: Copy): Promise<Buffer | undefined> {
    const key = await keys.personKey(person);
    if (!key) return undefined;
    const sealed = await bytesAt(pathOfCopy(dir, id, copy));
    return sealed && unseal(key, placeOfCopy(id, copy), sealed);
  }

  return {
    async put(id, person, original, display) {
      const key = await keys.personKey(person);
      if (!key) throw new UnknownPerson('A file cannot be kept: its person does not exist or was erased.');
      const keep = (copy: Copy, bytes: Buffer) =>
        write(drafts, pathOfCopy(dir, id, copy), seal(key, placeOfCopy(id, copy), bytes));
      // The display copy first: an original must never be shown because its display copy is not there yet.
      if (display) await keep('display', display);
      await keep('original', original);
      failpoint('file.afterWrite');
    },
    original: (id, person) => read(id, person, 'original'),
    display: async (id, person) => (await read(id, person, 'display')) ?? read(id, person, 'original'),
    async remove(id) {
      io('file.remove');
      await rm(pathOfCopy(dir, id, 'original'), { force: true });
      await rm(pathOfCopy(dir, id, 'display'), { force: true });
    },
  };
}

/** All or nothing: a reader sees the whole file or none. */
async function write(drafts: string, path: string, sealed: Buffer): Promise<void> {
  const draft = join(drafts, randomUUID());
  try {
    const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably(draft, sealed);
    io('file.rename');
    await rename(draft, path);
    await syncFolderOf(path);
    if (made) await syncFolderOf(dirname(path));
  } catch (error) {
    await rm(draft, { force: true });
    throw outOfSpace(error) ? new StoreFull('No space is left for files.', { cause: error }) : error;
  }
}

export function pathOfCopy(dir: string, id: FileId, copy: Copy): string {
  checkFileId(id);
  return join(dir, id.slice(0, 2), `${id}.${copy}`);
}

/** Ids are made by channels; this keeps a wrong one from naming a path elsewhere. */
export function checkFileId(id: FileId): void {
  if (!/^[\w-]{2,100}$/.test(id)) throw new Error('A file id has 2 to 100 letters, digits, _ or -.');
}

export const placeOfCopy = (id: FileId, copy: Copy): Place => ({ table: 'files', column: copy, row: id });

async function bytesAt(path: string): Promise<Buffer | undefined> {
  io('file.read');
  try {
    return await readFile(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function sweepDrafts(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name);
    if (Date.now() - (await stat(path)).mtimeMs > STALE_DRAFT) await rm(path, { force: true });
  }
}

const outOfSpace = (error: unknown) => isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT');
const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
