/** Periods that begin with the determination of the police: whether they are over, as the claim knows it. */
import { afterWorkingDays } from '../../claims/clocks/calendar.ts';
import { dayAt, dayOf } from '../../claims/clocks/days.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Scope } from '../scope.ts';

const DELIVERY = 'clock.police.delivery';

/** `id`: a period in working days from receiving it. Counted from the day on which it was delivered, else from the last one on which it may have been; false: not known to be over. */
export function isOver({ deps, draft }: Pick<Scope, 'deps' | 'draft'>, { liability }: ClaimFacts, id: string): boolean {
  if (!liability) return false;
  const [delivery, period] = [DELIVERY, id].map((one) => deps.law(one, draft.at));
  if (delivery?.status !== 'value' || period?.status !== 'value') return false;
  const { made, delivered } = liability;
  const days = Number(period.value) + (delivered ? 0 : Number(delivery.value));
  const last = afterWorkingDays(dayOf(delivered ?? made, 'liability'), days, deps.clocks.calendar);
  return 'day' in last && last.day < dayAt(draft.at);
}
