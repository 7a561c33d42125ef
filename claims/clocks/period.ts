/** From a start and a length to the last day, with what stands still, starts anew and moves. */
import type { Law, LawValue, WorkCalendar } from '../../law/types.ts';
import { afterWorkingDays, kindOf, movedOffHolidays, type Reached } from './calendar.ts';
import { afterMonths, afterYears, type DayNumber, dayOf, nameOf } from './days.ts';
import type { ClockFacts, ClockRule } from './types.ts';

export interface ClockLaw {
  readonly law: Law;
  readonly calendar: WorkCalendar;
}

/** Days `from < day ≤ to` do not count; an open one has no `to`. */
export interface Still {
  readonly from: DayNumber;
  readonly to?: DayNumber;
}

export interface Period {
  readonly start: DayNumber;
  /** Absent: it lies in a year that is not published. */
  readonly last?: DayNumber;
  readonly unknownYear?: number;
  /** What holds it still, from the day on which it does. */
  readonly holds: readonly Still[];
  /** How many days of the clock's own kind lie after `from` up to and with `to`. */
  readonly counted: (from: DayNumber, to: DayNumber) => number;
}

/** What holds a clock still. The police's suspension is told by events, the others by `pauses`. */
export function pausesOf({ pausedBy }: ClockRule, { events, pauses = [] }: ClockFacts): readonly Still[] {
  const days = (from: string, to: string | undefined): Still => ({
    from: dayOf(from, 'pause.from'),
    ...(to !== undefined && { to: dayOf(to, 'pause.to') }),
  });
  if (pausedBy === 'police') return events.suspended ? [days(events.suspended, events.suspensionEnded)] : [];
  return pauses.filter((one) => one.kind === pausedBy).map((one) => days(one.from, one.to));
}

/** Where the count begins: the event, or the last interruption after it (民法典 195). */
export function startOf(rule: ClockRule, event: DayNumber, facts: ClockFacts): DayNumber {
  if (!rule.interruptible) return event;
  const anew = (facts.interruptions ?? []).filter((one) => one.clock === rule.id).map((one) => dayOf(one.on, 'on'));
  return Math.max(event, ...anew);
}

export function periodOf(
  rule: ClockRule,
  length: LawValue,
  start: DayNumber,
  pauses: readonly Still[],
  given: ClockLaw,
) {
  const limitation = rule.pausedBy === 'limitation';
  const closed = limitation ? [] : pauses.filter((one) => one.to !== undefined);
  const end = plainEnd(length, start, within(closed), given.calendar);
  if ('unknownYear' in end) return { start, holds: pauses, counted: counter(length, closed, given), ...end };
  const { last, holds } = limitation ? withTail(end.day, pauses, given.law) : { last: end.day, holds: pauses };
  const moved = rule.moves ? movedOffHolidays(last, given.calendar) : { day: last };
  const counted = counter(length, limitation ? holds.filter((one) => one.to !== undefined) : closed, given);
  return { start, holds, counted, last, ...lastOf(moved) } satisfies Period;
}

const within =
  (closed: readonly Still[]) =>
  (day: DayNumber): boolean =>
    closed.some((one) => day > one.from && day <= (one.to ?? day));

function counter({ unit }: LawValue, closed: readonly Still[], { calendar }: ClockLaw): Period['counted'] {
  const still = within(closed);
  const counts = (day: DayNumber): boolean =>
    !still(day) && (unit !== 'workingDays' || kindOf(day, calendar) === 'work');
  const everyDay = unit !== 'workingDays' && closed.length === 0;
  return (from, to) => {
    if (everyDay) return Math.max(0, to - from);
    let count = 0;
    for (let day = from + 1; day <= to; day += 1) if (counts(day)) count += 1;
    return count;
  };
}

const lastOf = (moved: Reached): Pick<Period, 'last' | 'unknownYear'> =>
  'day' in moved ? { last: moved.day } : { unknownYear: moved.unknownYear };

/** The day of the start does not count (民法典 201); months and years end on the day of the same number (202). */
function plainEnd({ unit, value }: LawValue, start: DayNumber, still: (day: DayNumber) => boolean, cal: WorkCalendar) {
  const length = Number(value);
  if (unit === 'workingDays') return afterWorkingDays(start, length, cal, still);
  if (unit === 'months') return { day: afterMonths(start, length) };
  if (unit === 'years') return { day: afterYears(start, length) };
  let day = start;
  for (let left = length; left > 0; ) {
    day += 1;
    if (!still(day)) left -= 1;
  }
  return { day };
}

/**
 * 民法典 194: only a hindrance within the last six months holds the time up; it then ends six months after the
 * hindrance is gone. One that began earlier and lasts counts once those months have begun.
 */
function withTail(end: DayNumber, pauses: readonly Still[], law: Law): Required<Pick<Period, 'last' | 'holds'>> {
  const inOrder = [...pauses].sort((a, b) => a.from - b.from);
  return inOrder.reduce<Required<Pick<Period, 'last' | 'holds'>>>(
    ({ last, holds }, one) => {
      const tail = law.at(nameOf(one.to ?? last)).get('clock.limitation.tail', 'claims/clocks');
      if (tail.status === 'missing') return { last, holds: [...holds, one] };
      const from = Math.max(one.from, afterMonths(last, -Number(tail.value)) + 1);
      if (from >= last || (one.to !== undefined && one.to < from)) return { last, holds };
      const ends = one.to === undefined ? last : Math.max(last, afterMonths(one.to, Number(tail.value)));
      return { last: ends, holds: [...holds, { ...one, from }] };
    },
    { last: end, holds: [] },
  );
}
