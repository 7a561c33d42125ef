/** What has to be written anew for another master key, whichever database it is. */
import type { KeyObject } from 'node:crypto';
import { macOf } from '../../desk/people/chain.ts';
import { sameText } from '../../desk/people/cookie.ts';
import { keyFrom } from '../../store/crypto.ts';
import { auditKeyOf } from '../../store/key.ts';
import type { Seal } from '../../store/ports.ts';
import { type Owner, rewrapped } from '../../store/tables/keys.ts';
import { resealed, unlock } from '../../store/tables/meta.ts';

export interface Keys {
  readonly from: Buffer;
  readonly to: Buffer;
}

export interface Rekeyed {
  /** It was sealed with the new key before. */
  readonly already: boolean;
  readonly keys: number;
  readonly seals: number;
}

export const ALREADY: Rekeyed = { already: true, keys: 0, seals: 0 };

/** Rows read and written at once. */
export const PAGE = 1_000;

export interface KeyRow {
  readonly kind: Owner;
  readonly id: string;
  readonly wrapped: Uint8Array;
}

export const isDone = (sealed: Uint8Array, to: Buffer): boolean => {
  try {
    unlock(to, sealed);
    return true;
  } catch {
    return false;
  }
};

/** Each throws where the old key does not open what is there: then nothing at all is changed. */
export function worker({ from, to }: Keys) {
  const [old, fresh]: readonly [KeyObject, KeyObject] = [keyFrom(from), keyFrom(to)];
  const [oldMac, newMac] = [auditKeyOf(from), auditKeyOf(to)];
  return {
    key: ({ kind, id, wrapped }: KeyRow): Buffer => rewrapped(kind, id, wrapped, old, fresh),
    secret: (sealed: Uint8Array): Buffer => resealed(sealed, from, to),
    /** What was sealed stays; only who vouches for it changes. A forged seal would become a good one, so none is passed over. */
    seal: (seal: Seal): string => {
      if (!sameText(seal.mac, macOf(oldMac, seal)))
        throw new Error(
          `Seal ${seal.number} of the trail was not made with the old key: run npm run audit:verify. Nothing was changed.`,
        );
      return macOf(newMac, seal);
    },
  };
}
