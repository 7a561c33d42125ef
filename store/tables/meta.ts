/**
 * The secret behind the blind indexes: random, sealed with the KEK. That it opens also proves that the KEK is the right
 * one. Not derived from the KEK itself, because a new KEK would then make every plate and every seen message unknown.
 */
import { keyFrom, newKey, type Place, seal, unseal } from '../crypto.ts';
import { RESTORE, StoreDamaged, WrongKey } from '../errors.ts';

const PLACE: Place = { table: 'meta', column: 'value', row: 'indexSecret' };
export const SECRET = PLACE.row;
/** There while another database is being copied into this one; names that other one. */
export const COPYING = 'copying';

export const SQL = {
  find: 'SELECT value FROM meta WHERE name = ?',
  add: 'INSERT INTO meta (name, value) VALUES (?, ?)',
};

export function unlock(kek: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    return unseal(keyFrom(kek), PLACE, sealed);
  } catch (cause) {
    throw new WrongKey(
      `This database was sealed with another master key. Start with the one it was made with (LIPEI_KEY, or master.key in the data folder); nothing was read or changed. If it is the one, the database is damaged: ${RESTORE}.`,
      { cause },
    );
  }
}

/** A new secret, and what is to be stored of it. */
export function newSecret(kek: Uint8Array): { readonly secret: Buffer; readonly sealed: Buffer } {
  const secret = newKey();
  return { secret, sealed: seal(keyFrom(kek), PLACE, secret) };
}

/** The same secret, to be stored for another KEK. */
export const resealed = (sealed: Uint8Array, from: Uint8Array, to: Uint8Array): Buffer =>
  seal(keyFrom(to), PLACE, unlock(from, sealed));

export const lostSecret = (): StoreDamaged =>
  new StoreDamaged(`The database has lost the check value of its master key: ${RESTORE}.`);
