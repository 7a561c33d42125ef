/** Stays and absences in English: “in hospital for 10 days”, “off work for a month”, “two weeks of sick leave”. */

import type { Purpose } from './duration.ts';
import { matches } from './matches.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
const LENGTH = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')}) (day|week|month)s?(?![a-z])`;
const GAP = '(?:,? ?(?:for|of|was|is|lasted|about|around|nearly|already|stay|leave|:)){0,3} ';
const LEADS: readonly (readonly [Purpose, string])[] = [
  [
    'inpatient',
    '(?:in|stayed in|kept in) (?:the |a )?hospital|hospitali[sz]ed|hospital stay|hospitali[sz]ation|in (?:the )?icu',
  ],
  ['work', "off work|(?:missed|lost) work|(?:could|can)(?:not|n't| not) work|unable to work|sick leave|lost earnings"],
  ['rest', 'rest(?:ed|ing)?(?: at home)?|bed rest|recover(?:ed|ing)? at home'],
  ['care', 'nurs(?:ed|ing)(?: care)?|carer|caregiver|looked after (?:him|her|me)'],
];
const BEHIND: readonly (readonly [Purpose, string])[] = [
  ['inpatient', '(?:in|at) (?:the |a )?hospital|hospital stay|(?:in|of) (?:the )?icu|of hospitali[sz]ation'],
  ['work', 'off work|of (?:missed|lost) work|without (?:work|pay|income)|of (?:sick )?leave|sick leave'],
  ['rest', 'of (?:bed )?rest'],
  ['care', 'of nursing(?: care)?'],
];
const PATTERNS: readonly (readonly [Purpose, RegExp])[] = [
  ...LEADS.map(
    ([purpose, words]) =>
      [purpose, new RegExp(`(?<![a-z])(?:${words})${GAP}${LENGTH}(?! (?:ago|later|before|after|old))`, 'g')] as const,
  ),
  ...BEHIND.map(
    ([purpose, words]) => [purpose, new RegExp(`(?<![a-z\\d.])${LENGTH} (?:${words})(?![a-z])`, 'g')] as const,
  ),
];

export interface EnglishDuration {
  readonly purpose: Purpose;
  readonly days: number;
  readonly start: number;
  readonly end: number;
}

/** In a normal text. */
export function englishDurations(text: string): EnglishDuration[] {
  if (!/(?:day|week|month)s?(?![a-z])/.test(text)) return [];
  const hits = PATTERNS.flatMap(([purpose, pattern]) =>
    matches(pattern, text).map((match) => {
      const [all, amount = '', unit = ''] = match;
      const days = (NUMBERS[amount] ?? Number(amount)) * (DAYS[unit] ?? 0);
      return { purpose, days, start: match.index, end: match.index + all.length };
    }),
  ).sort((a, b) => a.start - b.start);
  return hits.filter(({ start, days }, i) => days > 0 && !hits.slice(0, i).some((other) => start < other.end));
}
