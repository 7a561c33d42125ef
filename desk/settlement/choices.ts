/** What can be chosen in the form, with its words; and which values a reason is computed from. */
import type { Shape } from '../../claims/deductions/basis.ts';
import { REASONS } from '../../claims/deductions/reasons/index.ts';
import schema from '../../claims/deductions/settlement.schema.json' with { type: 'json' };
import type { Lang } from '../../locales/render.ts';
import type { Desk } from '../web/visit.ts';
import { shapesOf } from './read.ts';

const { properties } = schema;
const line = properties.lines.items.properties;
const cut = line.reasons.items.properties;

export interface Choice {
  readonly value: string;
  readonly label: string;
}
type Say = (key: string, values?: Readonly<Record<string, string>>) => string;
/** One value of a basis: typed, or one of some words. */
interface BasisField {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

export function choicesOf({ renderer }: Pick<Desk, 'renderer'>, lang: Lang) {
  const say: Say = (key, values) => renderer.sentence(lang, key, values);
  const labelled = (values: readonly string[], group: string): Choice[] =>
    values.map((value) => ({ value, label: say(`${group}.${value}`) }));
  const basisOf = (code: string): BasisField[] =>
    Object.entries(shapesOf(code)).map(([name, shape]) => ({
      ...{ name, label: labelOf(say, name, shape) },
      choices: typeof shape === 'string' ? [] : labelled(shape, 'desk.basisWord'),
    }));
  return {
    items: labelled(line.item.enum, 'deductions.item'),
    codes: labelled(cut.code.enum, 'explanation.reason'),
    bearers: labelled(cut.bearer.enum, 'desk.bearer'),
    advancers: labelled(properties.advances.items.properties.by.enum, 'desk.advancer'),
    /** Who bears it where nothing is chosen. */
    bearer: (code: string): string => {
      const reason = REASONS.find((one) => one.code === code);
      return reason ? say(`desk.bearer.${reason.bearer}`) : '';
    },
    basis: basisOf,
  };
}

/** With what it is counted in. */
function labelOf(say: Say, name: string, shape: Shape): string {
  const label = say(`desk.basisName.${name}`);
  return typeof shape === 'string'
    ? say('desk.settle.counted', { label, unit: say(`desk.settle.unit.${shape}`) })
    : label;
}
