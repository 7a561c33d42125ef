/**
 * What a kind of question is. A kind is pure: words in, values out. It never asks, never speaks, never looks at a clock.
 * Words for its problems live in locales (`prompts.<kind>.problem.<name>`).
 */

/** Something found in a person's words; `span` is [start, end) in the text that was given to `find`. */
export interface Found<T> {
  readonly value: T;
  readonly span: readonly [start: number, end: number];
  /** Other values the same words could mean, likeliest first, without `value` itself. */
  readonly alternatives?: readonly T[];
}

/** The moment a text was written; weeks start on Monday, wall clock of China. */
export interface Now {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

export type Values = Readonly<Record<string, string | number | boolean>>;

/** A file that already rests in the store. */
export interface FileRef {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/** What a person sent in one message: words, files, a place on the map. */
export interface Input {
  readonly text: string;
  readonly files: readonly FileRef[];
  readonly location?: Location;
  /** A “change” button was tapped: the answer that it stands beside. */
  readonly change?: { readonly flow: string; readonly question: string };
}

export interface Problem {
  readonly problem: string;
  readonly values?: Values;
}

export type Read<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** The words fit several values: the person is asked which, first the likeliest. */
  | { readonly kind: 'ambiguous'; readonly options: readonly T[] }
  | ({ readonly kind: 'problem' } & Problem);

/** A kind of question. `T` must survive JSON. */
export interface Kind<T> {
  readonly kind: string;
  /** All values in a text, in order; an empty list where there is none. Never throws; linear time. */
  find(text: string, now: Now): readonly Found<T>[];
  /** One answer to this very question: lenient about everything around it, exact about what is wrong. */
  read(input: Input, now: Now): Read<T>;
  /** Whether a stored answer still fits this question; if not, it is asked again. */
  accepts(value: unknown): value is T;
  /** Names of the answers that are offered as buttons; their words are in locales. */
  readonly choices?: readonly string[];
  /** “八点半” as a correction of “昨晚八点”: what the words say, on what was answered before. */
  amend?(before: T, input: Input, now: Now): Read<T>;
  /** “晚上那次” when several readings were offered: the one that the words pick, if they pick one. */
  narrow?(options: readonly T[], input: Input, now: Now): T | undefined;
}

/** Something people tell without being asked for it: found in running text, never a question of its own. */
export type Finder<T> = Pick<Kind<T>, 'kind' | 'find'>;

export const value = <T>(v: T): Read<T> => ({ kind: 'value', value: v });
export const problem = <T>(name: string, values?: Values): Read<T> =>
  values ? { kind: 'problem', problem: name, values } : { kind: 'problem', problem: name };
