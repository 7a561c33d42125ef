/** What a colleague at the desk can do in a conversation, and what she hears. Plain values: an act is the payload of a turn's cause. */
import { type Admission, RELATIONS } from '../claims/identity/types.ts';
import type { Values } from '../prompts/kind.ts';
import type { ClaimId, ConversationId, FileId, Json, JsonObject, TurnWork } from '../store/ports.ts';
import type { NotAdmitted } from './identity/types.ts';

/** A fact as she has heard it: what she has typed, or a value; `seen` is the mark of the fact as she saw it. */
export interface Right {
  /** As labels name it: `report.when`. */
  readonly field: string;
  readonly text?: string;
  readonly value?: Json;
  readonly seen: number;
}

/** Subscribe to this with `Wake` to hear that the queue or somebody's conversations have changed. */
export const QUEUE = 'queue' as ConversationId;

/** Told of the work of a turn that stands, or was refused. */
export type Hear = (work: TurnWork) => void;

/** Somebody of the insurer's staff who talks with people. */
export interface Adjuster {
  /** Of the account. */
  readonly id: string;
  /** As the person reads it. */
  readonly name: string;
  /** How the person reaches her later, such as a number; may be empty. */
  readonly reach: string;
}

/** Words, with answers to tap or files, or a request for a photo or paper. */
export interface Line {
  readonly text?: string;
  /** Short answers; with `text`. */
  readonly choices?: readonly string[];
  /** Asks for it in the product's words, or in those of `text`. */
  readonly request?: 'photo' | 'document';
  /** The question of the bot that it puts, as labels name it: `report.when`. The answer counts for it. */
  readonly asks?: string;
  /** Two statements of the report disagree: whoever taps a choice has said which value of the field is right. With two `choices`. */
  readonly settles?: { readonly field: string; readonly values: readonly [Json, Json] };
  /** Kept for this conversation already (`Files`, `Store.addFile`), and sent once. */
  readonly files?: readonly FileId[];
}

/** Whom a colleague lets in: as which party of the claim, or whose relative. */
export type LetIn = Omit<Admission, 'who' | 'id'> & { readonly claim: ClaimId };

export type Act =
  | { readonly act: 'accept' }
  | { readonly act: 'say'; readonly line: Line }
  /** For colleagues only. */
  | { readonly act: 'note'; readonly text: string }
  /** A call was made; `text` is for colleagues, as a note. */
  | { readonly act: 'call'; readonly text: string }
  /** Who of the staff is to speak with whoever reported it; null: whoever is found. Of the last report, unless told of which. */
  | { readonly act: 'assign'; readonly to: Adjuster | null; readonly claim?: ClaimId }
  /** What a colleague has promised the person, and by when (ISO 8601 with offset); by whoever made it. */
  | { readonly act: 'promise'; readonly what: string; readonly by: string }
  /** The promise with this id has been kept. */
  | { readonly act: 'keepPromise'; readonly promise: string }
  /** Null: to the front of the queue. */
  | { readonly act: 'transfer'; readonly to: Adjuster | null; readonly note: string }
  /** A fact is put right: typed, or one of two statements; of one that has changed since she saw it nothing is written over. */
  | ({ readonly act: 'correct' } & Right)
  | { readonly act: 'handBack'; readonly agreed: string }
  | { readonly act: 'close' }
  /** From a colleague who is not there; whoever wishes it may. */
  | { readonly act: 'takeOver'; readonly from: string }
  /** Whoever despaired was called or is looked after: how, for colleagues. Nobody need come any more. */
  | { readonly act: 'lookedAfter'; readonly note: string }
  /** She may see a claim, as a party of it or for one; what proves it is recorded with the claim. */
  | ({ readonly act: 'letIn' } & LetIn)
  /** What was let in is taken back, at once. */
  | { readonly act: 'shutOut'; readonly claim: ClaimId }
  /** Nobody can take it: a call is arranged. */
  | { readonly act: 'giveUp' };

/** `key`: the same key again is the same act, however often it is sent. */
export type Wish = Act & { readonly adjuster: Adjuster; readonly key?: string };

