import type { KeyObject } from 'node:crypto';
import { failpoint } from '../failpoints.ts';
import type { ConversationId, FileId, FileRecord, Store } from '../ports.ts';
import type { FileRow } from '../schema.ts';
import { notWaiting, openFile, SQL, sealFile } from '../tables/files.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  insert: db.prepare(SQL.insert),
  find: db.prepare<FileRow>(SQL.find),
  ofArrival: db.prepare<FileRow>(SQL.ofArrival),
  refer: db.prepare(SQL.refer),
  orphans: db.prepare<Pick<FileRow, 'id'>>(SQL.orphans),
  drop: db.prepare(SQL.drop),
  sum: db.prepare<{ count: number; bytes: number }>(SQL.sum),
  unsized: db.prepare<FileRow>(SQL.unsized),
});

/** What is known about files; their bytes are elsewhere (port `Files`). */
export class FileRecords {
  readonly port: Pick<Store, 'addFile' | 'file' | 'fileUse' | 'orphans' | 'dropFile'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#sql = sql;
    this.port = {
      addFile: async (file) => {
        await db.write(() => this.#add(file));
        failpoint('file.afterRecord');
      },
      file: (id) => db.read(() => this.#find(id)),
      fileUse: (conversation) => db.read(() => this.#use(conversation)),
      orphans: (before, limit) => db.read(() => sql.orphans.all(before, limit).map(({ id }) => id)),
      dropFile: (id) => db.write(() => void sql.drop.run(id), db.patience.commit),
    };
  }

  /** An arrival brings its files. One that is not there, belongs elsewhere or was brought before is a mistake of the caller. */
  refer(conversation: ConversationId, arrival: number, files: readonly FileId[]): void {
    for (const [position, id] of files.entries()) {
      if (this.#sql.refer.run(arrival, position, id, conversation) !== 1) throw notWaiting(id);
    }
  }

  of(key: KeyObject, conversation: ConversationId, arrival: number): FileRecord[] {
    return this.#sql.ofArrival.all(conversation, arrival).flatMap((row) => this.#readable(key, row));
  }

  #add(file: FileRecord): void {
    const { id, person, conversation, receivedAt, size } = file;
    const sealed = sealFile(this.#context.keys.personOrThrow(person), file);
    this.#sql.insert.run(id, person, conversation, receivedAt, size, sealed);
  }

  #find(id: FileId): FileRecord | undefined {
    const row = this.#sql.find.get(id);
    const key = row && this.#context.keys.person(row.person);
    return key && openFile(key, row);
  }

  #use(conversation: ConversationId): { count: number; bytes: number } {
    const { count, bytes } = this.#sql.sum.get(conversation) ?? { count: 0, bytes: 0 };
    // Files of a database of 0001 have their size only sealed.
    const more = this.#sql.unsized.all(conversation).flatMap((row) => {
      const key = this.#context.keys.person(row.person);
      return key ? this.#readable(key, row) : [];
    });
    return { count, bytes: more.reduce((total, { size }) => total + size, bytes) };
  }

  /** One that cannot be read is left out. */
  #readable(key: KeyObject, row: FileRow): FileRecord[] {
    return this.#context.damage.list('files', row.id, () => [openFile(key, row)]);
  }
}
