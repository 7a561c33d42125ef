/** Income, consumption and wages that measure an award: given for the case, or of the region on the day of trial. */
import { type Leaf, yuan } from '../figure.ts';
import { parseYuan } from '../money.ts';
import { type Ask, codeOf, figureOf } from './ask.ts';
import type { Residence, StandardName } from './case.ts';
import { byRural } from './regime.ts';

/** What stands for a source where the figure was given with the case. */
export const GIVEN = 'given';

function given(ask: Ask, name: StandardName): Leaf | undefined {
  const yearly = ask.of.standards?.[name];
  if (yearly === undefined) return undefined;
  ask.note('estimate.assumption.given', { name });
  return yuan(name, parseYuan(yearly), [GIVEN]);
}

export const incomeFor = (ask: Ask, residence: Residence | undefined): Leaf =>
  measured(ask, residence, 'urbanIncome', 'ruralIncome');
export const consumptionFor = (ask: Ask, residence: Residence | undefined): Leaf =>
  measured(ask, residence, 'urbanConsumption', 'ruralConsumption');

function measured(ask: Ask, residence: Residence | undefined, urban: StandardName, rural: StandardName): Leaf {
  const name = byRural(ask, residence, ask.of.standards?.[rural] !== undefined) ? rural : urban;
  return given(ask, name) ?? figureOf(ask.now, `stats.${name}`, ask.asker, name);
}

/** The yearly wage for the funeral; which series a region's courts use is its own practice. */
export const averageWage = (ask: Ask): Leaf =>
  given(ask, 'averageWage') ??
  figureOf(ask.now, `stats.wage.${codeOf(ask.now, 'practice.wageSeries', ask.asker)}`, ask.asker, 'averageWage');
