import type { Migration } from '../schema.ts';

/** From which address a conversation was opened last, as an HMAC and for two hours: codes are counted by it. */
export const origins: Migration = {
  name: '0013-origins',
  up: ({ text, int, keyed }) => [
    `CREATE TABLE origins (conversation ${text} NOT NULL, origin ${text} NOT NULL, at ${int} NOT NULL,
      PRIMARY KEY (conversation))${keyed}`,
    'CREATE INDEX origins_origin ON origins (origin)',
    'CREATE INDEX origins_at ON origins (at)',
    'CREATE INDEX codes_conversation ON codes (conversation, created_at)',
  ],
};
