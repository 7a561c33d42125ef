/** 鉴定 window: once treatment has ended, from when disability is commonly appraised. A habit, no time limit, and shown as such. Pure. */
import { afterMonths, dayAt, dayOf, nameOf } from '../clocks/days.ts';
import type { ClaimFacts } from '../fold.ts';
import type { ProgressLaw } from '../progress/progress.ts';
import { turns } from '../stages/standing.ts';
import type { Marked } from './runsOut.ts';
import type { Ear } from './types.ts';

/**
 * Told once to the injured person, as long as nobody has gone on from there. Counted from the end of treatment: the day of an
 * operation, from which the habit counts, is not recorded and was before it.
 */
export function appraisalWindow(facts: ClaimFacts, { own }: Ear, now: number, { law }: ProgressLaw): readonly Marked[] {
  const [turn] = own === undefined ? [] : turns(facts.stages ?? [], own, now);
  if (turn?.stage !== 'treatmentEnded') return [];
  const view = law.at(nameOf(dayAt(now)));
  const [from, until, head] = (['fractureShortest', 'fractureLongest', 'headShortest'] as const).map((name) =>
    view.get(`stage.appraisal.${name}`, 'claims/telling'),
  );
  if (from?.status !== 'value' || until?.status !== 'value' || head?.status !== 'value') return [];
  if (dayAt(now) < afterMonths(dayOf(turn.since, 'since'), Number(from.value))) return [];
  const confirmed = from.mark !== 'unconfirmed';
  const item = { kind: 'appraisal', from: from.value, until: until.value, head: head.value, confirmed } as const;
  return [{ mark: `appraisal ${turn.since}`, item }];
}
