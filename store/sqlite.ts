import type { DatabaseSync } from 'node:sqlite';
import { blindIndex, KEY_BYTES, type PersonKeys } from './crypto.ts';
import { Damage, type OnDamage } from './damage.ts';
import { WrongKey } from './errors.ts';
import { databasePath } from './key.ts';
import type { PersonId, Store } from './ports.ts';
import { arrivals } from './sqlite/accept.ts';
import { claims } from './sqlite/claims.ts';
import { commits } from './sqlite/commit.ts';
import type { Context } from './sqlite/context.ts';
import { conversations } from './sqlite/conversations.ts';
import { Database, PATIENCE, type Patience } from './sqlite/database.ts';
import { deliveries } from './sqlite/deliveries.ts';
import { devices } from './sqlite/devices.ts';
import { events } from './sqlite/events.ts';
import { fileRecords } from './sqlite/files.ts';
import { forget } from './sqlite/forget.ts';
import { Gate } from './sqlite/gate.ts';
import { jobs } from './sqlite/jobs.ts';
import { Keyring } from './sqlite/keyring.ts';
import { migrate, refuseNewer } from './sqlite/migrate.ts';
import { openSecret } from './sqlite/secret.ts';
import { tickets } from './sqlite/tickets.ts';
import { transcript } from './sqlite/transcript.ts';

export type SqliteOptions = ({ readonly path: string } | { readonly dataDir: string }) & {
  /** The key-encrypting key, 32 bytes (store/key.ts). */
  readonly kek: Uint8Array;
  readonly now?: () => number;
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

/** A store that also lends people's keys to `openFiles`. */
export type SqliteStore = Store & { readonly keys: PersonKeys };

/** Opens the database, makes or migrates its tables, and refuses a wrong key or a newer database before touching anything. */
export async function openSqlite(options: SqliteOptions): Promise<SqliteStore> {
  const { kek, now = Date.now, patience = PATIENCE, tune, onDamage } = options;
  if (kek.length !== KEY_BYTES)
    throw new WrongKey(`The master key must have ${KEY_BYTES} bytes, this one has ${kek.length}.`);
  const path = 'path' in options ? options.path : databasePath(options.dataDir);
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
  const { db, keys } = context;
  const lines = transcript(context);
  const base = { transcript: lines, conversations: conversations(context), files: fileRecords(context) };
  const queue = arrivals(context, base);
  const claim = { claims: claims(context), events: events(context), tickets: tickets(context, base) };
  const later = { jobs: jobs(context, base), deliveries: deliveries(context, { ...base, ...claim }) };
  const { checkpoint, ...forgetting } = forget(context);
  return {
    ...lines.port,
    ...base.conversations.port,
    ...base.files.port,
    ...queue.port,
    ...claim.claims.port,
    ...claim.events.port,
    ...claim.tickets.port,
    ...later.jobs.port,
    ...later.deliveries.port,
    ...devices(context),
    ...commits(context, { ...base, ...claim, ...later, arrivals: queue }),
    ...forgetting,
    keys: { personKey: (person: PersonId) => db.read(() => keys.person(person)) },
    ready: () => db.read(() => db.pragma('SELECT 1') === 1).catch(() => false),
    async close() {
      try {
        checkpoint();
      } finally {
        db.close();
      }
    },
  };
}
