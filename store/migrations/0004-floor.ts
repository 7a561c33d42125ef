import type { Migration } from '../schema.ts';

/** Who waits for a person and who talks to whom: one row an asking. And which of the staff are there. */
export const floor: Migration = {
  name: '0004-floor',
  up: ({ text, int, bytes, end, keyed }) => [
    // `data` is sealed with the person's key: notes, what was agreed, a summary.
    `CREATE TABLE handoffs (id ${text} PRIMARY KEY, conversation ${text} NOT NULL REFERENCES conversations (id), claim ${text},
      state ${text} NOT NULL, reason ${text} NOT NULL, severity ${int} NOT NULL, back ${int} NOT NULL, lang ${text} NOT NULL,
      branch ${text}, asked_at ${int} NOT NULL, accepted_at ${int}, adjuster ${text}, first_word_at ${int},
      last_adjuster_at ${int}, last_person_at ${int}, ended_at ${int}, outcome ${text}, data ${bytes} NOT NULL)${end}`,
    // In the order of the queue.
    'CREATE INDEX handoffs_queue ON handoffs (state, severity DESC, back DESC, asked_at, id)',
    'CREATE INDEX handoffs_conversation ON handoffs (conversation, asked_at)',
    `CREATE INDEX handoffs_mine ON handoffs (adjuster) WHERE state = 'active'`,
    'CREATE INDEX handoffs_accepted ON handoffs (accepted_at) WHERE accepted_at IS NOT NULL',

    `CREATE TABLE presence (adjuster ${text} PRIMARY KEY, seen_at ${int} NOT NULL, max_open ${int} NOT NULL, ringing ${int} NOT NULL)${keyed}`,

    // By when a call is promised, who has taken the ticket, and when it was done.
    `ALTER TABLE tickets ADD COLUMN slot ${int}`,
    `ALTER TABLE tickets ADD COLUMN taken_by ${text}`,
    `ALTER TABLE tickets ADD COLUMN done_at ${int}`,
    'CREATE INDEX tickets_open ON tickets (at) WHERE done_at IS NULL',
  ],
};
