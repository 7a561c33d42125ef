import { type Place, sealJson, unsealJson } from '../crypto.ts';
import { UnknownPerson } from '../errors.ts';
import type { ClaimId, ConversationId, Store, Ticket } from '../ports.ts';
import type { Context } from './context.ts';
import { readOn } from './damage.ts';
import type { transcript } from './transcript.ts';

interface TicketRow {
  readonly id: string;
  readonly kind: Ticket['kind'];
  readonly conversation: ConversationId;
  readonly claim: ClaimId | null;
  readonly at: number;
  readonly data: Uint8Array;
}

const placeOf = (id: string): Place => ({ table: 'tickets', column: 'data', row: id });

/** What a person must look at. */
export function tickets({ db, damage }: Context, parts: { transcript: ReturnType<typeof transcript> }) {
  const upsert = db.prepare(
    `INSERT INTO tickets (id, kind, conversation, claim, at, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, conversation = excluded.conversation, claim = excluded.claim,
       at = excluded.at, data = excluded.data`,
  );
  const newest = db.prepare<TicketRow>(
    'SELECT id, kind, conversation, claim, at, data FROM tickets ORDER BY at DESC, id DESC LIMIT ? OFFSET ?',
  );

  function open({ id, kind, conversation, claim, at, data }: TicketRow): Ticket[] {
    const key = parts.transcript.keyOf(conversation);
    return key ? [{ id, kind, conversation, claim, at, data: unsealJson(key, placeOf(id), data) }] : [];
  }

  const readable = (row: TicketRow): Ticket[] => damage.list('tickets', row.id, () => open(row));

  const port: Pick<Store, 'tickets'> = {
    /** Newest first. */
    tickets: (limit) => db.read(() => readOn(limit, newest.all, readable)),
  };

  return {
    port,
    /** The same id again replaces the ticket. */
    write({ id, kind, conversation, claim, at, data }: Ticket): void {
      const key = parts.transcript.keyOf(conversation);
      if (!key) throw new UnknownPerson('A ticket needs a conversation that exists and was not erased.');
      upsert.run(id, kind, conversation, claim, at, sealJson(key, placeOf(id), data));
    },
  };
}
