/** Numbers of the resident identity card (GB 11643-1999): 18 signs with a birth date and a check sign. */

import { type Found, type Input, type Kind, type Now, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { normal } from './normal.ts';
import { dayNumber, momentOf } from './time-calendar.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';
const SHAPE = /^[1-9]\d{16}[\dX]$/;
/** A row of digits with single blanks or hyphens in it, and an X at most at its end. */
const ROW = /\d(?:[ -]?\d)*(?:[ -]?x)?/g;
const EARLIEST_YEAR = 1_880;

function hasCheckSign(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id.charAt(i)), 0);
  return CHECK_SIGNS.charAt(sum % 11) === id.charAt(17);
}

function hasRealBirthDate(id: string, today: number): boolean {
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)].map(Number);
  const born = year && month && day ? dayNumber(year, month, day) : undefined;
  return born !== undefined && born <= today && (year ?? 0) >= EARLIEST_YEAR;
}

interface Row {
  readonly signs: string;
  readonly start: number;
  readonly end: number;
}

/** Rows of digits that are not part of a code with letters; “身份证61…” is fine, “RDAA20…” is not. */
function rowsIn(text: string): Row[] {
  return matches(ROW, text).flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (/[a-z]/.test(text.charAt(start - 1)) || /[a-z\d]/.test(text.charAt(end))) return [];
    return [{ signs: match[0].replace(/[ -]/g, '').toUpperCase(), start, end }];
  });
}

export function idNumber(): Kind<string> {
  const isValid = (id: string, now: Now): boolean =>
    SHAPE.test(id) && hasCheckSign(id) && hasRealBirthDate(id, momentOf(now).day);
  return {
    kind: 'idNumber',
    find: (text, now): readonly Found<string>[] => {
      const plain = normal(text);
      return rowsIn(plain.text)
        .filter((row) => isValid(row.signs, now))
        .map((row) => ({ value: row.signs, span: plain.span(row.start, row.end) }));
    },
    read: ({ text }: Input, now): Read<string> => {
      const rows = rowsIn(normal(text).text).map((row) => row.signs);
      const good = [...new Set(rows.filter((row) => isValid(row, now)))];
      const [only] = good;
      if (only !== undefined) return good.length === 1 ? value(only) : { kind: 'ambiguous', options: good };
      const longest = rows.sort((a, b) => b.length - a.length)[0] ?? '';
      return problem(...whatIsWrong(longest, momentOf(now).day));
    },
    accepts: (v): v is string => typeof v === 'string' && SHAPE.test(v) && hasCheckSign(v),
  };
}

function whatIsWrong(signs: string, today: number): [string, { got: number }?] {
  if (signs.length < 6) return ['notAnId'];
  if (/^\d{15}$/.test(signs)) return ['oldId'];
  if (signs.length !== 18) return ['idLength', { got: signs.length }];
  return [hasRealBirthDate(signs, today) ? 'idChecksum' : 'idDate'];
}
