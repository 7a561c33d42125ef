/** A call that was promised: as it is told first, and again. */

import { wallClock } from '../claims/clocks/days.ts';
import { isOpen, nextOpening, promisedBy } from '../claims/hours.ts';
import type { Say } from '../dialogs/say.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
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
  const by = wallClock(promisedBy(draft.at, deps.service.hours, deps.service.firstContact));
  draft.set({ callBack: { ...callBack, by } });
  return { key: 'human.overdue', values: { ...values, next: { kind: 'instant', answer: by } }, raise: 'overdue' };
}

/** Whoever despairs hears first whom to call until then; outside opening hours, from when on somebody is there at all. */
export function callMade(deps: TurnDeps, draft: Draft, call: NonNullable<State['callBack']>, reason: string): Say {
  const values = {
    by: { kind: 'instant', answer: call.by },
    phone: { kind: 'phone', answer: call.phone },
    number: call.number,
  };
  if (reason !== 'crisis') return { key: 'human.made', values };
  const slot = slotWhenClosed(deps, draft.at, call.by);
  return slot ? { key: 'crisis.madeClosed', values: { ...values, slot } } : { key: 'crisis.made', values };
}

/** From the next opening until the promise is due; undefined where the office is open now. */
export function slotWhenClosed({ service: { hours } }: Pick<TurnDeps, 'service'>, at: number, by: string) {
  if (isOpen(at, hours)) return undefined;
  const answer = { start: wallClock(nextOpening(at, hours)), end: by, approx: false, grain: 'daypart' };
  return { kind: 'time', answer };
}
