import type { KeyObject } from 'node:crypto';
import { seal, unseal } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import { failpoint, io } from '../failpoints.ts';
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
export function filesInDatabase({ db, keys }: Pick<Context, 'db' | 'keys'>): Files {
  const keyOf = (person: PersonId): Promise<KeyObject | undefined> =>
    db.read((reads) => findKey(keys, reads, 'person', person));

  async function read(id: FileId, person: PersonId, copy: Copy): Promise<Buffer | undefined> {
    checkFileId(id);
    const key = await keyOf(person);
    if (!key) return undefined;
    io('file.read');
    const row = await db.get(find, id, copy);
    return row && unseal(key, placeOfCopy(id, copy), row.bytes);
  }

  return {
    async put(id, person, original, display) {
      checkFileId(id);
      const key = await keyOf(person);
      if (!key) throw new UnknownPerson('A file cannot be kept: its person does not exist or was erased.');
      await db.write(async (tx) => {
        tx.send(upsert, id, 'original', seal(key, placeOfCopy(id, 'original'), original));
        if (display) tx.send(upsert, id, 'display', seal(key, placeOfCopy(id, 'display'), display));
      }, LONG_PATIENCE);
      failpoint('file.afterWrite');
    },
    original: (id, person) => read(id, person, 'original'),
    display: async (id, person) => (await read(id, person, 'display')) ?? read(id, person, 'original'),
    remove: (id) => db.write(async (tx) => tx.send(drop, id)),
  };
}
