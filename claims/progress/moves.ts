/** What has moved beside the stages that somebody recorded: papers that came, an advance that was answered, fault that was determined. Pure. */
import { dayOf, instantOf, isEarlier, type Moment } from '../clocks/days.ts';
import type { ClaimFacts } from '../fold.ts';
import { ruleOf } from '../stages/rules/index.ts';
import { lastDone, type Turn } from '../stages/standing.ts';
import type { Hold, StageId } from '../stages/types.ts';
import { type Awaited, concerns } from './awaited.ts';
import type { Whom } from './promised.ts';

/** `received`: what lacked has come, and nobody has said yet that it goes on. */
export type TurnNow = Omit<Turn, 'because'> & { readonly because: 'stage' | Hold | 'received' };

/** Whose turn it is: once the last paper has come it is no longer the person's, whatever the stage says. */
export function turnNow(facts: ClaimFacts, { person }: Whom, turn: Turn, awaited: readonly Awaited[]): TurnNow {
  if (turn.because !== 'papers' || awaited.length > 0) return turn;
  const came = lastReceived(facts, person);
  if (came === undefined || isEarlier(came, turn.since)) return turn;
  return { ...turn, who: ruleOf(turn.stage).actor, since: came, because: 'received' };
}

function lastReceived(facts: ClaimFacts, person: string): Moment | undefined {
  const theirs = (facts.papers ?? []).filter(concerns(facts, person, 'injured'));
  return theirs.findLast(({ type }) => type === 'received' || type === 'accepted')?.at;
}

/** An advance that was paid or refused, and fault that was determined, wait for nobody, also where the stage was not ended. */
export function isAnswered(facts: ClaimFacts, person: string, { stage, since }: Turn): boolean {
  if (stage === 'determination')
    return facts.liability !== undefined && dayOf(facts.liability.made, 'made') >= dayOf(since, 'since');
  const own = (facts.advances ?? []).filter((one) => one.person === person);
  return stage === 'advance' && own.length > 0 && own.every(({ state }) => state === 'paid' || state === 'refused');
}

export interface LastMove {
  /** As the way so far calls it (`show.step`): entered, paused, settled, paper_received. */
  readonly change: string;
  readonly stage: StageId;
  readonly document?: string;
  readonly at: Moment;
}

const move = (change: string, stage: StageId, at: Moment): LastMove => ({ change, stage, at });

/** The last thing that happened, in the words of the way so far. Money and papers are told to the two sides only. */
export function lastMove(
  facts: ClaimFacts,
  { person, side, audience = side }: Whom,
  now: number,
): LastMove | undefined {
  const stage = lastDone(facts.stages ?? [], person, now);
  const money = audience === 'driver' || audience === 'reporter' ? [] : moneyMoves(facts, person);
  const papers = audience === 'injured' ? (facts.papers ?? []).filter(concerns(facts, person, 'injured')) : [];
  const all: LastMove[] = [
    ...(stage && 'stage' in stage ? [{ change: stage.type, stage: stage.stage, at: stage.at }] : []),
    ...(stage?.type === 'joined' ? [move('joined', 'report', stage.at)] : []),
    ...(facts.liability ? [move('liability', 'determination', facts.liability.made)] : []),
    ...money,
    ...papers.map(({ at, type, document }) => ({ ...move(`paper_${type}`, 'papers', at), document })),
  ];
  return all
    .filter(({ at }) => instantOf(at, 'at') <= now)
    .reduce<LastMove | undefined>((last, one) => (last && isEarlier(one.at, last.at) ? last : one), undefined);
}

const moneyMoves = ({ advances = [], payments = [], settlements = [] }: ClaimFacts, person: string): LastMove[] => [
  ...settlements.filter(({ victim }) => victim === person).map(({ at }) => move('settled', 'assessment', at)),
  ...advances.filter((one) => one.person === person).map(({ at, state }) => move(`advance_${state}`, 'advance', at)),
  ...payments
    .filter((one) => 'settlement' in one.for && one.for.settlement.victim === person)
    .map(({ at }) => move('paid', 'payment', at)),
];
