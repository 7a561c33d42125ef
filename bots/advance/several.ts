/** “票据留哪些？钱咋拿回来？”: several questions about money in one message, one answer behind the other. */
import type { Say } from '../../dialogs/say.ts';
import { threatensCare } from '../../understanding/moneyClauses.ts';
import { moneyMeant, speaksOfPaying } from '../../understanding/moneyTalk.ts';
import { questionsIn } from '../../understanding/severalWishes.ts';
import type { TalkWish } from '../../understanding/talkLabels.ts';
import { hasClaim } from '../menu.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { partsHeard } from './rest.ts';
import { keepFacts, saysTo } from './room.ts';

/** What is told as it is, and asks for nothing. */
const TOLD: ReadonlySet<TalkWish> = new Set([
  ...(['keep', 'keepPapers', 'reply', 'back', 'admits', 'repay', 'payee', 'amount', 'otherWay', 'stops'] as const),
  ...(['lateReport', 'premium', 'employer', 'forHire', 'today', 'fetch', 'noNotice', 'noList', 'rescueFund'] as const),
  ...(['sayShort', 'noProof', 'whoApplied', 'besieged', 'nextStep', 'status', 'whenPaid'] as const),
]);

export async function answersSeveral(scope: Scope, text: string): Promise<boolean> {
  // A threat is answered as one.
  const clauses = threatensCare(text) ? [] : questionsIn(text, 'money', TOLD);
  const speaking = scope.draft.state.lastSaid.startsWith('advance.') || hasClaim(scope) || speaksOfPaying(text);
  if (clauses.length === 0 || !speaking) return false;
  const says: Say[] = [];
  for (const clause of clauses) {
    const meant = moneyMeant(clause, true);
    const more = meant ? await saysTo(scope, meant, clause) : [];
    says.push(...more.filter(({ key }) => says.every((one) => one.key !== key)));
  }
  if (says.length < 2) return false;
  partsHeard(scope, says);
  keepFacts(scope, text);
  return sayBeside(scope, ...says);
}
