/** One wish about a settlement, answered: to the injured person from its reasons, to whoever is liable from what he may know. */
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import { type CutWish, cutWishIn } from '../../understanding/deductions.ts';
import { meansSeveral } from '../../understanding/objection.ts';
import { reasonBeside } from '../../understanding/objector.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { besideSays, termSay } from './beside.ts';
import { cutOf, figureSay, sumNamed } from './figure.ts';
import { limitSays } from './limit.ts';
import { listAsked } from './list.ts';
import { noneSay, noSuchSay } from './none.ts';
import { type Objecting, objects } from './objecting.ts';
import { cutSay, cutsOf, liableSay, liableSources, namedCut, sourcesSay } from './one.ts';
import type { Seen } from './seen.ts';
import { addsTo, objectionSays, otherWay, putsRight, rechecked, silentSay } from './stood.ts';
import { liableSays, type Own, wholeSays } from './whole.ts';
import { wholeFigure } from './wholeFigure.ts';

export interface Asked {
  readonly grant: Grant;
  readonly seen: Seen;
  readonly wish: CutWish;
  readonly before: number;
  readonly text: string;
}

export async function answered(scope: Scope, { grant, seen, wish, before, text }: Asked): Promise<boolean> {
  if (seen.kind === 'liable') return ofLiable(scope, seen, { grant, seen, wish, before, text });
  if (seen.kind !== 'own') return false;
  const cuts = cutsOf(seen.explanation);
  if (wish.what === 'whole') return sayBeside(scope, ...wholeSays(seen));
  if (wish.what === 'term') return sayBeside(scope, termSay(wish.term, ['firstCut', 'object', 'human']));
  if (wish.what === 'beside') return sayBeside(scope, ...besideSays(scope, seen, wish.asked, before));
  if (wish.what === 'itemisedList') return sayBeside(scope, ...listAsked(scope, grant));
  if (wish.what === 'withdraw') return sayBeside(scope, { key: 'objection.withdraw', quick: ['human'] });
  if (wish.what === 'objection') return sayBeside(scope, ...objectionSays(scope, grant, seen));
  const named = 'names' in wish && wish.names ? namedCut(cuts, wish.names)?.n : undefined;
  if (wish.what === 'figure') return sayBeside(scope, ...figureSays(scope, seen, wish, before));
  const told = cuts.find((one) => one.n === before) ?? cuts[0];
  if (wish.what === 'sources' && told) return sayBeside(scope, sourcesSay(told));
  if (wish.what === 'adds') return addsTo(scope, { claim: grant.claim, seen, cuts, n: 0 }, wish.added);
  if (wish.what === 'instead') return putsRight(scope, { claim: grant.claim, seen, cuts, n: 0 }, wish.instead);
  if (wish.what === 'way') return otherWay(scope, { claim: grant.claim, seen, cuts, n: before }, wish.way);
  if (wish.what === 'silent') return sayBeside(scope, silentSay(scope));
  if (wish.what === 'letter') return sayBeside(scope, { key: 'objection.letter', quick: ['human'] });
  if (wish.what === 'sending') return sayBeside(scope, { key: 'objection.sending', quick: ['human'] });
  if (wish.what === 'recheck') return rechecked(scope, { claim: grant.claim, seen, cuts, n: before });
  if (wish.what === 'object')
    return disagrees(
      scope,
      { claim: grant.claim, seen, cuts, n: wish.n ?? named ?? sumNamed(cuts, text) ?? 0 },
      { before, text },
    );
  const n = wish.what === 'number' ? wish.n : wish.what === 'next' ? before + 1 : named;
  const cut = cuts.find((one) => one.n === n);
  if (!cut && 'names' in wish && wish.names?.codes.includes('limbLimit'))
    return sayBeside(scope, ...limitSays(scope, seen));
  if (!cut) return sayBeside(scope, wish.what === 'named' ? noneSay(scope, seen, wish.names) : noSuchSay(cuts.length));
  setN(scope, cut.n);
  return sayBeside(scope, cutSay(cut, cuts.length));
}

