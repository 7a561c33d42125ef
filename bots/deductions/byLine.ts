/** “药是医生开的……那一万四千四，我儿子走的斑马线”: which of her reasons is of which line. */
import type { NumberedCut } from '../../claims/deductions/whole.ts';
import { partsOf } from '../../understanding/clauses.ts';
import { namedIn } from '../../understanding/deductions.ts';
import { numberIn } from '../../understanding/objector.ts';
import { plain } from '../../understanding/plain.ts';
import { onlyCounts, reasonWithin, saysNoFault, speaksOfDrugs, withoutLabel } from '../../understanding/reasons.ts';
import { sumNamed } from './figure.ts';

/** By the numbers of the lines, in the order of the list; empty unless she gives reasons for two of them. */
export function reasonsByLine(cuts: readonly NumberedCut[], said: string): ReadonlyMap<number, string> {
  const groups = new Map<number, string>();
  let waiting = '';
  let current: number | undefined;
  for (const part of partsOf(said)) {
    // “第一，…；第二，…” only counts them, “我要书面提出来：” only begins.
    if (onlyCounts(part)) continue;
    current = lineOf(cuts, part) ?? current;
    if (current === undefined) waiting += part;
    else {
      groups.set(current, (groups.get(current) ?? waiting) + part);
      waiting = '';
    }
  }
  const reasons = [...groups].flatMap(([n, text]) => {
    const why = reasonWithin(text);
    return why === undefined ? [] : [[n, withoutLabel(why)] as const];
  });
  return reasons.length < 2 ? new Map() : new Map(reasons.sort(([a], [b]) => a - b));
}

/** The one line that a message is about, by its number, its sum or its reason; undefined: none, or several. */
export function lineNamed(cuts: readonly NumberedCut[], text: string): number | undefined {
  const [only, ...others] = new Set(partsOf(text).flatMap((part) => lineOf(cuts, part) ?? []));
  return others.length === 0 ? only : undefined;
}

/** That a clause names by its number, its sum or its reason. */
function lineOf(cuts: readonly NumberedCut[], part: string): number | undefined {
  const n = numberIn(plain(part)) ?? sumNamed(cuts, part);
  if (n !== undefined && cuts.some((one) => one.n === n)) return n;
  const codes = [
    ...(namedIn(part)?.codes ?? []),
    ...(saysNoFault(part) ? ['faultRatio'] : []),
    ...(speaksOfDrugs(part) ? ['nonMedicare'] : []),
  ];
  return cuts.find(({ cut }) => codes.includes(cut.reason.code))?.n;
}
