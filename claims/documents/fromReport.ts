/** What the first report already tells about one injured person: it is not asked again. Only what was said; the rest is unknown. */
import { dayOf, nameOf } from '../clocks/days.ts';
import { type InjuredPerson, mayNeedRescueFund, type Report } from '../report.ts';
import type { CaseFacts } from './types.ts';

export function factsOfReport(report: Report, { state }: InjuredPerson): CaseFacts {
  const { when, where, injured, flags, other } = report;
  return {
    ...(when && { accident: nameOf(dayOf(when.start, 'when.start')) }),
    ...(where?.road !== undefined && { offRoad: where.road === 'offRoad' }),
    ...(state === 'outpatient' && { outpatient: true }),
    ...((state === 'inpatient' || state === 'critical') && { inpatient: true }),
    ...(state === 'died' && { died: true }),
    // The report says that one of them is a child, not which.
    ...(injured.length === 1 && flags.includes('minor') && { minor: true }),
    ...(mayNeedRescueFund(other) && { fund: true }),
  };
}
