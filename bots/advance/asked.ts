/** “没钱做手术怎么办”, “垫付批了吗”, “要不要继续垫”: answered wherever they are said; what was open is taken up again. */
import { type Report, someoneDied } from '../../claims/report.ts';
import { begin } from '../../dialogs/begin.ts';
import { openQuestion, running, withoutTop } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input } from '../../prompts/kind.ts';
import type { JsonObject } from '../../store/ports.ts';
import { type AdvanceAsked, advanceAsked } from '../../understanding/advance.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import { openingIn, tellsOfDeath } from '../../understanding/opening.ts';
import { saysOnlyYes, saysSubmit } from '../../understanding/yes.ts';
import type { Ending } from '../endings.ts';
import { grantsOf } from '../identity/index.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { goOn, goOnLater, proceed, type Scope, sayBeside } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { isMore, isOfRequest, moreSays } from './inHand.ts';
import { backSays, keepSays, ledgerSays, proofSays, replySays } from './keeping.ts';
import { beginningOf } from './known.ts';
import { papersSays, routeSays, stopsSays } from './routes.ts';
import { patientsOf } from './sight.ts';
import { openAdvances, statusSays, wishSays } from './status.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'correct', 'withdrawConsent']);
/** In a report a longer one is part of the account. */
const SHORT = 40;

/** True where the message was about money for treatment and is answered. */
export async function asksForAdvance(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { draft } = scope;
  const { text } = input;
  if (text === '' || (meant && GRAVE.has(meant.command))) return false;
  const speaking = draft.state.lastSaid.startsWith('advance.');
  if (await sentAgain(scope, text, speaking)) return true;
  if (diedMeanwhile(scope, text)) return true;
  const asked = advanceAsked(text, speaking) ?? (await ofRequest(scope, text, speaking));
  if (asked === undefined || isAnswer(scope, input)) return false;
  if (running(draft.state.talk, 'report')) return inReport(scope, asked, text);
  // Who sits beside a bed and has reported nothing is led to the report first.
  const fromNowhere = draft.state.claim === null && grantsOf(scope).length === 0;
  if (fromNowhere && asked === 'wish' && openingIn(text)) return false;
  return granted(scope, asked, input);
}

/** In words that name no advance, of a request that is in hand. */
async function ofRequest(scope: Scope, text: string, speaking: boolean): Promise<AdvanceAsked | undefined> {
  if (await isOfRequest(scope, text)) return 'status';
  return speaking && (await isMore(scope, text)) ? 'wish' : undefined;
}

/** In words that only the classifier has understood. */
export const wantsAdvance = (scope: Scope, input: Input): Promise<boolean> =>
  granted(scope, advanceAsked(input.text, true) ?? 'wish', input);

/** “医院催的” answers who has asked; “没钱” answers nothing of ours. */
function isAnswer({ draft, runtime }: Scope, input: Input): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  const read = open?.frame.flow === 'advance' && open.position.ask.kind.read(input, runtime.now);
  return read !== false && read !== undefined && read.kind !== 'problem';
}

/** The button was tapped twice, or the answer was slow: nothing is sent again. */
async function sentAgain(scope: Scope, text: string, speaking: boolean): Promise<boolean> {
  const sends = saysSubmit(text) && saysOnlyYes(text, scope.runtime.now);
  if (!speaking || !sends || running(scope.draft.state.talk, 'advance')) return false;
  const own = await whose(scope);
  const says = own ? wishSays(scope, own) : [];
  scope.say(...says);
  return says.length > 0;
}

/** Nobody who tells of a death is asked about money. */
function diedMeanwhile(scope: Scope, text: string): boolean {
  const { talk } = scope.draft.state;
  if (talk.stack.at(-1)?.flow !== 'advance' || !tellsOfDeath(text)) return false;
  scope.draft.set({ talk: withoutTop(talk) });
  scope.say({ key: 'advance.died', raise: 'death', quick: ['human'] });
  return true;
}

