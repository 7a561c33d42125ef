/** When a paper is needed, said in facts. Three-valued: an unknown fact matters only where it would change the answer. */
import type { CaseFacts, Choice, Condition, FactName, Given, Truth, YesNo } from './types.ts';

export const always: Condition = () => true;

export const is =
  (fact: YesNo): Condition =>
  ({ facts }) =>
    facts[fact] ?? [fact];

export const not =
  (condition: Condition): Condition =>
  (given) => {
    const truth = condition(given);
    return typeof truth === 'boolean' ? !truth : truth;
  };

export const oneOf =
  <K extends Choice>(fact: K, ...values: readonly NonNullable<CaseFacts[K]>[]): Condition =>
  ({ facts }) => {
    const told = facts[fact];
    return told === undefined ? [fact] : values.some((value) => value === told);
  };

/**
 * Only once it is known: nobody is asked for it. For what the claim itself tells (a lawsuit, an advance), and for what
 * is not asked at a bedside.
 */
export const ifTold =
  (condition: Condition): Condition =>
  (given) =>
    condition(given) === true;

export const died: Condition = ifTold(is('died'));

/** False as soon as one is false; what is unknown is asked in the order in which it stands here. */
export const every = (...conditions: readonly Condition[]): Condition => decide(conditions, false);
export const some = (...conditions: readonly Condition[]): Condition => decide(conditions, true);

const decide =
  (conditions: readonly Condition[], settles: boolean): Condition =>
  (given) => {
    const truths = conditions.map((condition) => condition(given));
    if (truths.includes(settles)) return settles;
    const unknown = truths.flatMap((truth) => (typeof truth === 'boolean' ? [] : truth));
    return unknown.length === 0 ? !settles : [...new Set(unknown)];
  };

/**
 * Whether the award goes by where somebody lived: so the law said until 2022-05-01, and some regions stopped earlier.
 * After that nobody is asked for proof of living in town.
 */
export const byResidence: Condition = ({ facts, law, at }: Given): Truth => {
  const { accident, region } = facts;
  if (accident === undefined) return ['accident' satisfies FactName];
  const base = law.at(accident).get('standard.base', ASKER);
  if (base.status === 'missing' || base.value !== 'byResidence') return false;
  const unified = law.at(at, region).get('standard.unifiedFrom', ASKER);
  if (unified.status === 'missing') return true;
  const axis = law.at(at, region).get('standard.unifiedFrom.axis', ASKER);
  const counted = axis.status === 'value' && axis.value === 'pending' ? at : accident;
  return counted < unified.value;
};
const ASKER = 'claims/documents';
