import type { ConversationId, Device, Store } from '../ports.ts';
import type { Context } from './context.ts';

interface DeviceRow extends Pick<Device, 'person' | 'conversation'> {
  readonly user_id: string;
  readonly expires_at: number;
}

/** Browsers that may go on with their conversation. */
export function devices({ db, now }: Context): Pick<Store, 'addDevice' | 'device' | 'revokeDevices'> {
  const upsert = db.prepare(
    `INSERT INTO devices (token_hash, person, conversation, user_id, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (token_hash) DO UPDATE SET person = excluded.person, conversation = excluded.conversation,
       user_id = excluded.user_id, expires_at = excluded.expires_at`,
  );
  const find = db.prepare<DeviceRow>(
    'SELECT person, conversation, user_id, expires_at FROM devices WHERE token_hash = ? AND expires_at > ?',
  );
  const forget = db.prepare('DELETE FROM devices WHERE conversation = ?');
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
        return (
          row && { person: row.person, conversation: row.conversation, user: row.user_id, expiresAt: row.expires_at }
        );
      }),
    revokeDevices: (conversation) => db.write(() => revoke(conversation)),
  };
}