export type DeskResult =
  | { readonly status: 'done' }
  /** Somebody else has it. */
  | { readonly status: 'takenBy'; readonly adjuster: string; readonly name: string }
  /** Not hers: never accepted, handed back, or taken away meanwhile. */
  | { readonly status: 'notYours' }
  /** No such conversation, or it was erased. */
  | { readonly status: 'gone' }
  | { readonly status: 'invalid'; readonly what: string }
  /** Corrected meanwhile: she has not seen it as it is. */
  | { readonly status: 'changed' }
  /** Not to be read as an answer to its question: why, as a person would be told. */
  | { readonly status: 'unread'; readonly key: string; readonly values?: Values }
  /** Nobody was let in, and why. */
  | { readonly status: 'notAdmitted'; readonly why: NotAdmitted }
  /** The database did not take it; nothing has happened, and it can be tried again. */
  | { readonly status: 'busy' };

const MOST = { text: 2_000, choice: 40, choices: 6, files: 5, name: 40, reach: 100, key: 100 } as const;

/** What is wrong with a wish, in words for a programmer; undefined where nothing is. */
export function faultOf(wish: Wish): string | undefined {
  const { adjuster, key = '' } = wish;
  const named = faultOfAdjuster(adjuster);
  if (named) return named;
  if (key.length > MOST.key) return `the key is longer than ${MOST.key} characters`;
  if (wish.act === 'say') return faultOfLine(wish.line);
  if (wish.act === 'assign') return wish.to ? faultOfAdjuster(wish.to) : undefined;
  if (wish.act === 'note' || wish.act === 'call') return faultOfText('note', wish.text, true);
  if (wish.act === 'correct') return faultOfRight(wish);
  if (wish.act === 'letIn') return faultOfLetIn(wish);
  if (wish.act === 'lookedAfter') return faultOfText('note', wish.note, true);
  if (wish.act === 'promise')
    return Number.isNaN(Date.parse(wish.by)) ? 'by is no instant' : faultOfText('what', wish.what, true);
  if (wish.act === 'handBack') return faultOfText('agreed', wish.agreed, false);
  if (wish.act !== 'transfer') return undefined;
  if (wish.to?.id === adjuster.id) return 'a conversation is not transferred to whoever has it';
  return faultOfText('note', wish.note, false) ?? (wish.to ? faultOfAdjuster(wish.to) : undefined);
}

function faultOfAdjuster({ id, name, reach }: Adjuster): string | undefined {
  if (!id || !name.trim()) return 'an adjuster needs an id and a name';
  return name.length > MOST.name || reach.length > MOST.reach ? 'the name or reach is too long' : undefined;
}

function faultOfText(what: string, text: string, needed: boolean): string | undefined {
  if (needed && !text.trim()) return `${what} is empty`;
  return text.length > MOST.text ? `${what} is longer than ${MOST.text} characters` : undefined;
}

function faultOfLetIn({ party, relation, proof, authorisation }: LetIn): string | undefined {
  if (party.length > MOST.key) return 'no such party';
  if (relation !== undefined && !RELATIONS.includes(relation)) return 'no such relation';
  if (authorisation && !isDays(authorisation)) return 'the authorisation has no days';
  return faultOfText('proof', proof, false);
}

const isDays = ({ from, until }: NonNullable<LetIn['authorisation']>): boolean =>
  [from, until].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day))) && from <= until;
const DAY = /^\d{4}-\d\d-\d\d$/;

function faultOfRight({ field, text, value, seen }: Right): string | undefined {
  if (field.length > MOST.key || !Number.isSafeInteger(seen)) return 'no such fact';
  return value === undefined ? faultOfText('text', text ?? '', true) : undefined;
}

function faultOfLine({ text, choices, request, asks = '', files = [] }: Line): string | undefined {
  if (asks.length > MOST.key) return `asks is longer than ${MOST.key} characters`;
  if (files.length > MOST.files) return `there are at most ${MOST.files} files`;
  if (choices && request) return 'a line has choices or a request, not both';
  if (choices?.some((choice) => !choice.trim() || choice.length > MOST.choice))
    return `a choice has 1 to ${MOST.choice} characters`;
  if (choices && (choices.length < 2 || choices.length > MOST.choices)) return `there are 2 to ${MOST.choices} choices`;
  return faultOfText('text', text ?? '', request === undefined && files.length === 0);
}

export const asPayload = (wish: Wish): JsonObject => wish as unknown as JsonObject;
export const asWish = (payload: JsonObject): Wish => payload as unknown as Wish;
