import type { ConversationId, Store } from '../ports.ts';
import { type DeviceRow, openDevice, SQL } from '../tables/devices.ts';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  upsert: db.prepare(SQL.upsert),
  find: db.prepare<DeviceRow>(SQL.find),
  forget: db.prepare(SQL.forget),
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
      device: (tokenHash, at) => db.read(() => openDevice(sql.find.get(tokenHash, at))),
      revokeDevices: (conversation) => db.write(() => this.#revoke(conversation)),
    };
  }

  #revoke(conversation: ConversationId): void {
    this.#sql.forget.run(conversation);
    this.#sql.mark.run(this.#now(), conversation);
  }
}
