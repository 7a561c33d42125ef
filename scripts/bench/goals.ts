/** What speed is asked for. Each value is a ratio or an absolute figure; floor and goal say from where on it is well. */
export interface Goal {
  readonly about: string;
  readonly unit: string;
  readonly better: 'more' | 'less';
  readonly floor: number;
  readonly goal: number;
}

const more = (about: string, floor: number, goal: number, unit = '×'): Goal => ({
  about,
  unit,
  better: 'more',
  floor,
  goal,
});
const less = (about: string, floor: number, goal: number, unit = '×'): Goal => ({
  about,
  unit,
  better: 'less',
  floor,
  goal,
});

export const goals = {
  P1: more('turns a second: ours, whole, over plain echo', 0.55, 0.8),
  P2: more('turns a second: ours, whole, over plain waterfall', 0.9, 1.25),
  P3: more('turns a second: ours, whole, over plain waterfall with Chinese recognisers', 4, 6),
  P4a: less('answer p99 at half load', 100, 50, 'ms'),
  P4b: less('acknowledgement p99 at half load', 300, 200, 'ms'),
  P4c: less('longest acknowledgement while the database is held for 3 s', 4000, 1000, 'ms'),
  P5: less('processor time of a turn in process, over a plain waterfall turn', 2, 1.2),
  P6: less('heap growth with 100,000 idle conversations', 20, 5, 'MB'),
  P7: less('start until ready, over plain botbuilder and restify', 1.5, 1),
  P8: less('memory at steady load, over plain waterfall', 1.2, 1),
  P9a: more('turns a second with many stored claims, over a thousand', 0.7, 0.9),
  P9b: less('look-up of a claim p50, many over a thousand', 4, 3),
  P9c: less('page of 20 of the queue p50, many over a thousand', 8, 4),
  P9d: less('look-up of a claim p99 with many', 2, 0.5, 'ms'),
  P10: more('templates a second, over raw nunjucks', 0.4, 0.7),
  P11a: less('understanding a message, mean', 200, 50, 'µs'),
  P11b: less('understanding a message, p99', 2000, 300, 'µs'),
  P11c: less('understanding 4,000 characters, longest', 50, 20, 'ms'),
  P11d: less('understanding a message, over Recognizers-Text number and date', 1 / 20, 1 / 80),
  P11e: less('every intent and every fact of a sentence (`npm run understand`), mean', 200, 50, 'µs'),
  P12a: less('event loop late at full load, p99', 100, 30, 'ms'),
  P12b: less('event loop late at full load, longest', 500, 100, 'ms'),
  P13: more('turns a second: two processes on PostgreSQL over one on SQLite', 0.25, 0.4),
  P14: more('turns a second: synchronous FULL over NORMAL', 0.6, 0.85),
  P15: less('10,000 waiting lines delivered', 300, 60, 's'),
  P15b: less('10,000 conversations told what has happened', 300, 60, 's'),
  E1: more('whole traced estimates a second', 2000, 2000, '/s'),
  E2: less('heap kept after 100,000 estimates', 5, 1, 'MB'),
  D1a: less("a person's message until the adjuster reads it, p99", 500, 250, 'ms'),
  D1b: less("an adjuster's message until the person reads it, p99", 500, 250, 'ms'),
  D2a: less('page of the queue with 100,000 conversations, p50', 150, 50, 'ms'),
  D2b: less('page of the queue with 100,000 conversations, p99', 150, 100, 'ms'),
  D3: less("an adjuster's message with screens that hang, over without, p50", 1.5, 1.15),
  P17: less('heap slope of a long run', 1, 0.2, 'MB/min'),
} as const satisfies Readonly<Record<string, Goal>>;

export type GoalId = keyof typeof goals;

export type Verdict = 'goal' | 'floor' | 'missed';
export function verdict(id: GoalId, value: number): Verdict {
  const { better, floor, goal } = goals[id];
  const reaches = (bar: number): boolean => (better === 'more' ? value >= bar : value <= bar);
  return reaches(goal) ? 'goal' : reaches(floor) ? 'floor' : 'missed';
}
