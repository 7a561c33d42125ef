/** What may stand for a placeholder. */
export type Value = string | number | null | Uint8Array | readonly string[];

/** A statement that each connection prepares once. `Row` says what the columns are; it is the SQL that makes it true. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Never there: it carries the type. */
  readonly row?: Row;
}

let made = 0;

/**
 * Shared SQL has `?` (or `?1`, `?2` … where a value occurs twice), which PostgreSQL calls `$1`. Columns are always named:
 * after a newer process has added one, `*` would no longer fit what a connection has prepared.
 */
export function sql<Row = never>(text: string): Statement<Row> {
  let count = 0;
  made += 1;
  const numbered = text.replace(/\?(\d?)/g, (_, digit: string) => {
    count += 1;
    return `$${digit || count}`;
  });
  return { name: `s${made}`, text: numbered };
}
