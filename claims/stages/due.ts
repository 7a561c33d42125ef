/** By when a stage has to be done, and who says so: a clock of the law, or the promise of a person. Pure. */
import type { LawAnswer, LawView } from '../../law/types.ts';
import { instantOf } from '../clocks/days.ts';
import type { ClockReading, ClockState, Who } from '../clocks/types.ts';
import type { PromiseMade } from '../fold.ts';
import { ruleOf } from './rules/index.ts';
import type { StageId } from './types.ts';

export type DueSource =
  | { readonly kind: 'clock'; readonly reading: ClockReading }
  | { readonly kind: 'promise'; readonly promise: PromiseMade };

interface Beside {
  /** Clocks of the stage that stand still. */
  readonly paused: readonly ClockReading[];
  /** Until when the client may act himself (复核, 诉讼时效): his right, so letting it pass is not being late. */
  readonly yours: readonly ClockReading[];
}

export type Due = Beside &
  (
    | {
        readonly status: 'due';
        /** A day, or an instant. */
        readonly by: string;
        readonly overdue: boolean;
        readonly source: DueSource;
      }
    | { readonly status: 'paused' }
    /** Nothing to count to; `readings` say why, each by its state. */
    | { readonly status: 'none'; readonly readings: readonly ClockReading[] }
  );

const RUNNING: readonly ClockState[] = ['green', 'amber', 'red'];
const CLIENTS: readonly Who[] = ['party', 'allParties', 'insured', 'injured'];
const isYours = ({ who }: ClockReading): boolean => CLIENTS.includes(who);

/** The earliest of the clocks that others have to keep in the stage and of the promises given for it and not kept yet; `now` in milliseconds. */
export function dueBy(
  stage: StageId,
  clocks: readonly ClockReading[],
  promises: readonly PromiseMade[],
  now: number,
): Due {
  const readings = clocks.filter(({ clock }) => ruleOf(stage).clocks.includes(clock));
  const paused = readings.filter(({ state }) => state === 'paused');
  const yours = readings.filter((one) => isYours(one) && (one.state === 'green' || one.state === 'amber'));
  const duties = readings.filter((one) => !isYours(one)).flatMap(running);
  const earliest = [...duties, ...promises.map((one) => promised(one, now))].sort((a, b) => a.until - b.until)[0];
  if (earliest) {
    const { by, overdue, source } = earliest;
    return { status: 'due', by, overdue, source, paused, yours };
  }
  return paused.length > 0 ? { status: 'paused', paused, yours } : { status: 'none', readings, paused, yours };
}

interface Candidate {
  readonly until: number;
  readonly by: string;
  readonly overdue: boolean;
  readonly source: DueSource;
}

function running(reading: ClockReading): Candidate[] {
  const { due, state } = reading;
  if (due === null || !RUNNING.includes(state)) return [];
  return [{ until: instantOf(due, 'due'), by: due, overdue: state === 'red', source: { kind: 'clock', reading } }];
}

function promised(promise: PromiseMade, now: number): Candidate {
  const until = instantOf(promise.by, 'promise.by');
  return { until, by: promise.by, overdue: until < now, source: { kind: 'promise', promise } };
}

/** How long the stage usually takes: habits with source and mark, never shown as a time limit. */
export const usualOf = (stage: StageId, law: LawView): readonly LawAnswer[] =>
  ruleOf(stage).usual.map((id) => law.get(id, 'claims/stages'));
