import type { Context } from './context.ts';
import { sql } from './statement.ts';

/**
 * A job or delivery that a process took belongs to it so long (ms, by the clock that was handed in). Longer than any one
 * attempt; a process that was killed leaves its work to the others after that. Where it matters that something happens once,
 * the commit decides, not the lease.
 */
export const LEASE = 60_000;

const tables = ['jobs', 'deliveries', 'tellings', 'webhook_calls'].map((table) =>
  sql(`UPDATE ${table} SET locked_by = NULL, locked_until = NULL WHERE locked_by = ?`),
);

/** What a process took and has not done is at once free for the others. */
export const release = ({ db, me }: Pick<Context, 'db' | 'me'>): Promise<void> =>
  db.write(async (tx) => {
    for (const statement of tables) tx.send(statement, me);
  });
