/** What a message asks for, beside answering an open question. Deterministic; names its evidence. */
import { type Command, commandWords, fillers, negations } from './words.ts';

export interface Meaning {
  readonly command: Command;
  /** The words that decided. */
  readonly evidence: string;
}

interface Phrases {
  readonly command: Command;
  readonly whole: readonly { readonly phrase: string; readonly core: string }[];
  readonly within: readonly string[];
}
/** Worked out once, at the first message. */
let known: readonly Phrases[] | undefined;
const phrases = (): readonly Phrases[] => {
  known ??= Object.entries(commandWords).map(([command, { whole, within }]) => ({
    command: command as Command,
    whole: whole.map((phrase) => ({ phrase, core: bare(phrase) })),
    within,
  }));
  return known;
};

/**
 * While a question is open an answer to it wins, unless the words are plainly a request: then only whole messages count,
 * and danger, which counts wherever it stands.
 */
export function meaningOf(text: string, asking: boolean): Meaning | undefined {
  const words = text.normalize('NFKC').toLowerCase().slice(0, 4000);
  const core = bare(words);
  // Nothing but signs: a question mark asks for help, anything else is no request.
  if (core === '')
    return words.includes('?') && /^[\s?]+$/.test(words) ? { command: 'help', evidence: '?' } : undefined;
  for (const { command, whole, within } of phrases()) {
    const exact = whole.find((words) => words.core === core);
    if (exact) return { command, evidence: exact.phrase };
    const part = within.find((phrase) => holds(words, phrase));
    if (part !== undefined && (!asking || interrupts(command, words))) return { command, evidence: part };
  }
  return undefined;
}

/** Characters up to which words within a message interrupt an open question; a longer one tells a story. */
const short = 24;
const always: ReadonlySet<Command> = new Set(['crisis', 'emergency']);
const upToTwice: ReadonlySet<Command> = new Set(['human', 'correct', 'perhapsCorrect']);
const whenShort: ReadonlySet<Command> = new Set([
  'keep',
  'progress',
  'scene',
  'help',
  'resume',
  'noCall',
  'withdraw',
  'another',
  'afraid',
  'angry',
  'wait',
  'left',
  'cancel',
  'english',
]);

const interrupts = (command: Command, words: string): boolean =>
  always.has(command) ||
  (upToTwice.has(command) && words.length <= short * 2) ||
  (whenShort.has(command) && words.length <= short);

/** Whether a phrase stands in the words and is not taken back (“没被困”, “没有人昏迷”). */
function holds(words: string, phrase: string): boolean {
  for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
    const before = words.slice(Math.max(0, at - 4), at);
    if (
      !negations.some((negation) => before.trimEnd().endsWith(negation)) &&
      !before.endsWith('没人') &&
      !before.endsWith('没有人')
    )
      return true;
  }
  return false;
}

/** Without punctuation, blanks and the little words around a request. */
function bare(words: string): string {
  const kept = words
    .toLowerCase()
    .replace(/[\s,.!?;:，。！？；：、~～"'“”‘’…]+/g, ' ')
    .trim();
  let core = kept;
  for (let changed = true; changed; ) {
    const filler = fillers.find((word) => core.length > word.length && (core.startsWith(word) || core.endsWith(word)));
    changed = filler !== undefined;
    if (filler) core = (core.startsWith(filler) ? core.slice(filler.length) : core.slice(0, -filler.length)).trim();
  }
  return core.replaceAll(' ', '');
}

const ENGLISH = /^\W*(?:i'm|i am|hello|help|please|hi)\b/i;

/** Names that stand in English sentences too: the first character of a plate, a road on a map. */
const MIXED = 5;

/** Latin words, and no Chinese but a plate or a name among many of them: the person writes English. Markup and addresses tell nothing about that. */
export function looksEnglish(text: string): boolean {
  const words = text
    .slice(0, 4000)
    .replace(/<[^<>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => !/@|:\/\/|^www\.|^[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,5}\//i.test(word));
  const written = words.join(' ');
  const latin = (written.match(/[a-z]{2,}/gi) ?? []).length;
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  if (han > 0) return latin >= MIXED * han;
  return latin >= 2 || ENGLISH.test(written);
}
