/** One of a numbered list: “2”, “第二个”, “最后一个”. */
import { type Input, type Kind, problem, type Read, value } from './kind.ts';
import { bare } from './normal.ts';
import { numeral } from './numerals.ts';

const PLACE =
  /^(?:我?选|要?查?第|option |number )*([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:个|项|起|件|条|号)?[.)、]?$/;
const LAST = /^(?:the )?last(?: one)?$|^最后一?个$/;

/** `of`: how many there are, 1 to 9; the answer counts from 1. */
export function pick(of: number): Kind<number> {
  const place = (text: string): number | undefined => {
    const core = bare(text);
    if (LAST.test(core)) return of;
    const said = PLACE.exec(core)?.[1];
    const n = said === undefined ? undefined : numeral(said);
    return n !== undefined && n >= 1 && n <= of ? n : undefined;
  };
  return {
    kind: 'pick',
    choices: Array.from({ length: of }, (_, i) => String(i + 1)),
    find: () => [],
    read: ({ text }: Input): Read<number> => {
      const n = place(text);
      return n === undefined ? problem('notInList', { max: of }) : value(n);
    },
    accepts: (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 1 && v <= of,
  };
}
