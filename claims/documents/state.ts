/** What has become of each paper. The last word counts, but a page more does not undo what was accepted. */
import type { Moment } from '../clocks/days.ts';

export type Unreadable = 'blurred' | 'blank' | 'cutOff' | 'pagesLacking';
export type NotNeeded = 'factsChanged' | 'otherPaper' | 'insurerHasIt' | 'waived';
export type AskedAgain = 'wrongPaper' | 'wrongPerson' | 'unsigned' | 'noStamp' | 'outOfDate';

interface Of<T extends string> {
  readonly type: T;
  readonly document: string;
  readonly at: Moment;
  /** Who looked at it; absent: the program (blank and blurred pages), or the person who sent it. */
  readonly who?: string;
}
export type PaperEvent =
  | Of<'received'>
  | Of<'accepted'>
  | (Of<'unreadable'> & { readonly why: Unreadable })
  | (Of<'notNeeded'> & { readonly why: NotNeeded })
  | (Of<'askedAgain'> & { readonly why: AskedAgain });

export type PaperState = { readonly since?: Moment; readonly who?: string } & (
  | { readonly state: 'missing'; readonly why?: AskedAgain }
  | { readonly state: 'received' | 'accepted' }
  | { readonly state: 'unreadable'; readonly why: Unreadable }
  | { readonly state: 'notNeeded'; readonly why: NotNeeded }
);

/** Events in the order in which they were recorded. */
export const stateOf = (document: string, events: readonly PaperEvent[]): PaperState =>
  events.filter((one) => one.document === document).reduce(after, { state: 'missing' });

function after(before: PaperState, event: PaperEvent): PaperState {
  const said = { since: event.at, ...(event.who !== undefined && { who: event.who }) };
  switch (event.type) {
    case 'received':
      return before.state === 'accepted' || before.state === 'notNeeded' ? before : { state: 'received', ...said };
    case 'accepted':
      return { state: 'accepted', ...said };
    case 'unreadable':
      // Nothing is there to be read.
      return before.state === 'missing' ? before : { state: 'unreadable', why: event.why, ...said };
    case 'notNeeded':
      return { state: 'notNeeded', why: event.why, ...said };
    case 'askedAgain':
      return { state: 'missing', why: event.why, ...said };
  }
}

/** Not here, or here and of no use. */
export const isLacking = (one: PaperState): one is Extract<PaperState, { readonly state: 'missing' | 'unreadable' }> =>
  one.state === 'missing' || one.state === 'unreadable';

export interface StillMissing {
  readonly document: string;
  readonly state: PaperState;
}

/** What has to come yet, in the order of the list; what depends on a fact nobody has told is not asked for. */
export const stillMissing = (
  items: readonly { readonly document: string; readonly need: 'needed' | 'depends' }[],
  events: readonly PaperEvent[],
): readonly StillMissing[] =>
  items
    .filter(({ need }) => need === 'needed')
    .map(({ document }) => ({ document, state: stateOf(document, events) }))
    .filter(({ state }) => isLacking(state));
