import type { Store } from '../ports.ts';
import { type DeviceRow, openDevice, SQL } from '../tables/devices.ts';
import type { Context } from './context.ts';
import { sql } from './statement.ts';

const upsert = sql(SQL.upsert);
const find = sql<DeviceRow>(SQL.find);
const forget = sql(SQL.forget);
// A clock that was set back must not make a revoked link good again.
const mark = sql('UPDATE conversations SET revoked_at = greatest(revoked_at, ?) WHERE id = ?');

/** Browsers that may go on with their conversation. */
export class Devices {
  readonly port: Pick<Store, 'addDevice' | 'device' | 'revokeDevices'>;

  constructor({ db, now }: Context) {
    this.port = {
      addDevice: (tokenHash, { person, conversation, user, expiresAt }) =>
        db.write(async (tx) => tx.send(upsert, tokenHash, person, conversation, user, expiresAt)),
      device: async (tokenHash, at) => openDevice(await db.get(find, tokenHash, at)),
      revokeDevices: (conversation) =>
        db.write(async (tx) => {
          tx.send(mark, now(), conversation);
          tx.send(forget, conversation);
        }),
    };
  }
}
