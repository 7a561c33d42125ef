import type { Migration } from '../schema.ts';

/** From a claim to the conversations about it: colleagues look for one by its number, a plate or a telephone number. */
export const search: Migration = {
  name: '0007-search',
  up: () => ['CREATE INDEX bindings_claim ON bindings (claim)'],
};
