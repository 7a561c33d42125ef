/** “为什么少赔”, and what is asked after it: “第 2 条”, “下一条”, “误工费为什么少”, “要清单”, “我不同意”. */
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Input } from '../../prompts/kind.ts';
import type { ClaimId } from '../../store/ports.ts';
import { asksPlainly } from '../../understanding/asks.ts';
import { besideCuts, termAsked } from '../../understanding/besideCuts.ts';
import {
  asksOfLimit,
  asksWhyLess,
  type CutWish,
  cutWishIn,
  namedIn,
  speaksOfSettlement,
  tellsOfCut,
} from '../../understanding/deductions.ts';
import { ofFiled } from '../../understanding/filedObjection.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import {
  asksOfObjection,
  disagreesPlainly,
  disagreesWithSettlement,
  onlyNamesLine,
  wantsRecheck,
} from '../../understanding/objection.ts';
import { saysAgree } from '../../understanding/objector.ts';
import type { Ending } from '../endings.ts';
import { grantFor, grantsOf, locate } from '../identity/index.ts';
import { goOnLater, type Scope, sayBeside } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { sendCode } from '../standing/proving.ts';
import { afterCode, answered, setN } from './answered.ts';
import { dropped } from './dropped.ts';
import { hearsObjector } from './hears.ts';
import { cutSay, cutsOf, generalSay, namedCut } from './one.ts';
import { type Seen, seenBy } from './seen.ts';
import { plainTopic, topicOf } from './topic.ts';
import { liableSays, wholeSays } from './whole.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'progress', 'verify']);

/** “为什么少赔”, free or by the classifier: the claim's own settlement, once it is known whose it is. */
export async function asksWhy(scope: Scope, input: Input): Promise<true> {
  const { claim } = scope.draft.state;
  const [code] = namedIn(input.text)?.codes ?? [];
  // Nobody's claim is known here: what holds for everybody is told at once; who tells of her own money is asked who she is.
  if (code !== undefined && !claim && grantsOf(scope).length === 0 && !tellsOfCut(input.text)) {
    return sayBeside(scope, generalSay(scope, code));
  }
  if (await askAbout(scope, 'deductions', input)) return true;
  tellNamed(scope, input.text);
  goOnLater(scope);
  return true;
}

/** After the whole the reason that her words name. */
function tellNamed(scope: Scope, text: string): void {
  const { cuts: topic } = scope.draft.state;
  const names = namedIn(text);
  const grant = topic?.at === scope.draft.at ? grantFor(scope, topic.claim) : undefined;
  const seen = grant && seenBy(scope, grant);
  if (!names || seen?.kind !== 'own') return;
  const cuts = cutsOf(seen.explanation);
  const cut = namedCut(cuts, names);
  if (!cut) return;
  setN(scope, cut.n);
  scope.say(cutSay(cut, cuts.length));
}

/** What is told to whoever has proved who she is; `asked`: what she had asked before that. */
export async function deductionsTold(scope: Scope, grant: Grant, asked?: string): Promise<Ending> {
  const { draft, deps } = scope;
  await draft.know(grant.claim, deps.store);
  const seen = seenBy(scope, grant);
  draft.set({ looksAt: grant.claim as ClaimId });
  if (seen.kind === 'stale') return provedAnew(scope, grant, asked);
  const says = (asked && afterCode(scope, grant, seen, asked)) || saysOf(seen, draft.facts.get(grant.claim));
  if (seen.kind === 'own' || seen.kind === 'liable') draft.set({ cuts: { claim: grant.claim, at: draft.at, n: 0 } });
  return { says };
}

function saysOf(seen: Seen, facts: ClaimFacts | undefined): readonly Say[] {
  if (seen.kind === 'own') return wholeSays(seen);
  if (seen.kind === 'liable') return liableSays(seen);
  if (seen.kind === 'notYet') {
    const number = { kind: 'number', answer: facts?.registered?.number ?? facts?.number ?? '' };
    return [{ key: 'explanation.notYet', values: { number }, quick: ['progress', 'human'] }];
  }
  return [{ key: 'explanation.notYours', quick: ['human'] }];
}

/** Sums are for whoever has proved it a moment ago. */
function provedAnew(scope: Scope, { phone }: Grant, asked?: string): Promise<Ending> | Ending {
  if (phone === undefined) return { says: [{ key: 'progress.settledLater', quick: ['human'] }] };
  const said = asked === undefined ? {} : { said: { asked } };
  return sendCode(scope, { wish: 'deductions', named: { phone }, as: 'self', ...said });
}