function inReport(scope: Scope, asked: AdvanceAsked, text: string): boolean {
  if (text.length > SHORT || (asked !== 'wish' && asked !== 'keep')) return false;
  return sayBeside(scope, { key: 'advance.afterReport' });
}

async function granted(scope: Scope, asked: AdvanceAsked, input: Input): Promise<boolean> {
  const own = await whose(scope);
  if (asked === 'wish' || asked === 'change') return wish(scope, own, { anew: asked === 'change', text: input.text });
  if (asked === 'status' || asked === 'mine') return told(scope, own, asked, input);
  return sayBeside(scope, ...answerTo(scope, own, asked));
}

function answerTo(scope: Scope, own: Whose | undefined, asked: AdvanceAsked): readonly Say[] {
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
      return papersSays(scope, own, last);
    case 'stops':
      return stopsSays(scope, own, last);
    case 'keep':
      return keepSays(scope, own);
    case 'proof':
      return proofSays();
    case 'reply':
      return replySays();
    case 'back':
      return backSays(scope);
    default:
      return [{ key: 'advance.amount', quick: ['advancePapers', 'human'] }];
  }
}

/** First which money this is; then what is not known is asked, unless it was wished for already. */
async function wish(
  scope: Scope,
  own: Whose | undefined,
  { anew, text }: { readonly anew: boolean; readonly text: string },
): Promise<boolean> {
  const { draft, runtime } = scope;
  if (running(draft.state.talk, 'advance')) return goOn(scope);
  if (own && onlyDead(own)) return say(scope, { key: 'advance.died', quick: ['human'] });
  const more = own && !anew ? moreSays(scope, own, text) : undefined;
  if (more) return sayBeside(scope, more);
  const before = own && !anew ? (handled(scope, own) ?? wishSays(scope, own)) : [];
  if (before.length > 0) return sayBeside(scope, ...before);
  scope.say({ key: 'advance.which' });
  if (!own) {
    return say(scope, { key: 'advance.noClaim', quick: ['report', 'verify', 'advanceFirst', 'human'] });
  }
  const said = scope.deps.flows.advance?.understands?.(text, runtime.now, undefined) ?? {};
  await proceed(scope, await begin(runtime, draft.state.talk, 'advance', beginningOf(scope, own, said)));
  return true;
}

/** She has asked for it before she proved who she is: now it goes on, with what she said then. */
export async function wishedAfterCode(scope: Scope, said: JsonObject): Promise<Ending> {
  const own = await whose(scope);
  if (!own) return { says: [noAdvance] };
  if (onlyDead(own)) return { says: [{ key: 'advance.died', quick: ['human'] }] };
  const before = handled(scope, own) ?? wishSays(scope, own);
  if (before.length > 0) return { says: before };
  return { says: [{ key: 'advance.which' }], next: { flow: 'advance', ...beginningOf(scope, own, said) } };
}

/** What the insurer has in hand already is told, and not asked for a second time. */
function handled(scope: Scope, own: Whose): readonly Say[] | undefined {
  return openAdvances(scope, own).length > 0 ? statusSays(scope, own) : undefined;
}

/** Nobody of theirs is left to be treated. */
function onlyDead({ facts, side }: Whose): boolean {
  const { dead = 0, injured = [] } = facts.report as Partial<Report>;
  const living = injured.some(({ state }) => state !== 'died');
  return side === 'injured' && someoneDied({ dead, injured }) && !living;
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

/** To whoever has just proved who she is; undefined: nothing is on record, and where the claim stands says more. */
export async function advanceSays(scope: Scope, asked: 'advance' | 'ledger'): Promise<readonly Say[] | undefined> {
  const own = await whose(scope);
  if (own && asked === 'ledger') return ledgerSays(scope, own);
  return own && statusSays(scope, own);
}

export const noAdvance: Say = { key: 'advance.nothing', quick: ['advanceWish', 'human'] };

function say(scope: Scope, one: Say): true {
  scope.say(one);
  return true;
}
