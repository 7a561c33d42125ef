/** Whose settlement it is, what the server says of it itself, and in which language the person reads. */
import { conversationsOf } from '../../bots/duePromise.ts';
import { notFound } from '../../channels/web/errors.ts';
import { wallClock } from '../../claims/clocks/days.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { yuanText } from '../../claims/money.ts';
import { aboutOf } from '../../claims/proposals.ts';
import type { Party } from '../../claims/recording/types.ts';
import type { Lang } from '../../locales/render.ts';
import type { ClaimId } from '../../store/ports.ts';
import { type SeenClaim, seenClaim } from '../claim/see.ts';
import { settlementIn } from '../proposed/rows.ts';
import type { Colleague, Desk } from '../web/visit.ts';
import { type Draft, draftFrom, emptyDraft } from './draft.ts';
import type { Fixed } from './read.ts';

export interface Victim extends SeenClaim {
  readonly party: Party;
  readonly fixed: Fixed;
  readonly theirs: Lang;
}

/** Of a claim that she may see; whoever is not injured has none. */
export async function seenVictim(desk: Desk, visit: Colleague): Promise<Victim> {
  const found = await seenClaim(desk, visit);
  const party = injured(found.facts, visit.params.victim ?? '');
  const fixed = party && fixedOf(found.facts, party.id, desk.now());
  if (!fixed) throw notFound('Settlement');
  return { ...found, party, fixed, theirs: await langOf(desk, found.id, found.facts) };
}

const injured = ({ registered }: ClaimFacts, id: string): Party | undefined =>
  registered?.parties.find((one) => one.id === id && one.role === 'injured');

/** The next version, decided now. */
export function fixedOf({ registered, settlements = [] }: ClaimFacts, victim: string, now: number): Fixed | undefined {
  if (!registered) return undefined;
  const version = settlements.filter((one) => one.victim === victim).length + 1;
  const { accident, number: claim } = registered;
  return { ...{ claim, victim, version, at: wallClock(now) }, ...(accident ? { accidentDate: accident.on } : {}) };
}

/** As the injured person talks here; of several the first. Otherwise as it was reported. */
export async function langOf(desk: Pick<Desk, 'store'>, claim: ClaimId, facts: ClaimFacts): Promise<Lang> {
  const talks = await conversationsOf(desk, claim);
  const own = talks.find(({ as }) => as === 'injured') ?? talks.find(({ as }) => as === 'heir');
  const lang = own ? (await desk.store.conversation(own.conversation))?.state.lang : facts.assigned?.lang;
  return lang === 'en' ? 'en' : 'zh-CN';
}

/** What was handed in and is not decided, or has gone back; else the newest version, or what is known before the first. */
export function firstDraft({ facts, party }: Victim): Draft {
  const about = `settlement ${party.id}`;
  const proposal = facts.proposals?.find((one) => WAITS.has(one.state) && aboutOf(one) === about);
  if (proposal) return draftFrom(settlementIn(proposal));
  const newest = facts.settlements?.findLast(({ victim }) => victim === party.id);
  return newest ? draftFrom(newest) : emptyDraft(party.id, advancedOf(facts, party.id));
}

const WAITS: ReadonlySet<string> = new Set(['open', 'returned']);

function advancedOf({ advances = [] }: ClaimFacts, victim: string): Draft['advances'] {
  return advances.flatMap(({ person, paid, route }) => {
    if (person !== victim || paid === undefined || route === 'medicalInsurance' || route === 'courtOrder') return [];
    return [{ by: route === 'rescueFund' ? 'rescueFund' : 'insurer', amount: yuanText(BigInt(paid)) }];
  });
}
