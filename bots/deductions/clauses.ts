/** Of a longer message about a settlement what single clauses ask, and what she disagrees with behind it. */
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import { type BesideCuts, besideInClauses } from '../../understanding/besideCuts.ts';
import { clausesOf, partsOf } from '../../understanding/clauses.ts';
import { type CutWish, cutWishIn } from '../../understanding/deductions.ts';
import {
  disagreesPlainly,
  isNoReason,
  objectsToLine,
  rejectsAll,
  wantsRecheck,
} from '../../understanding/objection.ts';
import { asksWhen, numberIn } from '../../understanding/objector.ts';
import { plain } from '../../understanding/plain.ts';
import { asksToKnow } from '../../understanding/reasons.ts';
import { noteOn } from '../noteOn.ts';
import type { Scope } from '../scope.ts';
import { besideSays } from './beside.ts';
import { sumNamed } from './figure.ts';
import { cutsOf } from './one.ts';
import type { Own } from './whole.ts';
import type { Asked } from './wish.ts';

/** “那一万四千四也要核”, “两笔都不认”, once one was filed: the line that was not; undefined: none is meant. */
export function unfiledMeant(
  { settlement, facts, person, explanation }: Own,
  { text, before, wish }: Asked,
  lastSaid: string,
): number | undefined {
  const filed = (facts.objections ?? []).filter((one) => one.victim === person && one.version === settlement.version);
  const cuts = cutsOf(explanation);
  const rest = cuts.filter(({ n }) => filed.every((one) => one.n !== n));
  if (filed.length === 0 || rest.length === 0 || wish.what === 'withdraw') return undefined;
  if (rejectsAll(text)) return rest[0]?.n;
  const wants = (one: string): boolean => disagreesPlainly(one) || (wantsRecheck(one) && !asksToKnow(one));
  if (!clausesOf(text).some(wants)) return undefined;
  const named = numberIn(plain(text)) ?? sumNamed(cuts, text);
  if (named === undefined && lastSaid === 'objection.unfiled') return rest[0]?.n;
  const meant = named ?? before;
  return rest.find(({ n }) => n === meant)?.n;
}

/** These stand in the claim, for whoever answers. */
export const NOTED: ReadonlySet<BesideCuts> = new Set(['inWriting', 'wrongPerson', 'partFirst']);

/** What they plainly ask, each told once. What she wants in writing is noted in the claim. */
export function inClauses(scope: Scope, seen: Own, { text, before, grant }: Asked): readonly Say[] {
  const all = besideInClauses(text);
  if (all.some((one) => NOTED.has(one))) noteOn(scope.draft, grant.claim as ClaimId, text);
  return all.flatMap((one) => besideSays(scope, seen, one, before) ?? []);
}

/** Something is done about one that was made. */
const KEEPS: ReadonlySet<string> = new Set(['adds', 'instead', 'way', 'withdraw']);

/** “我本来不同意第二条，现在同意了”. */
const isAgreed = (wish: CutWish): boolean => wish.what === 'beside' && wish.asked === 'accepts';

const mayBeReason = (clause: string): boolean =>
  besideInClauses(clause).every((one) => WHY.has(one)) && !asksWhen(clause) && !isNoReason(clause);
/** “强制险限额一万八，只付六千” is asked, and is why she disagrees. */
const WHY: ReadonlySet<string> = new Set(['limit', 'shareFrom']);

/** “第1条我不认，…我要书面答复”: that she disagrees comes before what she asks beside it, which is no reason of hers. */
export function withObjection(asked: Asked): Asked {
  const clauses = clausesOf(asked.text);
  if (clauses.length < 2 || KEEPS.has(asked.wish.what) || isAgreed(asked.wish)) return asked;
  const objects = clauses.filter((one) => !isNoReason(one) && (disagreesPlainly(one) || objectsToLine(one)));
  const beside = besideInClauses(asked.text).length > 0;
  const own = objects
    .map((one) => cutWishIn(one))
    .find((one) => one?.what === 'object' && (beside || one.n || one.names || asked.before > 0));
  const wish = asked.wish.what === 'object' ? asked.wish : own;
  if (!wish || (asked.wish.what === 'object' && !beside)) return asked;
  const text = partsOf(asked.text)
    .filter((part) => clausesOf(part).every((one) => objects.includes(one) || mayBeReason(one)))
    .join('');
  return { ...asked, wish, text };
}
