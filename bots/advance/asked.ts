/** “没钱做手术怎么办”, “垫付批了吗”, “要不要继续垫”: answered wherever they are said; what was open is taken up again. */
import { openQuestion, running } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import { type AdvanceAsked, tellsPaid } from '../../understanding/advance.ts';
import { asksWhy } from '../../understanding/asks.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import {
  asksOrder,
  asksWhenPaid,
  doubtsReturn,
  threatens,
  UNLESS_PAID,
  urges,
} from '../../understanding/moneyClauses.ts';
import { listedOfMoney, moneyMeant, toldAnyway } from '../../understanding/moneyTalk.ts';
import { happenedJustNow, openingIn } from '../../understanding/opening.ts';
import { bedIn, leavesRequest, namesAHospital, startsAnew, tellsDischarge } from '../../understanding/requestWords.ts';
import { isObjecting } from '../deductions/topic.ts';
import { grantsOf } from '../identity/index.ts';
import { hasClaim } from '../menu.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { goOnLater, type Scope, sayBeside, startReport } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { stop } from '../stopping.ts';
import { keepBeside } from '../told.ts';
import { answerTo } from './answer.ts';
import { answersAside } from './aside.ts';
import { afterDeath, diedMeanwhile, diesWith } from './died.ts';
import { isOfRequest, pressesRequest, takesBack } from './inHand.ts';
import { inReport } from './inReport.ts';
import { heardKeep } from './keeping.ts';
import { notesClause, notesPaid, putsPaidRight, saysKept } from './paid.ts';
import { insteadOf, pressed, whatNow } from './pressed.ts';
import { beginsAnew, declined, isAnswer, rightsRequest, sentAgain } from './request.ts';
import { noteSaid, sitsByBed, tellsRest, wantsReport } from './rest.ts';
import { revisesNow } from './righting.ts';
import { answersBeside, roomFor } from './room.ts';
import { answersSeveral } from './several.ts';
import { isFamily } from './sight.ts';
import { spokeOfMoney } from './spoken.ts';
import { wishSays } from './status.ts';
import { isTidings } from './tidings.ts';
import { tellsWhereAndNext } from './whereAndNext.ts';
import { wish } from './wishing.ts';

const NOT_NOTED: ReadonlySet<string> = new Set(['crisis', 'emergency']);
const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'correct', 'withdrawConsent']);

/** True where the message was about money for treatment and is answered. */
export async function asksForAdvance(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const isAnswered = await hears(scope, input, meant);
  if (isAnswered && wantsReport(scope, input.text)) await startReport(scope, input.text);
  return isAnswered;
}

async function hears(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { text } = input;
  if (openQuestion(scope.runtime, scope.draft.state.talk)?.frame.flow === 'human') return false;
  // At the roadside help comes first.
  if (!hasClaim(scope) && !spokeOfMoney(scope) && happenedJustNow(text)) return false;
  // “说错了，是两万八，给了是不是就等于我认了”: nothing of a report is put right.
  if (meant?.command === 'correct' && spokeOfMoney(scope) && (await answersBeside(scope, text))) return true;
  // “过期了还不动，到底为什么没动”, of a claim that is open here.
  if (meant?.command === 'why' && grantsOf(scope).length > 0) return false;
  if (isObjecting(scope.draft.state.talk)) return false;
  if (await tellsWhereAndNext(scope, input, meant)) return true;
  // Who sits beside a bed and has reported nothing is led to the report first.
  if (sitsByBed(scope, text)) return false;
  const room = roomFor(scope, input);
  noteSaid(scope, text);
  const before = scope.draft.state.paidIn;
  if (room !== 'busy' && !(meant && NOT_NOTED.has(meant.command))) await notesClause(scope, text);
  // Who tells a stranger what he has paid wants to know how that goes on; no accident is being reported.
  const tells = scope.draft.state.paidIn !== before && !hasClaim(scope) && scope.draft.state.talk.stack.length === 0;
  const isGrave = meant !== undefined && GRAVE.has(meant.command);
  if (meant?.command === 'verify') return false;
  const urged = urges(text) && (await pressesRequest(scope));
  const several = room !== 'busy' && !isGrave ? await answersSeveral(scope, text) : 'no';
  if (room === 'beside' && !isGrave && (several !== 'no' || (await answersBeside(scope, text)))) return true;
  if (urged) return true;
  const isAnswered =
    several !== 'no' ||
    (await answersMoney(scope, input, meant)) ||
    (tells && !isFamily(scope, undefined) && (await pressed(scope, undefined, text)));
  if (isAnswered) scope.draft.set({ moneyAt: scope.draft.at });
  // What is told of the accident beside it is not asked for again.
  if (isAnswered) keepBeside(scope, text);
  if (isAnswered && several !== 'several' && !wantsReport(scope, text)) await tellsRest(scope, text);
  return isAnswered;
}

