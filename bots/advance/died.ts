/** A death that is told where money, papers or a claim are spoken of: the person first, whatever else is asked. */
import { openQuestion, withoutTop } from '../../dialogs/runtime.ts';
import { advanceAsked } from '../../understanding/advance.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { asksOfDead, tellsOfDeath } from '../../understanding/opening.ts';
import { saysGone, saysGoneHere, speaksOfBill } from '../../understanding/requestWords.ts';
import { hasClaim } from '../menu.ts';
import type { Scope } from '../scope.ts';

/** Nobody who tells of a death is asked about money. */
export function diedMeanwhile(scope: Scope, text: string): boolean {
  const { talk } = scope.draft.state;
  if (talk.stack.at(-1)?.flow !== 'advance' || !(tellsOfDeath(text) || saysGone(text))) return false;
  scope.draft.set({ talk: withoutTop(talk) });
  scope.say({ key: 'advance.died', raise: 'death', quick: ['human'] });
  return true;
}

/** Of a claim that is open: the person first, whatever else is asked. */
export function diesWith(scope: Scope, text: string): boolean {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk)?.frame.flow;
  if (!hasClaim(scope) || (open && !ENDS_WITH_DEATH.has(open)) || asksOfDead(text)) return false;
  if (!tellsOfDeath(text) && !(open && saysGoneHere(text))) return false;
  if (open) draft.set({ talk: withoutTop(draft.state.talk) });
  scope.say({ key: 'progress.died', raise: 'death', quick: ['human', 'documents'] });
  return true;
}

/** Nobody who has lost somebody is asked for papers or for a time to be called. */
const ENDS_WITH_DEATH: ReadonlySet<string> = new Set(['documents', 'lostIncome', 'paper', 'human']);

/** Who has told of a death is not told how a request for treatment stands. */
export function afterDeath(scope: Scope, text: string): boolean {
  const { raised } = scope.draft.state;
  const told = raised.death !== undefined && scope.draft.at - raised.death < A_DAY;
  const ofMoney =
    /^(?:wish|status|next|first|mine)$/.test(advanceAsked(text, true) ?? '') || saysGone(text) || speaksOfBill(text);
  if (!told && !saysGone(text)) return false;
  if (!ofMoney || moneyAside(text, true) !== undefined || openQuestion(scope.runtime, scope.draft.state.talk))
    return false;
  scope.say({ key: 'advance.died', raise: 'death', quick: ['human'] });
  return true;
}
const A_DAY = 24 * 60 * 60_000;
