/** What is known of where a claim stands → the values of its words (templates `progress.standing`, `progress.why`). */
import { dayAt, instantOf, nameOf } from '../../claims/clocks/days.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Progress } from '../../claims/progress/progress.ts';
import type { Shown, ShownAnswer } from '../../dialogs/flow.ts';
import type { Json } from '../../store/ports.ts';

const shown = (kind: string, answer: Json): ShownAnswer => ({ kind, answer });

/** A day, or a day with its time. */
const moment = (at: string): ShownAnswer => shown(at.length === nameOf(0).length ? 'day' : 'instant', at);

export function standingValues(facts: ClaimFacts, progress: Progress): Shown {
  const { stage, turn, next, awaited, last, side, promised } = progress;
  const name = facts.registered?.parties.find(({ id }) => id === progress.person)?.name ?? '';
  return {
    ...{ stage, next: next ?? '', because: turn.because, actor: turn.who, side },
    since: moment(turn.since),
    ...dueValues(progress),
    promises: shown('promises', promised as unknown as Json),
    awaited: shown('awaited', awaited as unknown as Json),
    papers: shown('papers', awaited.map(({ document }) => document) as Json),
    ...handlerValues(facts),
    beside: shown('beside', progress.beside.map(besideOf) as Json),
    // Who asks for herself is not told her own name.
    name: side === 'insured' ? name : '',
    lastStage: last && 'stage' in last ? last.stage : '',
    lastChange: last?.type ?? '',
    lastDay: last ? moment(last.at) : '',
  };
}

const besideOf = ({ turn: { stage, who, because }, due }: Progress['beside'][number]): Json => ({
  ...{ stage, who, because },
  by: due.status === 'due' ? due.by.slice(0, nameOf(0).length) : null,
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
    source: law.status === 'value' ? shown('law', law as unknown as Json) : '',
  };
}

/** Whom the insurer has named; else whoever of the desk has the report. */
const handlerValues = ({ handler, assigned }: ClaimFacts): Shown => ({
  handler: handler?.name ?? (assigned?.to ? assigned.name : ''),
  reach: handler ? shown('reach', { phone: handler.phone, ...handler.hours } as unknown as Json) : '',
});

/** The way so far, oldest first: what happened on which day, as far as it concerns the person or all. */
export const timelineOf = (facts: ClaimFacts, person: string): readonly Json[] =>
  (facts.stages ?? [])
    .filter((one) => (one.person ?? person) === person)
    .toSorted((a, b) => instantOf(a.at, 'at') - instantOf(b.at, 'at'))
    .map((one) => ({
      ...{ day: nameOf(dayAt(instantOf(one.at, 'at'))) },
      ...{ change: one.type, stage: 'stage' in one ? one.stage : 'report' },
    }));
