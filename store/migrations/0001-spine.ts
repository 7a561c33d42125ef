import type { Migration } from '../schema.ts';

/**
 * The first tables. `payload`, `state`, `data`, `facts`, `sealed` are AES-GCM blobs; `hash` and `inbox.key` are HMACs.
 * Partial indexes keep what is polled (unfinished, due, orphaned) as small as the work that waits.
 */
export const spine: Migration = {
  name: '0001-spine',
  up: ({ text, int, bytes, end, keyed }) => [
    `CREATE TABLE keys (kind ${text} NOT NULL, id ${text} NOT NULL, wrapped ${bytes}, created_at ${int} NOT NULL,
      destroyed_at ${int}, PRIMARY KEY (kind, id))${keyed}`,

    `CREATE TABLE conversations (id ${text} PRIMARY KEY, channel ${text} NOT NULL, person ${text} NOT NULL,
      version ${int} NOT NULL, handled ${int} NOT NULL, arrivals ${int} NOT NULL, seq ${int} NOT NULL, last_at ${int} NOT NULL,
      floor ${text} NOT NULL, failures ${int} NOT NULL,
      state ${bytes} NOT NULL, created_at ${int} NOT NULL, erased_at ${int})${end}`,
    'CREATE INDEX conversations_person ON conversations (person)',
    'CREATE INDEX conversations_unfinished ON conversations (last_at) WHERE handled < arrivals',

    `CREATE TABLE activities (conversation ${text} NOT NULL REFERENCES conversations (id), seq ${int} NOT NULL,
      direction ${text} NOT NULL, at ${int} NOT NULL, payload ${bytes} NOT NULL,
      PRIMARY KEY (conversation, seq))${end}`,

    // The queue of one conversation: a row leaves in the commit that handles it.
    `CREATE TABLE arrivals (conversation ${text} NOT NULL REFERENCES conversations (id), number ${int} NOT NULL, seq ${int},
      at ${int} NOT NULL, payload ${bytes}, PRIMARY KEY (conversation, number))${keyed}`,
    // What was seen: one row a message for eight days.
    `CREATE TABLE inbox (key ${bytes} PRIMARY KEY, number ${int} NOT NULL, seq ${int} NOT NULL, shown ${int} NOT NULL,
      at ${int} NOT NULL)${keyed}`,
    'CREATE INDEX inbox_at ON inbox (at)',

    `CREATE TABLE files (id ${text} PRIMARY KEY, person ${text} NOT NULL, conversation ${text} NOT NULL REFERENCES conversations (id),
      received_at ${int} NOT NULL, arrival ${int}, position ${int}, sealed ${bytes} NOT NULL)${end}`,
    'CREATE INDEX files_arrival ON files (conversation, arrival)',
    'CREATE INDEX files_orphan ON files (received_at) WHERE arrival IS NULL',

    `CREATE TABLE deliveries (id ${text} PRIMARY KEY, conversation ${text} NOT NULL, seq ${int} NOT NULL, channel ${text} NOT NULL,
      attempts ${int} NOT NULL, due_at ${int} NOT NULL, created_at ${int} NOT NULL, dead_at ${int},
      FOREIGN KEY (conversation, seq) REFERENCES activities (conversation, seq))${end}`,
    'CREATE INDEX deliveries_due ON deliveries (due_at) WHERE dead_at IS NULL',
    'CREATE INDEX deliveries_order ON deliveries (conversation, seq)',

    `CREATE TABLE jobs (id ${text} PRIMARY KEY, key ${text} NOT NULL UNIQUE, kind ${text} NOT NULL, due_at ${int} NOT NULL,
      conversation ${text} REFERENCES conversations (id), attempts ${int} NOT NULL, locked_until ${int}, payload ${bytes} NOT NULL)${end}`,
    'CREATE INDEX jobs_due ON jobs (due_at)',
    'CREATE INDEX jobs_conversation ON jobs (conversation)',

    `CREATE TABLE claims (id ${text} PRIMARY KEY, number ${text} NOT NULL UNIQUE, status ${text} NOT NULL, accident_from ${int},
      accident_to ${int}, updated_at ${int} NOT NULL, facts ${bytes})${end}`,
    `CREATE TABLE claim_index (kind ${text} NOT NULL, hash ${bytes} NOT NULL, claim ${text} NOT NULL REFERENCES claims (id),
      PRIMARY KEY (kind, hash, claim))${keyed}`,
    'CREATE INDEX claim_index_claim ON claim_index (claim)',
    `CREATE TABLE claim_events (claim ${text} NOT NULL, seq ${int} NOT NULL, id ${text} NOT NULL UNIQUE, type ${text} NOT NULL,
      v ${int} NOT NULL, at ${int} NOT NULL, author ${text} NOT NULL, via ${text} NOT NULL, person ${text}, data ${bytes} NOT NULL,
      PRIMARY KEY (claim, seq))${end}`,
    'CREATE INDEX claim_events_person ON claim_events (person)',

    `CREATE TABLE bindings (conversation ${text} NOT NULL REFERENCES conversations (id), claim ${text} NOT NULL, person ${text} NOT NULL,
      role ${text} NOT NULL, level ${text} NOT NULL, verified_at ${int}, PRIMARY KEY (conversation, claim))${keyed}`,
    'CREATE INDEX bindings_person ON bindings (person)',

    `CREATE TABLE tickets (id ${text} PRIMARY KEY, kind ${text} NOT NULL, conversation ${text} NOT NULL REFERENCES conversations (id),
      claim ${text}, at ${int} NOT NULL, data ${bytes} NOT NULL)${end}`,
    'CREATE INDEX tickets_at ON tickets (at)',
    'CREATE INDEX tickets_conversation ON tickets (conversation)',

    `CREATE TABLE devices (token_hash ${text} PRIMARY KEY, person ${text} NOT NULL, conversation ${text} NOT NULL REFERENCES conversations (id),
      user_id ${text} NOT NULL, expires_at ${int} NOT NULL)${keyed}`,
    'CREATE INDEX devices_conversation ON devices (conversation)',
    'CREATE INDEX devices_expiry ON devices (expires_at)',

    // Which template and version said what; no personal data, so it stays when a person is erased.
    `CREATE TABLE audit (conversation ${text} NOT NULL, version ${int} NOT NULL, position ${int} NOT NULL, at ${int} NOT NULL,
      what ${text} NOT NULL, data ${text} NOT NULL, PRIMARY KEY (conversation, version, position))${keyed}`,
  ],
};
