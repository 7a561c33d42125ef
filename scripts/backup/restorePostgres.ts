/** A backup of PostgreSQL becomes the tables of an empty database: in one transaction, emptied again if it is of no use. */
import { join } from 'node:path';
import type { Client } from 'pg';
import { alone } from '../../store/postgres/prepare.ts';
import { hashOf } from './bytes.ts';
import { contentsOf, empty, load } from './postgres.ts';
import type { Work } from './restore.ts';
import { differences, type Readable, type Verified, verify } from './verify.ts';

/** No server starts on it before it is whole. */
export async function intoDatabase(url: string, work: Work): Promise<Verified> {
  const { from, manifest, judge } = work;
  const dump = join(from, manifest.database.file);
  if ((await hashOf(dump)) !== manifest.database.sha256) judge(['the database is not what was backed up']);
  return alone(url, async (client) => {
    await load(client, url, dump, manifest);
    try {
      const verified = await look(client, work);
      judge(verified.damage);
      return verified;
    } catch (error) {
      await empty(client);
      throw error;
    }
  });
}

async function look(client: Client, { manifest, kek }: Work): Promise<Verified> {
  const verified = await verify(readable(client), kek, manifest.database.tables);
  return { ...verified, damage: [...differences(manifest, await contentsOf(client, kek)), ...verified.damage] };
}

const readable = (client: Client): Readable => ({
  rows: async (sql) => (await client.query(sql)).rows,
  oneIn: (n) => `random() < 1.0 / ${n}`,
  bytes: async (id, copy) =>
    (await client.query('SELECT bytes FROM file_bytes WHERE id = $1 AND kind = $2', [id, copy])).rows[0]?.bytes,
});
