/** What an item or a whole estimate may end in. Zero is an amount; it never stands for “unknown”. */
import type { Day } from '../../law/types.ts';
import type { Line } from '../figure.ts';
import type { Bearer, ItemName, Limb } from './case.ts';

/** A figure of law or statistics that nobody entered, or a fact that nobody told; never replaced by a near one. */
export type Missing =
  | { readonly kind: 'figure'; readonly parameter: string; readonly date: Day; readonly region: string | null }
  | { readonly kind: 'fact'; readonly fact: string };
/** Who lacks it. */
export type Asked = Missing & { readonly victim?: string; readonly item?: ItemName; readonly asker: string };

/** Something assumed or to be known, as a key and its values; locales say it. */
export interface Note {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One written line of a victim's loss. */
export interface Row {
  readonly victim: string;
  readonly item: ItemName;
  /** Other losses: what it is. Dependants: who. */
  readonly name?: string;
  readonly line: Line;
  /** Of the item's rule; those of its numbers are in the figure. */
  readonly sources: readonly string[];
  readonly bearer: Bearer;
  readonly limb: Limb | undefined;
  readonly byRatio: boolean;
}

interface Of {
  readonly victim: string;
  readonly item: ItemName;
  readonly name?: string;
}
export type ItemOutcome =
  | ({ readonly status: 'amount' } & Row)
  | (Of & { readonly status: 'missing'; readonly missing: readonly Asked[] })
  | (Of & { readonly status: 'notDue' | 'notSupported'; readonly reason: Note });
