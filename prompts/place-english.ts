/** Places in English: “on Century Avenue”, “near Jing'an Temple”, “in front of the Carrefour on Zhongshan Road”, “by the Bund”. */
import { matches } from './matches.ts';
import { BREAK, LINK, NOUN, OTHER, PLAIN } from './place-english-words.ts';

/** What stands before a place. */
const MARKER =
  /(?<![a-z'-])(at|on|near|along|outside|by|beside|opposite|behind|around|in front of|next to|across from|close to|not far from) (?=[a-z0-9])/g;
/** These tell which side of the place, and so belong to it. */
const SIDE = /^(?:beside|opposite|behind|in front of|next to|across from)$/;
/** “hit by the…”, “taken by the…”: who did it. */
const DONE_BY = /(?:(?<!happen)ed|en|hit|struck|over|down|sent|told|paid|brought|left) by $/;
const WORD = /([a-z0-9][a-z0-9'&-]{0,30})(?:\.(?= [a-z]))?(?: (?=[a-z0-9])|(?![a-z0-9'&-]))/y;
const MOST_WORDS = 12;
const MOST_MARKERS = 100;

interface Stretch {
  readonly start: number;
  readonly end: number;
}
interface Word extends Stretch {
  readonly word: string;
  readonly capital: boolean;
}

/** `text` is normal, `capitals` gives the same characters with their capitals. */
export function englishPlaces(text: string, capitals: () => string): Stretch[] {
  const found: Stretch[] = [];
  const markers = matches(MARKER, text).slice(0, MOST_MARKERS);
  if (markers.length === 0) return found;
  const written = capitals();
  for (const match of markers) {
    const behind = match.index + match[0].length;
    const marker = match[1] ?? '';
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    if (marker === 'by' && DONE_BY.test(text.slice(Math.max(0, match.index - 10), behind))) continue;
    const end = endOfName(wordsAt(text, written, behind), marker);
    if (end !== undefined)
      found.push({ start: SIDE.test(marker) ? match.index : behind, end: end + inTown(written.slice(end)) });
  }
  return found;
}

/** Length of “ in Shanghai”, “, Pudong” behind a name, which is part of it. */
function inTown(written: string): number {
  const match = /^(?: in|,) ([A-Z][a-z'-]{1,20})(?: (?:District|City|Province|New Area))?(?![A-Za-z])/.exec(written);
  return !match || !isTown((match[1] ?? '').toLowerCase()) ? 0 : match[0].length;
}
const isTown = (word: string): boolean => !BREAK.test(word) && !PLAIN.test(word) && !OTHER.test(word);

/** Words with one space between them, up to a sign or to a word behind which no name goes on. */
function wordsAt(text: string, written: string, from: number): Word[] {
  const shouted = !/[a-z]/.test(written);
  const words: Word[] = [];
  for (let place = from; words.length < MOST_WORDS; ) {
    WORD.lastIndex = place;
    const match = WORD.exec(text);
    const word = match?.[1] ?? '';
    if (!match || (BREAK.test(word) && !LINK.test(word))) break;
    const capital = !shouted && /^[A-Z]/.test(written.slice(place));
    words.push({ word, start: place, end: place + word.length, capital });
    place += match[0].length;
    if (!match[0].endsWith(' ')) break;
  }
  return words;
}

/** One name, or several with “of”, “on”, “near”, “and” between them: “the junction of A Road and B Road”. */
function endOfName(words: readonly Word[], marker: string): number | undefined {
  let end: number | undefined;
  let open = true;
  let sort = marker;
  for (let from = 0; open && from < words.length; ) {
    const unit = nameAt(words, from, sort);
    if (unit === 'other') return undefined;
    const next = words[unit.next];
    if (unit.named) end = words[unit.next - 1]?.end;
    open = next !== undefined && LINK.test(next.word) && unit.next > from && (next.word !== 'and' || unit.noun);
    sort = next?.word ?? '';
    from = unit.next + 1;
  }
  return end;
}

interface Unit {
  readonly next: number;
  /** A name of its own, and not only “the junction”. */
  readonly named: boolean;
  /** It ends with a noun for a place. */
  readonly noun: boolean;
}

/** “the Bund”, “Jing'an Temple”, “jing'an temple”; “the station” is none, nor is “Tom's house”. */
function nameAt(words: readonly Word[], from: number, marker: string): Unit | 'other' {
  const stop = words.findIndex(({ word }, i) => i >= from && LINK.test(word));
  const run = words.slice(from, stop < 0 ? undefined : stop);
  if (run.some(({ word }) => OTHER.test(word))) return 'other';
  const isName = ({ word }: Word): boolean => !NOUN.test(word) && !PLAIN.test(word) && !/^\d+$/.test(word);
  const noun = run.findLastIndex(({ word }) => NOUN.test(word));
  const before = run.slice(0, noun + 1).filter(isName);
  if (noun >= 0 && before.filter(({ capital }) => !capital).length <= 2)
    return { next: from + noun + 1, named: before.length > 0, noun: true };
  const article = run[0]?.word === 'the' ? 1 : 0;
  const plain = run.findIndex((word, i) => i >= article && !word.capital);
  const capitals = run.slice(article, plain < 0 ? undefined : plain);
  const enough = article > 0 || capitals.length > 1 || /^(?:at|near|outside|opposite|of)$/.test(marker);
  const sure = (marker !== 'by' || article > 0) && !(plain >= 0 && capitals.at(-1)?.word.endsWith("'s"));
  return { next: from + article + capitals.length, named: enough && sure && capitals.some(isName), noun: false };
}
