/** Files, copied as they lie: sealed. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolderOf, writeDurably } from '../../store/write.ts';

/** Beginning of the names of what is not finished. */
export const DRAFT = 'draft-';

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

export async function readIfThere(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Copies small files into one directory: each is there whole or not at all. `finish` before anybody is told that they are there. */
export class Shelf {
  readonly #dir: string;
  readonly #folders = new Set<string>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The SHA-256 of what was copied; undefined where there is nothing to copy. */
  async copy(from: string, name: string): Promise<string | undefined> {
    const bytes = await readIfThere(from);
    if (!bytes) return undefined;
    const to = join(this.#dir, name);
    const draft = join(this.#dir, `${DRAFT}${randomUUID()}`);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await writeDurably(draft, bytes);
    await rename(draft, to);
    for (const path of [to, dirname(to)]) this.#folders.add(dirname(path));
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** Returns when the disk has the names too. */
  async finish(): Promise<void> {
    for (const folder of this.#folders) await syncFolderOf(join(folder, '*'));
  }
}
