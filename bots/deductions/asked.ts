/** “为什么少赔”, and what is asked after it: “第 2 条”, “下一条”, “误工费为什么少”, “要清单”, “我不同意”. */
import type { Input } from '../../prompts/kind.ts';
import type { ClaimId } from '../../store/ports.ts';
import { besideCuts, besideInClauses } from '../../understanding/besideCuts.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { cutWishAnywhere } from '../../understanding/cutWishes.ts';
import {
  asksOfLimit,
  asksWhyLess,
  type CutWish,
  namedIn,
  speaksOfSettlement,
  tellsOfCut,
} from '../../understanding/deductions.ts';
import { ofFiled } from '../../understanding/filedObjection.ts';
import { ofOwn } from '../../understanding/kin.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import {
  disagreesPlainly,
  disagreesWithSettlement,
  objectsToLine,
  rejectsAll,
  saysUntold,
  takesUpAgain,
  wantsRecheck,
} from '../../understanding/objection.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { intentOf } from '../../understanding/understand.ts';
import { grantFor, grantsOf, locate } from '../identity/index.ts';
import { noteOn } from '../noteOn.ts';
import { takesUp } from '../putAside.ts';
import { goOnLater, type Scope, sayBeside } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { answered } from './answered.ts';
import { isBusy } from './busy.ts';
import { carriesOn } from './carries.ts';
import { dropped } from './dropped.ts';
import { atALoss, hearsObjector } from './hears.ts';
import { notedOf } from './liable.ts';
import { generalSay } from './one.ts';
import { tellsPath } from './path.ts';
import { seenBy } from './seen.ts';
import { tellNamed } from './told.ts';
import { isObjecting, plainTopic, topicOf, waitsObjection } from './topic.ts';
import { wayInClause } from './turns.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'progress', 'verify']);

/** “进口药你们给扣了四千多”, “我儿子的药凭啥不给报”. */
const tellsOfOwn = (text: string): boolean =>
  tellsOfCut(text) || (ofOwn(text) && (sureWish(text, 'settlement') === 'why' || intentOf(text).confidence >= SURELY));
const SURELY = 0.8;

/** “为什么少赔”, free or by the classifier: the claim's own settlement, once it is known whose it is. */
export async function asksWhy(scope: Scope, input: Input): Promise<true> {
  const { claim } = scope.draft.state;
  const [code] = namedIn(input.text)?.codes ?? [];
  // Nobody's claim is known here: what holds for everybody is told at once; who tells of her own money is asked who she is.
  const phone = locate(input.text).named.phone;
  if (code !== undefined && !claim && !phone && grantsOf(scope).length === 0 && !tellsOfOwn(input.text)) {
    scope.draft.set({ toldOf: code });
    return sayBeside(scope, generalSay(scope, code));
  }
  if (await askAbout(scope, 'deductions', input)) return true;
  tellNamed(scope, input.text);
  tellsPath(scope);
  goOnLater(scope);
  return true;
}

/** True where the message was about a settlement and is answered. */
export async function asksOfDeductions(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  const { text } = input;
  if (text === '') return false;
  const topic = topicOf(scope) ?? (await plainTopic(scope, text));
  const filed = topic !== undefined && (await speaksOfFiled(scope, topic.claim));
  if (meant && GRAVE.has(meant.command) && !(topic && staysHere(scope, meant, text, filed))) {
    if (topic && meant.command === 'human') await keepsForPerson(scope, topic.claim, text);
    return false;
  }
  // Told what holds for everybody, she sends her phone.
  if (scope.draft.state.lastSaid === 'explanation.general' && locate(text).named.phone !== undefined)
    return asksWhy(scope, input);
  if (dropped(scope, input) || (await hearsObjector(scope, input))) return true;
  if (!topic && asksFromNowhere(scope, text) && carriesOn(scope, input)) return true;
  if (isBusy(scope, input, filed)) return atALoss(scope, input, meant);
  const wish =
    (topic && partFirstIn(text)) ??
    (filed ? ofFiled(text, scope.runtime.now) : undefined) ??
    (topic && wishIn(text, filed));
  if (!filed && waitsObjection(scope.draft.state.talk) && takesUpAgain(text)) return takesUp(scope);
  const tells = !wish || wish.what === 'object';
  if (topic && tells && (await liableTells(scope, topic.claim, text))) return true;
  if (!topic || !wish) return asksFromNowhere(scope, text) && isOpenTo(meant, text) && asksWhy(scope, input);
  const { draft, deps } = scope;
  const grant = grantFor(scope, topic.claim);
  if (!grant) return asksWhy(scope, input);
  await draft.know(grant.claim, deps.store);
  const seen = seenBy(scope, grant);
  if (seen.kind === 'stale') return asksWhy(scope, input);
  draft.set({ cuts: { ...topic, at: draft.at } });
  const isAnswered = await answered(scope, { grant, seen, wish, before: topic.n, text });
  tellsPath(scope);
  return isAnswered;
}

