import type { BlindIndex } from '../crypto.ts';
import type { Damage } from '../damage.ts';
import type { Database } from './database.ts';
import type { Keyring } from './keyring.ts';

/** What every part of the store is built from. */
export interface Context {
  readonly db: Database;
  readonly keys: Keyring;
  readonly blind: BlindIndex;
  readonly now: () => number;
  readonly damage: Damage;
}
