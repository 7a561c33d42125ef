/** Promises as a claim's events tell of them: made, kept, and one in the place of another. */
import type { ClaimEvent } from '../store/ports.ts';

export interface PromiseMade {
  /** Of its event. */
  readonly id: string;
  /** When it was made. */
  readonly at: number;
  readonly what: string;
  /** ISO 8601 with offset. */
  readonly by: string;
  readonly who: string;
  /** When its time began to run, where that is not when it was made. */
  readonly from?: string;
  /** The party of the claim that it was made to; absent: whoever reported it. */
  readonly to?: string;
  /** The broken one whose place it takes. */
  readonly instead?: string;
  /** Who has marked it kept, and when. */
  readonly kept?: { readonly who: string; readonly at: number };
}

export const promiseOf = ({ id, at, data: { what, by, who, from, to, instead } }: ClaimEvent): PromiseMade => ({
  ...{ id, at, what: String(what), by: String(by), who: String(who) },
  ...(from === undefined ? {} : { from: String(from) }),
  ...(to === undefined ? {} : { to: String(to) }),
  ...(instead === undefined ? {} : { instead: String(instead) }),
});

/** Who answers for what is promised of a claim; empty: nobody is named yet. */
export const answersFor = ({ handler, assigned }: { readonly handler?: Named; readonly assigned?: Named }): string =>
  handler?.name ?? assigned?.name ?? '';
interface Named {
  readonly name: string;
}

/** That a colleague speaks to whoever reported it, by then. */
export const isFirstContact = ({ what }: Pick<PromiseMade, 'what'>): boolean => what === 'firstContact';

const keptBy = (promise: PromiseMade, { at, data }: ClaimEvent): PromiseMade => ({
  ...promise,
  kept: { who: String(data.who), at },
});

/** A promise, and the broken one whose place it took, or the one that took its place. */
export function allKept(
  { promises }: { readonly promises: readonly PromiseMade[] },
  event: ClaimEvent,
  isMeant: (one: PromiseMade) => boolean,
): readonly PromiseMade[] {
  const meant = promises.filter(isMeant);
  const also = ({ id, instead }: PromiseMade): boolean =>
    meant.some((one) => one.id === id || one.instead === id || one.id === instead);
  return promises.map((one) => (!one.kept && also(one) ? keptBy(one, event) : one));
}
