import type { Migration } from '../schema.ts';

/**
 * One-time codes, for a day. `asked`, `phone` and `hash` are HMACs; `guesses` are the keys of the turns that guessed, in order,
 * and `passed_by` is the one that was right.
 */
export const codes: Migration = {
  name: '0009-codes',
  up: ({ text, int, end, keyed }) => [
    `CREATE TABLE codes (id ${text} PRIMARY KEY, conversation ${text} NOT NULL, asked ${text} NOT NULL, phone ${text} NOT NULL,
      hash ${text} NOT NULL, tries ${int} NOT NULL, guesses ${text} NOT NULL, passed_by ${text}, locked_until ${int},
      sent_at ${int}, created_at ${int} NOT NULL, expires_at ${int} NOT NULL)${end}`,
    'CREATE INDEX codes_asked ON codes (asked, created_at)',
    'CREATE INDEX codes_phone ON codes (phone, created_at)',
    'CREATE INDEX codes_at ON codes (created_at)',
    `CREATE TABLE code_claims (claim ${text} NOT NULL, code ${text} NOT NULL, created_at ${int} NOT NULL,
      PRIMARY KEY (claim, code))${keyed}`,
    'CREATE INDEX code_claims_code ON code_claims (code)',
    'CREATE INDEX code_claims_at ON code_claims (created_at)',
  ],
};
