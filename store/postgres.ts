import { randomUUID } from 'node:crypto';
import type { ClientConfig } from 'pg';
import { blindIndex, KEY_BYTES, type PersonKeys, type Pseudonym, pseudonymOf } from './crypto.ts';
import { Damage, type OnDamage } from './damage.ts';
import { WrongKey } from './errors.ts';
import type { Files, PersonId, Store, Wake } from './ports.ts';
import { Arrivals } from './postgres/accept.ts';
import { Acts } from './postgres/acts.ts';
import { FilesInDatabase } from './postgres/bytes.ts';
import { Claims } from './postgres/claims.ts';
import { Codes } from './postgres/codes.ts';
import { Commits } from './postgres/commit.ts';
import { Contacts } from './postgres/contacts.ts';
import type { Context } from './postgres/context.ts';
import { Conversations } from './postgres/conversations.ts';
import { connectionConfig, Database } from './postgres/database.ts';
import { Deliveries } from './postgres/deliveries.ts';
import { Devices } from './postgres/devices.ts';
import { Events } from './postgres/events.ts';
import { FileRecords } from './postgres/files.ts';
import { Forgetting } from './postgres/forget.ts';
import { Handoffs } from './postgres/handoffs.ts';
import { Insurer } from './postgres/insurer.ts';
import { Jobs } from './postgres/jobs.ts';
import { Lanes } from './postgres/lanes.ts';
import { release } from './postgres/lease.ts';
import { Link } from './postgres/link.ts';
import { findKey } from './postgres/owners.ts';
import { People } from './postgres/people.ts';
import { prepare } from './postgres/prepare.ts';
import { Tellings } from './postgres/tellings.ts';
import { Tickets } from './postgres/tickets.ts';
import { Transcript } from './postgres/transcript.ts';
import { SharedWake } from './postgres/wake.ts';
import { Webhooks } from './postgres/webhooks.ts';
import { OpenedKeys } from './tables/keys.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with whatever else pg understands, such as `?sslmode=verify-full`. */
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
export type PostgresStore = Store & {
  readonly keys: PersonKeys;
  readonly files: Files;
  readonly wake: Wake;
  readonly pseudonym: Pseudonym;
};

const CONNECTIONS = 10;

/** Makes or migrates the tables and refuses a wrong key or a newer database before touching anything. */
export async function openPostgres(options: PostgresOptions): Promise<PostgresStore> {
  const { url, kek, connections = CONNECTIONS, now = Date.now, onDamage } = options;
  if (kek.length !== KEY_BYTES)
    throw new WrongKey(`The master key must have ${KEY_BYTES} bytes, this one has ${kek.length}.`);
  const secret = await prepare({ url, kek, now });
  const db = new Database({ url, connections });
  const context: Context = {
    ...{ db, keys: new OpenedKeys(kek), now, lanes: new Lanes(), damage: new Damage(onDamage), me: randomUUID() },
    blind: blindIndex(secret),
  };
  const { link, wake } = await connect(url, db);
  return { ...portsOf(context), wake, ready: async () => link.alive, close: () => close(context, link, wake) };
}

/** The line to the other processes. */
async function connect(url: string, db: Database): Promise<{ readonly link: Link; readonly wake: SharedWake }> {
  const wake = new SharedWake(db, (conversation) => link.tell(conversation));
  const link: Link = new Link({
    config: connectionConfig({ url }) as ClientConfig,
    onNews: (conversation) => wake.hear(conversation),
    onBack: () => void wake.look().catch(() => {}),
  });
  try {
    await link.start();
    return { link, wake };
  } catch (error) {
    wake.stop();
    await db.close();
    throw error;
  }
}

function portsOf(context: Context): Omit<PostgresStore, 'wake' | 'ready' | 'close'> {
  const { db, keys } = context;
  const events = new Events(context);
  const tickets = new Tickets(context);
  const handoffs = new Handoffs(context);
  const parts = {
    ...{ events, tickets, handoffs, claims: new Claims(context, { events }), jobs: new Jobs(context) },
    tellings: new Tellings(context),
    deliveries: new Deliveries(context, { tickets }),
  };
  const insurer = new Insurer(context, parts);
  return {
    ...new Transcript(context).port,
    ...new Conversations(context).port,
    ...new FileRecords(context).port,
    ...new Arrivals(context).port,
    ...parts.claims.port,
    ...new Codes(context).port,
    ...new Contacts(context).port,
    ...events.port,
    ...parts.tellings.port,
    ...tickets.port,
    ...handoffs.port,
    ...parts.jobs.port,
    ...parts.deliveries.port,
    ...new Devices(context).port,
    ...new People(context).port,
    ...new Acts(context).port,
    ...insurer.port,
    ...new Webhooks(context, { insurer }).port,
    ...new Commits(context, parts).port,
    ...new Forgetting(context).port,
    keys: { personKey: (person: PersonId) => db.read((reads) => findKey(keys, reads, 'person', person)) },
    files: new FilesInDatabase(context),
    pseudonym: pseudonymOf(context.blind),
  };
}

async function close(context: Context, link: Link, wake: SharedWake): Promise<void> {
  wake.stop();
  await link.stop();
  // A database that is gone releases nothing; what was claimed is free when its time is over.
  await release(context).catch(() => {});
  await context.db.close();
}
