/** “我的湘A12345，对方湘B67890”: whose plate is whose when several stand in one message. */
import type { Input, Kind, Now, Read } from './kind.ts';
import { value } from './kind.ts';
import { plate } from './plate.ts';

export interface PlateSides {
  readonly own?: string;
  readonly other?: string;
}

const THEIRS = /(?:对方|对面|他的?|她的?|那辆|那台|撞我的|前车|后车|other|their|his|her)[^,，。;；]{0,8}$/i;

/** Words before a plate decide; without such words the first is one's own. A single plate belongs to the side it is said of. */
export function plateSides(text: string, now: Now): PlateSides {
  const found = plate().find(text, now);
  const theirs = found.filter(({ span }) => THEIRS.test(text.slice(Math.max(0, span[0] - 16), span[0])));
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
