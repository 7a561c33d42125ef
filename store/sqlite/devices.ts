import type { ConversationId, Device, Store } from '../ports.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

interface DeviceRow extends Pick<Device, 'person' | 'conversation'> {
  readonly user_id: string;
  readonly expires_at: number;
}

const statements = (db: Database) => ({
  upsert: db.prepare(
    `INSERT INTO devices (token_hash, person, conversation, user_id, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (token_hash) DO UPDATE SET person = excluded.person, conversation = excluded.conversation,
       user_id = excluded.user_id, expires_at = excluded.expires_at`,
  ),
  find: db.prepare<DeviceRow>(
    'SELECT person, conversation, user_id, expires_at FROM devices WHERE token_hash = ? AND expires_at > ?',
  ),
  forget: db.prepare('DELETE FROM devices WHERE conversation = ?'),
  // A clock that was set back must not make a revoked link good again.
  mark: db.prepare('UPDATE conversations SET revoked_at = max(coalesce(revoked_at, ?1), ?1) WHERE id = ?2'),
});

/** Browsers that may go on with their conversation. */
export class Devices {
  readonly port: Pick<Store, 'addDevice' | 'device' | 'revokeDevices'>;
  readonly #now: () => number;
  readonly #sql: ReturnType<typeof statements>;

  constructor({ db, now }: Context) {
    const sql = statements(db);
    this.#now = now;
    this.#sql = sql;
    this.port = {
      addDevice: (tokenHash, { person, conversation, user, expiresAt }) =>
        db.write(() => void sql.upsert.run(tokenHash, person, conversation, user, expiresAt)),
      device: (tokenHash, at) => db.read(() => toDevice(sql.find.get(tokenHash, at))),
      revokeDevices: (conversation) => db.write(() => this.#revoke(conversation)),
    };
  }

  #revoke(conversation: ConversationId): void {
    this.#sql.forget.run(conversation);
    this.#sql.mark.run(this.#now(), conversation);
  }
}

const toDevice = (row: DeviceRow | undefined): Device | undefined =>
  row && { person: row.person, conversation: row.conversation, user: row.user_id, expiresAt: row.expires_at };
