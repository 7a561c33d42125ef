/** “票据留哪些？钱咋拿回来？”: several questions about money in one message, one answer behind the other. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import { moneyMeant, speaksOfPaying } from '../../understanding/moneyTalk.ts';
import { questionsIn } from '../../understanding/severalWishes.ts';
import type { TalkWish } from '../../understanding/talkLabels.ts';
import { hasClaim } from '../menu.ts';
import { whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { answerTo } from './answer.ts';
import { asideSays } from './aside.ts';
import { partsIn } from './rest.ts';

/** What is told as it is, and asks for nothing. */
const TOLD: ReadonlySet<TalkWish> = new Set([
  ...(['keep', 'keepPapers', 'reply', 'back', 'admits', 'repay', 'payee', 'amount', 'otherWay', 'stops'] as const),
]);

export async function answersSeveral(scope: Scope, text: string): Promise<boolean> {
  const { draft, runtime } = scope;
  const clauses = questionsIn(text, 'money', TOLD);
  const speaking = draft.state.lastSaid.startsWith('advance.') || hasClaim(scope) || speaksOfPaying(text);
  if (clauses.length === 0 || !speaking || openQuestion(runtime, draft.state.talk)?.frame.flow === 'report')
    return false;
  const own = await whose(scope);
  const says: Say[] = [];
  for (const clause of clauses) {
    const meant = moneyMeant(clause, true);
    if (!meant) continue;
    says.push(...('aside' in meant ? await asideSays(scope, meant.aside) : answerTo(scope, own, meant.asked, clause)));
  }
  if (says.length < 2) return false;
  draft.set({ moneyTold: [...new Set([...(draft.state.moneyTold ?? []), ...partsIn(says)])] });
  return sayBeside(scope, ...says);
}
