/** “第1条：药是医生开的。第2条：他走的自行车道”, while one of them is asked about: each reason goes to its line, instead of what was read back. */
import type { Frame } from '../../dialogs/flow.ts';
import { withoutTop } from '../../dialogs/runtime.ts';
import type { JsonObject } from '../../store/ports.ts';
import { partsOf } from '../../understanding/clauses.ts';
import { rejectsAll } from '../../understanding/objection.ts';
import { amended, numberIn, rejects } from '../../understanding/objector.ts';
import { plain } from '../../understanding/plain.ts';
import { wantsSent } from '../../understanding/sentences.ts';
import { grantFor } from '../identity/index.ts';
import type { Scope } from '../scope.ts';
import { reasonsByLine } from './byLine.ts';
import { objects } from './objecting.ts';
import { cutsOf } from './one.ts';
import { seenBy } from './seen.ts';
import { reasonOf, wayInClause } from './turns.ts';

/** What was read back of that line. */
function readOf(frame: Frame, n: number): string | undefined {
  const ahead = frame.params.ahead as JsonObject | undefined;
  const said = n === Number(frame.params.n) ? reasonOf(frame) : ahead?.[n];
  return typeof said === 'string' ? said : undefined;
}

/** True where the message has a reason for each of two lines: named by their numbers, or instead of what was read back. */
export async function tellsEachLine(scope: Scope, frame: Frame, text: string): Promise<boolean> {
  const { draft, deps } = scope;
  const numbers = partsOf(text).flatMap((part) => numberIn(plain(part)) ?? []);
  const anew = new Set(numbers).size > 1 || rejectsAll(text) || rejects(plain(text));
  const grant = anew ? grantFor(scope, String(frame.params.claim)) : undefined;
  if (!grant) return false;
  await draft.know(grant.claim, deps.store);
  const seen = seenBy(scope, grant);
  if (seen.kind !== 'own') return false;
  const cuts = cutsOf(seen.explanation);
  const [first, ...others] = [...reasonsByLine(cuts, text)].map(
    ([n, said]) => [n, amended(readOf(frame, n), said)] as const,
  );
  if (first === undefined) return false;
  draft.set({ talk: withoutTop(draft.state.talk) });
  const [n, why] = first;
  const more = others.map(([line]) => line);
  const sends = wantsSent(text) || frame.params.sends === true;
  const way = wayInClause(text, scope.runtime);
  const ahead = Object.fromEntries(others);
  return objects(scope, { claim: grant.claim, seen, cuts, n, why, more, way, sends, ahead });
}
