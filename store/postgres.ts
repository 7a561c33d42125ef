import { randomUUID } from 'node:crypto';
import type { ClientConfig } from 'pg';
import { blindIndex, KEY_BYTES, type PersonKeys } from './crypto.ts';
import { Damage, type OnDamage } from './damage.ts';
import { WrongKey } from './errors.ts';
import type { Files, PersonId, Store, Wake } from './ports.ts';
import { arrivals } from './postgres/accept.ts';
import { filesInDatabase } from './postgres/bytes.ts';
import { claims } from './postgres/claims.ts';
import { commits } from './postgres/commit.ts';
import type { Context } from './postgres/context.ts';
import { conversations } from './postgres/conversations.ts';
import { connectionConfig, Database } from './postgres/database.ts';
import { deliveries } from './postgres/deliveries.ts';
import { devices } from './postgres/devices.ts';
import { fileRecords } from './postgres/files.ts';
import { forget } from './postgres/forget.ts';
import { jobs } from './postgres/jobs.ts';
import { Lanes } from './postgres/lanes.ts';
import { release } from './postgres/lease.ts';
import { Link } from './postgres/link.ts';
import { findKey } from './postgres/owners.ts';
import { prepare } from './postgres/prepare.ts';
import { tickets } from './postgres/tickets.ts';
import { transcript } from './postgres/transcript.ts';
import { sharedWake } from './postgres/wake.ts';
import { OpenedKeys } from './tables/keys.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with whatever else pg understands, such as `?sslmode=require`. */
  readonly url: string;
  /** The key-encrypting key, 32 bytes (store/key.ts); the same for all processes. */
  readonly kek: Uint8Array;
  /** At most so many connections of this process, beside the one that listens. */
  readonly connections?: number;
  readonly now?: () => number;
  /** See store/sqlite.ts. */
  readonly onDamage?: OnDamage;
}

/** A store that many processes share, with what they need beside it. */
export type PostgresStore = Store & { readonly keys: PersonKeys; readonly files: Files; readonly wake: Wake };

const CONNECTIONS = 10;

/** Makes or migrates the tables and refuses a wrong key or a newer database before touching anything. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStore> {
  const { url, kek, connections = CONNECTIONS, now = Date.now, onDamage } = options;
  if (kek.length !== KEY_BYTES) {
    throw new WrongKey(`The master key must have ${KEY_BYTES} bytes, this one has ${kek.length}.`);
  }
  const secret = await prepare({ url, kek, now });
  const db = new Database({ url, connections });
  const keys = new OpenedKeys(kek);
  const context: Context = {
    ...{ db, keys, now, lanes: new Lanes(), damage: new Damage(onDamage), me: randomUUID() },
    blind: blindIndex(secret),
  };
  const wake = sharedWake(db, (conversation) => link.tell(conversation));
  const link: Link = new Link({
    config: connectionConfig({ url }) as ClientConfig,
    onNews: wake.hear,
    onBack: () => void wake.look().catch(() => {}),
  });
  try {
    await link.start();
  } catch (error) {
    wake.stop();
    throw error;
  }
  return { ...assemble(context), wake, ready: async () => link.alive, close: closer(context, link, wake) };
}

function assemble(context: Context): Omit<PostgresStore, 'wake' | 'ready' | 'close'> {
  const { db, keys } = context;
  const claim = claims(context);
  const ticket = tickets(context);
  const later = { jobs: jobs(context), deliveries: deliveries(context, { tickets: ticket }) };
  return {
    ...transcript(context),
    ...conversations(context),
    ...fileRecords(context),
    ...arrivals(context),
    ...claim.port,
    ...ticket.port,
    ...later.jobs.port,
    ...later.deliveries.port,
    ...devices(context),
    ...commits(context, { claims: claim, tickets: ticket, ...later }),
    ...forget(context),
    keys: { personKey: (person: PersonId) => db.read((reads) => findKey(keys, reads, 'person', person)) },
    files: filesInDatabase(context),
  };
}

const closer = (context: Context, link: Link, wake: { stop(): void }) => async (): Promise<void> => {
  wake.stop();
  await link.stop();
  // A database that is gone releases nothing; what was claimed is free when its time is over.
  await release(context).catch(() => {});
  await context.db.close();
};
