import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { ClaimId, ConversationId, Store, Ticket } from '../ports.ts';
import type { Context } from './context.ts';
import { readOn } from './damage.ts';
import type { Database } from './database.ts';
import type { Transcript } from './transcript.ts';

interface TicketRow {
  readonly id: string;
  readonly kind: Ticket['kind'];
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly at: number;
  readonly data: Uint8Array;
}

const statements = (db: Database) => ({
  upsert: db.prepare(
    `INSERT INTO tickets (id, kind, conversation, claim, at, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, conversation = excluded.conversation, claim = excluded.claim,
       at = excluded.at, data = excluded.data`,
  ),
  newest: db.prepare<TicketRow>(
    'SELECT id, kind, conversation, claim, at, data FROM tickets ORDER BY at DESC, id DESC LIMIT ? OFFSET ?',
  ),
});

/** What a person must look at. */
export class Tickets {
  readonly port: Pick<Store, 'tickets'>;
  readonly #transcript: Transcript;
  readonly #sql: ReturnType<typeof statements>;

  constructor({ db, damage }: Context, parts: { readonly transcript: Transcript }) {
    const sql = statements(db);
    this.#transcript = parts.transcript;
    this.#sql = sql;
    const readable = (row: TicketRow): Ticket[] => damage.list('tickets', row.id, () => this.#open(row));
    this.port = {
      /** Newest first. */
      tickets: (limit) => db.read(() => readOn(limit, sql.newest.all, readable)),
    };
  }

  /** The same id again replaces the ticket. */
  write({ id, kind, conversation, claim, at, data }: Ticket): void {
    const key = this.#transcript.keyOf(conversation);
    if (!key) throw new UnknownPerson('A ticket needs a conversation that exists and was not erased.');
    this.#sql.upsert.run(id, kind, conversation, claim, at, sealJson(key, placeOf(id), data));
  }

  #open({ id, kind, conversation, claim, at, data }: TicketRow): Ticket[] {
    const key = this.#transcript.keyOf(conversation);
    return key ? [{ id, kind, conversation, claim, at, data: unsealJson(key, placeOf(id), data) }] : [];
  }
}

const placeOf = (id: string): Place => ({ table: 'tickets', column: 'data', row: id });
