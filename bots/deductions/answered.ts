/** One wish about a settlement, answered: to the injured person from its reasons, to whoever is liable from what he may know. */
import type { Grant } from '../../claims/identity/types.ts';
import type { Say } from '../../dialogs/say.ts';
import { clausesOf } from '../../understanding/clauses.ts';
import { cutWishIn } from '../../understanding/deductions.ts';
import { ofFiled } from '../../understanding/filedObjection.ts';
import { meansSeveral } from '../../understanding/objection.ts';
import { asksToKnow, reasonBeside, reasonWithin } from '../../understanding/reasons.ts';
import { wantsSent } from '../../understanding/sentences.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { besideSays } from './beside.ts';
import { lineNamed, reasonsByLine } from './byLine.ts';
import { inClauses, unfiledMeant, withObjection } from './clauses.ts';
import { sumNamed } from './figure.ts';
import { ofLiable } from './liable.ts';
import { lineSays } from './lineTold.ts';
import { listAsked } from './list.ts';
import { type Objecting, objects } from './objecting.ts';
import { cutsOf, namedCut } from './one.ts';
import { pathSay } from './path.ts';
import type { Seen } from './seen.ts';
import { addsTo, objectionSays, otherWay, putsRight, rechecked, silentSay } from './stood.ts';
import { inSentences, severalSays, tellsOf } from './telling.ts';
import { isObjecting } from './topic.ts';
import { wayInClause } from './turns.ts';
import { type Own, wholeSays } from './whole.ts';
import type { Asked } from './wish.ts';

export async function answered(scope: Scope, given: Asked): Promise<boolean> {
  const { seen } = given;
  if (seen.kind === 'liable') return ofLiable(scope, seen, withObjection(given));
  if (seen.kind !== 'own') return false;
  // “第1条的证明写哪些”: of the line that is named, whichever was told last.
  const named = lineNamed(cutsOf(seen.explanation), given.text);
  const asked = withObjection({ ...given, named, before: named ?? given.before });
  const answers = isObjecting(scope.draft.state.talk) && asksToKnow(given.text) ? asksBeside(scope, seen, given) : [];
  if (answers.length > 0) return sayBeside(scope, ...answers);
  // One was filed, and she means the others as well.
  const other = isObjecting(scope.draft.state.talk) ? undefined : unfiledMeant(seen, given, scope.draft.state.lastSaid);
  if (other !== undefined) {
    const cuts = cutsOf(seen.explanation);
    const why = reasonsByLine(cuts, asked.text).get(other) ?? reasonBeside(asked.text);
    return objects(scope, { claim: asked.grant.claim, seen, cuts, n: other, why });
  }
  const disagreed = asked.wish.what === 'object';
  const says = disagreed ? undefined : (severalSays(scope, seen, asked) ?? tellsOf(scope, seen, asked));
  if (says) return sayBeside(scope, ...says, ...silentBeside(scope, seen, given.text, says));
  // “第2条我不认，我要书面答复”: that is told, and what she disagrees with is asked about.
  if (disagreed) scope.say(...asksBeside(scope, seen, given));
  return (
    (await acts(scope, seen, asked, given.text)) ?? sayBeside(scope, ...lineSays(scope, seen, asked.wish, asked.before))
  );
}

/** “没争的先给俺，要是没人理咋弄”: who can be pressed, beside what is told. */
function silentBeside(scope: Scope, { facts }: Own, text: string, says: readonly Say[]): readonly Say[] {
  const asks = clausesOf(text).some((one) => ofFiled(one, scope.runtime.now)?.what === 'silent');
  const isTold = says.some(({ key }) => key === 'objection.ifSilent' || key === 'explanation.path');
  return asks && !isTold && (facts.objections ?? []).length > 0 ? [silentSay(scope)] : [];
}

