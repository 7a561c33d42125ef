/** A one-time code: a row of digits, however it is written. Long rows are something else (a phone, an ID). */
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { normal } from './normal.ts';
import { digitOf, HAN_DIGITS } from './numerals.ts';

/** The length that codes have where nobody configures another. */
const USUAL = 6;
/** So many digits in words are meant as a code. */
const SPOKEN = 4;
const ROW = new RegExp(`[\\d${HAN_DIGITS}幺](?:[ -]?[\\d${HAN_DIGITS}幺])*`, 'g');

export function code(length = USUAL): Kind<string> {
  const rows = (text: string) =>
    [...text.matchAll(ROW)].map((row) => ({
      digits: [...row[0].replace(/[ -]/g, '')].map((sign) => (/\d/.test(sign) ? sign : String(digitOf(sign)))).join(''),
      start: row.index,
      end: row.index + row[0].length,
    }));
  const find = (given: string): readonly Found<string>[] => {
    const plain = normal(given);
    return rows(plain.text)
      .filter(({ digits }) => digits.length === length)
      .map(({ digits, start, end }) => ({ value: digits, span: plain.span(start, end) }));
  };
  return {
    kind: 'code',
    find,
    read: ({ text }: Input): Read<string> => {
      const found = find(text)[0];
      if (found) return value(found.value);
      // “再发一遍” holds no digit of a code.
      const plain = normal(text).text;
      const all = rows(plain).filter(
        (row) => /\d/.test(plain.slice(row.start, row.end)) || row.digits.length >= SPOKEN,
      );
      const got = Math.max(0, ...all.map(({ digits }) => digits.length));
      return got === 0 ? problem('notACode', { max: length }) : problem('codeLength', { max: length, got });
    },
    accepts: (v): v is string => typeof v === 'string' && v.length === length && /^\d+$/.test(v),
  };
}
