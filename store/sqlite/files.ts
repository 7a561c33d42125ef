import type { KeyObject } from 'node:crypto';
import type { ConversationId, FileId, FileRecord, Store } from '../ports.ts';
import type { FileRow } from '../schema.ts';
import { notWaiting, openFile, SQL, sealFile } from '../tables/files.ts';
import type { Context } from './context.ts';

/** What is known about files; their bytes are elsewhere (port `Files`). */
export function fileRecords({ db, keys, damage }: Context) {
  const insert = db.prepare(SQL.insert);
  const find = db.prepare<FileRow>(SQL.find);
  const ofArrival = db.prepare<FileRow>(SQL.ofArrival);
  const refer = db.prepare(SQL.refer);
  const orphans = db.prepare<Pick<FileRow, 'id'>>(SQL.orphans);
  const drop = db.prepare(SQL.drop);
  const sum = db.prepare<{ count: number; bytes: number }>(SQL.sum);
  const unsized = db.prepare<FileRow>(SQL.unsized);

  function add(file: FileRecord): void {
    const { id, person, conversation, receivedAt, size } = file;
    insert.run(id, person, conversation, receivedAt, size, sealFile(keys.personOrThrow(person), file));
  }

  /** One that cannot be read is left out. */
  const readable = (key: KeyObject, row: FileRow): FileRecord[] =>
    damage.list('files', row.id, () => [openFile(key, row)]);

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
        return key && openFile(key, row);
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
        if (refer.run(arrival, position, id, conversation) !== 1) throw notWaiting(id);
      }
    },
    of: (key: KeyObject, conversation: ConversationId, arrival: number): FileRecord[] =>
      ofArrival.all(conversation, arrival).flatMap((row) => readable(key, row)),
  };
}
