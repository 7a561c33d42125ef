/** “我的湘A12345，对方湘B67890”: whose plate is whose when several stand in one message. */

import type { Input, Kind, Now, Read } from './kind.ts';
import { value } from './kind.ts';
import { searched } from './matches.ts';
import { clauseAround } from './negation.ts';
import { normal } from './normal.ts';
import { plate } from './plate.ts';

export interface PlateSides {
  readonly own?: string;
  readonly other?: string;
}

/** Words within a clause before a plate; the last of them decides: “我的车撞的是京A12345” is theirs. */
const THEIRS =
  /对方|对面|(?<!其)[他她]的?|那[辆台]|撞我的?|前车|后车|另一|肇事|撞|刮|蹭|剐|追尾|怼|被|让|(?<![a-z0-9])[跟和与]$|(?<![a-z])(?:the other|other|their|his|her|hit|struck|by)(?![a-z])/g;
const OURS =
  /(?:我|咱)(?:们|方|这边|自己|本人|家)?(?:的|开的|那?辆?车|是|叫)|(?:我|咱)们?自己|我$|我方|本车|己方|本人|自己(?:的|车)|(?<![a-z])(?:my|mine|our|ours)(?![a-z])/g;
/** “京A12345是我的车”, but not “京A12345是我撞的”. */
const OURS_AFTER =
  /^[ ,]{0,2}(?:这个?|才|就)?(?:是(?:我|咱)(?:们|自己|本人)?(?:的|开的|车|家)|是(?:本人|自己)的?| is (?:mine|my|our))/;
const THEIRS_AFTER = /^[ ,]{0,2}(?:这个?|才|就)?(?:是(?:对方|对面|[他她]|那[辆台])| is (?:the other|their|his|her))/;
const REACH = 20;

/** Whose the plate at [start, end) of a normal text is by the words around it, if they say so. */
export function sideOf(text: string, start: number, end: number): keyof PlateSides | undefined {
  const clause = clauseAround(text, start, end, REACH).before;
  const theirs = searched(THEIRS, clause).at(-1);
  const ours = searched(OURS, clause).at(-1);
  const endOf = (match: RegExpMatchArray | undefined): number => (match ? (match.index ?? 0) + match[0].length : -1);
  if (theirs && endOf(theirs) >= endOf(ours)) return 'other';
  if (ours) return 'own';
  const behind = text.slice(end, end + REACH);
  if (OURS_AFTER.test(behind)) return 'own';
  return THEIRS_AFTER.test(behind) ? 'other' : undefined;
}

/** Words around a plate decide; without such words the first is one's own. A single plate belongs to the side it is said of. */
export function plateSides(text: string, now: Now): PlateSides {
  const plain = normal(text).text;
  const found = plate().find(plain, now);
  const theirs = found.filter(({ span }) => sideOf(plain, ...span) === 'other');
  const mine = found.filter((one) => !theirs.includes(one));
  const own = mine[0]?.value;
  const other = (theirs[0] ?? mine.find((one) => one.value !== own))?.value;
  return { ...(own ? { own } : {}), ...(other ? { other } : {}) };
}

/** The question for one's own plate; the other side's may stand in the same message. */
export function ownPlate(): Kind<string> {
  const kind = plate();
  const read = (input: Input, now: Now): Read<string> => {
    const { own, other } = plateSides(input.text, now);
    return own && other ? value(own) : kind.read(input, now);
  };
  return { ...kind, read };
}
