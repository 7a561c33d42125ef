/** Whoever is pressed for money, in his own words: refused, besieged, paid already. */
import { money } from '../../claims/figure.ts';
import { tellsPaid } from '../../understanding/advance.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { asksToRefuse, asksWhatToSay } from '../../understanding/moneyTalk.ts';
import { isAbout, putsRight } from '../../understanding/requestWords.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { noteOn } from '../noteOn.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { keepTold } from '../told.ts';
import { answersAside } from './aside.ts';
import { keepSays, paidTold, replySays } from './keeping.ts';

/** Who can pay first he hears once; then what happens if he does not, and what to do where they come to his door. */
export async function keeps(scope: Scope, own: Whose | undefined, text: string): Promise<boolean> {
  const { draft } = scope;
  const { moneyTold = [] } = draft.state;
  const heard = moneyTold.includes('keep');
  const aside = moneyAside(text, true);
  if (heard && (aside === 'besieged' || aside === 'fleeing')) return answersAside(scope, aside);
  if (heard && asksToRefuse(text)) return answersAside(scope, 'fleeing');
  if (heard && asksWhatToSay(text)) return sayBeside(scope, ...replySays());
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
  if (!namesSum(text) || draft.state.paidIn === draft.arrival) return;
  if (!tellsPaid(text) && sureWish(text, 'money') !== 'paid' && !(draft.state.paidWords && putsRight(text))) return;
  keepTold(scope, text);
  const words = sumClauses(text);
  draft.set({ paidAt: draft.at, paidIn: draft.arrival, paidWords: [...(draft.state.paidWords ?? []), words] });
  scope.say({ key: 'advance.paidNoClaim', values: { words }, quick: ['verify', 'report', 'human'] });
}

/** “我已经给了三万了，还要给吗”: what he paid is noted, whatever he asks beside it. */
export async function notesClause(scope: Scope, text: string): Promise<void> {
  const { draft } = scope;
  const clauses = text.split(CLAUSES).map((part) => part.trim());
  const all = clauses.filter((part) => part.length >= SHORTEST && sumsIn(part).length === 1 && isPayment(scope, part));
  const told = all.length > 0 ? all.join('，') : undefined;
  const lately = draft.state.paidAt !== undefined && draft.at - draft.state.paidAt < A_WHILE;
  const righted = lately && putsRight(text) && namesSum(text) ? text : undefined;
  const paid = told ?? righted;
  const { paidWords } = draft.state;
  const own = paid === undefined && !paidWords ? undefined : await whose(scope);
  if (own?.side === 'insured' && paidWords && paidWords.length > 0) {
    for (const words of paidWords) noteOn(draft, own.id, words);
    draft.set({ paidWords: [], paidAt: draft.at });
  }
  if (paid === undefined || (clauses.length < 2 && paid !== righted)) return;
  if (!own) return keepsPayment(scope, paid);
  // What is told, or put right, and nothing besides is dealt with by itself.
  if (!asksSomething(text) && (tellsPaid(text) || putsRight(text))) return;
  if (own.side !== 'insured' || draft.state.paidIn === draft.arrival) return;
  noteOn(draft, own.id, paid);
  draft.set({ paidAt: draft.at, paidIn: draft.arrival });
  const sums = sumsIn(paid);
  // “不是两万，是一万九”: what is said last stands.
  const sum = paid === righted ? sums.at(-1) : sums.length === 1 ? sums[0] : undefined;
  const exact = sum !== undefined && !isAbout(paid);
  const quick = ['advanceBack', 'human'];
  scope.say(
    exact ? { key: 'advance.paidToldSum', values: { amount: money(sum) }, quick } : { key: 'advance.paidTold', quick },
  );
}
/** Of what he has said that which names a sum. */
function sumClauses(text: string): string {
  const parts = text.split(CLAUSES).filter((part) => namesSum(part));
  return parts.length > 0 ? parts.join('，') : text;
}
/** “那个8000是6000”: bare numbers, too, where sums are spoken of. */
const namesSum = (text: string): boolean => sumsIn(text).length > 0 || /\d{3,7}/.test(text);
const A_WHILE = 30 * 60_000;
const CLAUSES = /[。！？!?；;\n,，\s]+/;
const SHORTEST = 4;
const isPayment = ({ draft }: Scope, part: string): boolean =>
  tellsPaid(part) || (sureWish(part, 'money') === 'paid' && draft.state.moneyAt !== undefined);
