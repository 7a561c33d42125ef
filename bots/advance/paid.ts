/** What a driver says that he has paid: noted with the claim, put right and taken back in his words. */
import { advanceAsked, tellsPaid } from '../../understanding/advance.ts';
import { asksSomething } from '../../understanding/asks.ts';
import { sumsIn } from '../../understanding/deductions.ts';
import { asksBackHere, asksToNote, paidToThem, putsRight, takesPaymentBack } from '../../understanding/requestWords.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { noteOn } from '../noteOn.ts';
import { whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { paidTold } from './keeping.ts';

/** “不对，是给了三万五”, “那笔没转成”, soon after he was told that it is noted; or another one that he has paid. */
export async function putsPaidRight(scope: Scope, text: string): Promise<boolean> {
  const { lastSaid } = scope.draft.state;
  if (advanceAsked(text, false) === 'keep' || asksSomething(text) || asksBackHere(text)) return false;
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
