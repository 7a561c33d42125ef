import type { Migration } from '../schema.ts';

/** Since when something that a colleague has entered waits for a second one; null: nothing does. The partial index stays small. */
export const proposed: Migration = {
  name: '0014-proposed',
  up: ({ int }) => [
    `ALTER TABLE claims ADD COLUMN proposed_at ${int}`,
    'CREATE INDEX claims_proposed ON claims (proposed_at, id) WHERE proposed_at IS NOT NULL',
  ],
};
