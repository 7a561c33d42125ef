/** Whoever has come for something else than a report, and was taken for somebody who reports, is let out of it; what he asks is answered. */
import { openQuestion } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { dangerIn } from '../understanding/danger.ts';
import { asksWhyLess, tellsOfCut } from '../understanding/deductions.ts';
import { besidesNoReport, saysAnother, saysNoReport, saysWhatSheAsks, tellsLongPast } from '../understanding/notNew.ts';
import { disagreesWithSettlement, objectsToLine } from '../understanding/objection.ts';
import { saysReported, saysReportNow } from '../understanding/reported.ts';
import { sureWish } from '../understanding/talkWish.ts';
import { grantsOf, locate } from './identity/index.ts';
import { hasClaim, menuOf } from './menu.ts';
import type { Scope } from './scope.ts';

/** What is left of the message; undefined: the report goes on. Empty: nothing is left. */
export function leavesReport(scope: Scope, { text }: Input): string | undefined {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'report' || saysReportNow(text) || dangerIn(text, runtime.now)) return undefined;
  // Her claim is looked for, and what she asks is told then.
  if (!hasClaim(scope) && leadsToClaim(text)) return undefined;
  const reads = open.position.ask.kind.read({ text, files: [] }, runtime.now).kind !== 'problem';
  if (!wantsOut(scope, text, reads)) return undefined;
  const { talk } = draft.state;
  const told = Object.keys(open.frame.answers).length > 0;
  const shelf = told ? { ...talk.shelf, report: open.frame } : talk.shelf;
  draft.set({ talk: { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'report'), shelf, misses: 0 } });
  const rest = besidesNoReport(text);
  const more = /[\p{L}\p{N}]{2}/u.test(rest);
  scope.say({ key: told ? 'report.leftKept' : 'report.left', ...(more ? {} : { quick: menuOf(scope) }) });
  return more ? rest : '';
}

const leadsToClaim = (text: string): boolean =>
  saysReported(text) ||
  tellsOfCut(text) ||
  locate(text).named.number !== undefined ||
  (asksWhyLess(text) && text.length <= SHORT);
const SHORT = 20;

/** By its words; of somebody whose claim is open here, what is said of its settlement is of that one. */
function wantsOut(scope: Scope, text: string, reads: boolean): boolean {
  const ofCuts = asksWhyLess(text) || tellsOfCut(text) || disagreesWithSettlement(text) || objectsToLine(text);
  if (saysNoReport(text) || (!reads && !saysAnother(text) && sureWish(text, 'settlement') === 'notNew')) return true;
  if (grantsOf(scope).length > 0) return ofCuts || tellsLongPast(text) || saysWhatSheAsks(text);
  return (tellsLongPast(text) || saysWhatSheAsks(text)) && (ofCuts || hasClaim(scope));
}
