/** One accident, reported twice. */
import { type Report, sameAccidentWindow } from '../claims/report.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';

/** The same plate at the same time was reported already: staff are told, nobody else learns anything. */
export async function noteLikelySecondReport(deps: TurnDeps, draft: Draft, report: Report): Promise<void> {
  const plates = [report.ownPlate, 'plate' in report.other ? report.other.plate : null].filter((p) => p !== null);
  if (!report.when) return;
  const { from, to } = sameAccidentWindow(report.when);
  const found = await Promise.all(plates.map((plate) => deps.store.claimsByPlate(plate, from, to)));
  const others = [...new Set(found.flat())];
  if (others.length > 0) draft.ticket('possibleDuplicate', { others });
}
