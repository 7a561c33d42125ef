/** Where every clock of a claim stands. Pure: the instant, the law and the calendars are given. */
import type { LawAnswer, LawValue } from '../../law/types.ts';
import { workingDaysBetween } from './calendar.ts';
import { afterHours, type DayNumber, dayAt, dayOf, instantOf, nameOf, wallClock } from './days.ts';
import { type ClockLaw, type Period, pausesOf, periodOf, startOf } from './period.ts';
import { CLOCKS } from './rules/index.ts';
import type { ClockFacts, ClockReading, ClockRule, ClockState } from './types.ts';

export type { ClockLaw } from './period.ts';

/** One reading a clock, in the order of the list. `now` in milliseconds. Throws `RangeError` on a fact that is no day. */
export const due = (facts: ClockFacts, now: number, given: ClockLaw): readonly ClockReading[] =>
  CLOCKS.map((rule) => reading(rule, facts, now, given));

/** What was found out about one clock, before the fields that are the same for all. */
type Found = Pick<ClockReading, 'state'> & Partial<ClockReading>;

function reading(rule: ClockRule, facts: ClockFacts, now: number, given: ClockLaw): ClockReading {
  const event = facts.events[rule.starts];
  const start = event === undefined ? undefined : startOf(rule, dayOf(event, rule.starts), facts);
  // The text in force on the day on which the clock starts gives its length.
  const law = given.law.at(nameOf(start ?? dayAt(now))).get(rule.law, 'claims/clocks');
  const { id: clock, who, starts, ends, missed } = rule;
  const blank = { startedOn: null, due: null, daysLeft: null, workingDaysLeft: null, unknownYear: null };
  const startedOn = start === undefined ? null : nameOf(start);
  return { clock, who, starts, ends, missed, law, ...blank, startedOn, ...found(rule, start, law, facts, now, given) };
}

function found(
  rule: ClockRule,
  start: DayNumber | undefined,
  law: LawAnswer,
  facts: ClockFacts,
  now: number,
  given: ClockLaw,
): Found {
  if (start === undefined) return { state: 'notStarted' };
  if (rule.unless?.some((event) => facts.events[event] !== undefined)) return { state: 'doesNotApply' };
  if (law.status === 'missing') return { state: 'missing' };
  if (law.unit === 'code') return { state: facts.events[rule.ends] === undefined ? 'atOnce' : 'met' };
  if (law.unit === 'hours') return byHours(rule, law, facts, now, given);
  const period = periodOf(rule, law, start, pausesOf(rule, facts), given);
  const ended = facts.events[rule.ends];
  const today = dayAt(now);
  const end = ended === undefined ? undefined : dayOf(ended, rule.ends);
  return { ...days(period, today, given), ...stateOf(period, today, end, given) };
}

function days({ last, unknownYear }: Period, today: DayNumber, { calendar }: ClockLaw): Partial<ClockReading> {
  const year = { unknownYear: unknownYear ?? null };
  if (last === undefined) return year;
  const workingDaysLeft = workingDaysBetween(today, last, calendar) ?? null;
  return { due: nameOf(last), daysLeft: last - today, workingDaysLeft, ...year };
}

function stateOf(period: Period, today: DayNumber, end: DayNumber | undefined, given: ClockLaw): Found {
  const { last, unknownYear, holds: stills } = period;
  if (last === undefined) return { state: 'unknownCalendar' };
  const late: ClockState = unknownYear === undefined ? 'metLate' : 'unknownCalendar';
  if (end !== undefined) return { state: end <= last ? 'met' : late };
  const holds = stills.find((one) => one.from <= today && one.from < last && (one.to === undefined || today < one.to));
  if (holds)
    return { state: 'paused', ...(holds.to === undefined && { due: null, daysLeft: null, workingDaysLeft: null }) };
  if (today > last) return { state: unknownYear === undefined ? 'red' : 'unknownCalendar' };
  const used = period.counted(period.start, today);
  return { state: isAmber(used, period.counted(period.start, last), nameOf(today), given) ? 'amber' : 'green' };
}

/** A day without an hour counts from its first minute: who must act is shown the earlier end. */
function byHours(
  { starts, ends }: ClockRule,
  law: LawValue,
  { events }: ClockFacts,
  now: number,
  given: ClockLaw,
): Found {
  const start = instantOf(events[starts] ?? '', starts);
  const last = afterHours(start, Number(law.value));
  const ended = events[ends];
  const shown = { due: wallClock(last), daysLeft: dayAt(last) - dayAt(now) };
  if (ended !== undefined) return { ...shown, state: instantOf(ended, ends) <= last ? 'met' : 'metLate' };
  if (now > last) return { ...shown, state: 'red' };
  return { ...shown, state: isAmber(now - start, last - start, nameOf(dayAt(now)), given) ? 'amber' : 'green' };
}

/** From 80 % of the time on; the share is a convention that stands in law/ beside the lengths. */
function isAmber(used: number, whole: number, today: string, { law }: ClockLaw): boolean {
  const share = law.at(today).get('clock.amber', 'claims/clocks');
  return share.status === 'value' && used * 100 >= whole * Number(share.value);
}
