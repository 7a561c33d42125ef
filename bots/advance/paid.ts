/** What a driver says that he has paid: noted with the claim, or kept until there is one; put right and taken back in his words. */
import { money } from '../../claims/figure.ts';
import { running } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import { advanceAsked, tellsPaid } from '../../understanding/advance.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { doubtsReturn } from '../../understanding/moneyClauses.ts';
import { asksWhetherToPay } from '../../understanding/moneyParts.ts';
import { ofOtherSums } from '../../understanding/moneySums.ts';
import {
  asksBackHere,
  asksToNote,
  isAbout,
  paidToThem,
  putsRight,
  takesPaymentBack,
} from '../../understanding/requestWords.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { hasClaim } from '../menu.ts';
import { noteOn } from '../noteOn.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { keepTold } from '../told.ts';
import { EMPTY, saidSay } from './keeping.ts';

/** “不对，是给了三万五”, “那笔没转成”, soon after he was told that it is noted; or another one that he has paid. */
export async function putsPaidRight(scope: Scope, text: string): Promise<boolean> {
  const { lastSaid } = scope.draft.state;
  if (advanceAsked(text, false) === 'keep' || asksSomething(text) || asksBackHere(text) || ofOtherSums(text))
    return false;
  const undone = notedLately(scope) && takesPaymentBack(text);
  const sums = sumsIn(text).length > 0;
  const again = sums && (lastSaid.startsWith('advance.paidTold') || (notedLately(scope) && putsRight(text)));
  if (!undone && !again && !tellsAnother(text, lastSaid)) return false;
  const own = await whose(scope);
  if (own?.side !== 'insured') return false;
  if (!undone) return paidTold(scope, own, text);
  noteOn(scope.draft, own.id, text);
  return sayBeside(scope, { key: 'advance.paidTakenBack', quick: ['advanceMine', 'human'] });
}

function tellsAnother(text: string, lastSaid: string): boolean {
  const ofPaying = OF_PAYING.test(lastSaid);
  if (tellsPaid(text)) return ofPaying || asksToNote(text) || paidToThem(text);
  return ofPaying && sureWish(text, 'money') === 'paid' && sumsIn(text).length > 0;
}
const OF_PAYING = /^advance\.(?:paidTold|ledger|keep|back|reply|proof)/;

const notedLately = ({ draft }: Scope): boolean =>
  draft.state.paidAt !== undefined && draft.at - draft.state.paidAt < A_WHILE;
const A_WHILE = 30 * 60_000;

/** “我前天转了5000给家属”: kept with the claim in his words, until a colleague has seen the receipt and books it. */
function paidTold(scope: Scope, own: Whose, text: string): true {
  noteOn(scope.draft, own.id, text);
  scope.draft.set({ paidAt: scope.draft.at, paidNoted: withNoted(scope, sumClauses(text)) });
  return sayBeside(scope, paidSay(text, putsRight(text), ['advanceBack', 'advanceProof', 'human']));
}

const withNoted = ({ draft }: Scope, words: string): readonly string[] =>
  [...(draft.state.paidNoted ?? []), words].slice(-MOST_NOTED);
const MOST_NOTED = 3;

/** With its sum where that is one and exact; “不是两万，是一万九”: of what is put right the last one stands. */
function paidSay(text: string, righted: boolean, quick: readonly string[]): Say {
  const sums = sumsIn(text);
  const sum = righted || sums.length === 1 ? sums.at(-1) : undefined;
  return sum !== undefined && !isAbout(text)
    ? { key: 'advance.paidToldSum', values: { amount: money(sum) }, quick }
    : { key: 'advance.paidTold', quick };
}

/** A payment that is told. `noted`: what he asks besides is still to be answered. */
export async function notesPaid(scope: Scope, own: Whose | undefined, text: string): Promise<'no' | 'noted' | 'all'> {
  const pays = tellsPaid(text);
  if (own) {
    if (own.side !== 'insured' || !pays) return 'no';
    if (isNoted(scope)) return 'noted';
    paidTold(scope, own, text);
    return 'noted';
  }
  if (isNoted(scope)) return 'no';
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
  if (draft.state.hurtSide) return;
  if (!namesSum(text) || isNoted(scope) || doubtsReturn(sumClauses(text))) return;
  if (!tellsPaid(text) && sureWish(text, 'money') !== 'paid' && !(draft.state.paidWords && putsRight(text))) return;
  keepTold(scope, text);
  const words = sumClauses(text);
  draft.set({ paidAt: draft.at, paidIn: draft.arrival, paidWords: [...(draft.state.paidWords ?? []), words] });
  if (running(draft.state.talk, 'report')) scope.say({ key: 'advance.paidInReport', values: { words } });
  else scope.say(noClaimSay([words]));
}

