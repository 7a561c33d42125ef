/** A database with many claims and conversations, by direct SQL: what a look-up opens is sealed as the store seals it, the rest is noise as long. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { keyFrom, newKey, seal } from '../../store/crypto.ts';
import type { ClaimId } from '../../store/ports.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { sealFacts } from '../../store/tables/claims.ts';

const AT = Date.parse('2026-11-01T00:00:00Z');
const noise = randomBytes(1 << 16);
/** Bytes that look encrypted, cheaply. */
const bytes = (length: number, n: number): Buffer => {
  const from = (n * 7919) % (noise.length - length);
  return noise.subarray(from, from + length);
};

/** Even over the whole range and in order, so that trees grow at their end and new ids fall anywhere between. */
const even = (n: number, of: number): string =>
  Math.floor((n / of) * 2 ** 48)
    .toString(16)
    .padStart(12, '0');
const idOf = (n: number, of: number): string => `${even(n, of)}${n.toString(16).padStart(20, '0')}`;
export const numberOf = (n: number): string => `B${n.toString().padStart(12, '0')}`;

const TABLES: Readonly<Record<string, readonly string[]>> = {
  keys: ['kind', 'id', 'wrapped', 'created_at'],
  conversations: [
    ...['id', 'channel', 'person', 'version', 'handled', 'arrivals', 'seq', 'last_at', 'floor', 'failures', 'state'],
    'created_at',
  ],
  activities: ['conversation', 'seq', 'direction', 'at', 'payload'],
  inbox: ['key', 'number', 'seq', 'shown', 'at'],
  claims: ['id', 'number', 'status', 'accident_from', 'accident_to', 'updated_at', 'facts'],
  claim_index: ['kind', 'hash', 'claim'],
  claim_events: ['claim', 'seq', 'id', 'type', 'v', 'at', 'author', 'via', 'person', 'data'],
  bindings: ['conversation', 'claim', 'person', 'role', 'level', 'verified_at'],
  tickets: ['id', 'kind', 'conversation', 'claim', 'at', 'data'],
  audit: ['conversation', 'version', 'position', 'at', 'what', 'data'],
};

type Insert = (table: string, ...values: SQLInputValue[]) => void;

function insertsInto(db: DatabaseSync): Insert {
  const prepared = Object.entries(TABLES).map(([table, columns]) => {
    const places = columns.map(() => '?').join(', ');
    return [table, db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)] as const;
  });
  const statements = new Map(prepared);
  return (table, ...values) => void statements.get(table)?.run(...values);
}

function conversation(insert: Insert, id: string, n: number, of: number): void {
  insert('keys', 'person', id, bytes(61, n), AT);
  insert('conversations', id, 'directline', id, 13, 13, 13, 28, AT + n, 'bot', 0, bytes(600, n), AT);
  for (const [seq, direction] of ['user', 'bot'].entries())
    insert('activities', id, seq + 1, direction, AT + n, bytes(direction === 'user' ? 150 : 450, n));
  insert('inbox', Buffer.from(`${even(n, of)}${bytes(26, n).toString('hex')}`, 'hex'), 1, 1, 1, AT + n);
  insert('audit', id, 1, 0, AT, 'said', '{"keys":["report.danger.ask"],"lang":"zh-CN"}');
  if (n % 20 === 0) insert('tickets', id, 'callBack', id, null, AT + n, bytes(200, n));
}

function claim(insert: Insert, kek: ReturnType<typeof keyFrom>, id: string, n: number, of: number): void {
  const own = newKey();
  const place = { table: 'keys', column: 'wrapped', row: `claim:${id}` };
  insert('keys', 'claim', id, seal(kek, place, own), AT);
  const facts = { number: numberOf(n), report: { what: 'x'.repeat(300), where: { text: 'somewhere' } }, promises: [] };
  insert('claims', id, numberOf(n), 'reported', AT, AT, AT + n, sealFacts(keyFrom(own), id as ClaimId, facts));
  const hash = Buffer.from(`${even(n, of)}${bytes(26, n).toString('hex')}`, 'hex');
  for (const kind of ['plate', 'phone']) insert('claim_index', kind, hash, id);
  insert('claim_events', id, 1, `e${id}`, 'reported', 1, AT, 'person', 'directline', id, bytes(500, n));
  insert('bindings', id, id, id, 'driver', 'selfDeclared', null);
}

/** Makes the tables in `dataDir` and fills them. */
export async function fill(dataDir: string, rows: number, masterKey: string): Promise<void> {
  const kek = Buffer.from(masterKey, 'base64');
  await (await openSqlite({ dataDir, kek })).close();
  const db = new DatabaseSync(join(dataDir, 'lipei.db'), { enableForeignKeyConstraints: false });
  db.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -400000');
  const [insert, wrapping] = [insertsInto(db), keyFrom(kek)];
  for (let n = 0; n < rows; ) {
    db.exec('BEGIN');
    for (const end = Math.min(rows, n + 20_000); n < end; n += 1) {
      const id = idOf(n, rows);
      conversation(insert, id, n, rows);
      claim(insert, wrapping, id, n, rows);
    }
    db.exec('COMMIT');
  }
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
}