/** True where the message was about a settlement and is answered. */
export async function asksOfDeductions(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { text } = input;
  if (text === '' || (meant && GRAVE.has(meant.command) && !staysHere(scope, text))) return false;
  // Told what holds for everybody, she sends her phone.
  if (scope.draft.state.lastSaid === 'explanation.general' && locate(text).named.phone !== undefined)
    return asksWhy(scope, input);
  if (dropped(scope, input) || (await hearsObjector(scope, input))) return true;
  if (isBusy(scope, input)) return false;
  const topic = topicOf(scope) ?? (await plainTopic(scope, text));
  const wish = topic && wishIn(scope, text);
  if (!topic || !wish) return asksFromNowhere(scope, text) && isOpenTo(meant) && asksWhy(scope, input);
  const { draft, deps } = scope;
  const grant = grantFor(scope, topic.claim);
  if (!grant) return asksWhy(scope, input);
  await draft.know(grant.claim, deps.store);
  const seen = seenBy(scope, grant);
  if (seen.kind === 'stale') return asksWhy(scope, input);
  draft.set({ cuts: { ...topic, at: draft.at } });
  return answered(scope, { grant, seen, wish, before: topic.n, text });
}

/** What was said last is of an objection, and none is being made. */
const isOfFiled = ({ draft }: Scope): boolean =>
  draft.state.lastSaid.startsWith('objection.') && !draft.state.talk.stack.at(-1)?.flow.startsWith('objection');

/** Right after one was filed words are of that one. */
const wishIn = (scope: Scope, text: string): CutWish | undefined =>
  (isOfFiled(scope) ? ofFiled(text, scope.runtime.now) : undefined) ?? cutWishIn(text);

/** “请理赔员再核”, right after it was offered: no call is arranged for that. */
const staysHere = (scope: Scope, text: string): boolean => wantsRecheck(text) && topicOf(scope) !== undefined;

/** Her proof has become too old, and nothing is open any more. */
const wasVerified = (scope: Scope): boolean => scope.draft.state.verified !== undefined && grantsOf(scope).length === 0;

/** Said by somebody of whom nothing is known; or not any more, since she was verified long ago. */
const asksFromNowhere = (scope: Scope, text: string): boolean =>
  asksWhyLess(text) ||
  (asksOfLimit(text) && moneyAside(text, false) === undefined) ||
  disagreesWithSettlement(text) ||
  (wasVerified(scope) && (disagreesPlainly(text) || speaksOfSettlement(text)));

/** Words that are no request, or one that says less than they do. */
const VAGUE: ReadonlySet<string> = new Set(['otherTopic', 'why', 'perhapsCorrect']);
const isOpenTo = (meant: Meaning | undefined): boolean => meant === undefined || VAGUE.has(meant.command);

/** Flows in which a question of her own is no answer: it is answered, and what was asked waits. */
const ASIDE: ReadonlySet<string> = new Set(['details', 'documents', 'objection', 'objectionWay', 'human']);

/** An answer to a question that is open is that answer. */
function isBusy({ draft, runtime }: Scope, input: Input): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  if (open === undefined || open.frame.flow === 'details') return false;
  const { kind } = open.position.ask;
  const reads = kind.kind !== 'text' && kind.read(input, runtime.now).kind !== 'problem';
  if (
    asksBeside(input.text) &&
    ASIDE.has(open.frame.flow) &&
    !(reads && (open.frame.flow === 'objectionWay' || saysAgree(input.text)))
  )
    return false;
  // Whoever is asked when to call may go on with what it is about.
  if (open.frame.flow === 'human' && !reads && disagreesPlainly(input.text)) return false;
  const isAnswer = kind.kind === 'text' || reads;
  return isAnswer || !ASIDE.has(open.frame.flow) || !asksWhyLess(input.text);
}

/** No answer to anything, and no reason of hers. */
function asksBeside(text: string): boolean {
  if (asksOfObjection(text)) return true;
  if (asksPlainly(text) && cutWishIn(text) !== undefined) return true;
  if (onlyNamesLine(text) || besideCuts(text) !== undefined || termAsked(text) !== undefined) return true;
  const what = text.length <= SHORT ? cutWishIn(text)?.what : undefined;
  return what !== undefined && BESIDE.has(what);
}
/** Longer ones tell why. */
const SHORT = 14;
const BESIDE: ReadonlySet<string> = new Set(['whole', 'itemisedList', 'figure', 'sources']);
