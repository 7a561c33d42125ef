import { failpoint } from '../failpoints.ts';
import type { ConversationId, FileRecord, Store } from '../ports.ts';
import type { FileRow } from '../schema.ts';
import { openFile, SQL, sealFile } from '../tables/files.ts';
import type { Context } from './context.ts';
import { holdPerson, type Wrapped } from './owners.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedFile = FileRow & Wrapped;

const withKey = `SELECT f.id, f.person, f.conversation, f.received_at, f.sealed, k.wrapped
  FROM files f LEFT JOIN keys k ON k.kind = 'person' AND k.id = f.person`;
const insert = sql(SQL.insert);
const find = sql<OwnedFile>(`${withKey} WHERE f.id = ?`);
const orphans = sql<Pick<FileRow, 'id'>>(SQL.orphans);
const drop = sql(SQL.drop);
const sum = sql<{ count: number; bytes: number }>(SQL.sum);
const unsized = sql<OwnedFile>(`${withKey} WHERE f.conversation = ? AND f.size IS NULL`);

/** What is known about files; their bytes are elsewhere (port `Files`). */
export class FileRecords {
  readonly port: Pick<Store, 'addFile' | 'file' | 'fileUse' | 'orphans' | 'dropFile'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db } = context;
    this.#context = context;
    this.port = {
      addFile: async (file) => {
        await db.write((tx) => this.#add(tx, file));
        failpoint('file.afterRecord');
      },
      file: async (id) => (await db.all(find, id)).flatMap((row) => this.#open(row))[0],
      fileUse: (conversation) => this.#use(conversation),
      orphans: async (before, limit) => (await db.all(orphans, before, limit)).map(({ id }) => id),
      dropFile: (id) => db.write(async (tx) => tx.send(drop, id)),
    };
  }

  async #add(tx: Tx, file: FileRecord): Promise<void> {
    const { id, person, conversation, receivedAt, size } = file;
    const key = await holdPerson(this.#context.keys, tx, person);
    tx.send(insert, id, person, conversation, receivedAt, size, sealFile(key, file));
  }

  #open(row: OwnedFile): FileRecord[] {
    const key = this.#context.keys.open('person', row.person, row.wrapped);
    return key ? [openFile(key, row)] : [];
  }

  async #use(conversation: ConversationId): Promise<{ count: number; bytes: number }> {
    const { db, damage } = this.#context;
    const [sized, more] = await db.read((reads) =>
      Promise.all([reads.get(sum, conversation), reads.all(unsized, conversation)]),
    );
    const { count, bytes } = sized ?? { count: 0, bytes: 0 };
    // Files of a database of 0001 have their size only sealed.
    const sizes = more.flatMap((row) => damage.list('files', row.id, () => this.#open(row)));
    return { count, bytes: sizes.reduce((total, { size }) => total + size, bytes) };
  }
}
