/** A person is offered where something grave was told and somebody is there: once a day for each reason, and never without asking. */
import type { Activity } from 'botbuilder';
import type { Input } from '../prompts/kind.ts';
import { largestSumIn, tellsComplaint, tellsIcu, tellsThreat } from '../understanding/desk.ts';
import { mustBePerson } from '../understanding/must.ts';
import { branchNow } from './branch.ts';
import { type Gravity, gravityOf, somebodyFree } from './handoff.ts';
import { raise } from './raise.ts';
import type { Scope } from './scope.ts';
import { speak } from './speak.ts';

const day = 24 * 60 * 60 * 1000;
/** Less grave reasons have a button of their own; who is about to complain is heard out by a person. */
const calls = ({ severity, reason }: Gravity): boolean => severity >= 2 || reason === 'complaint';

/** Threats and large sums call for a person, whatever is being asked. */
export function noteGrave({ draft, runtime, deps }: Scope, { text }: Input): void {
  if (tellsThreat(text)) raise(draft, 'threat');
  if (tellsComplaint(text)) raise(draft, 'complaint');
  // Kept for whoever comes; no case of its own for staff.
  if (tellsIcu(text)) draft.set({ raised: { ...draft.state.raised, icu: draft.at } });
  // An offer, and why somebody asks; what staff must hear of is told by the report.
  if (mustBePerson(text)) draft.set({ raised: { ...draft.state.raised, rule: draft.at } });
  if (largestSumIn(text, runtime.now) >= deps.service.desk.largeAmount) raise(draft, 'amount');
}

/** The lines of this turn, with the offer before the question that is open, and its button among those of the last line. */
export async function withOffer(scope: Scope, says: readonly Partial<Activity>[]): Promise<Partial<Activity>[]> {
  const { draft, deps } = scope;
  const grave = gravityOf(draft);
  const before = grave && draft.state.offered[grave.reason];
  const recently = before !== undefined && draft.at - before < day;
  if (!grave || !calls(grave) || recently || draft.floor !== 'bot' || says.length === 0) return [...says];
  if (!(await somebodyFree(deps, draft.at, await branchNow(deps, draft)))) return [...says];
  draft.set({ offered: { ...draft.state.offered, [grave.reason]: draft.at } });
  const offer = { key: 'human.offerNow', quick: ['human'] };
  draft.noteSaid([offer]);
  const { suggestedActions, ...line } = speak(deps.renderer, draft.state.lang, offer);
  const last = says.at(-1);
  return [...says.slice(0, -1), line, withButtons(last ?? {}, suggestedActions?.actions ?? [])];
}

type Actions = NonNullable<Activity['suggestedActions']>['actions'];

function withButtons(line: Partial<Activity>, more: Actions): Partial<Activity> {
  const own = line.suggestedActions?.actions ?? [];
  const added = more.filter(({ value }) => !own.some((action) => action.value === value));
  return { ...line, suggestedActions: { to: [], actions: [...own, ...added] } };
}
