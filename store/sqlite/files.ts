import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import type { ConversationId, FileId, FileRecord, Store } from '../ports.ts';
import type { FileRow } from '../schema.ts';
import type { Context } from './context.ts';

/** Names of files say who somebody is, and so may a fingerprint: both are sealed. */
type Sealed = Pick<FileRecord, 'type' | 'name' | 'size' | 'sha256'>;

const placeOf = (id: FileId): Place => ({ table: 'files', column: 'sealed', row: id });

/** What is known about files; their bytes are elsewhere (port `Files`). */
export function fileRecords({ db, keys, damage }: Context) {
  const columns = 'id, person, conversation, received_at, sealed';
  const insert = db.prepare(
    'INSERT INTO files (id, person, conversation, received_at, size, sealed) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = db.prepare<FileRow>(`SELECT ${columns} FROM files WHERE id = ?`);
  const ofArrival = db.prepare<FileRow>(
    `SELECT ${columns} FROM files WHERE conversation = ? AND arrival = ? ORDER BY position`,
  );
  const refer = db.prepare(
    'UPDATE files SET arrival = ?, position = ? WHERE id = ? AND conversation = ? AND arrival IS NULL',
  );
  const orphans = db.prepare<Pick<FileRow, 'id'>>(
    'SELECT id FROM files WHERE arrival IS NULL AND received_at < ? ORDER BY received_at LIMIT ?',
  );
  const drop = db.prepare('DELETE FROM files WHERE id = ?');
  const sum = db.prepare<{ count: number; bytes: number }>(
    'SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM files WHERE conversation = ?',
  );
  const unsized = db.prepare<FileRow>(`SELECT ${columns} FROM files WHERE conversation = ? AND size IS NULL`);

  function add({ id, person, conversation, receivedAt, type, name, size, sha256 }: FileRecord): void {
    const sealed = sealJson(keys.personOrThrow(person), placeOf(id), { type, name, size, sha256 });
    insert.run(id, person, conversation, receivedAt, size, sealed);
  }

  /** One that cannot be read is left out. */
  const readable = (key: KeyObject, row: FileRow): FileRecord[] => damage.list('files', row.id, () => [open(key, row)]);

  function use(conversation: ConversationId): { count: number; bytes: number } {
    const { count, bytes } = sum.get(conversation) ?? { count: 0, bytes: 0 };
    // Files of a database of 0001 have their size only sealed.
    const more = unsized.all(conversation).flatMap((row) => {
      const key = keys.person(row.person);
      return key ? readable(key, row) : [];
    });
    return { count, bytes: more.reduce((total, { size }) => total + size, bytes) };
  }

  const port: Pick<Store, 'addFile' | 'file' | 'fileUse' | 'orphans' | 'dropFile'> = {
    addFile: (file) => db.write(() => add(file)),
    file: (id) =>
      db.read(() => {
        const row = find.get(id);
        const key = row && keys.person(row.person);
        return key && open(key, row);
      }),
    fileUse: (conversation) => db.read(() => use(conversation)),
    orphans: (before, limit) => db.read(() => orphans.all(before, limit).map(({ id }) => id)),
    dropFile: (id) => db.write(() => void drop.run(id), db.patience.commit),
  };

  return {
    port,
    /** An arrival brings its files. One that is not there, belongs elsewhere or was brought before is a mistake of the caller. */
    refer(conversation: ConversationId, arrival: number, files: readonly FileId[]): void {
      for (const [position, id] of files.entries()) {
        if (refer.run(arrival, position, id, conversation) !== 1) {
          throw new Error(`File ${id} does not wait in this conversation: add it first, and refer to it once.`);
        }
      }
    },
    of: (key: KeyObject, conversation: ConversationId, arrival: number): FileRecord[] =>
      ofArrival.all(conversation, arrival).flatMap((row) => readable(key, row)),
  };
}

function open(key: KeyObject, { id, person, conversation, received_at, sealed }: FileRow): FileRecord {
  const known = unsealJson(key, placeOf(id), sealed) as unknown as Sealed;
  return { id, person, conversation, ...known, receivedAt: received_at };
}
