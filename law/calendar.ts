/** Reads law/calendar: the years whose days off the State Council has published. A year that is not there is not known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { LawError, type LawProblem } from './load.ts';
import type { CalendarYear, Day, WeekDay, WorkCalendar } from './types.ts';

// That it is a schema is tested (test/schemas.test.ts); a start need not look again.
const ajv = new Ajv({ allErrors: true, validateSchema: false });
formats.default(ajv, ['date']);
const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'calendar.schema.json'), 'utf8'));
const isYear = ajv.compile<CalendarYear>(schema);
const NAMES: readonly WeekDay[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Reads `dir/*.json`, one file a year; throws a `LawError` that lists every problem. */
export function loadCalendar(dir: string): WorkCalendar {
  const problems: LawProblem[] = [];
  const years: CalendarYear[] = [];
  for (const name of readdirSync(dir).sort()) {
    const data: unknown = JSON.parse(readFileSync(join(dir, name), 'utf8'));
    if (isYear(data)) {
      years.push(data);
      problems.push(...checkYear(name, data));
    } else
      for (const { instancePath, message } of isYear.errors ?? [])
        problems.push(problem(`${name}${instancePath} ${message}`, 'It does not fit calendar.schema.json'));
  }
  if (problems.length > 0) throw new LawError(problems);
  return years;
}

const problem = (what: string, why: string): LawProblem => ({ what, why, fix: 'compare it with the published notice' });

/** What a schema cannot see: the year in the name, days of another year, spans that end first, workdays that change nothing. */
function checkYear(name: string, { year, weekend, holidays, workdays }: CalendarYear): LawProblem[] {
  const problems: LawProblem[] = [];
  if (name !== `${year}.json`) problems.push(problem(`${name} holds ${year}`, 'It could not be found by name'));
  const days = [...holidays.flatMap(({ from, to }) => [from, to]), ...workdays];
  for (const day of days.filter((d) => !d.startsWith(`${year}-`)))
    problems.push(problem(`${name}: ${day}`, 'It lies in another year'));
  for (const { from, to } of holidays.filter((h) => h.to < h.from))
    problems.push(problem(`${name}: ${from} to ${to}`, 'It ends before it begins'));
  for (const day of workdays) {
    if (!weekend.includes(weekDay(day)))
      problems.push(problem(`${name}: ${day} is a ${weekDay(day)}`, 'Only days that would be off can be adjusted'));
    if (holidays.some((h) => h.from <= day && day <= h.to))
      problems.push(problem(`${name}: ${day} is off and worked`, 'It cannot be both'));
  }
  return problems;
}

const weekDay = (day: Day): WeekDay => NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sunday';
