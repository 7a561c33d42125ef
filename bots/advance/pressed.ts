/** Whoever is pressed for money, in his own words: refused, besieged, at a loss for an answer. */
import { clausesOf } from '../../understanding/clauses.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { asksWhoPays, threatensCare } from '../../understanding/moneyClauses.ts';
import { asksToRefuse, asksWhatToSay } from '../../understanding/moneyTalk.ts';
import type { Whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { answersAside, asideSays } from './aside.ts';
import { keepSays, replySays } from './keeping.ts';
import { tellsRest } from './rest.ts';

/** Who can pay first he hears once; then what happens if he does not, and what to do where they come to his door. */
export async function pressed(scope: Scope, own: Whose | undefined, text: string): Promise<boolean> {
  const { draft } = scope;
  const { moneyTold = [] } = draft.state;
  const heard = moneyTold.includes('keep');
  const aside =
    moneyAside(text, true) ??
    clausesOf(text)
      .map((one) => moneyAside(one, true))
      .find((one) => one === 'besieged');
  if (heard && aside === 'besieged' && asksWhatToSay(text)) scope.say(...replySays());
  if (heard && (aside === 'besieged' || aside === 'fleeing')) return answersAside(scope, aside);
  if (aside === 'sued') {
    if (!heard) draft.set({ moneyTold: [...moneyTold, 'keep'] });
    if (!heard) scope.say(...keepSays(scope, own));
    return answersAside(scope, aside);
  }
  if (heard && threatensCare(text)) {
    scope.say(...(await asideSays(scope, 'stopsCare')));
    return sayBeside(scope, ...replySays());
  }
  if (heard && asksToRefuse(text)) return answersAside(scope, 'fleeing');
  if (heard && asksWhatToSay(text)) return sayBeside(scope, ...replySays());
  // Who says it again has heard who can pay: what he has not heard yet follows by itself, else what to answer.
  if (heard && !asksWhoPays(text)) return (await tellsRest(scope, text)) || sayBeside(scope, ...replySays());
  if (!heard) draft.set({ moneyTold: [...moneyTold, 'keep'] });
  if (aside !== 'besieged') return sayBeside(scope, ...keepSays(scope, own));
  scope.say(...keepSays(scope, own));
  return answersAside(scope, aside);
}
