import type { Migration } from '../schema.ts';

/** What many processes on one database need: whose work a job or delivery is at present, and files where all can read them. */
export const many: Migration = {
  name: '0003-many',
  up: ({ text, int, bytes, end, filesInDatabase }) => [
    `ALTER TABLE jobs ADD COLUMN locked_by ${text}`,
    `ALTER TABLE deliveries ADD COLUMN locked_by ${text}`,
    `ALTER TABLE deliveries ADD COLUMN locked_until ${int}`,
    ...(filesInDatabase
      ? [
          `CREATE TABLE file_bytes (id ${text} NOT NULL, kind ${text} NOT NULL, bytes ${bytes} NOT NULL, PRIMARY KEY (id, kind))${end}`,
          // What is encrypted cannot be compressed.
          'ALTER TABLE file_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL',
        ]
      : []),
  ],
};
