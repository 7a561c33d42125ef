/** Where statements of one report cannot both be right. Which is, nobody decides here: both are shown, and it can be asked. Pure. */
import type { Json } from '../store/ports.ts';
import type { InjuredState, Report } from './report.ts';

/** `report`: an answer; `account`: how it happened, in the person's words; `added`: told after the report; `told`: said to a colleague. */
export type Source = 'report' | 'account' | 'added' | 'told';

export interface Statement {
  /** As answers are shown. */
  readonly kind: string;
  readonly answer: Json;
  readonly source: Source;
  readonly at: number;
  /** The words it was read from. */
  readonly quote?: string;
}

export interface Contradiction {
  readonly what: string;
  /** The field of the report that the right one settles, and its values beside both statements; none where a person must look. */
  readonly settles?: { readonly field: string; readonly values: readonly [Json, Json] };
  readonly statements: readonly [Statement, Statement];
}

type Answered = Pick<Statement, 'kind' | 'answer'>;
type Found = Omit<Contradiction, 'statements'> & { readonly pair: readonly [Answered, Answered] };

/** Answers of a report that cannot stand side by side. */
export function withinReport(report: Partial<Report>, at: number): Contradiction[] {
  const found = [persons(report), deaths(report), plates(report), police(report), untreated(report)];
  return found.flatMap((one): Contradiction[] => {
    if (!one) return [];
    const { pair, ...rest } = one;
    const [first, second] = pair;
    return [{ ...rest, statements: [answered(first, at), answered(second, at)] }];
  });
}

const answered = (one: Answered, at: number): Statement => ({ ...one, source: 'report', at });
const count = (n: number): Answered => ({ kind: 'count', answer: n });
const state = (name: InjuredState): Answered => ({ kind: 'choice.injuredState', answer: name });

/** “2 人” and three persons told one by one. */
function persons({ injuredCount, injured = [] }: Partial<Report>): Found | undefined {
  const told = injured.length;
  if (typeof injuredCount !== 'number' || told === 0 || told === injuredCount) return undefined;
  const settles = { field: 'injuredCount', values: [injuredCount, told] as const };
  return { what: 'persons', settles, pair: [count(injuredCount), count(told)] };
}

/** More have died than were hurt, or other than how each of them is. */
function deaths({ injuredCount, dead = 0, injured = [] }: Partial<Report>): Found | undefined {
  if (typeof injuredCount === 'number' && dead > injuredCount)
    return { what: 'deaths', pair: [count(injuredCount), count(dead)] };
  const died = injured.filter((one) => one.state === 'died').length;
  const allTold = injured.length > 0 && injured.every((one) => one.state !== 'unknown');
  return allTold && died !== dead ? { what: 'deaths', pair: [count(dead), count(died)] } : undefined;
}

function plates({ ownPlate, other }: Partial<Report>): Found | undefined {
  if (!ownPlate || !other || !('plate' in other) || other.plate !== ownPlate) return undefined;
  const otherSide: Answered = { kind: 'otherSide', answer: { kind: 'car', plate: other.plate } };
  return { what: 'plates', pair: [{ kind: 'plate', answer: ownPlate }, otherSide] };
}

const CALLED: Readonly<Record<string, boolean>> = {
  hereCalled: true,
  movedCalled: true,
  hereNotCalled: false,
  leftNotCalled: false,
};

function police({ scene, policeCalled }: Partial<Report>): Found | undefined {
  const byScene = scene === undefined ? undefined : CALLED[scene];
  if (byScene === undefined || typeof policeCalled !== 'boolean' || byScene === policeCalled) return undefined;
  const answer = policeCalled ? 'yes' : 'no';
  const told = { kind: 'choice.sceneStatus', answer: scene ?? null };
  return { what: 'police', pair: [told, { kind: 'police', answer }] };
}

/** “还没去医院”, and which hospital it is. */
function untreated({ injured = [] }: Partial<Report>): Found | undefined {
  const one = injured.find((person) => person.state === 'notTreated' && person.hospital);
  if (!one) return undefined;
  return { what: 'injured', pair: [state('notTreated'), { kind: 'text', answer: one.hospital ?? '' }] };
}

/** The lightest first. */
const GRAVITY: readonly string[] = ['notTreated', 'outpatient', 'inpatient', 'critical', 'died'];
const gravest = (states: readonly (string | null | undefined)[]): number =>
  Math.max(-1, ...states.map((one) => GRAVITY.indexOf(one ?? '')));

/** “伤得很轻” in the report, in hospital by later words. The other way round is how people get well. */
export function graverThan(report: Partial<Report>, told: Json): Answered | undefined {
  const { state: one, states = [] } = (told ?? {}) as { state?: string; states?: readonly (string | null)[] };
  const known = gravest((report.injured ?? []).map((person) => person.state));
  const heard = gravest([one, ...states]);
  const inHospital = GRAVITY.indexOf('inpatient');
  if (known < 0 || known >= inHospital || heard < inHospital) return undefined;
  return state(GRAVITY[heard] as InjuredState);
}

/** How the gravest of the report is. */
export function gravestOf(report: Partial<Report>): Answered {
  const at = gravest((report.injured ?? []).map((person) => person.state));
  return state((GRAVITY[at] ?? 'unknown') as InjuredState);
}