/** “我已经给了三万了，还要给吗”: what he paid is noted, whatever he asks beside it. */
export async function notesClause(scope: Scope, text: string): Promise<void> {
  const { draft } = scope;
  // What a family has paid to the hospital stands on its receipts.
  if (draft.state.hurtSide && !hasClaim(scope)) return;
  const told = paidClauses(scope, text);
  const states = !asksSomething(text) && !asksWhetherToPay(text);
  const righted = told === undefined && states && notedLately(scope) && putsRight(text) && namesSum(text);
  const paid = righted ? text : told;
  const own = paid === undefined && !draft.state.paidWords ? undefined : await whose(scope);
  if (own?.side === 'insured') writesKept(scope, own);
  if (paid === undefined || (!righted && !CLAUSES.test(text))) return;
  if (!own) return keepsPayment(scope, paid);
  // What is told, or put right, and nothing besides is dealt with by itself.
  if (!asksSomething(text) && (tellsPaid(text) || putsRight(text))) return;
  if (own.side !== 'insured' || isNoted(scope)) return;
  noteOn(draft, own.id, paid);
  draft.set({ paidAt: draft.at, paidIn: draft.arrival, paidNoted: withNoted(scope, paid) });
  scope.say(paidSay(paid, righted, ['advanceBack', 'human']));
}

/** What was told before it was known whose claim it is. */
function writesKept({ draft }: Scope, own: Whose): void {
  const { paidWords = [] } = draft.state;
  if (paidWords.length === 0) return;
  for (const words of paidWords) noteOn(draft, own.id, words);
  draft.set({ paidWords: [], paidNoted: paidWords.slice(-MOST_NOTED), paidAt: draft.at });
}

/** Once it is proved whose claim it is, what he told before is written there, and said back. */
export async function writesAfterCode(scope: Scope): Promise<void> {
  const { paidWords = [] } = scope.draft.state;
  const own = paidWords.length > 0 ? await whose(scope) : undefined;
  if (own?.side !== 'insured') return;
  writesKept(scope, own);
  scope.say(...keptSays(scope));
}

/** What he has told of payments, in his words. */
export function keptSays({ draft }: Scope): readonly Say[] {
  const { paidWords = [], paidNoted = [] } = draft.state;
  if (paidNoted.length > 0) return [saidSay(paidNoted)];
  return [paidWords.length > 0 ? noClaimSay(paidWords) : EMPTY];
}

const noClaimSay = (words: readonly string[]): Say => ({
  ...{ key: 'advance.paidNoClaim', values: { words: words.join('；') } },
  quick: ['verify', 'report', 'human'],
});

/** “给你记上没有”, where nothing is known of a claim yet: what he has told is said back. */
export function saysKept(scope: Scope): boolean {
  const { paidWords = [] } = scope.draft.state;
  return paidWords.length > 0 && sayBeside(scope, noClaimSay(paidWords));
}

/** By the message that is being answered. */
const isNoted = ({ draft }: Scope): boolean => draft.state.paidIn === draft.arrival;

/** The clauses that tell of a payment, each with one sum. */
function paidClauses(scope: Scope, text: string): string | undefined {
  const parts = text.split(CLAUSES).map((part) => part.trim());
  const tells = (part: string): boolean => !asksSomething(part) && !doubtsReturn(part) && isPayment(scope, part);
  const paid = parts.filter((part) => part.length >= SHORTEST && sumsIn(part).length === 1 && tells(part));
  return paid.length > 0 ? paid.join('，') : undefined;
}
/** Of what he has said that which names a sum. */
function sumClauses(text: string): string {
  const parts = text.split(CLAUSES).filter((part) => namesSum(part));
  return parts.length > 0 ? parts.join('，') : text;
}
/** “那个8000是6000”: bare numbers, too, where sums are spoken of. */
const namesSum = (text: string): boolean => sumsIn(text).length > 0 || /(?<!\d)\d{3,7}(?!\d)/.test(text);
const CLAUSES = /[。！？!?；;\n,，\s]+/;
const SHORTEST = 4;
const isPayment = ({ draft }: Scope, part: string): boolean =>
  tellsPaid(part) || (sureWish(part, 'money') === 'paid' && draft.state.moneyAt !== undefined);