/** What was asked before the code, where it is no line; undefined: the whole is told. */
export function afterCode(scope: Scope, grant: Grant, seen: Seen, asked: string): readonly Say[] | undefined {
  const wish = cutWishIn(asked);
  if (seen.kind !== 'own' || !wish) return undefined;
  if (wish.what === 'objection') return objectionSays(scope, grant, seen);
  if (wish.what === 'itemisedList') return listAsked(scope, grant);
  if (wish.what === 'withdraw') return [{ key: 'objection.withdraw', quick: ['human'] }];
  return wish.what === 'beside' ? besideSays(scope, seen, wish.asked, 0) : undefined;
}

/** With the line that she names, with all of them one after the other, or with the one that was told last. */
function disagrees(scope: Scope, it: Objecting, { before, text }: Pick<Asked, 'before' | 'text'>): Promise<true> {
  const several = meansSeveral(text) && it.cuts.length > 1;
  const n = it.n || (several ? 1 : before);
  if (several) scope.say({ key: 'objection.oneByOne', values: { n } });
  const more = several ? it.cuts.flatMap((one) => (one.n > n ? [one.n] : [])) : [];
  return objects(scope, { ...it, n, why: reasonBeside(text), more });
}

/** What the number is; else the reason of that sum, or the whole in which it may stand. */
function figureSays(scope: Scope, seen: Own, wish: Extract<CutWish, { what: 'figure' }>, before: number) {
  const cuts = cutsOf(seen.explanation);
  const part = figureSay(seen, wish, before);
  if (part) return [part];
  const cut = cutOf(cuts, wish);
  if (!cut) return wholeFigure(scope, seen, wish) ?? wholeSays(seen);
  setN(scope, cut.n);
  return [cutSay(cut, cuts.length)];
}

const SHORT = 10;

/** What whoever is liable says against it is kept in his words; a colleague reads it. */
export function notedOf({ draft, say }: Scope, facts: ClaimFacts, claim: ClaimId, text: string): true {
  draft.event(claim, 'corrected', { part: 'details', changes: { [`note.${facts.corrections.length}`]: text } });
  say({ key: 'explanation.liableNoted', quick: ['human'] });
  return true;
}

function ofLiable(scope: Scope, seen: Extract<Seen, { kind: 'liable' }>, asked: Asked): boolean {
  const {
    grant: { claim },
    wish,
    before,
    text,
  } = asked;
  const { rows } = seen;
  if (wish.what === 'whole') return sayBeside(scope, ...liableSays(seen));
  if (wish.what === 'object' && reasonBeside(text) === undefined && text.length <= SHORT)
    return sayBeside(scope, { key: 'explanation.liableObjects', quick: ['human'] });
  if (wish.what === 'object') return notedOf(scope, seen.facts, claim, text);
  if (wish.what === 'term') return sayBeside(scope, termSay(wish.term, ['human']));
  if (wish.what === 'beside') return sayBeside(scope, ...besideSays(scope, seen, wish.asked, before));
  if (wish.what === 'itemisedList') return sayBeside(scope, { key: 'explanation.liableAsks', quick: ['human'] });
  const told = rows[Math.max(before, 1) - 1];
  if (wish.what === 'sources' && told) return sayBeside(scope, liableSources(scope, told, Math.max(before, 1)));
  if (wish.what === 'figure')
    return sayBeside(scope, ...(wish.percent ? besideSays(scope, seen, 'shareFrom', before) : liableSays(seen)));
  const codes = 'names' in wish ? (wish.names?.codes ?? []) : [];
  const named = rows.findIndex(({ code }) => codes.includes(code)) + 1;
  const n = wish.what === 'number' ? wish.n : wish.what === 'next' ? before + 1 : named;
  const row = rows[n - 1];
  if (!row && n === 0) return sayBeside(scope, { key: 'explanation.liableAsks', quick: ['human'] });
  if (!row) return sayBeside(scope, noSuchSay(rows.length));
  setN(scope, n);
  return sayBeside(scope, liableSay(scope, row, { n, of: rows.length }));
}

export function setN({ draft }: Scope, n: number): void {
  if (draft.state.cuts) draft.set({ cuts: { ...draft.state.cuts, n } });
}
