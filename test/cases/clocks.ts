/**
 * Every clock, by hand. A case: what happened when, and the last day on which the one who must act is in time.
 * The runner also looks at that day, at the day after it, and at acting on either: test/claims/clocks.test.ts.
 * Days off 2025: 1-1; 1-28 to 2-4; 4-4 to 4-6; 5-1 to 5-5; 5-31 to 6-2; 10-1 to 10-8.
 * Worked weekends 2025: 1-26, 2-8, 4-27, 9-28, 10-11. The day of the start never counts.
 */
import type { ClockFacts } from '../../claims/clocks/types.ts';

export interface ClockCase {
  readonly clock: string;
  readonly starts: string;
  readonly due: string;
  readonly facts?: Omit<ClockFacts, 'events'>;
  readonly also?: ClockFacts['events'];
}

export const CLOCK_CASES: readonly ClockCase[] = [
  // 程序规定 18, 3 working days (112(5)). Fri 9-26: Sun 9-28 is worked (1), 29 (2), 30 (3).
  { clock: 'police.takeCase', starts: '2025-09-26', due: '2025-09-30' },
  // 程序规定 62, 10 working days. 9-28 (1) 29 (2) 30 (3), off to 10-8, 9 (4) 10 (5) Sat 11 worked (6) 13 (7) 14 (8) 15 (9) 16 (10).
  { clock: 'police.determination', starts: '2025-09-26', due: '2025-10-16' },
  // 程序规定 68: still from Tue 10-14 on (10-14 itself still counts: 8 of 10), until 10-20; then Tue 21 (9), Wed 22 (10) – but once the
  // suspension is over the five days of 68(2) run instead: police.afterSuspension.
  { clock: 'police.afterSuspension', starts: '2025-10-20', due: '2025-10-27' },
  // 程序规定 24, 3 working days: Wed 6-4 → 5, 6, Mon 9.
  { clock: 'police.simple', starts: '2025-06-04', due: '2025-06-09' },
  // 程序规定 69, 5 working days: Thu 4-24 → 25 (1), Sun 27 worked (2), 28 (3), 29 (4), 30 (5).
  { clock: 'police.quick', starts: '2025-04-24', due: '2025-04-30' },
  // 程序规定 62, 5 working days after the result: Thu 1-23 → 24 (1), Sun 26 worked (2), 27 (3), off to 2-4, 5 (4), 6 (5).
  { clock: 'police.afterExamination', starts: '2025-01-23', due: '2025-02-06' },
  // 程序规定 62, 10 working days after driver and vehicle are found: Mon 7-7 → 8 … 11 (4), 14 … 18 (9), 21 (10).
  { clock: 'police.afterFlight', starts: '2025-07-07', due: '2025-07-21' },
  // 程序规定 66, 10 working days after the written request: as above.
  { clock: 'police.flightUnsolved', starts: '2025-07-07', due: '2025-07-21' },
  // 程序规定 68, at most 60 calendar days: 7-7 + 24 = 7-31, + 31 = 8-31, + 5 = 9-5. Police days in calendar days do not move.
  { clock: 'police.suspension', starts: '2025-07-07', due: '2025-09-05' },
  // 程序规定 65, 3 working days: Wed 4-30 → off to 5-5, 6 (1), 7 (2), 8 (3).
  { clock: 'police.delivery', starts: '2025-04-30', due: '2025-05-08' },
  // 程序规定 49, 3 working days: Fri 5-30 → off to 6-2, 3, 4, 5.
  { clock: 'examination.order', starts: '2025-05-30', due: '2025-06-05' },
  // 程序规定 51, 30 calendar days: 3-3 + 28 = 3-31, + 2 = 4-2.
  { clock: 'examination.done', starts: '2025-03-03', due: '2025-04-02' },
  // 程序规定 51, at most 60: 3-3 + 30 = 4-2, + 28 = 4-30, + 2 = 5-2 (a day off; it does not move).
  { clock: 'examination.longest', starts: '2025-03-03', due: '2025-05-02' },
  // 程序规定 56, 3 working days: Thu 4-3 → off to 4-6, 7, 8, 9.
  { clock: 'examination.anew', starts: '2025-04-03', due: '2025-04-09' },
  // Unconfirmed: 30 working days from taking the case. Mon 6-30 → July has 23 working days (1-31), then Aug 1, 4, 5, 6, 7, 8, 11.
  { clock: 'examination.forensic', starts: '2025-06-30', due: '2025-08-11' },
  // 30 more: 14 to the end of August, 16 in September, none of them a holiday.
  { clock: 'examination.forensicLongest', starts: '2025-06-30', due: '2025-09-22' },
  // 程序规定 71, 3 working days: Tue 9-30 → off to 10-8, 9 (1), 10 (2), Sat 11 worked (3).
  { clock: 'review.ask', starts: '2025-09-30', due: '2025-10-11' },
  // 程序规定 74, 30 calendar days: 11-3 + 27 = 11-30, + 3 = 12-3.
  { clock: 'review.conclude', starts: '2025-11-03', due: '2025-12-03' },
  // 程序规定 79, 10 working days: Wed 12-3 → 4, 5 (2), 8 … 12 (7), 15, 16, 17 (10).
  { clock: 'review.anew', starts: '2025-12-03', due: '2025-12-17' },
  // 程序规定 86, 10 working days: Mon 1-20 → 21 … 24 (4), Sun 26 (5), 27 (6), 2-5 (7), 6 (8), 7 (9), Sat 8 worked (10).
  { clock: 'mediation.ask', starts: '2025-01-20', due: '2025-02-08' },
  { clock: 'mediation.askAfterReview', starts: '2025-01-20', due: '2025-02-08' },
  // 程序规定 90, 10 working days from the beginning: Fri 8-1 → 4 … 8 (5), 11 … 15 (10).
  { clock: 'mediation.end', starts: '2025-08-01', due: '2025-08-15' },
  // Policies, 48 hours, counted by the clock.
  { clock: 'insurer.toldByContract', starts: '2025-03-01T22:15:00+08:00', due: '2025-03-03T22:15:00+08:00' },
  // 条例 28, 1 calendar day: Thu → Fri. (From Fri it would end on Sat and move to Mon: 民法典 203.)
  { clock: 'compulsory.documentList', starts: '2025-03-06', due: '2025-03-07' },
  { clock: 'compulsory.documentList', starts: '2025-03-07', due: '2025-03-10' },
  // 条例 29, 5 calendar days: 4-29 + 5 = Sun 5-4, a day off; the days off end 5-5 → Tue 5-6 (民法典 203).
  { clock: 'compulsory.decision', starts: '2025-04-29', due: '2025-05-06' },
  // A Saturday on which people work is no day off: 4-22 + 5 = Sun 4-27, worked.
  { clock: 'compulsory.decision', starts: '2025-04-22', due: '2025-04-27' },
  // 条例 29, 10 calendar days: 9-24 + 10 = 10-4, off → 10-9.
  { clock: 'compulsory.payment', starts: '2025-09-24', due: '2025-10-09' },
  // 保险法 23, 30 calendar days: 2-10 + 18 = 2-28, + 12 = 3-12.
  { clock: 'commercial.decision', starts: '2025-02-10', due: '2025-03-12' },
  // 保险法解释二 15: told on 2-14 that papers are wanting, they arrive 2-21: 7 days do not count, 3-12 becomes 3-19.
  {
    clock: 'commercial.decision',
    starts: '2025-02-10',
    due: '2025-03-19',
    facts: { pauses: [{ kind: 'papers', from: '2025-02-14', to: '2025-02-21' }] },
  },
  // 保险法 24, 3 calendar days: Tue 3-4 → Fri 3-7.
  { clock: 'commercial.refusal', starts: '2025-03-04', due: '2025-03-07' },
  // 保险法 25, 60 calendar days: 2-10 + 18 = 2-28, + 31 = 3-31, + 11 = 4-11.
  { clock: 'commercial.advance', starts: '2025-02-10', due: '2025-04-11' },
  // 保险法 23, 10 calendar days: 3-3 → 3-13.
  { clock: 'commercial.payment', starts: '2025-03-03', due: '2025-03-13' },
  // 民事诉讼法 205, 30 calendar days: 5-16 + 15 = 5-31, + 15 = Sun 6-15 → Mon 6-16.
  { clock: 'agreement.confirmation', starts: '2025-05-16', due: '2025-06-16' },
  // 民法典 152, 90 calendar days: 3-3 + 28 = 3-31, + 30 = 4-30, + 31 = 5-31, + 1 = Sun 6-1, off → Tue 6-3.
  { clock: 'agreement.mistake', starts: '2025-03-03', due: '2025-06-03' },
  // 民法典 152, one year; 2026-02-17 lies in the spring holidays, which end 2-23.
  { clock: 'agreement.fraud', starts: '2025-02-17', due: '2026-02-24' },
  // 民法典 188, three years: 2022-05-10 → Sat 2025-05-10, off → Mon 5-12.
  { clock: 'limitation.injured', starts: '2022-05-10', due: '2025-05-12' },
  // 民法典 195: asked in writing on 2023-06-12; three years anew → 2026-06-12, a Friday.
  {
    clock: 'limitation.injured',
    starts: '2022-05-10',
    due: '2026-06-12',
    facts: { interruptions: [{ clock: 'limitation.injured', on: '2023-06-12' }] },
  },
  // 民法典 194: unconscious without a representative from 2025-03-01 (inside the last six months) to 2025-07-15: six months after it, 2026-01-15.
  {
    clock: 'limitation.injured',
    starts: '2022-05-10',
    due: '2026-01-15',
    facts: { pauses: [{ kind: 'limitation', from: '2025-03-01', to: '2025-07-15' }] },
  },
  // The same hindrance over before the last six months changes nothing.
  {
    clock: 'limitation.injured',
    starts: '2022-05-10',
    due: '2025-05-12',
    facts: { pauses: [{ kind: 'limitation', from: '2023-03-01', to: '2023-07-15' }] },
  },
  // 保险法 26 with 解释四 18: two years from the day the liability is fixed; 2024-02-29 has no twin in 2026 → 2026-02-28, a worked Saturday.
  { clock: 'limitation.insured', starts: '2024-02-29', due: '2026-02-28' },
  // 解释（一）15 with 民法典 188: three years from paying; 2026-10-02 lies in the National Day holidays → 10-8.
  { clock: 'limitation.recourse', starts: '2023-10-02', due: '2026-10-08' },
  // 救助基金办法: 3 and 2 working days. Mon 9-29 → 30 (1), off to 10-8, 9 (2), 10 (3).
  { clock: 'fund.decision', starts: '2025-09-29', due: '2025-10-10' },
  { clock: 'fund.payment', starts: '2025-10-10', due: '2025-10-13' },
];

/** “At once” and “promptly”: no day to count to. 道交法 70, 程序规定 13; 保险法 21, 22; 条例 27. */
export const AT_ONCE: readonly string[] = [
  'police.call',
  'insurer.told',
  'compulsory.answer',
  'commercial.completeOnce',
];

/** The last day lies in a year of which no calendar is on file: counted to the day by 民法典 188, not moved, and said so. */
export const BEYOND_THE_CALENDARS = {
  clock: 'limitation.longest',
  starts: '2021-05-10',
  due: '2041-05-10',
  year: 2041,
};
