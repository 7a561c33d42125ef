/** PostgreSQL: everything in one transaction, while no process of ours runs and none can start. */
import type { Client } from 'pg';
import type { Seal } from '../../store/ports.ts';
import { NOBODY_RUNS } from '../../store/postgres/link.ts';
import { alone } from '../../store/postgres/prepare.ts';
import { lostSecret, SECRET } from '../../store/tables/meta.ts';
import { ALREADY, isDone, type KeyRow, type Keys, PAGE, type Rekeyed, worker } from './work.ts';

type Say = (done: number) => void;
type Worker = ReturnType<typeof worker>;

export const rekeyPostgres = (url: string, keys: Keys, say: Say): Promise<Rekeyed> =>
  alone(url, async (client) => {
    const { rows } = await client.query(NOBODY_RUNS);
    if (!rows[0]?.alone)
      throw new Error('Another lipei runs on this database: stop every process first. Nothing was changed.');
    // Ends with the connection, and then nothing of it has happened.
    await client.query('BEGIN');
    const done = await rekey(client, keys, say);
    await client.query('COMMIT');
    return done;
  });

async function rekey(client: Client, keys: Keys, say: Say): Promise<Rekeyed> {
  const { rows } = await client.query('SELECT value FROM meta WHERE name = $1 FOR UPDATE', [SECRET]);
  const found: unknown = rows[0]?.value;
  if (!(found instanceof Uint8Array)) throw lostSecret();
  if (isDone(found, keys.to)) return ALREADY;
  const work = worker(keys);
  await client.query('UPDATE meta SET value = $1 WHERE name = $2', [work.secret(found), SECRET]);
  return { already: false, keys: await wrapAll(client, work, say), seals: await sealAll(client, work) };
}

async function wrapAll(client: Client, work: Worker, say: Say): Promise<number> {
  let [last, count] = [{ kind: '', id: '' }, 0];
  for (;;) {
    const { rows } = await client.query<KeyRow>(
      'SELECT kind, id, wrapped FROM keys WHERE wrapped IS NOT NULL AND (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3',
      [last.kind, last.id, PAGE],
    );
    const end = rows.at(-1);
    if (!end) return count;
    await client.query(
      'UPDATE keys k SET wrapped = n.wrapped FROM unnest($1::text[], $2::text[], $3::bytea[]) AS n (kind, id, wrapped) ' +
        'WHERE k.kind = n.kind AND k.id = n.id',
      [rows.map(({ kind }) => kind), rows.map(({ id }) => id), rows.map(work.key)],
    );
    [last, count] = [end, count + rows.length];
    say(count);
  }
}

async function sealAll(client: Client, work: Worker): Promise<number> {
  const { rows } = await client.query('SELECT number, last, at, hash, mac FROM seals ORDER BY number');
  // Whole numbers come as text where they could be too large for one.
  const seals: Seal[] = rows.map((row) => ({
    ...row,
    number: Number(row.number),
    last: Number(row.last),
    at: Number(row.at),
  }));
  await client.query(
    'UPDATE seals s SET mac = n.mac FROM unnest($1::bigint[], $2::text[]) AS n (number, mac) WHERE s.number = n.number',
    [seals.map(({ number }) => number), seals.map(work.seal)],
  );
  return seals.length;
}
