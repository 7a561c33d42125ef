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

export const count = (path: string, table: string): number => Number(first(path, `SELECT count(*) FROM ${table}`));
export const integrity = (path: string): unknown => first(path, 'PRAGMA integrity_check');
