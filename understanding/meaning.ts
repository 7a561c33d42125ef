/** What a message asks for, beside answering an open question. Deterministic; names its evidence. */
import { hanIn } from '../prompts/han.ts';
import { ROOT, Trie } from '../prompts/trie.ts';
import { once } from './once.ts';
import { type Command, commandWords, fillers, negations, type Words } from './words.ts';

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
  const all = Object.entries(commandWords) as [Command, Words][];
  const commands = all.map(([command, { within }]) => ({ command, within }));
  /** Whole messages by their core; of those that mean several commands the first. */
  const whole = new Map<string, Meaning & { readonly place: number }>();
  for (const [place, [command, words]] of all.entries())
    for (const phrase of words.whole) {
      const core = bare(phrase.toLowerCase());
      if (!whole.has(core)) whole.set(core, { command, evidence: phrase, place });
    }
  const places = new Map<string, Place[]>();
  for (const [command, { within }] of commands.entries())
    for (const [rank, phrase] of within.entries())
      places.set(phrase, [...(places.get(phrase) ?? []), { command, rank }]);
  return { commands, whole, trie: new Trie([...places.keys()]), places: [...places.values()] };
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
  const { commands, whole } = known();
  const exact = whole.get(core);
  let first = exact?.place ?? commands.length;
  let meant: Meaning | undefined = exact && { command: exact.command, evidence: exact.evidence };
  // “…帮我写信，转人工！”: however long the rest is.
  const human = whole.get('转人工');
  if (human && human.place < first && (ENDS_IN_PERSON.test(words) || BEGINS_WITH_PERSON.test(words))) {
    first = human.place;
    meant = { command: human.command, evidence: human.evidence };
  }
  for (const [place, rank] of phrasesIn(words)) {
    const { command, within } = commands[place] ?? {};
    if (place >= first || command === undefined || (asking && !interrupts(command, words))) continue;
    first = place;
    meant = { command, evidence: within?.[rank] ?? '' };
  }
  return meant;
}

/** The words of the button, at the end of whatever it may be, or before it. */
const BEGINS_WITH_PERSON = /^(?:我要|请|给我)?(?:转人工|talk to a person)(?:[\s,.!?;，。！？；]|$)/;
const ENDS_IN_PERSON =
  /(?:^|[\s,.!?;，。！？；])(?:我要|请|给我|赶紧|快)?(?:转人工|转接人工|talk to a person)[\s.!~。！]*$/;

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
  'why',
  'press',
  'timeline',
  'noCode',
  'verify',
  'fewerNews',
  'noNews',
  'allNews',
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
  const close = before.trimEnd();
  return negations.some((negation) => close.endsWith(negation)) || before.endsWith('没人') || before.endsWith('没有人');
}

const BEGINS = new Set(fillers.map((word) => word.charAt(0)));
const ENDS = new Set(fillers.map((word) => word.charAt(word.length - 1)));

/** Without punctuation, blanks and the little words around a request. `words` in lower case. */
function bare(words: string): string {
  let core = words.replace(/[\s,.!?;:，。！？；：、~～"'“”‘’…]+/g, ' ').trim();
  for (let changed = true; changed; ) {
    const likely = BEGINS.has(core.charAt(0)) || ENDS.has(core.charAt(core.length - 1));
    const filler = likely
      ? fillers.find((word) => core.length > word.length && (core.startsWith(word) || core.endsWith(word)))
      : undefined;
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
  const han = hanIn(text);
  if (han > 0) return latin >= MIXED * han;
  return latin >= 2 || ENGLISH.test(written);
}
