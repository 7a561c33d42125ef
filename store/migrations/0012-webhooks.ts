import type { Migration } from '../schema.ts';

/**
 * Where the claim system wants to be called, and the calls to be made. `cursor` is the last number of the feed that was planned;
 * a call is one number for one receiver. The secret is sealed under the system's key, bound to the address it signs for.
 */
export const webhooks: Migration = {
  name: '0012-webhooks',
  up: ({ text, int, bytes, end, keyed }) => [
    `CREATE TABLE webhooks (id ${text} PRIMARY KEY, api_key ${text} NOT NULL, url ${text} NOT NULL, types ${text} NOT NULL,
      created_at ${int} NOT NULL, cursor ${int} NOT NULL, sealed ${bytes} NOT NULL, UNIQUE (api_key, url))${end}`,
    `CREATE TABLE webhook_calls (webhook ${text} NOT NULL, feed ${int} NOT NULL, claim ${text} NOT NULL, attempts ${int} NOT NULL,
      due_at ${int} NOT NULL, created_at ${int} NOT NULL, dead_at ${int}, reason ${text}, locked_by ${text}, locked_until ${int},
      PRIMARY KEY (webhook, feed))${keyed}`,
    'CREATE INDEX webhook_calls_due ON webhook_calls (webhook, due_at) WHERE dead_at IS NULL',
    'CREATE INDEX webhook_calls_claim ON webhook_calls (webhook, claim, feed) WHERE dead_at IS NULL',
    'CREATE INDEX webhook_calls_dead ON webhook_calls (webhook, feed) WHERE dead_at IS NOT NULL',
  ],
};