async function answersMoney(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { draft } = scope;
  const { text } = input;
  const asking = running(draft.state.talk, 'advance');
  if (asking && startsAnew(text)) return beginsAnew(scope);
  if (meant?.command === 'press' && (await pressesRequest(scope))) return true;
  if (await putsPaidRight(scope, text)) return true;
  if (meant?.command === 'cancel' && (await takesBack(scope, text))) return true;
  if (text === '' || (meant && GRAVE.has(meant.command) && !(await rightsRequest(scope, text, meant)))) return false;
  const { lastSaid, advance } = draft.state;
  const speaking = lastSaid.startsWith('advance.') || (advance !== undefined && lastSaid.startsWith('common.'));
  if (await sentAgain(scope, text, speaking)) return true;
  if (diedMeanwhile(scope, text) || diesWith(scope, text) || afterDeath(scope, text)) return true;
  if (asking && tellsDischarge(text)) return sayBeside(scope, { key: 'advance.aside.discharged', quick: ['human'] });
  if (asking && leavesRequest(text)) return stop(scope, input);
  if (declined(scope) && (bedIn(text) !== undefined || namesAHospital(text)))
    return sayBeside(scope, { key: 'advance.declined', quick: ['human'] });
  if (asking && asksWhy(text)) return sayBeside(scope, { key: 'advance.whyAsked' });
  const lately = !speaking && spokeOfMoney(scope) ? toldAnyway(text, true) : undefined;
  const isFree = roomFor(scope, input) === 'free';
  const meantOfMoney = isFree ? (lately ?? moneyMeant(text, speaking)) : listedOfMoney(text, speaking);
  const aside = meantOfMoney && 'aside' in meantOfMoney ? meantOfMoney.aside : undefined;
  const first = aside && (await insteadOf(scope, aside, text));
  if (aside === 'noTrace' || aside === 'receiptLost') await notesPaid(scope, await whose(scope), text);
  if (aside && !first && (await answersAside(scope, aside, text))) return true;
  const own = first ?? (meantOfMoney && 'asked' in meantOfMoney ? meantOfMoney.asked : undefined);
  const asked = own ?? (await ofRequest(scope, text));
  if (asked === undefined || isAnswer(scope, input) || revisesNow(scope, text)) return false;
  if (running(draft.state.talk, 'report')) return inReport(scope, asked, input);
  if (!hasClaim(scope) && asked === 'wish' && openingIn(text)) return false;
  return granted(scope, asked, input);
}

/** In words that name no advance, of a request that is in hand. */
async function ofRequest(scope: Scope, text: string): Promise<AdvanceAsked | undefined> {
  if (await isOfRequest(scope, text)) return 'status';
  return (await isTidings(scope, text)) ? 'wish' : undefined;
}

/** In words that only the classifier has understood. */
export const wantsAdvance = (scope: Scope, input: Input): Promise<boolean> =>
  granted(scope, askedIn(input.text) ?? 'wish', input);

function askedIn(text: string): AdvanceAsked | undefined {
  const meant = moneyMeant(text, true);
  return meant && 'asked' in meant ? meant.asked : undefined;
}

const PAID: ReadonlySet<AdvanceAsked> = new Set(['back', 'keep', 'mine']);

async function granted(scope: Scope, meant: AdvanceAsked, input: Input): Promise<boolean> {
  const own = await whose(scope);
  if (meant === 'whatNow' && asksOrder(input.text) && !isFamily(scope, own)) return answersAside(scope, 'order');
  const asked = meant === 'whatNow' ? whatNow(scope, own) : meant;
  if (asked === 'wish' && !isFamily(scope, own) && UNLESS_PAID.test(input.text)) return pressed(scope, own, input.text);
  if (asked === 'wish' || asked === 'change') return wish(scope, own, { anew: asked === 'change', text: input.text });
  if (PAID.has(asked)) {
    const noted = await notesPaid(scope, own, input.text);
    if (noted === 'all' || (noted === 'noted' && asked !== 'keep')) return true;
  }
  // Who only tells what he has paid has not asked how it comes back: what helps him now is told first.
  const heard = heardKeep(scope);
  const tells = asked === 'back' && !heard && tellsPaid(input.text) && !doubtsReturn(input.text);
  const threatened = heard && asked === 'reply' && threatens(input.text);
  if (asked === 'keep' || threatened || (tells && !isFamily(scope, own))) return pressed(scope, own, input.text);
  if (!own && asked === 'mine' && saysKept(scope)) return true;
  if (!own && asked === 'status' && (scope.draft.state.unreported || asksWhenPaid(input.text)))
    return answersAside(scope, 'whenPaid');
  if (asked === 'status' || asked === 'mine') return told(scope, own, asked, input);
  // The same list once more helps nobody.
  if (asked === 'papers' && scope.draft.state.lastSaid === 'advance.papers') return answersAside(scope, 'who');
  return sayBeside(scope, ...answerTo(scope, own, asked, input.text));
}

/** Her own wish is told at once; what the insurer has recorded, to whoever has proved who she is. */
async function told(scope: Scope, own: Whose | undefined, asked: 'status' | 'mine', input: Input): Promise<boolean> {
  const open = grantsOf(scope).length > 0;
  if (own && !open && asked === 'status' && (own.facts.advances ?? []).length === 0) {
    const says = wishSays(scope, own);
    if (says.length > 0) return sayBeside(scope, ...says);
  }
  if (!(await askAbout(scope, asked === 'mine' ? 'ledger' : 'advance', input))) goOnLater(scope);
  return true;
}
