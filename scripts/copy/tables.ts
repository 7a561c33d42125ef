/** What is copied, in an order in which everything that is referred to comes first. */

export interface Table {
  readonly name: string;
  /** Its primary key; rows are copied and compared in this order, which is the same in both databases. */
  readonly key: readonly string[];
}

const table = (name: string, ...key: string[]): Table => ({ name, key });

export const TABLES: readonly Table[] = [
  table('keys', 'kind', 'id'),
  table('conversations', 'id'),
  table('activities', 'conversation', 'seq'),
  table('arrivals', 'conversation', 'number'),
  table('inbox', 'key'),
  table('files', 'id'),
  table('deliveries', 'id'),
  table('jobs', 'id'),
  table('claims', 'id'),
  table('claim_index', 'kind', 'hash', 'claim'),
  table('conversation_index', 'kind', 'hash', 'conversation'),
  table('claim_events', 'claim', 'seq'),
  table('bindings', 'conversation', 'claim'),
  table('tickets', 'id'),
  table('handoffs', 'id'),
  table('presence', 'adjuster'),
  table('devices', 'token_hash'),
  table('audit', 'conversation', 'version', 'position'),
  table('accounts', 'id'),
  table('sessions', 'hash'),
  table('invites', 'hash'),
  table('acts', 'id'),
  table('seals', 'number'),
  table('api_keys', 'id'),
  table('api_answers', 'api_key', 'id'),
  table('claim_numbers', 'number'),
  table('codes', 'id'),
  table('code_claims', 'claim', 'code'),
  table('origins', 'conversation'),
  table('tellings', 'conversation', 'claim'),
  table('unseen', 'conversation'),
  table('webhooks', 'id'),
  table('webhook_calls', 'webhook', 'feed'),
];

/** Bytes of files: in a directory on one side, in this table on the other. */
export const FILE_BYTES = table('file_bytes', 'id', 'kind');
export const FILE_COLUMNS: readonly string[] = ['id', 'kind', 'bytes'];

/** Not copied: the two that say what the database itself is. */
export const OWN: readonly string[] = ['meta', 'migrations'];

export type Cell = string | number | null | Uint8Array;
export type Row = readonly Cell[];

/** `WHERE` for what follows a key, and the order; `mark` writes the n-th placeholder. */
export function following({ key }: Table, after: Row | undefined, mark: (n: number) => string): string {
  const where = after ? `WHERE (${key.join(', ')}) > (${key.map((_, i) => mark(i + 1)).join(', ')})` : '';
  return `${where} ORDER BY ${key.join(', ')}`;
}

export const keyOf = ({ key }: Table, columns: readonly string[], row: Row): Row =>
  key.map((name) => row[columns.indexOf(name)] ?? null);
