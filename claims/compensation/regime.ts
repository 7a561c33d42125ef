/**
 * Which law measures a case: the limits by the day of the accident, urban figures for everyone or each by residence by
 * the day of the tort (or a region's own pilot day), the interpretation by the day of trial or negotiation.
 */
import type { Day, LawView } from '../../law/types.ts';
import { type Leaf, leaf } from '../figure.ts';
import { type Ratio, ratio } from '../money.ts';
import { type Ask, fact, figureOf, lacking, writtenOf } from './ask.ts';
import type { Residence } from './case.ts';

export interface Regime {
  /** First day of the limits, of the measure of income, of the second interpretation; null: none is in force. */
  readonly limits: Day | null;
  readonly standard: Day | null;
  readonly interpretation: Day | null;
}

/** Whose figures measure everybody, since when; by residence it may be unknown whether the region ran a pilot by then. */
type Base =
  | { readonly urban: true; readonly from: Day }
  | { readonly urban: false; readonly from: Day; readonly pilotUnknown: boolean };

const fromOf = (view: LawView, id: string, asker: string): Day | null => {
  const found = view.get(id, asker);
  return found.status === 'value' ? found.from : null;
};

export function regimeOf(ask: Ask): Regime {
  return {
    limits: fromOf(ask.then, 'compulsory.medical.limit', ask.asker),
    standard: baseOf(ask)?.from ?? null,
    interpretation: fromOf(ask.now, 'interpretation.two', ask.asker),
  };
}

/** Undefined: before 2004 other rules held; they are repealed and not computed. */
function baseOf(ask: Ask): Base | undefined {
  const base = ask.then.get('standard.base', ask.asker);
  if (base.status === 'missing') return undefined;
  const { from } = base;
  if (base.value === 'urban') return { urban: true, from };
  const pilot = writtenOf(ask.now, 'standard.unifiedFrom', ask.asker);
  if (pilot === undefined) return { urban: false, from, pilotUnknown: !beforeAllPilots(ask) };
  const pending = writtenOf(ask.now, 'standard.unifiedFrom.axis', ask.asker) === 'pending';
  return (pending ? ask.of.asOf : ask.of.accidentDate) >= pilot
    ? { urban: true, from: pilot }
    : { urban: false, from, pilotUnknown: false };
}

const beforeAllPilots = (ask: Ask): boolean =>
  ask.of.asOf < (writtenOf(ask.now, 'standard.pilotsFrom', ask.asker) ?? '');

/**
 * Whether a person is measured by rural figures. Before the unified standard it takes a residence, and for a rural one
 * the region's pilot day: where that is not known, only figures given for the case settle it.
 */
export function byRural(ask: Ask, residence: Residence | undefined, ruralGiven: boolean): boolean {
  const base = baseOf(ask);
  if (!base || base.urban || fact(residence, 'residence') === 'urban') return false;
  if (base.pilotUnknown && !ruralGiven) return lacking('standard.unifiedFrom', ask.now);
  if (base.pilotUnknown) ask.note('estimate.assumption.noPilot', { region: ask.of.region });
  return true;
}

/** Years that come from an age, which is told with them. */
export const yearsAt = (age: number, years: Ratio, sources: readonly string[]): Leaf => ({
  ...leaf('years', 'yearsByAge', years, sources),
  about: { age: String(age) },
});

/** The years of an award by age: full below the first step, one less a year from there, a floor from the second. */
export function yearsByAge(ask: Ask, prefix: 'award.years' | 'dependants.years', age: number): Leaf {
  const at = (id: string) => figureOf(ask.then, id, ask.asker);
  const [full, reduce, floorFrom, floor] = [
    at(prefix),
    at(`${prefix}.reduceFrom`),
    at(`${prefix}.floorFrom`),
    at(`${prefix}.floor`),
  ];
  const years = BigInt(age);
  const n =
    years >= floorFrom.value.n
      ? floor.value.n
      : years > reduce.value.n
        ? full.value.n - (years - reduce.value.n)
        : full.value.n;
  return yearsAt(age, ratio(n), full.sources);
}
