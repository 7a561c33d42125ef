import type { Ticket, TicketPort } from '../ports.ts';
import {
  COLUMNS,
  homelessTicket,
  OPEN,
  openTicket,
  SQL,
  type TicketRow,
  type TicketStand,
  takenOf,
  valuesOf,
} from '../tables/tickets.ts';
import type { Context } from './context.ts';
import { findOwner, keyOfOwner, type OwnerRow } from './owners.ts';
import { readOn } from './pages.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedTicket = TicketRow & OwnerRow;

const upsert = sql(SQL.upsert);
const owned = `SELECT ${COLUMNS}, c.person, k.wrapped FROM tickets t
   JOIN conversations c ON c.id = t.conversation JOIN keys k ON k.kind = 'person' AND k.id = c.person
   WHERE c.erased_at IS NULL`;
const newest = sql<OwnedTicket>(`${owned} ORDER BY t.at DESC, t.id DESC LIMIT ? OFFSET ?`);
const open = sql<OwnedTicket>(`${owned} AND ${OPEN}`);
const openOf = sql<OwnedTicket>(`${owned} AND t.conversation = ? AND t.done_at IS NULL ORDER BY t.at, t.id`);
const take = sql(SQL.take);
const leave = sql(SQL.leave);
const finish = sql(SQL.finish);
const settle = sql(SQL.settle);
const stand = sql<TicketStand>(SQL.stand);

/** What a person must look at. */
export class Tickets {
  readonly port: TicketPort;
  readonly #context: Context;

  constructor(context: Context) {
    const { db } = context;
    this.#context = context;
    const page = (wanted: number, skip: number) => db.all(newest, wanted, skip);
    this.port = {
      /** Newest first. */
      tickets: (limit) => readOn(limit, page, (row) => this.#readable(row)),
      openTickets: (limit, branch = null) =>
        readOn(
          limit,
          (wanted, skip) => db.all(open, branch, wanted, skip),
          (row) => this.#readable(row),
        ),
      openTicketsOf: async (conversation) => (await db.all(openOf, conversation)).flatMap((row) => this.#readable(row)),
      takeTicket: (id, adjuster) =>
        db.write(async (tx) => takenOf(await tx.run(take, id, adjuster), await tx.get(stand, id))),
      leaveTicket: (id, adjuster) => db.write(async (tx) => tx.send(leave, id, adjuster)),
      finishTicket: (id, adjuster, at) =>
        db.write(async (tx) => takenOf(await tx.run(finish, id, adjuster, at), await tx.get(stand, id))),
    };
  }

  /** The same id again replaces the ticket. */
  async write(tx: Tx, ticket: Ticket): Promise<void> {
    const key = keyOfOwner(this.#context.keys, await findOwner(tx, ticket.conversation));
    if (!key) throw homelessTicket();
    tx.send(upsert, ...valuesOf(key, ticket));
  }

  /** Whoever had taken it. */
  settle(tx: Tx, id: string, by: string, at: number): void {
    tx.send(settle, id, by, at);
  }

  #readable(row: OwnedTicket): Ticket[] {
    const { keys, damage } = this.#context;
    return damage.list('tickets', row.id, () => {
      const key = keyOfOwner(keys, row);
      return key ? [openTicket(key, row)] : [];
    });
  }
}