/** “到底哪个来证明？喊医生写条子有用冇？”, beside why she disagrees: told first, each once. */
export function asksBeside(scope: Scope, seen: Own, given: Asked): readonly Say[] {
  const listed = inClauses(scope, seen, given);
  const all = inSentences(scope, seen, given).filter(({ key }) => !NOT_BESIDE.has(key));
  const told = all.filter(({ key }) => !LINES.has(key) || isOther(scope, given));
  return [...listed, ...told.filter(({ key }) => listed.every((one) => one.key !== key))].slice(0, MOST_BESIDE);
}
const MOST_BESIDE = 4;
const LINES: ReadonlySet<string> = new Set([
  'explanation.one',
  'explanation.oneForPerson',
  'explanation.again',
  'explanation.whole',
]);
/** What can be done, and that something was missed, is no answer beside it. */
const NOT_BESIDE: ReadonlySet<string> = new Set([
  'explanation.path',
  'explanation.missed',
  'explanation.simpleWhole',
  'explanation.simpleLine',
  'objection.notSent',
]);
/** A line that was told just now is not told again behind it. */
const isOther = ({ draft }: Scope, { before }: Asked): boolean => draft.state.cuts?.n !== before;

/** Something is filed, added to, put right or begun. */
async function acts(
  scope: Scope,
  seen: Own,
  { grant, wish, before, text }: Asked,
  said: string,
): Promise<boolean | undefined> {
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
  return disagrees(scope, { ...it, n }, { before, text, said, reason: wish.reason });
}

/** What was asked before the code, where it is no line; undefined: the whole is told. */
export function afterCode(scope: Scope, grant: Grant, seen: Seen, asked: string): readonly Say[] | undefined {
  const wish = cutWishIn(asked);
  if (seen.kind !== 'own' || !wish) return undefined;
  if (wish.what === 'objection') return objectionSays(scope, grant, seen);
  if (wish.what === 'itemisedList') return listFirst(scope, grant, seen);
  if (wish.what === 'withdraw') return objectionSays(scope, grant, seen);
  // Of these nothing can be said before the whole is known.
  if (wish.what !== 'beside' || wish.asked === 'myShare' || wish.asked === 'simpler') return undefined;
  return wish.asked === 'nextStep' ? [...wholeSays(seen), pathSay(scope)] : besideSays(scope, seen, wish.asked, 0);
}

interface Disagreement extends Pick<Asked, 'before' | 'text'> {
  /** All of her message. */
  readonly said: string;
  /** Her words, where they are nothing but why. */
  readonly reason: string | undefined;
}
/** With the line that she names, with all of them one after the other, or with the one that was told last. */
function disagrees(scope: Scope, it: Objecting, { before, text, said, reason }: Disagreement): Promise<true> {
  const byLine = reasonsByLine(it.cuts, said);
  const [[first, its] = [0, undefined], ...others] = [...byLine];
  const several = meansSeveral(text) && it.cuts.length > 1;
  const n = first || it.n || (several ? 1 : before);
  if (several) scope.say({ key: 'objection.oneByOne', values: { n } });
  // Her words as they stand, with what they ask in the middle.
  const why =
    its ??
    reasonBeside(said) ??
    reasonBeside(text) ??
    (clausesOf(said).length > 1 ? reasonWithin(said) : undefined) ??
    reason;
  const rest = several ? it.cuts.map((one) => one.n) : others.map(([line]) => line);
  const more = rest.filter((line) => line !== n && (byLine.size > 1 || line > n));
  const way = byLine.size > 1 ? wayInClause(said, scope.runtime) : undefined;
  return objects(scope, { ...it, n, why, more, way, sends: wantsSent(said), ahead: Object.fromEntries(others) });
}

/** Behind the code she has heard nothing yet: the whole first, unless she asks for the list once more. */
function listFirst(scope: Scope, grant: Grant, seen: Own): readonly Say[] {
  const list = listAsked(scope, grant);
  const isNew = list.some(({ key }) => key === 'explanation.listAsked');
  return isNew ? [...wholeSays(seen), ...list] : list;
}
