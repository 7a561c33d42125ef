/** What a message asks for, beside answering an open question. Deterministic; names its evidence. */
import { ROOT, Trie } from '../prompts/trie.ts';
import { once } from './once.ts';
import { type Command, commandWords, fillers, negations } from './words.ts';

export interface Meaning {
  readonly command: Command;
  /** The words that decided. */
  readonly evidence: string;
}

/** A command's place in the order of priority, and a phrase's among its own. */
interface Place {
  readonly command: number;
  readonly rank: number;
}

/** Worked out once, at the first message. */
const known = once(() => {
  const commands = Object.entries(commandWords).map(([command, { whole, within }]) => ({
    command: command as Command,
    whole: new Map(whole.map((phrase) => [bare(phrase), phrase] as const).reverse()),
    within,
  }));
  const places = new Map<string, Place[]>();
  for (const [command, { within }] of commands.entries())
    for (const [rank, phrase] of within.entries())
      places.set(phrase, [...(places.get(phrase) ?? []), { command, rank }]);
  return { commands, trie: new Trie([...places.keys()]), places: [...places.values()] };
});

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
  const said = phrasesIn(words);
  for (const [i, { command, whole, within }] of known().commands.entries()) {
    const exact = whole.get(core);
    if (exact !== undefined) return { command, evidence: exact };
    const part = within[said.get(i) ?? -1];
    if (part !== undefined && (!asking || interrupts(command, words))) return { command, evidence: part };
  }
  return undefined;
}

/** For each command of which a phrase stands in the words and is not taken back: which phrase, the first of its list. */
function phrasesIn(words: string): ReadonlyMap<number, number> {
  const { trie, places } = known();
  const said = new Map<number, number>();
  for (let at = 0; at < words.length; at += 1) {
    let node = trie.next(ROOT, words.charCodeAt(at));
    for (let end = at + 1; node !== ROOT; end += 1) {
      const phrase = places[trie.wordAt(node)];
      if (phrase && !isTakenBack(words, at))
        for (const { command, rank } of phrase) said.set(command, Math.min(rank, said.get(command) ?? rank));
      node = end < words.length ? trie.next(node, words.charCodeAt(end)) : ROOT;
    }
  }
  return said;
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

/** “没被困”, “没有人昏迷”. */
function isTakenBack(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 4), at);
  return (
    negations.some((negation) => before.trimEnd().endsWith(negation)) ||
    before.endsWith('没人') ||
    before.endsWith('没有人')
  );
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
