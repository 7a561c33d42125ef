/** Whoever is pressed for money, in his own words: refused, besieged, at a loss for an answer. */
import type { AdvanceAsked } from '../../understanding/advance.ts';
import type { MoneyAside } from '../../understanding/moneyAsideNames.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { asksWhoPays, besieges, threatensCare } from '../../understanding/moneyClauses.ts';
import { asksToRefuse, asksWhatToSay, PRESSED } from '../../understanding/moneyTalk.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { answersAside, asideSays } from './aside.ts';
import { isInHand } from './inHand.ts';
import { heardKeep, keepSays, replySays } from './keeping.ts';
import { tellsRest } from './rest.ts';
import { isFamily } from './sight.ts';

/** Who can pay first he hears once; then what happens if he does not, and what to do where they come to his door. */
export async function pressed(scope: Scope, own: Whose | undefined, text: string): Promise<boolean> {
  const heard = heardKeep(scope);
  const aside = moneyAside(text, true) ?? (besieges(text) ? 'besieged' : undefined);
  const tellsWho = (): void => {
    if (!heard) scope.draft.set({ moneyTold: [...(scope.draft.state.moneyTold ?? []), 'keep'] });
    scope.say(...keepSays(scope, own));
  };
  if (heard && aside !== undefined && FEARS.has(aside) && asksWhatToSay(text)) scope.say(...replySays(scope, own));
  if (heard && aside !== undefined && (aside === 'fleeing' || FEARS.has(aside))) return answersAside(scope, aside);
  if (heard && threatensCare(text)) {
    scope.say(...(await asideSays(scope, 'stopsCare')));
    return sayBeside(scope, ...replySays(scope, own));
  }
  if (heard && asksToRefuse(text)) return answersAside(scope, 'fleeing');
  if (heard && asksWhatToSay(text)) return sayBeside(scope, ...replySays(scope, own));
  // Who says it again has heard who can pay: what he has not heard yet follows by itself, else what to answer.
  if (heard && !asksWhoPays(text)) return (await tellsRest(scope, text)) || sayBeside(scope, ...replySays(scope, own));
  tellsWho();
  return aside !== undefined && FEARS.has(aside) ? answersAside(scope, aside) : sayBeside(scope);
}
/** What he is afraid of is answered behind who can pay. */
const FEARS: ReadonlySet<MoneyAside> = new Set([
  'besieged',
  'carried',
  'exposed',
  'pledge',
  'unsureReported',
  'sued',
  'fleeing',
  'borrowed',
  'employed',
  'forHire',
  'noTrace',
  'lateReport',
  'noPolice',
  'prison',
]);

/** Before anything of today, who can pay first; a family whom a hospital threatens wants it paid. */
export async function insteadOf(scope: Scope, aside: MoneyAside, text: string): Promise<AdvanceAsked | undefined> {
  // “他要来屋里闹，我咋回他”: both.
  if (heardKeep(scope)) return FEARS.has(aside) && asksWhatToSay(text) ? 'keep' : undefined;
  if (aside === 'today' || (FEARS.has(aside) && PRESSED.test(text))) return 'keep';
  return aside === 'stopsCare' && isFamily(scope, await whose(scope)) ? 'wish' : undefined;
}

/** Whoever pays for the other side, who has asked for money, and who might. */
export function whatNow(scope: Scope, own: Whose | undefined): AdvanceAsked {
  if (!isFamily(scope, own)) return heardKeep(scope) ? 'whatNow' : 'keep';
  if (own === undefined) return 'whatNow';
  return isInHand(scope, own) ? 'status' : 'wish';
}
