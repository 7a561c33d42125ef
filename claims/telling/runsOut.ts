/** What time alone brings: a promise that was not kept, and the end of a time in which the person may still act. Pure. */
import type { ClaimEvent, JsonObject } from '../../store/ports.ts';
import { afterHours, instantOf, wallClock } from '../clocks/days.ts';
import type { ClockReading } from '../clocks/types.ts';
import type { ClaimFacts, PromiseMade } from '../fold.ts';
import { leastFar, type ProgressLaw, readingsOf } from '../progress/progress.ts';
import { appraisalWindow } from './appraisal.ts';
import { hears } from './ears.ts';
import { promiseNeeds } from './happened.ts';
import type { Ear, Item, Need, Renewal } from './types.ts';

/** Told once: `mark` is remembered. */
export interface Marked {
  readonly mark: string;
  readonly item: Item;
}

type Broken = Marked & { readonly renewal?: Renewal };

const markOf = ({ id }: PromiseMade): string => `broken ${id}`;

/** What was promised in a conversation was promised to its person alone. */
function wasPromised(facts: ClaimFacts, events: readonly ClaimEvent[], ear: Ear, promise: PromiseMade): boolean {
  const { person } = events.find(({ id }) => id === promise.id) ?? {};
  return person === undefined ? hears(ear, promiseNeeds(facts, promise)) : person === ear.person;
}

/** Those that this conversation has heard of and nobody has kept. */
export const openPromises = (facts: ClaimFacts, events: readonly ClaimEvent[], ear: Ear): readonly PromiseMade[] =>
  facts.promises.filter((one) => one.kept === undefined && wasPromised(facts, events, ear, one));

const isOver = ({ by }: PromiseMade, now: number): boolean => instantOf(by, 'promise.by') < now;

/** `again`: until when it is promised anew. A promise that took the place of a broken one is not renewed once more. */
export function broken(
  facts: ClaimFacts,
  promises: readonly PromiseMade[],
  { now, marks, again }: { readonly now: number; readonly marks: readonly string[]; readonly again: number },
): readonly Broken[] {
  const late = promises.filter((one) => isOver(one, now) && !marks.includes(markOf(one)));
  return late.map((promise) => {
    const { id, what, by, who, to, instead } = promise;
    const item = { kind: 'broken', what, by, who } as const;
    if (instead !== undefined) return { mark: markOf(promise), item };
    const renewed = facts.promises.find((one) => one.instead === id);
    if (renewed) return { mark: markOf(promise), item: { ...item, next: renewed.by } };
    const renewal = { instead: id, by: again, who, ...(to === undefined ? {} : { to }) };
    return { mark: markOf(promise), item: { ...item, next: wallClock(again) }, renewal };
  });
}

/** When the next one is broken, if nobody keeps it. */
export const nextBroken = (promises: readonly PromiseMade[], now: number, marks: readonly string[]): number[] =>
  promises
    .filter((one) => !marks.includes(markOf(one)))
    .map(({ by }) => Math.max(now, instantOf(by, 'promise.by') + 1));

/** What a person may still do until a day, and who must see what to be told of it. */
const CLOCKS: Readonly<Record<string, 'anybody' | 'insured' | 'injured'>> = {
  'review.ask': 'anybody',
  'mediation.ask': 'anybody',
  'mediation.askAfterReview': 'anybody',
  'agreement.confirmation': 'anybody',
  'agreement.mistake': 'anybody',
  'agreement.fraud': 'anybody',
  'limitation.injured': 'injured',
  'limitation.longest': 'injured',
  'limitation.insured': 'insured',
};
export const TOLD_CLOCKS = Object.keys(CLOCKS);

function clockNeeds(clock: string, person: string): Need[] {
  const whose = CLOCKS[clock];
  if (whose === 'anybody') return [{ claim: 'determination' }];
  if (whose === 'insured') return [{ claim: 'policy' }];
  return whose === 'injured' ? [{ person, field: 'papers' }] : [];
}

const clockMark = ({ clock, due }: ClockReading): string => `clock ${clock} ${due}`;

/** Times of the person's own that run out or begin, each told once. */
export function runningOut(facts: ClaimFacts, ear: Ear, now: number, law: ProgressLaw): readonly Marked[] {
  return [...clocksRunningOut(facts, ear, now, law), ...appraisalWindow(facts, ear, now, law)];
}

function clocksRunningOut(facts: ClaimFacts, ear: Ear, now: number, law: ProgressLaw): readonly Marked[] {
  const person = ear.own ?? leastFar(facts, now);
  if (person === undefined) return [];
  return readingsOf(facts, person, now, law)
    .filter(({ clock, state }) => state === 'amber' && hears(ear, clockNeeds(clock, person)))
    .flatMap((reading) => {
      const { clock, due, law: source } = reading;
      if (due === null) return [];
      const item = { kind: 'clock', clock, by: due, law: source as unknown as JsonObject } as const;
      return [{ mark: clockMark(reading), item }];
    });
}

const A_DAY = Date.parse('1970-01-02') / afterHours(0, 1);

/** Clocks count days: the first of the days until then on which one runs out soon. */
export function nextRunningOut(
  facts: ClaimFacts,
  ear: Ear,
  span: { readonly now: number; readonly until: number; readonly marks: readonly string[] },
  law: ProgressLaw,
): number[] {
  for (let at = afterHours(span.now, A_DAY); at < span.until; at = afterHours(at, A_DAY))
    if (runningOut(facts, ear, at, law).some(({ mark }) => !span.marks.includes(mark))) return [at];
  return [];
}
