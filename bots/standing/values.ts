/** What is known of where a claim stands → the values of its words (templates `progress.standing`, `progress.why`). */
import { dayAt, dayNameOf, instantOf, isDay, nameOf, wallClock } from '../../claims/clocks/days.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { concerns } from '../../claims/progress/awaited.ts';
import type { Progress } from '../../claims/progress/progress.ts';
import type { Sections } from '../../claims/visible.ts';
import type { Shown, ShownAnswer } from '../../dialogs/flow.ts';
import type { Json } from '../../store/ports.ts';
import { shown } from '../shown.ts';

/** A day, or a day with its time. */
export const moment = (at: string): ShownAnswer => shown(isDay(at) ? 'day' : 'instant', at);

export function standingValues(facts: ClaimFacts, progress: Progress, coarse: boolean): Shown {
  const { stage, turn, next, awaited, last, side, promised } = progress;
  const name = facts.registered?.parties.find(({ id }) => id === progress.person)?.name ?? '';
  return {
    ...{ stage, next: next ?? '', because: turn.because, actor: turn.who, side },
    since: moment(turn.since),
    began: moment(progress.began),
    coarse,
    ...dueValues(progress),
    promises: shown('promises', promised as unknown),
    awaited: shown('awaited', awaited as unknown),
    papers: shown(
      'papers',
      awaited.map(({ document }) => document),
    ),
    ...handlerValues(facts),
    beside: shown('beside', progress.beside.map(besideOf)),
    // Who asks for herself is not told her own name.
    name: side === 'insured' ? name : '',
    lastStep: last ? shown('step', last) : '',
    lastDay: last ? moment(last.at) : '',
  };
}

const besideOf = ({ turn: { stage, who, because }, due }: Progress['beside'][number]): Json => ({
  ...{ stage, who, because },
  by: due.status === 'due' ? dayNameOf(due.by) : null,
  late: due.status === 'due' && due.overdue,
});

function dueValues({ due }: Progress): Shown {
  const paused = due.paused.length > 0;
  if (due.status !== 'due' || due.source.kind !== 'clock')
    return { due: paused ? 'paused' : 'none', by: '', source: '' };
  const { by, overdue, source } = due;
  const { law } = source.reading;
  return {
    due: overdue ? 'overdue' : 'due',
    by: moment(by),
    source: law.status === 'value' ? shown('law', law as unknown) : '',
  };
}

/** Whom the insurer has named; else whoever of the desk has the report. */
const handlerValues = ({ handler, assigned }: ClaimFacts): Shown => ({
  handler: handler?.name ?? (assigned?.to ? assigned.name : ''),
  reach: handler ? shown('reach', { phone: handler.phone, ...handler.hours } as unknown) : '',
});

/** The way so far, oldest first: what happened on which day, as far as it concerns the person or all, and whoever looks may know of it. */
export const timelineOf = (facts: ClaimFacts, whom: Theirs, seen: Sections): readonly Json[] =>
  [...ofStages(facts, whom.person), ...ofMoney(facts, whom.person, seen), ...ofHers(facts, whom)]
    .map((step, i) => ({ step, i, at: instantOf(step.at, 'at') }))
    .toSorted((a, b) => a.at - b.at || a.i - b.i)
    .map(({ step: { at: _, ...step }, at }) => ({ day: nameOf(dayAt(at)), ...step }) as unknown as Json);

type Theirs = Pick<Progress, 'person' | 'side'>;
interface Step {
  readonly at: string;
  readonly change: string;
  readonly stage: string;
  readonly document?: string;
}

const ofStages = ({ stages = [] }: ClaimFacts, person: string): Step[] =>
  stages
    .filter((one) => (one.person ?? person) === person)
    .map((one) => ({ at: one.at, change: one.type, stage: 'stage' in one ? one.stage : 'report' }));

/** What is no stage: fault, an advance as it stands, a settlement, its payment. */
function ofMoney(
  { liability, advances = [], settlements = [], payments = [] }: ClaimFacts,
  person: string,
  { claim, people }: Sections,
): Step[] {
  const own = people[person] ?? {};
  const step = (at: string, change: string): Step => ({ at, change, stage: 'report' });
  return [
    ...(liability && 'determination' in claim ? [step(liability.made, 'liability')] : []),
    ...('advance' in own ? advances.filter((one) => one.person === person) : []).map(({ at, state }) =>
      step(at, `advance_${state}`),
    ),
    ...('settlementTotal' in own ? settlements.filter(({ victim }) => victim === person) : []).map(({ at }) =>
      step(at, 'settled'),
    ),
    ...('account' in own ? payments : [])
      .filter((one) => 'settlement' in one.for && one.for.settlement.victim === person)
      .map(({ at }) => step(at, 'paid')),
  ];
}

/** What she has done herself, told to nobody else: papers, a request for money, an objection. */
function ofHers(facts: ClaimFacts, { person, side }: Theirs): Step[] {
  if (side !== 'injured') return [];
  const { papers = [], wishes = [], objections = [] } = facts;
  const at = (instant: number): string => wallClock(instant);
  return [
    ...papers
      .filter(concerns(facts, person, side))
      .map((one) => ({ at: one.at, change: `paper_${one.type}`, stage: 'papers', document: one.document })),
    ...wishes
      .filter((one) => one.person === person)
      .map((one) => ({ at: at(one.at), change: 'wished', stage: 'advance' })),
    ...objections
      .filter(({ victim, way }) => victim === person && way !== 'notNow')
      .map((one) => ({ at: at(one.at), change: 'objected', stage: 'assessment' })),
  ];
}
