/**
 * What the rest of the product knows about the law: dated, sourced values, asked for by name.
 * Only types live here; `load.ts` is the one place that reads the files.
 */

/** A calendar day of China, `YYYY-MM-DD`. */
export type Day = string;

/** How sure we are: read in the primary text; read in a secondary page; not read anywhere yet. */
export type Mark = 'verified' | 'secondary' | 'unconfirmed';

/**
 * `days` are calendar days; `code` is a name from the code, `codes` several of them with a space between; `percents`
 * a row of percentages in a stated order; `monthDay` a day of every year, `MM-DD`.
 */
export type Unit =
  | 'metres'
  | 'hours'
  | 'days'
  | 'workingDays'
  | 'years'
  | 'months'
  | 'CNY'
  | 'CNYPerYear'
  | 'CNYPerDay'
  | 'percent'
  | 'percents'
  | 'ratio'
  | 'date'
  | 'monthDay'
  | 'count'
  | 'phone'
  | 'yesNo'
  | 'code'
  | 'codes';

/** A text that values rest on. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** Where the whole one would hide what is said. */
  readonly short?: string;
  /** Who issued it. */
  readonly body: string;
  /** Document number or version. */
  readonly number: string;
  readonly article?: string;
  readonly inForceFrom: Day;
  /** `inForceFrom` is the first day that the product speaks about, and no first day of the text. */
  readonly dayUnread?: true;
  readonly inForceTo?: Day;
  readonly address?: string;
  readonly note?: string;
}

/** Statistics only: which year was measured, and how near the page was to the office that publishes (A, B, C). */
interface Measured {
  readonly basedOnYear?: number;
  readonly grade?: 'A' | 'B' | 'C';
}

/** A value from a day on, until `to`, the next one, or until its source is no longer in force. */
export interface DatedValue extends Measured {
  readonly from: Day;
  readonly to?: Day;
  readonly value: string;
  /** Id of a source. */
  readonly source: string;
  readonly mark: Mark;
}

/** One file of law/parameters. */
export interface Parameter {
  readonly id: string;
  readonly about: string;
  readonly unit: Unit;
  /** Absent: the whole country. */
  readonly region?: string;
  readonly values: readonly DatedValue[];
  /** Last day on which somebody looked whether it still holds. */
  readonly checkedOn: Day;
}

export interface LawValue extends Measured {
  readonly status: 'value';
  /** First day on which this value holds. */
  readonly from: Day;
  readonly parameter: string;
  readonly value: string;
  readonly unit: Unit;
  readonly source: Source;
  readonly mark: Mark;
  readonly checkedOn: Day;
}

/** Nobody entered this figure for that day and region. It is said so; it is never replaced by a near one. */
export interface LawMissing {
  readonly status: 'missing';
  readonly parameter: string;
  readonly date: Day;
  readonly region: string | null;
  /** Which rule or sentence wanted it. */
  readonly asker: string;
}

export type LawAnswer = LawValue | LawMissing;

/** The law as it stood on one day in one region. */
export interface LawView {
  readonly date: Day;
  readonly region: string | null;
  get(id: string, asker: string): LawAnswer;
}

export interface Law {
  /** Which day picks the value (accident, report, negotiation …) is itself law: the caller says it. Throws on what is no day. */
  at(date: Day, region?: string): LawView;
  readonly parameters: readonly Parameter[];
  readonly sources: readonly Source[];
  source(id: string): Source | undefined;
}
export type WeekDay = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** Days off and adjusted workdays (调休) of one year, as they were published. */
export interface CalendarYear {
  readonly year: number;
  readonly weekend: readonly WeekDay[];
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  readonly workdays: readonly Day[];
  readonly source: {
    readonly title: string;
    readonly body: string;
    readonly number: string;
    readonly published: Day;
    readonly address: string;
    readonly mark: Mark;
    readonly checkedOn: Day;
  };
}

/** The years that are published and entered; about any other year nothing is known. */
export type WorkCalendar = readonly CalendarYear[];
