/** On the way to a code: what is still lacking is asked, then it is sent, or said why it cannot be now. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { As } from '../../claims/identity/types.ts';
import type { AsWhom } from '../../dialogs/identity/index.ts';
import type { JsonObject } from '../../store/ports.ts';
import { asWhomIn } from '../../understanding/kin.ts';
import type { Ending } from '../endings.ts';
import { locate, type Named, requestCode } from '../identity/index.ts';
import type { Scope } from '../scope.ts';
import type { Wish } from './tell.ts';

/** What the flows of identity carry with them, as JSON. */
export interface Carried {
  readonly wish: Wish;
  readonly named: Named;
  readonly as?: AsWhom;
  readonly lacks?: string;
  readonly phone?: string;
  readonly again?: boolean;
  readonly claims?: readonly string[];
  /** Of a wish for money: what its own words told. */
  readonly said?: JsonObject;
}

export const identify = (carried: Carried) => ({ flow: 'identity', params: carried as unknown as JsonObject });

export function located(scope: Scope, carried: Carried, said: string): Promise<Ending> | Ending {
  const { named, lacks } = locate(said, carried.named);
  const as = carried.as ?? asWhomIn(said);
  const next = { ...carried, named, ...(as ? { as } : {}) };
  if (lacks)
    return {
      says: named.number === carried.named.number ? [] : [{ key: 'identity.noted' }],
      next: identify({ ...next, lacks }),
    };
  if (!as) return { says: [], next: { flow: 'kin', params: next as unknown as JsonObject } };
  return sendCode(scope, next);
}

export async function sendCode(scope: Scope, carried: Carried): Promise<Ending> {
  const { named, as = 'self' } = carried;
  const asked = await requestCode(scope, named, asOf(as));
  const params = { ...carried, again: false, phone: named.phone ?? named.ending ?? '' } as unknown as JsonObject;
  if (asked.kind === 'asked') return { says: [], next: { flow: 'code', params } };
  if (asked.kind === 'tooSoon')
    return {
      says: [{ key: 'identity.tooSoon', values: { at: instant(asked.resendAt) } }],
      next: { flow: 'code', params: { ...params, again: true } },
    };
  const values = 'until' in asked ? { at: instant(asked.until) } : {};
  return { says: [{ key: NOT_NOW[asked.kind], values, quick: ['human'] }] };
}

const NOT_NOW = {
  tooMany: 'identity.tooMany',
  locked: 'identity.locked',
  unavailable: 'identity.unavailable',
} as const;

const asOf = (as: AsWhom): As => (as === 'self' ? { self: true } : { relation: as });
export const instant = (at: number) => ({ kind: 'instant', answer: wallClock(at) });
