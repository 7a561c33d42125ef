import type { Migration } from '../schema.ts';

/** People who work at the desk, and the chain of what they looked at and changed. `sealed` is under the system's key. */
export const people: Migration = {
  name: '0005-people',
  up: ({ text, int, bytes, end, keyed }) => [
    `CREATE TABLE accounts (id ${text} PRIMARY KEY, login ${text} NOT NULL UNIQUE, role ${text} NOT NULL, branch ${text},
      disabled_at ${int}, created_at ${int} NOT NULL, version ${int} NOT NULL, totp_step ${int} NOT NULL, failures ${int} NOT NULL,
      locked_until ${int} NOT NULL, sealed ${bytes} NOT NULL)${end}`,
    `CREATE TABLE sessions (hash ${text} PRIMARY KEY, account ${text} NOT NULL REFERENCES accounts (id), created_at ${int} NOT NULL,
      seen_at ${int} NOT NULL)${keyed}`,
    'CREATE INDEX sessions_account ON sessions (account)',
    `CREATE TABLE invites (hash ${text} PRIMARY KEY, account ${text} NOT NULL UNIQUE REFERENCES accounts (id),
      expires_at ${int} NOT NULL)${keyed}`,
    // Without a number until a batch is sealed: nobody waits for a chain.
    `CREATE TABLE acts (id ${text} PRIMARY KEY, at ${int} NOT NULL, who ${text} NOT NULL, what ${text} NOT NULL,
      subject ${text} NOT NULL, data ${text} NOT NULL, number ${int} UNIQUE)${end}`,
    'CREATE INDEX acts_waiting ON acts (at, id) WHERE number IS NULL',
    'CREATE INDEX acts_at ON acts (at)',
    'CREATE INDEX acts_subject ON acts (subject, at)',
    `CREATE TABLE seals (number ${int} PRIMARY KEY, last ${int} NOT NULL, at ${int} NOT NULL, hash ${text} NOT NULL,
      mac ${text} NOT NULL)${end}`,
  ],
};
