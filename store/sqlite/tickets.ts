import { readOn } from '../damage.ts';
import type { Store, Ticket } from '../ports.ts';
import { homelessTicket, openTicket, SQL, sealTicket, type TicketRow } from '../tables/tickets.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import type { Transcript } from './transcript.ts';

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  newest: db.prepare<TicketRow>(SQL.newest),
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
  write(ticket: Ticket): void {
    const { id, kind, conversation, claim, at } = ticket;
    const key = this.#transcript.keyOf(conversation);
    if (!key) throw homelessTicket();
    this.#sql.upsert.run(id, kind, conversation, claim, at, sealTicket(key, ticket));
  }

  #open(row: TicketRow): Ticket[] {
    const key = this.#transcript.keyOf(row.conversation);
    return key ? [openTicket(key, row)] : [];
  }
}