/** “没争的那三万一能先给俺不，医院还催着交钱咧”: of the settlement, whatever money is spoken of besides. */
const partFirstIn = (text: string): CutWish | undefined =>
  besideInClauses(text).includes('partFirst') && !clausesOf(text).some((one) => disagreesPlainly(one))
    ? { what: 'beside', asked: 'partFirst' }
    : undefined;

/** More of why, after one was filed, joins that one. */
function wishIn(text: string, filed: boolean): CutWish | undefined {
  const wish = cutWishAnywhere(text) ?? (rejectsAll(text) ? ({ what: 'object' } as const) : undefined);
  const joins = filed && wish?.what === 'object' && !wish.names && wish.n === undefined ? wish.reason : undefined;
  return joins === undefined ? wish : { what: 'adds', added: joins };
}

/** Whoever is liable was asked why he disagrees, or says that nobody told him when he bought. */
async function liableTells(scope: Scope, claim: ClaimId, text: string): Promise<boolean> {
  const grant = grantFor(scope, claim);
  if (!grant || !(scope.draft.state.lastSaid === 'explanation.liableObjects' || saysUntold(text))) return false;
  await scope.draft.know(claim, scope.deps.store);
  const seen = seenBy(scope, grant);
  return seen.kind === 'liable' && text.length >= 5 && notedOf(scope, claim, text);
}

/** One was filed a while ago, and none is being made: words may be of that one. */
async function speaksOfFiled({ draft, deps }: Scope, claim: ClaimId): Promise<boolean> {
  if (isObjecting(draft.state.talk)) return false;
  await draft.know(claim, deps.store);
  const last = draft.facts.get(claim)?.objections?.at(-1);
  return last !== undefined && (draft.state.lastSaid.startsWith('objection.') || draft.at - last.at < A_WHILE);
}
const A_WHILE = 30 * 60_000;

/** “两条都不同意，…，转人工！”: what she disagrees with stands in the claim before anybody calls her. */
async function keepsForPerson(scope: Scope, claim: ClaimId, text: string): Promise<void> {
  if (!clausesOf(text).some((one) => disagreesPlainly(one))) return;
  await scope.draft.know(claim, scope.deps.store);
  noteOn(scope.draft, claim, text);
  scope.say({ key: 'objection.keptForPerson' });
}

/** “请理赔员再核”, “我要投诉”, “算了” of an objection: no call is arranged for that, and nothing else is stopped. */
function staysHere(scope: Scope, { command }: Meaning, text: string, filed: boolean): boolean {
  if (command === 'human')
    return (
      wantsRecheck(text) ||
      clausesOf(text).some((one) => wantsRecheck(one)) ||
      (isObjecting(scope.draft.state.talk) && wayInClause(text, scope.runtime) === 'recheck') ||
      besideCuts(text) === 'outside' ||
      (filed && ofFiled(text, scope.runtime.now) !== undefined)
    );
  return command === 'cancel' && filed && scope.draft.state.talk.stack.length === 0;
}

/** Her proof has become too old, and nothing is open any more. */
const wasVerified = (scope: Scope): boolean => scope.draft.state.verified !== undefined && grantsOf(scope).length === 0;

/** Said by somebody of whom nothing is known; or not any more, since she was verified long ago. */
const asksFromNowhere = (scope: Scope, text: string): boolean =>
  asksWhyLess(text) ||
  tellsOfCut(text) ||
  (asksOfLimit(text) && moneyAside(text, false) === undefined) ||
  disagreesWithSettlement(text) ||
  objectsToLine(text) ||
  (wasVerified(scope) && (disagreesPlainly(text) || speaksOfSettlement(text)));

/** Words that are no request, or one that says less than they do. */
const VAGUE: ReadonlySet<string> = new Set(['otherTopic', 'why', 'perhapsCorrect']);
const isOpenTo = (meant: Meaning | undefined, text: string): boolean =>
  meant === undefined || VAGUE.has(meant.command) || (meant.command === 'report' && tellsOfCut(text));
