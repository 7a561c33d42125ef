/** “我已经报过案了” where nothing is known of it, or a new report has begun: her claim is looked for, and the report waits. */
import { openQuestion } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { advanceAsked } from '../understanding/advance.ts';
import { asksWhyLess, tellsOfCut } from '../understanding/deductions.ts';
import type { Meaning } from '../understanding/meaning.ts';
import { partsAsked } from '../understanding/moneyParts.ts';
import { asksForPayment, moneyMeant, toldAnyway } from '../understanding/moneyTalk.ts';
import { saysWhyNoCode } from '../understanding/noPhone.ts';
import { insistsReported, saysReported } from '../understanding/reported.ts';
import { asksForSum } from '../understanding/requestWords.ts';
import { sayMoneyIn } from './advance/split.ts';
import { spokeOfMoney } from './advance/spoken.ts';
import { locate } from './identity/index.ts';
import { hasClaim } from './menu.ts';
import type { Scope } from './scope.ts';
import { askAbout } from './standing/asking.ts';
import { isAsking } from './standing/askings.ts';
import type { Wish } from './standing/tell.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'correct']);
/** In an account longer words are part of it. */
const SHORT = 20;

/** True where she is led to her claim. */
export async function reportedBefore(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { draft } = scope;
  if ((meant && GRAVE.has(meant.command)) || hasClaim(scope)) return false;
  if (saysWhyNoCode(input.text) && !openQuestion(scope.runtime, draft.state.talk)) return noPhone(scope);
  if (!namesOld(scope, input.text) || isAnswer(scope, input)) return false;
  // What holds for everybody needs no claim.
  if (toldAnyway(input.text, false) && locate(input.text).named.phone === undefined) return false;
  // “…, how does it come back? what do I keep? btw I rang the insurer”: told beside two questions, it is no wish for the claim.
  if (spokeOfMoney(scope) && !insistsReported(input.text) && partsAsked(input.text).length > 1) return false;
  const asks = await sayMoneyIn(scope, input.text);
  if (asks) draft.set({ moneyAt: draft.at });
  const wish = wishOf(scope, input.text);
  const { talk } = draft.state;
  const report = talk.stack.find(({ flow }) => flow === 'report');
  if (report) {
    const stack = talk.stack.filter((frame) => frame !== report);
    draft.set({ talk: { ...talk, stack, shelf: { ...talk.shelf, report } } });
  }
  scope.say({ key: report ? 'identity.reportWaits' : 'identity.reported' });
  // A phone that was given before is not asked for again.
  const phone = report?.answers.phone?.value;
  const given = typeof phone === 'string' && !locate(input.text).named.phone ? `${input.text} ${phone}` : input.text;
  // Nor is what she has said of the hospital's money.
  const said = report?.params.said;
  const text = typeof said === 'string' ? `${given} ${said}` : given;
  return askAbout(scope, wish, { ...input, text }, true);
}

/** “我不知道验证码，手机在我爸那里” before any is asked for. */
function noPhone({ say }: Scope): true {
  say({ key: 'identity.noPhone', quick: ['human'] });
  return true;
}

/** By words, or by nothing but the number of a claim, or a phone that nobody has asked for. */
function namesOld({ draft, runtime }: Scope, text: string): boolean {
  const reports = draft.state.talk.stack.some(({ flow }) => flow === 'report');
  if (saysReported(text) || (reports && (tellsOfCut(text) || (asksWhyLess(text) && text.length <= SHORT)))) return true;
  const { named, heard } = locate(text);
  const onlyThat = /^[\w.\s-]{1,64}$/.test(text.trim());
  // As the very first words a phone says nothing of that.
  const nothingOpen =
    !draft.state.unreported &&
    !/^(?:home\.|$)/.test(draft.state.lastSaid) &&
    openQuestion(runtime, draft.state.talk) === undefined &&
    named.phone !== undefined;
  return (
    onlyThat && (named.number !== undefined || nothingOpen || (heard && draft.state.lastSaid === 'advance.noClaim'))
  );
}

/** “报过了” of the police answers that; where it is asked who this is, the question stands. */
function isAnswer({ draft, runtime }: Scope, input: Input): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  if (!open) return false;
  if (isAsking(open.frame) || open.frame.flow === 'human') return true;
  if (insistsReported(input.text)) return false;
  const { kind } = open.position.ask;
  const read = kind.read(input, runtime.now).kind !== 'problem';
  return read && !(kind.kind === 'text' && input.text.length <= SHORT);
}

/** Who came for the hospital's money is led on to that. */
function wishOf({ draft }: Scope, text: string): Wish {
  const ofCuts = draft.state.lastSaid === 'explanation.general';
  if (ofCuts || tellsOfCut(text) || asksWhyLess(text)) return 'deductions';
  const report = draft.state.talk.stack.find(({ flow }) => flow === 'report');
  const meant = moneyMeant(text, true);
  if (meant && 'asked' in meant && meant.asked === 'status') return 'advance';
  const forMoney = report?.params.opening === 'bedsideMoney' || draft.state.lastSaid === 'advance.noClaim';
  return forMoney || advanceAsked(text, false) === 'wish' || asksForPayment(text) || asksForSum(text)
    ? 'advanceWish'
    : 'standing';
}
