import type { Migration } from '../schema.ts';

/** Telephone numbers said in a conversation, as blind indexes: it is found by them before anything was reported. */
export const spoken: Migration = {
  name: '0010-spoken',
  up: ({ text, bytes, keyed }) => [
    `CREATE TABLE conversation_index (kind ${text} NOT NULL, hash ${bytes} NOT NULL,
      conversation ${text} NOT NULL REFERENCES conversations (id), PRIMARY KEY (kind, hash, conversation))${keyed}`,
    'CREATE INDEX conversation_index_conversation ON conversation_index (conversation)',
  ],
};
