/** A call that was promised, as it is told again. */
import { promisedBy } from '../claims/hours.ts';
import type { Say } from '../dialogs/say.ts';
import { chinaTime } from './look.ts';
import type { Scope } from './scope.ts';
import type { State } from './state.ts';

/** What was promised, or that the promise has passed: then staff hear of it again. */
export function callBackSaid({ draft, deps }: Scope, callBack: NonNullable<State['callBack']>): Say {
  const values = {
    by: { kind: 'instant', answer: callBack.by },
    phone: { kind: 'phone', answer: callBack.phone },
    number: callBack.number,
  };
  if (Date.parse(callBack.by) >= draft.at) return { key: 'human.waiting', values, quick: ['report', 'scene'] };
  const by = chinaTime(promisedBy(draft.at, deps.service.hours, deps.service.firstContact));
  draft.set({ callBack: { ...callBack, by } });
  return { key: 'human.overdue', values: { ...values, next: { kind: 'instant', answer: by } }, raise: 'overdue' };
}
