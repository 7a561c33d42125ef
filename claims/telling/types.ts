/** What is told of a claim before anybody asks. Pure vocabulary; instants in milliseconds. */
import type { JsonObject, PersonId } from '../../store/ports.ts';
import type { Moment } from '../clocks/days.ts';
import type { Side } from '../progress/progress.ts';
import type { AdvanceChange, Liability } from '../recording/types.ts';
import type { Actor, Hold, StageId } from '../stages/types.ts';
import type { ClaimField, PersonField, Sections } from '../visible.ts';

/** What must be seen by whoever hears of something; any one of several will do. */
export type Need =
  | 'reporter'
  | { readonly claim: ClaimField }
  | { readonly person: string; readonly field: PersonField };

export type PaperWish = 'asked' | 'unreadable' | 'askedAgain';

/** A stage with `whole` is that of the claim as a whole, of so many injured persons. */
export type Item =
  | {
      readonly kind: 'stage';
      readonly stage: StageId;
      readonly name?: string;
      readonly own: boolean;
      readonly whole?: number;
    }
  | { readonly kind: 'held'; readonly because: Hold; readonly side: Side }
  | { readonly kind: 'resumed'; readonly stage: StageId }
  | {
      readonly kind: 'advance';
      readonly change: 'entered' | 'left' | AdvanceChange;
      readonly documents: readonly string[];
    }
  /** What is usually not covered, before it arises. */
  | { readonly kind: 'costs' }
  /** The money of a settlement has left. */
  | { readonly kind: 'paid' }
  | { readonly kind: 'handler'; readonly name: string; readonly phone: string }
  | {
      readonly kind: 'papers';
      readonly wish: PaperWish;
      readonly documents: readonly string[];
      /** In whose words: only where one was asked for, and to eyes that may see it now. */
      readonly why?: string;
      /** What was wrong with it, by its name; only where it is one. */
      readonly fault?: string;
    }
  | { readonly kind: 'settlement'; readonly again: boolean }
  | { readonly kind: 'liability'; readonly by: Liability['by'] }
  | { readonly kind: 'clock'; readonly clock: string; readonly by: string; readonly law: JsonObject }
  /** Months after which disability is commonly appraised; whether anybody has confirmed that habit. */
  | {
      readonly kind: 'appraisal';
      readonly from: string;
      readonly until: string;
      readonly head: string;
      readonly confirmed: boolean;
    }
  | { readonly kind: 'promised'; readonly what: string; readonly by: string; readonly who: string }
  | {
      readonly kind: 'broken';
      readonly what: string;
      readonly by: string;
      readonly who: string;
      /** Until when it is promised anew; absent: it was already, and that was not kept either. */
      readonly next?: string;
    }
  /** Nothing has moved: because of whom, and since when. */
  | {
      readonly kind: 'still';
      readonly stage: StageId;
      readonly actor: Actor;
      readonly because: 'stage' | Hold | 'received';
      readonly since: Moment;
      readonly side: Side;
      readonly papers: readonly string[];
    }
  | { readonly kind: 'unregistered' }
  /** There is news, for whoever proves again who she is. */
  | { readonly kind: 'door' };

/** `all`; `needed`: only what she has to do something about; `law`: only what the law sets a time for. */
export type Level = 'all' | 'needed' | 'law';

/** Through whose ears a conversation hears of a claim. */
export interface Ear {
  readonly seen: Sections;
  /** The claim was reported here. */
  readonly reporter: boolean;
  /** To whom a promise may have been made in her own conversation. */
  readonly person: PersonId;
  /** The injured person whose ears they are, where it is one. */
  readonly own: string | undefined;
  readonly side: Side;
  /** What others wrote of papers may be said. */
  readonly fresh: boolean;
  /** She has proved once who she is, and must do so again to hear more than that there is news. */
  readonly door: boolean;
}

/** What a conversation remembers of what it was told of a claim. */
export interface Told {
  /** When last. */
  readonly at: number;
  /** Marks of what no event tells of: a promise that was broken, a time that runs out. */
  readonly marks: readonly string[];
}

/** A promise that is to be made anew, since it was broken. */
export interface Renewal {
  readonly instead: string;
  readonly by: number;
  readonly to?: string;
  readonly who: string;
}
