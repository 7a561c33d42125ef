/** Whether what was restored can be read: rows of every sealed column, and every file that a message refers to. */
import { createHash, type KeyObject } from 'node:crypto';
import { unseal } from '../../store/crypto.ts';
import { type Copy, placeOfCopy } from '../../store/files.ts';
import type { ConversationId, FileId } from '../../store/ports.ts';
import type {
  ActivityRow,
  ArrivalRow,
  ClaimTableRow,
  ConversationRow,
  FileRow,
  JobRow,
  Stateful,
} from '../../store/schema.ts';
import { openLine } from '../../store/tables/activities.ts';
import { openArrival } from '../../store/tables/arrivals.ts';
import { openClaim } from '../../store/tables/claims.ts';
import { openConversation } from '../../store/tables/conversations.ts';
import { openEvent, type SealedEventRow } from '../../store/tables/events.ts';
import { openFile } from '../../store/tables/files.ts';
import { type HandoffRow, openHandoff } from '../../store/tables/handoffs.ts';
import { openJob } from '../../store/tables/jobs.ts';
import { OpenedKeys, type Owner } from '../../store/tables/keys.ts';
import { openTicket, type TicketRow } from '../../store/tables/tickets.ts';
import type { Contents, Manifest } from './manifest.ts';

/** A database, whichever it is, and the bytes of its files. */
export interface Readable {
  rows(sql: string): Promise<readonly unknown[]>;
  /** A condition that is true for about one row in `n`. */
  oneIn(n: number): string;
  bytes(id: FileId, copy: Copy): Promise<Uint8Array | undefined>;
}

export interface Verified {
  /** Rows that were opened. */
  readonly rows: number;
  readonly files: number;
  /** One line for each table or file that cannot be read. */
  readonly damage: readonly string[];
}

/** So many rows of a table are opened; of fewer, all. */
const SAMPLE = 10_000;

interface Key {
  readonly key_kind: Owner;
  readonly key_id: string;
  readonly key_wrapped: Uint8Array;
}

interface Sealed {
  readonly table: string;
  /** SQL for whose key it is. Rows of erased people have none any more and are left out. */
  readonly kind?: string;
  readonly owner: string;
  readonly where?: string;
  readonly open: (key: KeyObject, row: never) => unknown;
}

const OF_CONVERSATION = '(SELECT c.person FROM conversations c WHERE c.id = t.conversation)';
type In<Row> = Row & { readonly conversation: ConversationId };

const SEALED: readonly Sealed[] = [
  {
    ...{ table: 'conversations', owner: 't.person', where: 't.erased_at IS NULL' },
    open: (key, row: ConversationRow & Stateful) => openConversation(key, row),
  },
  {
    ...{ table: 'activities', owner: OF_CONVERSATION },
    open: (key, row: In<ActivityRow>) => openLine(key, row.conversation, row),
  },
  {
    ...{ table: 'arrivals', owner: OF_CONVERSATION, where: 't.payload IS NOT NULL' },
    open: (key, { conversation, number, payload }: In<ArrivalRow>) =>
      openArrival(key, conversation, number, payload ?? Buffer.alloc(0)),
  },
  { table: 'files', owner: 't.person', open: (key, row: FileRow) => openFile(key, row) },
  {
    table: 'jobs',
    kind: `CASE WHEN t.conversation IS NULL THEN 'system' ELSE 'person' END`,
    owner: `coalesce(${OF_CONVERSATION}, 'system')`,
    open: (key, row: JobRow) => openJob(key, row),
  },
  { table: 'claims', kind: `'claim'`, owner: 't.id', open: (key, row: ClaimTableRow) => openClaim(key, row) },
  {
    table: 'claim_events',
    kind: `CASE WHEN t.person IS NULL THEN 'claim' ELSE 'person' END`,
    owner: 'coalesce(t.person, t.claim)',
    open: (key, row: SealedEventRow) => openEvent(key, row),
  },
  { table: 'tickets', owner: OF_CONVERSATION, open: (key, row: TicketRow) => openTicket(key, row) },
  { table: 'handoffs', owner: OF_CONVERSATION, open: (key, row: HandoffRow) => openHandoff(key, row) },
];

/** `counts` says how many rows each table has. */
export async function verify(
  source: Readable,
  kek: Uint8Array,
  counts: Readonly<Record<string, number>>,
): Promise<Verified> {
  const keys = new OpenedKeys(kek);
  const damage: string[] = [];
  let rows = 0;
  for (const sealed of SEALED) {
    const n = Math.ceil((counts[sealed.table] ?? 0) / SAMPLE);
    const found = (await source.rows(select(sealed, n > 1 ? source.oneIn(n) : '1 = 1'))) as (Key & never)[];
    const broken = found.filter((row) => !opens(() => sealed.open(keyOf(keys, row), row))).length;
    rows += found.length;
    if (broken > 0) damage.push(`${broken} of ${found.length} rows of ${sealed.table} cannot be read`);
  }
  const referred = select({ table: 'files', owner: 't.person' }, 't.arrival IS NOT NULL');
  const files = (await source.rows(referred)) as (FileRow & Key)[];
  for (const row of files) if (!(await fileOpens(source, keys, row))) damage.push(`file ${row.id} cannot be read`);
  return { rows, files: files.length, damage };
}

/** Where a copy holds other numbers of rows than the manifest says. */
export function differences({ database }: Manifest, found: Contents): string[] {
  const names = Object.keys({ ...database.tables, ...found.tables });
  const count = ({ tables }: Pick<Contents, 'tables'>, name: string) => tables[name] ?? 'no';
  return names
    .filter((name) => count(database, name) !== count(found, name))
    .map((name) => `${name} has ${count(found, name)} rows, not ${count(database, name)}`);
}

function select({ table, kind = `'person'`, owner, where = '1 = 1' }: Omit<Sealed, 'open'>, sample: string): string {
  return `SELECT t.*, k.kind AS key_kind, k.id AS key_id, k.wrapped AS key_wrapped
    FROM (SELECT * FROM ${table} t WHERE ${sample}) t JOIN keys k ON k.kind = ${kind} AND k.id = ${owner}
    WHERE k.wrapped IS NOT NULL AND ${where}`;
}

/** The original is what was received, and the copy that is shown opens, where there is one. */
async function fileOpens(source: Readable, keys: OpenedKeys, row: FileRow & Key): Promise<boolean> {
  const sealed = { original: await source.bytes(row.id, 'original'), display: await source.bytes(row.id, 'display') };
  return opens(() => {
    const key = keyOf(keys, row);
    const plain = (copy: Copy, bytes: Uint8Array) => unseal(key, placeOfCopy(row.id, copy), bytes);
    if (sealed.display) plain('display', sealed.display);
    const sum = createHash('sha256')
      .update(plain('original', sealed.original ?? Buffer.alloc(0)))
      .digest('hex');
    if (sum !== openFile(key, row).sha256) throw new Error('It is not what was received.');
  });
}

function keyOf(keys: OpenedKeys, { key_kind, key_id, key_wrapped }: Key): KeyObject {
  const key = keys.open(key_kind, key_id, key_wrapped);
  if (!key) throw new Error('The key is missing.');
  return key;
}

function opens(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
