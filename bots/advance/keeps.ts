/** Whoever is pressed for money, in his own words: refused, besieged, paid already. */
import { money } from '../../claims/figure.ts';
import { tellsPaid } from '../../understanding/advance.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { asksToRefuse } from '../../understanding/moneyTalk.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import type { Whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { keepTold } from '../told.ts';
import { answersAside } from './aside.ts';
import { keepSays, paidTold } from './keeping.ts';

/** Who can pay first he hears once; then what happens if he does not, and what to do where they come to his door. */
export async function keeps(scope: Scope, own: Whose | undefined, text: string): Promise<boolean> {
  const { draft } = scope;
  const { moneyTold = [] } = draft.state;
  const heard = moneyTold.includes('keep');
  const aside = moneyAside(text, true);
  if (heard && (aside === 'besieged' || aside === 'fleeing')) return answersAside(scope, aside);
  if (heard && asksToRefuse(text)) return answersAside(scope, 'fleeing');
  if (!heard) draft.set({ moneyTold: [...moneyTold, 'keep'] });
  if (aside !== 'besieged') return sayBeside(scope, ...keepSays(scope, own));
  scope.say(...keepSays(scope, own));
  return answersAside(scope, aside);
}

/** A payment that is told: noted with the claim, or kept until there is one. `noted`: what he asks besides is still to be answered. */
export async function notesPaid(scope: Scope, own: Whose | undefined, text: string): Promise<'no' | 'noted' | 'all'> {
  const pays = tellsPaid(text);
  if (own) {
    if (own.side !== 'insured' || !pays) return 'no';
    paidTold(scope, own, text);
    return 'noted';
  }
  if (scope.draft.state.verified && pays) {
    sayBeside(scope, { key: 'advance.paidVerify', quick: ['verify', 'human'] });
    return 'all';
  }
  const [sum, ...others] = sumsIn(text);
  if (sum === undefined || others.length > 0 || !(pays || sureWish(text, 'money') === 'paid')) return 'no';
  keepTold(scope, text);
  scope.say({ key: 'advance.paidNoClaim', values: { amount: money(sum) }, quick: ['verify', 'report', 'human'] });
  return 'no';
}
