/** Whoever is pressed for money, in his own words: refused, besieged, paid already. */
import { money } from '../../claims/figure.ts';
import { tellsPaid } from '../../understanding/advance.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { asksToRefuse } from '../../understanding/moneyTalk.ts';
import { isAbout, putsRight } from '../../understanding/requestWords.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { keepTold } from '../told.ts';
import { answersAside } from './aside.ts';
import { keepSays, noteWords, paidTold } from './keeping.ts';

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
  keepsPayment(scope, text);
  return 'no';
}

/** Before there is a claim: said back, and written into the claim once there is one. */
function keepsPayment(scope: Scope, text: string): void {
  const { draft } = scope;
  if (sumsIn(text).length === 0 || draft.state.paidAt === draft.at) return;
  if (!tellsPaid(text) && sureWish(text, 'money') !== 'paid' && !(draft.state.paidWords && putsRight(text))) return;
  keepTold(scope, text);
  draft.set({ paidAt: draft.at, paidWords: [...(draft.state.paidWords ?? []), text] });
  scope.say({ key: 'advance.paidNoClaim', values: { words: text }, quick: ['verify', 'report', 'human'] });
}

/** “我已经给了三万了，还要给吗”: what he paid is noted, whatever he asks beside it. */
export async function notesClause(scope: Scope, text: string): Promise<void> {
  const { draft } = scope;
  const clauses = text.split(CLAUSES).map((part) => part.trim());
  const told = clauses.find((part) => part.length >= SHORTEST && sumsIn(part).length === 1 && isPayment(scope, part));
  const lately = draft.state.paidAt !== undefined && draft.at - draft.state.paidAt < A_WHILE;
  const righted = lately && putsRight(text) && sumsIn(text).length > 0 ? text : undefined;
  const paid = told ?? righted;
  const { paidWords } = draft.state;
  const own = paid === undefined && !paidWords ? undefined : await whose(scope);
  if (own?.side === 'insured' && paidWords && paidWords.length > 0) {
    for (const words of paidWords) noteWords(scope, own, words);
    draft.set({ paidWords: [], paidAt: draft.at });
  }
  if (paid === undefined || (clauses.length < 2 && paid !== righted)) return;
  if (!own) return keepsPayment(scope, paid);
  if (own.side !== 'insured' || draft.state.paidAt === draft.at) return;
  noteWords(scope, { ...own, facts: draft.facts.get(own.id) ?? own.facts }, paid);
  draft.set({ paidAt: draft.at });
  const [sum, ...others] = sumsIn(paid);
  const exact = sum !== undefined && others.length === 0 && !isAbout(paid);
  const quick = ['advanceBack', 'human'];
  scope.say(
    exact ? { key: 'advance.paidToldSum', values: { amount: money(sum) }, quick } : { key: 'advance.paidTold', quick },
  );
}
const A_WHILE = 30 * 60_000;
const CLAUSES = /[。！？!?；;\n,，\s]+/;
const SHORTEST = 4;
const isPayment = ({ draft }: Scope, part: string): boolean =>
  tellsPaid(part) || (sureWish(part, 'money') === 'paid' && draft.state.moneyAt !== undefined);
