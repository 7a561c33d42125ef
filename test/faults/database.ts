/** Looks into a database from outside, as an operator with another program would. */
import { DatabaseSync } from 'node:sqlite';

function first(path: string, sql: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  try {
    return Object.values(db.prepare(sql).get() ?? {})[0];
  } finally {
    db.close();
  }
}

/** Sees only what is committed. */
export class Onlooker {
  readonly #db: DatabaseSync;

  constructor(path: string) {
    this.#db = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  }

  /** Whether a line of a transcript is there, by its id. */
  sees(id: string): boolean {
    const [conversation = '', seq = ''] = id.split('|');
    const found = this.#db.prepare('SELECT 1 FROM activities WHERE conversation = ? AND seq = ?');
    return found.get(conversation, Number(seq)) !== undefined;
  }

  close(): void {
    this.#db.close();
  }
}

export const count = (path: string, table: string): number => Number(first(path, `SELECT count(*) FROM ${table}`));
export const integrity = (path: string): unknown => first(path, 'PRAGMA integrity_check');
