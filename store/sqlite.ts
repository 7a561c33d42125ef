import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { blindIndex, KEY_BYTES, type PersonKeys, type Pseudonym, pseudonymOf } from './crypto.ts';
import { Damage, type OnDamage } from './damage.ts';
import { refuseHalfRestored } from './dataDir.ts';
import { WrongKey } from './errors.ts';
import { databasePath } from './key.ts';
import type { PersonId, Store } from './ports.ts';
import { Arrivals } from './sqlite/accept.ts';
import { Acts } from './sqlite/acts.ts';
import { holdAlone } from './sqlite/alone.ts';
import { Claims } from './sqlite/claims.ts';
import { Codes } from './sqlite/codes.ts';
import { Commits } from './sqlite/commit.ts';
import { Contacts } from './sqlite/contacts.ts';
import type { Context } from './sqlite/context.ts';
import { Conversations } from './sqlite/conversations.ts';
import { Database, PATIENCE, type Patience } from './sqlite/database.ts';
import { Deliveries } from './sqlite/deliveries.ts';
import { Devices } from './sqlite/devices.ts';
import { cannotOpen } from './sqlite/errors.ts';
import { Events } from './sqlite/events.ts';
import { FileRecords } from './sqlite/files.ts';
import { Forgetting } from './sqlite/forget.ts';
import { Gate } from './sqlite/gate.ts';
import { Handoffs } from './sqlite/handoffs.ts';
import { Insurer } from './sqlite/insurer.ts';
import { Jobs } from './sqlite/jobs.ts';
import { Keyring } from './sqlite/keyring.ts';
import { migrate, refuseNewer } from './sqlite/migrate.ts';
import { People } from './sqlite/people.ts';
import { openSecret } from './sqlite/secret.ts';
import { Tellings } from './sqlite/tellings.ts';
import { Tickets } from './sqlite/tickets.ts';
import { Transcript } from './sqlite/transcript.ts';
import { refuseDamagedLog } from './sqlite/wal.ts';
import { Webhooks } from './sqlite/webhooks.ts';

export type SqliteOptions = ({ readonly path: string } | { readonly dataDir: string }) & {
  /** The key-encrypting key, 32 bytes (store/key.ts). */
  readonly kek: Uint8Array;
  readonly now?: () => number;
  /** For a server: refuses to start beside another one on the same directory. Tools that only look on leave it out. */
  readonly alone?: boolean;
  /** How long calls wait for a lock of another process; for tests. */
  readonly patience?: Patience;
  /**
   * Told, once a process, of each row that cannot be decrypted and was passed over: its table and id, no personal data.
   * Jobs so reported are dropped, deliveries buried.
   */
  readonly onDamage?: OnDamage;
  /** Further settings of the connection, such as a page limit; runs after the safety settings are checked. */
  readonly tune?: (connection: DatabaseSync) => void;
};

/** A store that also lends people's keys to `openFiles`, and names to channels. */
export type SqliteStore = Store & {
  readonly keys: PersonKeys;
  readonly pseudonym: Pseudonym;
};

/** Opens the database, makes or migrates its tables, and refuses a wrong key or a newer database before touching anything. */
export async function openSqlite(options: SqliteOptions): Promise<SqliteStore> {
  if (options.kek.length !== KEY_BYTES)
    throw new WrongKey(`The master key must have ${KEY_BYTES} bytes, this one has ${options.kek.length}.`);
  const path = 'path' in options ? options.path : databasePath(options.dataDir);
  const hold = options.alone ? holdAlone(dirname(path)) : undefined;
  try {
    if (hold) refuseUnfit(path);
    const store = await openAt(path, options);
    return { ...store, close: () => store.close().finally(() => hold?.release()) };
  } catch (error) {
    hold?.release();
    throw cannotOpen(error, path);
  }
}

/** What a server must not begin with, as it would be lost by that. */
function refuseUnfit(path: string): void {
  refuseHalfRestored(dirname(path));
  refuseDamagedLog(path);
}

async function openAt(path: string, options: SqliteOptions): Promise<SqliteStore> {
  const { kek, now = Date.now, patience = PATIENCE, tune, onDamage } = options;
  const db = await new Gate().run(() => new Database(path, patience, tune), patience.commit);
  try {
    const secret = await db.write(() => {
      refuseNewer(db);
      return openSecret(db, kek);
    }, db.patience.commit);
    await migrate(db, now);
    const damage = new Damage(onDamage);
    return assemble({ db, keys: new Keyring(db, kek), blind: blindIndex(secret), now, damage });
  } catch (error) {
    db.close();
    throw error;
  }
}

function assemble(context: Context): SqliteStore {
  const { db, keys, blind } = context;
  const parts = partsOf(context);
  const { forgetting } = parts;
  return {
    ...portsOf(parts),
    keys: { personKey: (person: PersonId) => db.read(() => keys.person(person)) },
    pseudonym: pseudonymOf(blind),
    ready: () => db.read(() => db.pragma('SELECT 1') === 1).catch(() => false),
    async close() {
      try {
        forgetting.checkpoint();
      } finally {
        db.close();
      }
    },
  };
}

/** What each knows of the others is what it is given here. */
function partsOf(context: Context) {
  const transcript = new Transcript(context);
  const conversations = new Conversations(context);
  const files = new FileRecords(context);
  const arrivals = new Arrivals(context, { transcript, conversations, files });
  const claims = new Claims(context);
  const events = new Events(context);
  const tellings = new Tellings(context);
  const tickets = new Tickets(context, { transcript });
  const handoffs = new Handoffs(context, { transcript });
  const jobs = new Jobs(context, { transcript });
  const deliveries = new Deliveries(context, { transcript, tickets });
  const base = { transcript, conversations, files, arrivals };
  const all = { ...base, claims, events, tellings, tickets, handoffs, jobs, deliveries };
  const commits = new Commits(context, all);
  const insurer = new Insurer(context, { claims, events, tellings, tickets });
  const people = { people: new People(context), acts: new Acts(context), contacts: new Contacts(context) };
  const codes = new Codes(context);
  const webhooks = new Webhooks(context, { insurer });
  return {
    ...all,
    ...people,
    codes,
    insurer,
    webhooks,
    commits,
    devices: new Devices(context),
    forgetting: new Forgetting(context),
  };
}

/** All parts together do everything that a store is asked for but opening and closing. */
const portsOf = (parts: ReturnType<typeof partsOf>) => ({
  ...parts.transcript.port,
  ...parts.conversations.port,
  ...parts.files.port,
  ...parts.arrivals.port,
  ...parts.claims.port,
  ...parts.codes.port,
  ...parts.contacts.port,
  ...parts.events.port,
  ...parts.tellings.port,
  ...parts.tickets.port,
  ...parts.handoffs.port,
  ...parts.jobs.port,
  ...parts.deliveries.port,
  ...parts.devices.port,
  ...parts.people.port,
  ...parts.acts.port,
  ...parts.insurer.port,
  ...parts.webhooks.port,
  ...parts.commits.port,
  ...parts.forgetting.port,
});
