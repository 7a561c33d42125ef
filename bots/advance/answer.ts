/** What is told of the money for treatment, one answer for each thing that may be asked of it. */
import type { Say } from '../../dialogs/say.ts';
import type { AdvanceAsked } from '../../understanding/advance.ts';
import { routeMeant } from '../../understanding/moneyTalk.ts';
import type { Whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { withdrawSays } from './inHand.ts';
import { backSays, keepSays, proofSays, replySays } from './keeping.ts';
import { planSays } from './plan.ts';
import { namedSays, papersSays, routeSays, stopsSays } from './routes.ts';
import { isFamily, patientsOf } from './sight.ts';

export function answerTo(scope: Scope, own: Whose | undefined, asked: AdvanceAsked, text: string): readonly Say[] {
  const { draft } = scope;
  const { advance } = draft.state;
  const [first = {}] = own ? patientsOf(scope, own) : [];
  const last = advance ?? ({ route: 'compulsory', whom: first } as const);
  switch (asked) {
    case 'next':
      // After the state of one that was asked for: those before it in order were not told yet.
      return routeSays(scope, own, last.whom, draft.state.lastSaid === 'advance.state' ? undefined : advance?.route);
    case 'first':
      return routeSays(scope, own, last.whom);
    case 'papers':
      // “强制险那份要什么材料”: of the way that is named.
      return papersSays(scope, own, { ...last, route: routeMeant(text) ?? last.route });
    case 'stops':
      return stopsSays(scope, own, last);
    case 'whatNow':
      return planSays(scope, own);
    case 'keep':
      return keepSays(scope, own);
    case 'proof':
      return proofSays();
    case 'reply':
      return replySays(scope, own);
    case 'route':
      return namedSays(scope, own, last.whom, routeMeant(text));
    case 'withdraw':
      return withdrawSays(scope, own);
    case 'after':
      return [{ key: 'advance.after', quick: ['advanceNext', 'human'] }];
    case 'payee':
      return [{ key: 'advance.payee', quick: ['advanceNext', 'human'] }];
    case 'back':
      return isFamily(scope, own) ? keepSays(scope, own) : backSays(scope, own);
    default:
      return [{ key: 'advance.amount', quick: ['advancePapers', 'human'] }];
  }
}
