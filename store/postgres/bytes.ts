import type { KeyObject } from 'node:crypto';
import { seal, unseal } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import { failpoint } from '../failpoints.ts';
import { type Copy, checkFileId, placeOfCopy } from '../files.ts';
import type { FileId, Files, PersonId } from '../ports.ts';
import type { Context } from './context.ts';
import { LONG_PATIENCE } from './database.ts';
import { findKey } from './owners.ts';
import { sql } from './statement.ts';

const find = sql<{ bytes: Uint8Array }>('SELECT bytes FROM file_bytes WHERE id = ? AND kind = ?');
const upsert = sql(
  'INSERT INTO file_bytes (id, kind, bytes) VALUES (?, ?, ?) ON CONFLICT (id, kind) DO UPDATE SET bytes = excluded.bytes',
);
const drop = sql('DELETE FROM file_bytes WHERE id = ?');

/** Files of people in the database, so that every process finds them; sealed with their person's key as on a disk. */
export class FilesInDatabase implements Files {
  readonly #context: Pick<Context, 'db' | 'keys'>;

  constructor(context: Pick<Context, 'db' | 'keys'>) {
    this.#context = context;
  }

  async put(id: FileId, person: PersonId, original: Buffer, display: Buffer | null): Promise<void> {
    checkFileId(id);
    const key = await this.#keyOf(person);
    if (!key) throw new UnknownPerson('A file cannot be kept: its person does not exist or was erased.');
    const sealed = (copy: Copy, bytes: Buffer) => seal(key, placeOfCopy(id, copy), bytes);
    await this.#context.db.write(async (tx) => {
      tx.send(upsert, id, 'original', sealed('original', original));
      if (display) tx.send(upsert, id, 'display', sealed('display', display));
    }, LONG_PATIENCE);
    failpoint('file.afterWrite');
  }

  original(id: FileId, person: PersonId): Promise<Buffer | undefined> {
    return this.#read(id, person, 'original');
  }

  async display(id: FileId, person: PersonId): Promise<Buffer | undefined> {
    return (await this.#read(id, person, 'display')) ?? this.original(id, person);
  }

  remove(id: FileId): Promise<void> {
    return this.#context.db.write(async (tx) => tx.send(drop, id));
  }

  async #read(id: FileId, person: PersonId, copy: Copy): Promise<Buffer | undefined> {
    checkFileId(id);
    const key = await this.#keyOf(person);
    const row = key && (await this.#context.db.get(find, id, copy));
    return row && unseal(key, placeOfCopy(id, copy), row.bytes);
  }

  #keyOf(person: PersonId): Promise<KeyObject | undefined> {
    return this.#context.db.read((reads) => findKey(this.#context.keys, reads, 'person', person));
  }
}
