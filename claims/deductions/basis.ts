/** What a reason is computed from: named values that come with the cut, checked at the door, read as traced leaves. */
import type { LawMissing, LawView } from '../../law/types.ts';
import { type Counts, type Figure, type Leaf, leaf, yuan } from '../figure.ts';
import { isZero, parseRatio, parseYuan } from '../money.ts';
import type { Form, Problem, SettledLine, Settlement } from './settlement.ts';

/** Money, a share, a number of something, or one of some words. */
export type Shape = 'yuan' | 'share' | 'days' | 'persons' | readonly string[];
export type Shapes = Readonly<Record<string, Shape>>;

/** A value that the arithmetic needs was not given: the amount then stands on its paper alone. Never leaves this folder. */
class NotGiven extends Error {}

/** How a reason reads its basis, the line it stands in, the layers, and the law. */
export interface Given {
  readonly asked: Leaf;
  readonly accepted: Leaf;
  readonly settlement: Settlement;
  readonly line: SettledLine;
  /** The law on the day of the decision. */
  readonly now: LawView;
  of(name: string): Leaf;
  says(name: string, word: string): boolean;
  has(name: string): boolean;
  /** The limit of the limb on the day of the accident; for a car without fault (basis or layers say so) its own. */
  limit(): Leaf;
  readonly noFault: boolean;
  readonly fault: Leaf | undefined;
  readonly deductibleRate: Leaf | undefined;
}

const FORMS: Readonly<Record<'yuan' | 'share' | 'days' | 'persons', RegExp>> = {
  yuan: /^\d+(?:\.\d\d?)?$/,
  share: /^\d+(?:\.\d+|\/[1-9]\d*)?$/,
  days: /^\d+$/,
  persons: /^\d+$/,
};

export function basisProblems(
  reason: { readonly basis: Shapes },
  basis: Settlement['lines'][number]['reasons'][number]['basis'],
  pointer: string,
): Problem[] {
  return Object.entries(basis ?? {}).flatMap(([name, value]) => {
    const shape = Object.hasOwn(reason.basis, name) ? reason.basis[name] : undefined;
    const names = Object.keys(reason.basis).join(', ');
    const at = `${pointer}/${name}`;
    if (shape === undefined)
      return [{ pointer: at, expected: `one of: ${names || '(no names)'}`, rule: { name: 'noSuchField', values: {} } }];
    const good = typeof shape === 'string' ? FORMS[shape].test(value) : shape.includes(value);
    const expected = typeof shape === 'string' ? shape : `one of: ${shape.join(', ')}`;
    return good ? [] : [{ pointer: at, expected, rule: { name: formOf(shape), values: {} } }];
  });
}

const formOf = (shape: Shape): Form => (typeof shape !== 'string' ? 'choice' : shape === 'share' ? 'ratio' : shape);

const ratioLeaf = (name: string, text: string | undefined): Leaf | undefined =>
  text === undefined ? undefined : leaf('share', name, parseRatio(text));

export interface Laws {
  readonly now: LawView;
  /** Undefined where the day of the accident is not given. */
  readonly accident: LawView | undefined;
}

export function givenOf(
  shapes: Shapes,
  basis: Readonly<Record<string, string>>,
  line: SettledLine,
  settlement: Settlement,
  laws: Laws,
  lacks: (missing: LawMissing) => void,
): Given {
  const of = (name: string): Leaf => leafOf(shapes[name], name, basis[name]);
  return {
    asked: yuan('asked', parseYuan(line.asked)),
    accepted: yuan('accepted', parseYuan(line.accepted)),
    settlement,
    line,
    now: laws.now,
    of,
    says: (name, word) => basis[name] === word,
    has: (name) => basis[name] !== undefined,
    limit: () => limitOf(limitName(basis.limb ?? 'medical', basis.atFault, settlement), laws.accident, lacks),
    noFault: withoutFault(basis.atFault, settlement),
    fault: ratioLeaf('fault', settlement.layers.fault),
    deductibleRate: ratioLeaf('deductibleRate', settlement.layers.deductibleRate),
  };
}

/** Which parameter is the limit: a car that is not at fault has its own, lower ones. */
export const limitName = (limb: string, atFault: string | undefined, of: Settlement): string =>
  `compulsory.${limb}.limit${withoutFault(atFault, of) ? '.noFault' : ''}`;

function withoutFault(atFault: string | undefined, { layers }: Settlement): boolean {
  if (atFault !== undefined) return atFault === 'no';
  return layers.fault !== undefined && isZero(parseRatio(layers.fault));
}

function leafOf(shape: Shape | undefined, name: string, value: string | undefined): Leaf {
  if (value === undefined || shape === undefined || typeof shape !== 'string') throw new NotGiven(name);
  if (shape === 'yuan') return yuan(name, parseYuan(value));
  const counts: Counts = shape;
  return leaf(counts, name, parseRatio(value));
}

function limitOf(parameter: string, accident: LawView | undefined, lacks: (missing: LawMissing) => void): Leaf {
  const found = accident?.get(parameter, 'claims/deductions');
  if (found?.status === 'value') return yuan(parameter, parseYuan(found.value), [found.source.id]);
  if (found) lacks(found);
  throw new NotGiven(parameter);
}

/** The figure, or undefined where something it needs was not given. */
export function computed(rule: ((given: Given) => Figure) | undefined, given: Given): Figure | undefined {
  try {
    return rule?.(given);
  } catch (error) {
    if (error instanceof NotGiven) return undefined;
    throw error;
  }
}

/** For reasons: a leaf that must be there. */
export function must(found: Leaf | undefined, name: string): Leaf {
  if (!found) throw new NotGiven(name);
  return found;
}
