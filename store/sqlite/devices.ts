import type { ConversationId, Store } from '../ports.ts';
import { type DeviceRow, openDevice, SQL } from '../tables/devices.ts';
import type { Context } from './context.ts';

/** Browsers that may go on with their conversation. */
export function devices({ db, now }: Context): Pick<Store, 'addDevice' | 'device' | 'revokeDevices'> {
  const upsert = db.prepare(SQL.upsert);
  const find = db.prepare<DeviceRow>(SQL.find);
  const forget = db.prepare(SQL.forget);
  // A clock that was set back must not make a revoked link good again.
  const mark = db.prepare('UPDATE conversations SET revoked_at = max(coalesce(revoked_at, ?1), ?1) WHERE id = ?2');

  function revoke(conversation: ConversationId): void {
    forget.run(conversation);
    mark.run(now(), conversation);
  }

  return {
    addDevice: (tokenHash, { person, conversation, user, expiresAt }) =>
      db.write(() => void upsert.run(tokenHash, person, conversation, user, expiresAt)),
    device: (tokenHash, now) =>
      db.read(() => {
        const row = find.get(tokenHash, now);
        return row && openDevice(row);
      }),
    revokeDevices: (conversation) => db.write(() => revoke(conversation)),
  };
}
