import { readOn } from '../damage.ts';
import type { Store, Ticket } from '../ports.ts';
import {
  homelessTicket,
  openTicket,
  SQL,
  sealTicket,
  type TicketRow,
  type TicketStand,
  takenOf,
} from '../tables/tickets.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import type { Transcript } from './transcript.ts';

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  newest: db.prepare<TicketRow>(SQL.newest),
  open: db.prepare<TicketRow>(SQL.open),
  take: db.prepare(SQL.take),
  leave: db.prepare(SQL.leave),
  finish: db.prepare(SQL.finish),
  stand: db.prepare<TicketStand>(SQL.stand),
});

/** What a person must look at. */
export class Tickets {
  readonly port: Pick<Store, 'tickets' | 'openTickets' | 'takeTicket' | 'leaveTicket' | 'finishTicket'>;
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
      openTickets: (limit) => db.read(() => readOn(limit, sql.open.all, readable)),
      takeTicket: (id, adjuster) => db.write(() => takenOf(sql.take.run(id, adjuster), sql.stand.get(id))),
      leaveTicket: (id, adjuster) => db.write(() => void sql.leave.run(id, adjuster)),
      finishTicket: (id, adjuster, at) => db.write(() => takenOf(sql.finish.run(id, adjuster, at), sql.stand.get(id))),
    };
  }

  /** The same id again replaces the ticket. */
  write(ticket: Ticket): void {
    const { id, kind, conversation, claim, at, slot } = ticket;
    const key = this.#transcript.keyOf(conversation);
    if (!key) throw homelessTicket();
    this.#sql.upsert.run(id, kind, conversation, claim, at, slot ?? null, sealTicket(key, ticket));
  }

  #open(row: TicketRow): Ticket[] {
    const key = this.#transcript.keyOf(row.conversation);
    return key ? [openTicket(key, row)] : [];
  }
}
