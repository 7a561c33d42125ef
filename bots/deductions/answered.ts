/** One wish about a settlement, answered: to the injured person from its reasons, to whoever is liable from what he may know. */
import type { Grant } from '../../claims/identity/types.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import { type CutWish, cutWishIn } from '../../understanding/deductions.ts';
import { meansSeveral, opensLetter } from '../../understanding/objection.ts';
import { reasonBeside } from '../../understanding/objector.ts';
import { questionsIn } from '../../understanding/severalWishes.ts';
import { noteOn } from '../noteOn.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { besideSays, termSay } from './beside.ts';
import { QUESTIONS } from './busy.ts';
import { inClauses, unfiledMeant, withObjection } from './clauses.ts';
import { cutOf, figureSay, sumNamed } from './figure.ts';
import { ofLiable } from './liable.ts';
import { limitSays } from './limit.ts';
import { listAsked } from './list.ts';
import { noneSay, noSuchSay } from './none.ts';
import { type Objecting, objects } from './objecting.ts';
import { cutAgain, cutSay, cutsOf, namedCut, sourcesSay } from './one.ts';
import { notSentSay, pathSay } from './path.ts';
import type { Seen } from './seen.ts';
import { addsTo, objectionSays, otherWay, putsRight, rechecked, silentSay } from './stood.ts';
import { isObjecting, setN, waitsObjection } from './topic.ts';
import { type Own, wholeSays } from './whole.ts';
import { wholeFigure } from './wholeFigure.ts';

/** “那一万四千四又是啥子名堂”: the line of that sum. */
export function sumSays(scope: Scope, seen: Own, text: string): readonly Say[] | undefined {
  const cuts = cutsOf(seen.explanation);
  const n = sumNamed(cuts, text);
  const cut = cuts.find((one) => one.n === n);
  if (!cut) return undefined;
  setN(scope, cut.n);
  return [cutSay(cut, cuts.length)];
}

/** Unless that line was told just before. */
const otherSum = (scope: Scope, seen: Own, text: string, before: number): readonly Say[] | undefined =>
  sumNamed(cutsOf(seen.explanation), text) === before ? undefined : sumSays(scope, seen, text);

/** One that is being made, or was put aside, is gone on with; undefined: none was begun. */
function letterAhead(scope: Scope, grant: Grant, seen: Own): readonly Say[] | undefined {
  const { talk } = scope.draft.state;
  return isObjecting(talk) || waitsObjection(talk) ? objectionSays(scope, grant, seen) : undefined;
}
const hasFiled = ({ facts, person }: Own): boolean => (facts.objections ?? []).some(({ victim }) => victim === person);

export interface Asked {
  readonly grant: Grant;
  readonly seen: Seen;
  readonly wish: CutWish;
  readonly before: number;
  readonly text: string;
}

export async function answered(scope: Scope, given: Asked): Promise<boolean> {
  const asked = withObjection(given);
  const { seen } = asked;
  if (seen.kind === 'liable') return ofLiable(scope, seen, asked);
  if (seen.kind !== 'own') return false;
  // One was filed, and she means the others as well.
  const other = isObjecting(scope.draft.state.talk) ? undefined : unfiledMeant(seen, given);
  if (other !== undefined) {
    const why = reasonBeside(asked.text);
    return objects(scope, { claim: asked.grant.claim, seen, cuts: cutsOf(seen.explanation), n: other, why });
  }
  const disagreed = asked.wish.what === 'object';
  const says = disagreed ? undefined : (severalSays(scope, seen, asked) ?? tellsOf(scope, seen, asked));
  if (says) return sayBeside(scope, ...says);
  // “第2条我不认，我要书面答复”: that is told, and what she disagrees with is asked about.
  if (disagreed) scope.say(...inClauses(scope, seen, given));
  return (await acts(scope, seen, asked)) ?? tellsLine(scope, seen, asked.wish, asked.before);
}

/** Each of several questions, one answer behind the other. */
function severalSays(scope: Scope, seen: Own, asked: Asked): readonly Say[] | undefined {
  const listed = inClauses(scope, seen, asked);
  if (listed.length > 1) return listed;
  const clauses = questionsIn(asked.text, 'settlement', QUESTIONS);
  const says = clauses.flatMap((text) => {
    const wish = cutWishIn(text);
    return (wish && tellsOf(scope, seen, { ...asked, wish, text })) ?? [];
  });
  return says.length > 1 ? says : undefined;
}

/** What only wants to be told; undefined: something is to be done, or a line is named. */
function tellsOf(scope: Scope, seen: Own, { grant, wish, before, text }: Asked): readonly Say[] | undefined {
  switch (wish.what) {
    case 'whole':
      return sumSays(scope, seen, text) ?? wholeSays(seen);
    case 'term':
      return [termSay(wish.term, ['firstCut', 'object', 'human'])];
    case 'beside':
      if (wish.asked === 'inWriting') noteOn(scope.draft, grant.claim as ClaimId, text);
      // “那个一万四千四凭啥算到我儿子头上”: its line says why.
      return (
        (wish.asked === 'myShare' ? otherSum(scope, seen, text, before) : undefined) ??
        besideSays(scope, seen, wish.asked, before)
      );
    case 'figure':
      return figureSays(scope, seen, wish, { before, text });
    case 'itemisedList':
      return listAsked(scope, grant);
    case 'objection':
      return isObjecting(scope.draft.state.talk) ? [notSentSay(scope)] : objectionSays(scope, grant, seen);
    case 'silent':
      return [hasFiled(seen) ? silentSay(scope) : pathSay(scope)];
    case 'withdraw':
      return hasFiled(seen) ? [{ key: 'objection.withdraw', quick: ['human'] }] : objectionSays(scope, grant, seen);
    case 'letter':
      if (hasFiled(seen) && opensLetter(text)) return objectionSays(scope, grant, seen);
      return hasFiled(seen) ? [{ key: 'objection.letter', quick: ['human'] }] : letterAhead(scope, grant, seen);
    case 'sending':
      return [{ key: 'objection.sending', quick: ['human'] }];
    default:
      return undefined;
  }
}

