import type { Store, Ticket } from '../ports.ts';
import { homelessTicket, openTicket, SQL, sealTicket, type TicketRow } from '../tables/tickets.ts';
import type { Context } from './context.ts';
import { findOwner, keyOfOwner, type OwnerRow } from './owners.ts';
import { readOn } from './pages.ts';
import { sql } from './statement.ts';
import type { Tx } from './transaction.ts';

type OwnedTicket = TicketRow & OwnerRow;

const upsert = sql(SQL.upsert);
const newest = sql<OwnedTicket>(
  `SELECT t.id, t.kind, t.conversation, t.claim, t.at, t.data, c.person, k.wrapped FROM tickets t
   JOIN conversations c ON c.id = t.conversation JOIN keys k ON k.kind = 'person' AND k.id = c.person
   WHERE c.erased_at IS NULL ORDER BY t.at DESC, t.id DESC LIMIT ? OFFSET ?`,
);

/** What a person must look at. */
export class Tickets {
  readonly port: Pick<Store, 'tickets'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db } = context;
    this.#context = context;
    const page = (wanted: number, skip: number) => db.all(newest, wanted, skip);
    this.port = {
      /** Newest first. */
      tickets: (limit) => readOn(limit, page, (row) => this.#readable(row)),
    };
  }

  /** The same id again replaces the ticket. */
  async write(tx: Tx, ticket: Ticket): Promise<void> {
    const { id, kind, conversation, claim, at } = ticket;
    const key = keyOfOwner(this.#context.keys, await findOwner(tx, conversation));
    if (!key) throw homelessTicket();
    tx.send(upsert, id, kind, conversation, claim, at, sealTicket(key, ticket));
  }

  #readable(row: OwnedTicket): Ticket[] {
    const { keys, damage } = this.#context;
    return damage.list('tickets', row.id, () => {
      const key = keyOfOwner(keys, row);
      return key ? [openTicket(key, row)] : [];
    });
  }
}
