import type { Migration } from '../schema.ts';

/** What a conversation may still use: files counted without opening them, links that were revoked; and what an erasure left. */
export const use: Migration = {
  name: '0002-use',
  up: ({ int }) => [
    `ALTER TABLE conversations ADD COLUMN revoked_at ${int}`,
    // The length of the sealed file on the disk tells it anyway. Null for files of 0001: those are opened to count them.
    `ALTER TABLE files ADD COLUMN size ${int}`,
    'CREATE INDEX files_use ON files (conversation, size)',
    'CREATE INDEX conversations_erased ON conversations (id) WHERE erased_at IS NOT NULL',
  ],
};
