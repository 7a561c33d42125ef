/** Who did or saw what, as every database keeps it. */
import type { Act, Seal } from '../people.ts';

export interface ActRow extends Omit<Act, 'data'> {
  readonly data: string;
  readonly number: number | null;
}

const COLUMNS = 'id, at, who, what, subject, data, number';

export const SQL = {
  add: 'INSERT INTO acts (id, at, who, what, subject, data) VALUES (?, ?, ?, ?, ?, ?)',
  newest: `SELECT ${COLUMNS} FROM acts WHERE at < ? ORDER BY at DESC, id DESC LIMIT ?`,
  about: `SELECT ${COLUMNS} FROM acts WHERE subject = ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?`,
  waiting: `SELECT ${COLUMNS} FROM acts WHERE number IS NULL ORDER BY at, id LIMIT ?`,
  number: 'UPDATE acts SET number = ? WHERE id = ? AND number IS NULL',
  sealed: `SELECT ${COLUMNS} FROM acts WHERE number > ? ORDER BY number LIMIT ?`,
  head: 'SELECT number, last, at, hash, mac FROM seals ORDER BY number DESC LIMIT 1',
  seal: 'INSERT INTO seals (number, last, at, hash, mac) VALUES (?, ?, ?, ?, ?)',
  seals: 'SELECT number, last, at, hash, mac FROM seals WHERE number > ? ORDER BY number LIMIT ?',
};

/** In the order of `add`. */
export const valuesOf = ({ id, at, who, what, subject, data }: Act) =>
  [id, at, who, what, subject, JSON.stringify(data)] as const;

export const openAct = ({ id, at, who, what, subject, data }: ActRow): Act => ({
  ...{ id, at, who, what, subject },
  data: JSON.parse(data),
});

export const openNumbered = (row: ActRow): Act & { readonly number: number } => ({
  ...openAct(row),
  number: row.number ?? 0,
});

export const sealValues = ({ number, last, at, hash, mac }: Seal) => [number, last, at, hash, mac] as const;
