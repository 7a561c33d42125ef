import { readOn } from '../damage.ts';
import type { Store, Ticket } from '../ports.ts';
import { homelessTicket, openTicket, SQL, sealTicket, type TicketRow } from '../tables/tickets.ts';
import type { Context } from './context.ts';
import type { transcript } from './transcript.ts';

/** What a person must look at. */
export function tickets({ db, damage }: Context, parts: { transcript: ReturnType<typeof transcript> }) {
  const upsert = db.prepare(SQL.upsert);
  const newest = db.prepare<TicketRow>(SQL.newest);

  function open(row: TicketRow): Ticket[] {
    const key = parts.transcript.keyOf(row.conversation);
    return key ? [openTicket(key, row)] : [];
  }

  const readable = (row: TicketRow): Ticket[] => damage.list('tickets', row.id, () => open(row));

  const port: Pick<Store, 'tickets'> = {
    /** Newest first. */
    tickets: (limit) => db.read(() => readOn(limit, newest.all, readable)),
  };

  return {
    port,
    /** The same id again replaces the ticket. */
    write(ticket: Ticket): void {
      const { id, kind, conversation, claim, at } = ticket;
      const key = parts.transcript.keyOf(conversation);
      if (!key) throw homelessTicket();
      upsert.run(id, kind, conversation, claim, at, sealTicket(key, ticket));
    },
  };
}
