/** The wish for a person: why, how urgent, and whether somebody is there. */
import { seesBranch } from '../claims/branches.ts';
import { isOpen } from '../claims/hours.ts';
import { someoneDied } from '../claims/report.ts';
import type { Raise } from '../dialogs/raise.ts';
import { framesOf } from '../dialogs/runtime.ts';
import type { HandoffOutcome, HandoffReason } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import type { Scope } from './scope.ts';
import type { Asking } from './state.ts';

const day = 24 * 60 * 60 * 1000;

export interface Gravity {
  readonly reason: HandoffReason;
  readonly severity: number;
}

/** The gravest first. */
const RAISED: readonly (Gravity & { readonly raised: Raise | 'icu' | 'rule' })[] = [
  { raised: 'crisis', reason: 'crisis', severity: 3 },
  { raised: 'death', reason: 'death', severity: 3 },
  { raised: 'danger', reason: 'danger', severity: 3 },
  { raised: 'icu', reason: 'icu', severity: 3 },
  { raised: 'threat', reason: 'threat', severity: 2 },
  { raised: 'minor', reason: 'minor', severity: 2 },
  { raised: 'amount', reason: 'amount', severity: 2 },
  { raised: 'sensitive', reason: 'rule', severity: 2 },
  { raised: 'rule', reason: 'rule', severity: 2 },
  { raised: 'complaint', reason: 'complaint', severity: 1 },
  { raised: 'overdue', reason: 'asked', severity: 1 },
];
const ICU: Gravity = { reason: 'icu', severity: 3 };
/** What was said last, where it shows how somebody came to ask. */
const SAID: Readonly<Record<string, Gravity>> = {
  'common.angry': { reason: 'distress', severity: 1 },
  'common.steady': { reason: 'distress', severity: 1 },
  'common.notUnderstood': { reason: 'misunderstood', severity: 0 },
  'human.offer': { reason: 'misunderstood', severity: 0 },
};

/** What has been told so far that calls for a person, the gravest. */
export function gravityOf(draft: Draft): Gravity | undefined {
  const { raised } = draft.state;
  const told = RAISED.filter(({ raised: name }) => draft.at - (raised[name] ?? Number.NEGATIVE_INFINITY) < day);
  const [gravest] = told;
  if (gravest && gravest.severity >= ICU.severity) return gravest;
  return isCritical(draft) ? ICU : (gravest ?? (howMany(draft) >= MANY ? RULE : undefined));
}

/** People hurt in one accident, from which on a person leads. */
const MANY = 3;
const RULE: Gravity = { reason: 'rule', severity: 2 };
const howMany = ({ state }: Draft): number =>
  Math.max(
    0,
    ...framesOf(state.talk)
      .filter(({ flow }) => flow === 'report')
      .flatMap(({ answers: { injured, injuredCount } }) => [
        Number((injured?.value as { count?: number } | null | undefined)?.count ?? 0),
        Number(injuredCount?.value ?? 0) || 0,
      ]),
  );

/** Where a report that runs tells how people are. */
const STATES = /^(?:injured|person\.\d+\.state)$/;

/** Somebody lies in intensive care, as answered in a report that runs. */
const isCritical = ({ state }: Draft): boolean =>
  framesOf(state.talk)
    .filter(({ flow }) => flow === 'report')
    .flatMap(({ answers }) => Object.entries(answers))
    .some(([name, { value }]) => STATES.test(name) && JSON.stringify(value).includes('"critical"'));

/** Why somebody who asks for a person asks. */
export async function reasonFor({ draft, deps }: Pick<Scope, 'draft' | 'deps'>, asked: string): Promise<Gravity> {
  if (asked === 'crisis') return { reason: 'crisis', severity: 3 };
  const { claim, lastSaid, talk } = draft.state;
  if (claim) await draft.know(claim.id, deps.store);
  const report = claim && draft.facts.get(claim.id)?.report;
  const injured = (report?.injured ?? []) as readonly { readonly state?: string }[];
  const grave = gravityOf(draft);
  if (grave && grave.severity >= 2) return grave;
  if (report && someoneDied({ dead: Number(report.dead ?? 0), injured: injured as never }))
    return { reason: 'death', severity: 3 };
  if (injured.some(({ state }) => state === 'critical')) return ICU;
  if (Number(report?.injuredCount ?? 0) >= MANY) return RULE;
  const misses: Gravity | undefined = talk.misses >= 2 ? { reason: 'misunderstood', severity: 0 } : undefined;
  return grave ?? SAID[lastSaid] ?? misses ?? { reason: 'asked', severity: 0 };
}

/** Whether one of the staff who sees it is there now and can take one more. */
export async function somebodyFree({ service, store }: TurnDeps, at: number, branch: string | null): Promise<boolean> {
  if (!isOpen(at, service.hours)) return false;
  if (service.desk.outside) return true;
  const present = await store.presence(at - service.desk.away);
  return present.some((one) => one.open < one.maxOpen && seesBranch(one, branch));
}

/** A new asking; what it becomes is decided by whoever calls. */
export function newHandoff(
  { draft, newId }: Pick<Scope, 'draft' | 'newId'>,
  gravity: Gravity,
  state: Asking['state'],
): Asking {
  const { at } = draft;
  const { claim, lang, handoff: last } = draft.state;
  // Later than the one before, though the clock may stand still: the last one is found by it.
  const askedAt = Math.max(at, (last?.askedAt ?? 0) + 1);
  return {
    ...{ id: newId(), claim: claim?.id ?? null, state, ...gravity, back: false, lang },
    ...{ branch: null, askedAt, acceptedAt: null, adjuster: null, firstWordAt: null, lastAdjusterAt: null },
    ...{ lastPersonAt: at, endedAt: null, outcome: null, data: {} },
  };
}

/** The asking that is not over yet. */
export function standing({ state: { handoff } }: Draft): Asking | undefined {
  return handoff && handoff.state !== 'ended' ? handoff : undefined;
}

/** Whether the bot keeps still: somebody waits for a person, or a person speaks. */
export const occupied = ({ floor, state }: Draft): boolean =>
  floor === 'person' || (floor === 'waiting' && state.handoff?.state === 'waiting');

/** So many messages after a colleague may still be meant for her. */
const SETTLING = 2;

export function ended(draft: Draft, handoff: Asking, outcome: HandoffOutcome): void {
  if (outcome === 'handedBack' || outcome === 'closed') draft.set({ settling: SETTLING });
  draft.hand({ ...handoff, state: 'ended', endedAt: draft.at, outcome });
}
