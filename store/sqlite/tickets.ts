import { readOn } from '../damage.ts';
import type { Ticket, TicketPort } from '../ports.ts';
import {
  homelessTicket,
  openTicket,
  SQL,
  type TicketRow,
  type TicketStand,
  takenOf,
  valuesOf,
} from '../tables/tickets.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import type { Transcript } from './transcript.ts';

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  newest: db.prepare<TicketRow>(SQL.newest),
  open: db.prepare<TicketRow>(SQL.open),
  openOf: db.prepare<TicketRow>(SQL.openOf),
  take: db.prepare(SQL.take),
  leave: db.prepare(SQL.leave),
  finish: db.prepare(SQL.finish),
  settle: db.prepare(SQL.settle),
  stand: db.prepare<TicketStand>(SQL.stand),
});

/** What a person must look at. */
export class Tickets {
  readonly port: TicketPort;
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
      openTickets: (limit, branch = null) =>
        db.read(() => readOn(limit, (wanted, skip) => sql.open.all(branch, wanted, skip), readable)),
      openTicketsOf: (conversation) => db.read(() => sql.openOf.all(conversation).flatMap(readable)),
      takeTicket: (id, adjuster) => db.write(() => takenOf(sql.take.run(id, adjuster), sql.stand.get(id))),
      leaveTicket: (id, adjuster) => db.write(() => void sql.leave.run(id, adjuster)),
      finishTicket: (id, adjuster, at) => db.write(() => takenOf(sql.finish.run(id, adjuster, at), sql.stand.get(id))),
    };
  }

  /** The same id again replaces the ticket. */
  write(ticket: Ticket): void {
    const key = this.#transcript.keyOf(ticket.conversation);
    if (!key) throw homelessTicket();
    this.#sql.upsert.run(...valuesOf(key, ticket));
  }

  /** Whoever had taken it. */
  settle(id: string, by: string, at: number): void {
    this.#sql.settle.run(id, by, at);
  }

  #open(row: TicketRow): Ticket[] {
    const key = this.#transcript.keyOf(row.conversation);
    return key ? [openTicket(key, row)] : [];
  }
}
