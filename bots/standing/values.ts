/** What is known of where a claim stands → the values of its words (templates `progress.standing`, `progress.why`). */
import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Progress } from '../../claims/progress/progress.ts';
import type { Shown, ShownAnswer } from '../../dialogs/flow.ts';
import type { Json } from '../../store/ports.ts';

const shown = (kind: string, answer: Json): ShownAnswer => ({ kind, answer });

/** A day, or a day with its time. */
const moment = (at: string): ShownAnswer => shown(at.length === nameOf(0).length ? 'day' : 'instant', at);

export function standingValues(facts: ClaimFacts, progress: Progress): Shown {
  const { stage, turn, next, awaited, last, side } = progress;
  const name = facts.registered?.parties.find(({ id }) => id === progress.person)?.name ?? '';
  return {
    ...{ stage, next: next ?? '', because: turn.because, actor: turn.who, side },
    since: moment(turn.since),
    ...dueValues(progress),
    papers: shown('papers', awaited.map(({ document }) => document) as Json),
    askedBy: awaited.find(({ asked }) => asked)?.asked?.who ?? '',
    askedWhy: awaited.find(({ asked }) => asked)?.asked?.why ?? '',
    ...handlerValues(facts),
    // Who asks for herself is not told her own name.
    name: side === 'insured' ? name : '',
    lastStage: last && 'stage' in last ? last.stage : '',
    lastChange: last?.type ?? '',
    lastDay: last ? moment(last.at) : '',
  };
}

function dueValues({ due }: Progress): Shown {
  const paused = due.paused.length > 0;
  if (due.status !== 'due') return { due: paused ? 'paused' : 'none', by: '', source: '', promisedBy: '' };
  const { by, overdue, source } = due;
  const law = source.kind === 'clock' ? source.reading.law : undefined;
  return {
    due: overdue ? 'overdue' : 'due',
    by: moment(by),
    source: law?.status === 'value' ? shown('law', law as unknown as Json) : '',
    promisedBy: source.kind === 'promise' ? shown('caller', source.promise.who) : '',
  };
}

const handlerValues = ({ assigned }: ClaimFacts): Shown => ({ handler: assigned?.to ? assigned.name : '' });

/** The way so far, oldest first: what happened on which day, as far as it concerns the person or all. */
export const timelineOf = (facts: ClaimFacts, person: string): readonly Json[] =>
  (facts.stages ?? [])
    .filter((one) => (one.person ?? person) === person)
    .map((one) => ({
      ...{ day: nameOf(dayAt(Date.parse(one.at.length > 10 ? one.at : `${one.at}T00:00:00+08:00`))) },
      ...{ change: one.type, stage: 'stage' in one ? one.stage : 'report' },
    }));
