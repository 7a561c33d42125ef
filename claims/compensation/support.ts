/**
 * Dependants, year by year. Each is first multiplied by the coefficient and divided by his supporters; while the sum of
 * a year is above one year's consumption it is cut to it and shared in proportion (law: dependants.cap, .capOrder).
 */
import { type Figure, type Leaf, leaf, product, quotient, sum } from '../figure.ts';
import { compare, minus, over, parseRatio, plus, type Ratio, ratio, total, zero } from '../money.ts';
import { type AskVictim, answered, fact, figureOf, notDue, sourcesFor, writtenOf } from './ask.ts';
import type { Dependant } from './case.ts';
import { coefficientOf } from './items/disability.ts';
import type { Entry, Unpaid } from './items/item.ts';
import { yearsAt, yearsByAge } from './regime.ts';
import { consumptionFor } from './standards.ts';

interface Supported {
  readonly id: string;
  /** What a year of support costs, and for how many. */
  readonly perYear: Figure;
  readonly years: Ratio;
  readonly whole: Figure;
  readonly consumption: Leaf;
}

export function supported(all: readonly Dependant[], ask: AskVictim): readonly (Entry | Unpaid)[] {
  const each = all.map((dependant) => ({ name: dependant.id, found: answered(() => one(dependant, ask)) }));
  const people = each.flatMap(({ found }) => ('value' in found ? [found.value] : []));
  const stages = stagesOf(people, sourcesFor(ask.then, ['dependants.cap'], ask.asker));
  const capped = stages.some((stage) => stage.cap !== undefined);
  if (capped) ask.note('estimate.assumption.dependantsCapped');
  return each.map(({ name, found }) => {
    if (!('value' in found)) return { name, ...found };
    return { name, together: capped, figure: capped ? staged(found.value, stages) : found.value.whole };
  });
}

function one(dependant: Dependant, ask: AskVictim): Supported {
  const years = yearsOf(dependant, ask);
  const consumption = consumptionFor(ask, dependant.residence ?? ask.victim.residence);
  const supporters = leaf('persons', 'supporters', supportersOf(dependant, ask));
  const shares = ask.victim.outcome === 'death' ? [] : [coefficientOf(ask.victim.items.disability ?? {}, ask)];
  const by = (figure: Figure): Figure =>
    compare(supporters.value, ratio(1)) === 0 ? figure : quotient(figure, supporters);
  return {
    id: dependant.id,
    perYear: by(product(consumption, ...shares)),
    years: years.value,
    whole: by(product(consumption, ...shares, years)),
    consumption,
  };
}

/** Months as given, else by age: a minor until the age of majority, an adult only if he cannot work and has nothing. */
function yearsOf({ months, age, incapable }: Dependant, ask: AskVictim): Leaf {
  const perYear = figureOf(ask.now, 'calendar.monthsPerYear', ask.asker);
  if (months !== undefined) return leaf('years', 'years', over(parseRatio(String(months)), perYear.value));
  const years = BigInt(fact(age, 'dependantAge'));
  const until = figureOf(ask.then, 'dependants.minorUntil', ask.asker);
  if (years < until.value.n) return yearsAt(Number(years), minus(until.value, ratio(years)), until.sources);
  if (!incapable) return notDue('estimate.notDue.capable');
  return yearsByAge(ask, 'dependants.years', Number(years));
}

/** Counted heads, else a province's burden coefficient; that first where it is the practice (practice.dependants). */
function supportersOf({ supporters }: Dependant, ask: AskVictim): Ratio {
  const byBurden =
    writtenOf(ask.now, 'practice.dependants', ask.asker) === 'burden' &&
    writtenOf(ask.now, 'stats.burden', ask.asker) !== undefined;
  if (supporters !== undefined && !byBurden) return parseRatio(String(supporters));
  const burden = fact(writtenOf(ask.now, 'stats.burden', ask.asker), 'supporters');
  ask.note('estimate.assumption.burden', { value: burden });
  return parseRatio(burden);
}

const higher = (a: Leaf, b: Leaf): Leaf => (compare(a.value, b.value) >= 0 ? a : b);

/** A stretch of time in which the same people are supported; `cap` where their sum is cut. */
interface Stage {
  readonly from: Ratio;
  readonly years: Ratio;
  readonly sum: Ratio;
  readonly cap: Figure | undefined;
}

function stagesOf(people: readonly Supported[], sources: readonly string[]): readonly Stage[] {
  const all = people.map((p) => p.years).sort(compare);
  const ends = all.filter((end, i) => compare(end, all[i - 1] ?? zero) > 0);
  return ends.map((end, i) => {
    const from = ends[i - 1] ?? zero;
    const active = people.filter((p) => compare(p.years, from) > 0);
    const yearly = total(active.map((p) => p.perYear.value));
    const most = active.map((p) => p.consumption).reduce(higher);
    const cap = leaf('yuan', 'yearlyCap', most.value, [...most.sources, ...sources]);
    return { from, years: minus(end, from), sum: yearly, cap: compare(yearly, cap.value) > 0 ? cap : undefined };
  });
}

/** One person's support over the stages: cut years as a share of the cap, the others as they are. */
function staged({ perYear, years }: Supported, stages: readonly Stage[]): Figure {
  const mine = stages.filter((stage) => compare(stage.from, years) < 0);
  const cut = mine.flatMap((stage) =>
    stage.cap
      ? [
          product(
            stage.cap,
            leaf('share', 'shareOfCap', over(perYear.value, stage.sum)),
            leaf('years', 'years', stage.years),
          ),
        ]
      : [],
  );
  const uncut = mine.filter((stage) => !stage.cap).reduce((so, stage) => plus(so, stage.years), zero);
  const rest = compare(uncut, zero) > 0 ? [product(perYear, leaf('years', 'years', uncut))] : [];
  const [first, ...more] = [...cut, ...rest];
  return first ? sum(first, ...more) : product(perYear, leaf('years', 'years', years));
}
