import type { BlindIndex } from '../crypto.ts';
import type { Damage } from '../damage.ts';
import type { OpenedKeys } from '../tables/keys.ts';
import type { Database } from './database.ts';
import type { Lanes } from './lanes.ts';

/** What every part of the store is built from. */
export interface Context {
  readonly db: Database;
  readonly keys: OpenedKeys;
  readonly blind: BlindIndex;
  readonly now: () => number;
  readonly damage: Damage;
  readonly lanes: Lanes;
  /** The name under which this process claims jobs and deliveries. */
  readonly me: string;
}
