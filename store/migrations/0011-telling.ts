import type { Migration } from '../schema.ts';

/**
 * What a conversation knows of a claim, and the next moment at which there may be news: a scan finds those that are due without
 * reading claims. `news` counts what happened. `unseen` is the last line of news of a conversation that no client has read.
 */
export const telling: Migration = {
  name: '0011-telling',
  up: ({ text, int, keyed }) => [
    `CREATE TABLE tellings (conversation ${text} NOT NULL REFERENCES conversations (id), claim ${text} NOT NULL,
      told ${int} NOT NULL, news ${int} NOT NULL, look_at ${int}, locked_by ${text}, locked_until ${int},
      PRIMARY KEY (conversation, claim))${keyed}`,
    'CREATE INDEX tellings_claim ON tellings (claim)',
    'CREATE INDEX tellings_due ON tellings (look_at) WHERE look_at IS NOT NULL',
    `CREATE TABLE unseen (conversation ${text} PRIMARY KEY REFERENCES conversations (id), seq ${int} NOT NULL)${keyed}`,
    // What was there before is known; from now on it is looked after.
    `INSERT INTO tellings (conversation, claim, told, news, look_at) SELECT b.conversation, b.claim,
      (SELECT coalesce(max(e.seq), 0) FROM claim_events e WHERE e.claim = b.claim), 0, 0 FROM bindings b`,
  ],
};
