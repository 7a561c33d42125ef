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
export function tickets({ db, keys, damage }: Context) {
  function open(row: OwnedTicket): Ticket[] {
    const key = keyOfOwner(keys, row);
    return key ? [openTicket(key, row)] : [];
  }

  const readable = (row: OwnedTicket): Ticket[] => damage.list('tickets', row.id, () => open(row));

  const port: Pick<Store, 'tickets'> = {
    /** Newest first. */
    tickets: (limit) => readOn(limit, (wanted, skip) => db.all(newest, wanted, skip), readable),
  };

  return {
    port,
    /** The same id again replaces the ticket. */
    async write(tx: Tx, ticket: Ticket): Promise<void> {
      const { id, kind, conversation, claim, at } = ticket;
      const key = keyOfOwner(keys, await findOwner(tx, conversation));
      if (!key) throw homelessTicket();
      tx.send(upsert, id, kind, conversation, claim, at, sealTicket(key, ticket));
    },
  };
}
