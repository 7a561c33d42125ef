/** Browsers that may go on with their conversation, as every database keeps them. */
import type { Device } from '../ports.ts';

export interface DeviceRow extends Pick<Device, 'person' | 'conversation'> {
  readonly user_id: string;
  readonly expires_at: number;
}

export const SQL = {
  upsert: `INSERT INTO devices (token_hash, person, conversation, user_id, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (token_hash) DO UPDATE SET person = excluded.person, conversation = excluded.conversation,
       user_id = excluded.user_id, expires_at = excluded.expires_at`,
  find: 'SELECT person, conversation, user_id, expires_at FROM devices WHERE token_hash = ? AND expires_at > ?',
  forget: 'DELETE FROM devices WHERE conversation = ?',
};

export const openDevice = (row: DeviceRow | undefined): Device | undefined =>
  row && { person: row.person, conversation: row.conversation, user: row.user_id, expiresAt: row.expires_at };
