import type { KeyObject } from 'node:crypto';
import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { failpoint } from '../failpoints.ts';
import type { ConversationId, FileId, FileRecord, Store } from '../ports.ts';
import type { FileRow } from '../schema.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

/** Names of files say who somebody is, and so may a fingerprint: both are sealed. */
type Sealed = Pick<FileRecord, 'type' | 'name' | 'size' | 'sha256'>;

const COLUMNS = 'id, person, conversation, received_at, sealed';

const statements = (db: Database) => ({
  insert: db.prepare(
    'INSERT INTO files (id, person, conversation, received_at, size, sealed) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  find: db.prepare<FileRow>(`SELECT ${COLUMNS} FROM files WHERE id = ?`),
  ofArrival: db.prepare<FileRow>(
    `SELECT ${COLUMNS} FROM files WHERE conversation = ? AND arrival = ? ORDER BY position`,
  ),
  refer: db.prepare('UPDATE files SET arrival = ?, position = ? WHERE id = ? AND conversation = ? AND arrival IS NULL'),
  orphans: db.prepare<Pick<FileRow, 'id'>>(
    'SELECT id FROM files WHERE arrival IS NULL AND received_at < ? ORDER BY received_at LIMIT ?',
  ),
  drop: db.prepare('DELETE FROM files WHERE id = ?'),
  sum: db.prepare<{ count: number; bytes: number }>(
    'SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM files WHERE conversation = ?',
  ),
  unsized: db.prepare<FileRow>(`SELECT ${COLUMNS} FROM files WHERE conversation = ? AND size IS NULL`),
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
      if (this.#sql.refer.run(arrival, position, id, conversation) !== 1) {
        throw new Error(`File ${id} does not wait in this conversation: add it first, and refer to it once.`);
      }
    }
  }

  of(key: KeyObject, conversation: ConversationId, arrival: number): FileRecord[] {
    return this.#sql.ofArrival.all(conversation, arrival).flatMap((row) => this.#readable(key, row));
  }

  #add({ id, person, conversation, receivedAt, type, name, size, sha256 }: FileRecord): void {
    const key = this.#context.keys.personOrThrow(person);
    const sealed = sealJson(key, placeOf(id), { type, name, size, sha256 });
    this.#sql.insert.run(id, person, conversation, receivedAt, size, sealed);
  }

  #find(id: FileId): FileRecord | undefined {
    const row = this.#sql.find.get(id);
    const key = row && this.#context.keys.person(row.person);
    return key && open(key, row);
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
    return this.#context.damage.list('files', row.id, () => [open(key, row)]);
  }
}

const placeOf = (id: FileId): Place => ({ table: 'files', column: 'sealed', row: id });

function open(key: KeyObject, { id, person, conversation, received_at, sealed }: FileRow): FileRecord {
  const known = unsealJson(key, placeOf(id), sealed) as unknown as Sealed;
  return { id, person, conversation, ...known, receivedAt: received_at };
}
