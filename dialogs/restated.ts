/** What later words do to earlier answers. */
import type { Now } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import type { Answers } from './flow.ts';

/** Words at one question that make an earlier answer another one. `silent`: no word of it, the flow itself has something to say. */
export type Revision =
  | { readonly name: string; readonly value: Json; readonly silent?: boolean }
  /** It is to be asked again; `because` says why. */
  | { readonly name: string; readonly because: string };

/** What words say of an answer given before: it is more exact now, or it cannot be right as well. */
export interface Restated {
  readonly name: string;
  readonly value: Json;
  readonly how: 'finer' | 'other';
}
export type Restates = (text: string, now: Now, asked: string | undefined, answers: Answers) => readonly Restated[];

/** An answer and what was told later: which of them is right is to be asked. */
export interface Doubt {
  readonly name: string;
  readonly told: Json;
  /** The words, for a colleague to read. */
  readonly said?: { readonly text: string; readonly at: number };
}
