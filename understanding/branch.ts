/** Which branch of the insurer a report belongs to, by the words for its place, else by the car's plate. */
import type { Branch } from '../claims/branches.ts';

export interface Told {
  readonly place?: string | undefined;
  readonly plate?: string | undefined;
}

/** Characters; a name further on in a long account is not looked for. */
const LONGEST = 300;
/** A name before these is that of a road, which lies anywhere: “广州市北京路”. */
const ROAD =
  /^(?:[东西南北中]{0,2}(?:路|街(?!道)|大道|大街|巷|胡同)| (?:(?:east|west|south|north|middle) )?(?:road|rd|street|st|avenue|ave)\b)/;

/** Null: of none that is configured. */
export function branchOf({ place = '', plate = '' }: Told, branches: readonly Branch[]): string | null {
  return byPlace(place.slice(0, LONGEST).toLowerCase(), branches) ?? byPlate(plate.toUpperCase(), branches);
}

/** Addresses go from the large to the small: the first name counts, and of several at one place the longest. */
function byPlace(text: string, branches: readonly Branch[]): string | null {
  const found = branches.flatMap(({ id, places }) =>
    places.flatMap((name) => {
      const at = firstOf(text, name.toLowerCase());
      return at === undefined ? [] : [{ id, at, length: name.length }];
    }),
  );
  const [first] = found.toSorted((a, b) => a.at - b.at || b.length - a.length);
  return first?.id ?? null;
}

function firstOf(text: string, name: string): number | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!ROAD.test(text.slice(at + name.length, at + name.length + 20))) return at;
  return undefined;
}

function byPlate(plate: string, branches: readonly Branch[]): string | null {
  const signs = plate.replace(/[ ·.-]/g, '');
  const found = branches.flatMap(({ id, plates }) =>
    plates.filter((begin) => signs.startsWith(begin)).map((begin) => ({ id, length: begin.length })),
  );
  const [longest] = found.toSorted((a, b) => b.length - a.length);
  return longest?.id ?? null;
}
