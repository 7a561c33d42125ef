/** Somebody disagrees with a reason of a settlement: what is kept of it, and which ways forward fit. */
import { reasonOf } from './reasons/index.ts';

/** As it is recorded (`objected`). */
export interface Objection {
  readonly victim: string;
  /** Of the settlement, and the number of the reason in it. */
  readonly version: number;
  readonly n: number;
  readonly code: string;
  readonly item: string;
  /** Yuan. */
  readonly amount: string;
  /** In the person's own words; absent: she could not say. */
  readonly why?: string;
  readonly way: string;
}

export interface Objected extends Objection {
  readonly id: string;
  /** Milliseconds. */
  readonly at: number;
  /** Whose words they are. */
  readonly from?: string;
}
export const objectedOf = ({ id, at, data, person }: Recorded): Objected => ({
  ...(data as unknown as Objection),
  ...{ id, at },
  ...(person === undefined ? {} : { from: person }),
});
interface Recorded {
  readonly id: string;
  readonly at: number;
  readonly data: object;
  readonly person?: string;
}

/** Whoever has to prove it decides what helps: her papers, or the insurer's list. A person looks at it in any case. */
export function waysFor(code: string): readonly string[] {
  const { proves } = reasonOf(code);
  const own = proves === 'claimant' ? ['addPaper'] : proves === 'insurer' ? ['itemisedList', 'addPaper'] : [];
  return [...own, 'recheck', 'supervisor', 'outside', 'notNow'];
}
