/** Who looked at what and changed what. Written before the answer leaves: what was not noted was not shown. */
import { randomUUID } from 'node:crypto';
import type { AccountId, JsonObject, Store } from '../../store/ports.ts';

export interface Trail {
  /** `data`: names of fields, ids and chosen reasons only, never what a person said. */
  note(who: AccountId | 'system' | 'outside', what: string, subject: string, data?: JsonObject): Promise<void>;
}

export const createTrail = (store: Pick<Store, 'addActs'>, now: () => number): Trail => ({
  note: (who, what, subject, data = {}) => store.addActs([{ id: randomUUID(), at: now(), who, what, subject, data }]),
});
