import type { Migration } from '../schema.ts';

/**
 * The insurer's claim system: its keys, its answers (so that a call made twice is done once), its numbers, and one order
 * over the events of all claims. `feed` is null until somebody asks what is new: no commit waits for a counter.
 */
export const api: Migration = {
  name: '0008-api',
  up: ({ text, int, end, keyed }) => [
    `CREATE TABLE api_keys (id ${text} PRIMARY KEY, name ${text} NOT NULL UNIQUE, hash ${text} NOT NULL, scopes ${text} NOT NULL,
      created_at ${int} NOT NULL, revoked_at ${int}, used_on ${text})${end}`,
    `CREATE TABLE api_answers (api_key ${text} NOT NULL, id ${text} NOT NULL, print ${text} NOT NULL, status ${int} NOT NULL,
      body ${text} NOT NULL, at ${int} NOT NULL, PRIMARY KEY (api_key, id))${keyed}`,
    'CREATE INDEX api_answers_at ON api_answers (at)',
    `CREATE TABLE claim_numbers (number ${text} PRIMARY KEY, claim ${text} NOT NULL UNIQUE)${keyed}`,
    `ALTER TABLE claim_events ADD COLUMN feed ${int}`,
    'CREATE INDEX claim_events_waiting ON claim_events (claim, seq) WHERE feed IS NULL',
    'CREATE UNIQUE INDEX claim_events_feed ON claim_events (feed) WHERE feed IS NOT NULL',
    `CREATE INDEX claim_events_reported ON claim_events (feed) WHERE feed IS NOT NULL AND type = 'reported'`,
  ],
};