/** Something is filed, added to, put right or begun. */
async function acts(scope: Scope, seen: Own, { grant, wish, before, text }: Asked): Promise<boolean | undefined> {
  const cuts = cutsOf(seen.explanation);
  const it = { claim: grant.claim, seen, cuts };
  if (wish.what === 'adds') return addsTo(scope, { ...it, n: 0 }, wish.added);
  if (wish.what === 'instead') return putsRight(scope, { ...it, n: 0 }, wish.instead);
  if (wish.what === 'way') return otherWay(scope, { ...it, n: before }, wish.way);
  if (wish.what === 'recheck') return rechecked(scope, { ...it, n: before });
  // A letter is written of what she disagrees with.
  if (wish.what === 'letter') return objects(scope, { ...it, n: before });
  if (wish.what !== 'object') return undefined;
  const named = wish.names && namedCut(cuts, wish.names)?.n;
  const n = wish.n ?? named ?? sumNamed(cuts, text) ?? 0;
  return disagrees(scope, { ...it, n }, { before, text, reason: wish.reason });
}

/** By its number, the next one, or by a name. */
function tellsLine(scope: Scope, seen: Own, wish: CutWish, before: number): boolean {
  const cuts = cutsOf(seen.explanation);
  const told = cuts.find((one) => one.n === before) ?? cuts[0];
  if (wish.what === 'sources' && told) return sayBeside(scope, sourcesSay(told));
  const names = wish.what === 'named' ? wish.names : undefined;
  const n = wish.what === 'number' ? wish.n : wish.what === 'next' ? before + 1 : names && namedCut(cuts, names)?.n;
  const cut = cuts.find((one) => one.n === n);
  if (!cut && names?.codes.includes('limbLimit')) return sayBeside(scope, ...limitSays(scope, seen));
  if (!cut) return sayBeside(scope, names ? noneSay(scope, seen, names) : noSuchSay(cuts.length));
  setN(scope, cut.n);
  const again = names !== undefined && cut.n === before && JUST_TOLD.has(scope.draft.state.lastSaid);
  return sayBeside(scope, again ? cutAgain(scope, cut) : cutSay(cut, cuts.length));
}
const JUST_TOLD: ReadonlySet<string> = new Set(['explanation.one', 'explanation.path']);

/** What was asked before the code, where it is no line; undefined: the whole is told. */
export function afterCode(scope: Scope, grant: Grant, seen: Seen, asked: string): readonly Say[] | undefined {
  const wish = cutWishIn(asked);
  if (seen.kind !== 'own' || !wish) return undefined;
  if (wish.what === 'objection') return objectionSays(scope, grant, seen);
  if (wish.what === 'itemisedList') return listAsked(scope, grant);
  if (wish.what === 'withdraw') return objectionSays(scope, grant, seen);
  // Of these nothing can be said before the whole is known.
  if (wish.what !== 'beside' || wish.asked === 'myShare' || wish.asked === 'simpler') return undefined;
  return wish.asked === 'nextStep' ? [...wholeSays(seen), pathSay(scope)] : besideSays(scope, seen, wish.asked, 0);
}

interface Disagreement extends Pick<Asked, 'before' | 'text'> {
  /** Her words, where they are nothing but why. */
  readonly reason: string | undefined;
}
/** With the line that she names, with all of them one after the other, or with the one that was told last. */
function disagrees(scope: Scope, it: Objecting, { before, text, reason }: Disagreement): Promise<true> {
  const several = meansSeveral(text) && it.cuts.length > 1;
  const n = it.n || (several ? 1 : before);
  if (several) scope.say({ key: 'objection.oneByOne', values: { n } });
  const more = several ? it.cuts.flatMap((one) => (one.n > n ? [one.n] : [])) : [];
  return objects(scope, { ...it, n, why: reasonBeside(text) ?? reason, more });
}

/** What the number is; else the reason of that sum, or the whole in which it may stand. */
function figureSays(
  scope: Scope,
  seen: Own,
  wish: Extract<CutWish, { what: 'figure' }>,
  { before, text }: Pick<Asked, 'before' | 'text'>,
) {
  const cuts = cutsOf(seen.explanation);
  const part = figureSay(seen, wish, before);
  if (part) return [part];
  const cut = cutOf(cuts, wish);
  if (!cut) return wholeFigure(scope, seen, wish) ?? sumSays(scope, seen, text) ?? wholeSays(seen);
  setN(scope, cut.n);
  return [cutSay(cut, cuts.length)];
}
