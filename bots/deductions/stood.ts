/** What became of objections that were made: who answers by when, the letter once more, and one that was let be taken up after all. */
import { waysFor } from '../../claims/deductions/objection.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { begin } from '../../dialogs/begin.ts';
import type { Way } from '../../dialogs/objection/index.ts';
import type { Say } from '../../dialogs/say.ts';
import { proceed, type Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { hersIn, isHers, letter, unfiledSays } from './filed.ts';
import { type Objecting, objects } from './objecting.ts';
import { cutsOf } from './one.ts';
import { hotline, pathSay } from './path.ts';
import { isObjecting, waitsObjection } from './topic.ts';
import type { Own } from './whole.ts';

/** Of each reason the last one, as it stands: who answers by when, and its letter once more. */
export function objectionSays(scope: Scope, grant: Grant, { facts, person, explanation }: Own): readonly Say[] {
  const all = (facts.objections ?? []).filter(({ victim }) => victim === person);
  const last = all.filter(
    ({ n, version }, i) => !all.slice(i + 1).some((one) => one.n === n && one.version === version),
  );
  const { talk } = scope.draft.state;
  const now = last.length === 0 && isObjecting(talk);
  if (now) return [{ key: 'objection.notYet' }];
  const waits = waitsObjection(talk);
  if (last.length === 0 && !waits) return [{ key: 'objection.none' }, pathSay(scope)];
  if (last.length === 0) return [{ key: 'objection.none', quick: ['takeUp', 'human'] }];
  return [...last.map((one) => standing(scope, grant, facts, one)), ...unfiledSays(cutsOf(explanation), last)];
}

function standing(scope: Scope, { claim, party }: Grant, facts: Own['facts'], last: Stood): Say {
  const awaited = last.way === 'itemisedList' ? 'itemisedList' : 'objection';
  const waits = last.way !== 'notNow' && last.way !== 'outside';
  const promise = facts.promises.findLast(
    ({ what, to, kept }) => waits && what === awaited && !kept && (to ?? party) === party,
  );
  // A letter holds the words of whoever wrote it.
  const hers = isHers(scope.draft.conversation, last);
  const links = hers ? letter(scope, claim, last.id) : [];
  const quick = ['deduction', 'human'];
  if (!promise) return { key: 'objection.stood', values: { n: last.n }, links, quick };
  const values = { n: last.n, by: shown('instant', promise.by), who: shown('caller', promise.who) };
  if (Date.parse(promise.by) < scope.draft.at)
    return { key: 'objection.standsLate', values, links, quick: ['press', 'human'], raise: 'overdue' };
  return { key: hers ? 'objection.stands' : 'objection.standsOther', values, links, quick };
}
type Stood = NonNullable<Own['facts']['objections']>[number];

const lastOf = (scope: Scope, own: Own): Stood | undefined => hersIn(scope, own).at(-1);

/** “请理赔员再核”: of one that was let be that is what is done; else it begins as an objection. */
export const rechecked = async (scope: Scope, it: Objecting): Promise<true> =>
  lastOf(scope, it.seen)?.way === 'notNow' ? otherWay(scope, it, 'recheck') : objects(scope, it);

/** “改成要公司拿证明”, after one was filed: the same objection, by another way. */
export async function otherWay(scope: Scope, it: Objecting, way: Way): Promise<true> {
  const before = lastOf(scope, it.seen);
  if (!before) return objects(scope, it);
  const { n, why, code, victim, version } = before;
  const params = { claim: it.claim, victim, version, n, ...(why === undefined ? {} : { why }), ways: waysFor(code) };
  const known = waysFor(code).includes(way) ? { way } : {};
  await proceed(scope, await begin(scope.runtime, scope.draft.state.talk, 'objectionWay', { params, known }));
  return true;
}

/** “他们不回我怎么办”: how to press, and where else to turn. */
export function silentSay(scope: Scope): Say {
  const phone = hotline(scope);
  return { key: 'objection.ifSilent', values: { phone }, calls: phone ? [phone] : [], quick: ['press', 'human'] };
}

/** “补充一点，…” right after one was filed: her words join, are read back, and a new letter is written. */
export async function addsTo(scope: Scope, it: Objecting, added: string): Promise<boolean> {
  const last = lastOf(scope, it.seen);
  if (!last) return false;
  return objects(scope, { ...it, n: last.n, why: added || undefined });
}

/** “理由写错了，是绿灯”: it takes the place of what was filed, and is read back. */
export async function putsRight(scope: Scope, it: Objecting, instead: string): Promise<boolean> {
  const last = lastOf(scope, it.seen);
  return last !== undefined && objects(scope, { ...it, n: last.n, why: instead, anew: last.n });
}
