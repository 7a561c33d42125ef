/** The shape of a compensation item; one file each, listed in index.ts. */
import type { Figure } from '../../figure.ts';
import type { AskVictim, Unanswered } from '../ask.ts';
import type { Bearer, Given, ItemName, Limb, VictimOutcome } from '../case.ts';
import { partsFigure } from '../parts.ts';

/** One line before it is rounded. */
export interface Entry {
  readonly figure: Figure;
  readonly name?: string;
  readonly bearer?: Bearer;
  /** Absent: the item's own. */
  readonly limb?: Limb | undefined;
  /** Absent: yes. */
  readonly byRatio?: boolean | undefined;
  /** Lines under one cap: rounded so that they add up to their sum. */
  readonly together?: boolean;
}
/** A line of its own that is lacking or not due, among others that are (one dependant of several). */
export type Unpaid = { readonly name: string } & Unanswered;

/** The rule itself is the law's `item.<name>`, with its source. */
export interface Item<K extends ItemName = ItemName> {
  readonly name: K;
  /** Outcomes for which it can be due; absent: every one. */
  readonly outcomes?: readonly VictimOutcome[];
  /** The lines of the item, exact. May end early as missing or not due (see ask.ts). */
  entries(given: Given[K], ask: AskVictim): readonly (Entry | Unpaid)[];
}

type PartsItem =
  | 'medical'
  | 'followUp'
  | 'hospitalMeals'
  | 'nutrition'
  | 'nursing'
  | 'transport'
  | 'lodging'
  | 'aids'
  | 'familyExpenses'
  | 'property';

/** An item that is a sum or a time at a rate; `rate` is the figure of the region for days without one, where there is such a figure. */
export const partsItem = <K extends PartsItem>(
  name: K,
  { rate, ...more }: Pick<Item<K>, 'outcomes'> & { readonly rate?: string } = {},
): Item<K> => ({ ...more, name, entries: (given, ask) => [{ figure: partsFigure(ask, given, rate) }] });
