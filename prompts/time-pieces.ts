/** What a phrase about time is made of. Each reader looks at one place of a normal text and says what stands there. */

/** Days that a phrase may mean. */
export interface Days {
  readonly first: number;
  readonly last: number;
  readonly approx?: boolean;
  /** The day before it with the same name (“周五”, “8号”), for when this one turns out to lie ahead. */
  readonly earlier?: number;
}

export type DateProblem = 'notADate' | 'inTheFuture';

/** Days that a phrase names, likeliest first; `weak` ones are possible but nobody would ask. */
export interface DayFound {
  readonly readings: readonly Days[];
  readonly weak?: readonly Days[];
  readonly end: number;
}
export type DayReading = DayFound | { readonly problem: DateProblem; readonly end: number };

export type Part = 'dawn' | 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'night';

export type Fuzz = 'none' | 'over' | 'around' | 'before';

/** A clock time as it was said; `exact` means a 24-hour clock. */
export interface Clock {
  readonly hour: number;
  readonly minute?: number;
  /** “七八点”: the last hour meant. */
  readonly hourTo?: number;
  readonly meridiem?: 'am' | 'pm';
  readonly exact: boolean;
  readonly fuzz: Fuzz;
}

export const days = (first: number, more: Omit<Days, 'first' | 'last'> & { last?: number } = {}): Days => ({
  last: first,
  ...more,
  first,
});
