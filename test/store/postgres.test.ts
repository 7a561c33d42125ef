import { storeContract } from './contract.ts';
import { NOW } from './fixtures.ts';
import { openIn, withPostgres } from './openPostgres.ts';

withPostgres('PostgreSQL', (schema) => {
  storeContract('PostgreSQL', () => openIn(schema, { now: () => NOW }));
});
