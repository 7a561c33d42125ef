/** Who hears of what: nothing that `visible` does not show. Pure. */
import type { PersonId } from '../../store/ports.ts';
import type { ClaimFacts } from '../fold.ts';
import { peopleOf, type Side } from '../progress/progress.ts';
import { CLAIM_FIELDS, PERSON_FIELDS, type Sections, type Viewer, visible } from '../visible.ts';
import type { Ear, Need } from './types.ts';

const all = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, true]));

export interface Hearing {
  /** As whom she has proved herself, or because she has reported it here. */
  readonly viewers: readonly Viewer[];
  readonly reporter: boolean;
  readonly person: PersonId;
  readonly fresh: boolean;
  readonly door: boolean;
}

export function earOf(facts: ClaimFacts, { viewers, ...who }: Hearing, at: number): Ear {
  const whole = { claim: all(CLAIM_FIELDS), people: everybody(facts) };
  const seen = viewers.map((viewer) => visible(viewer, whole, at)).reduce(together, { claim: {}, people: {} });
  const own = Object.keys(seen.people).find((id) => seen.people[id]?.papers);
  return { seen, ...who, own, side: sideOf(facts, viewers) };
}

const everybody = (facts: ClaimFacts) => Object.fromEntries(peopleOf(facts).map((id) => [id, all(PERSON_FIELDS)]));

const together = (a: Sections, b: Sections): Sections => ({
  claim: { ...a.claim, ...b.claim },
  people: Object.fromEntries(
    [...new Set([...Object.keys(a.people), ...Object.keys(b.people)])].map((id) => [
      id,
      { ...a.people[id], ...b.people[id] },
    ]),
  ),
});

/** Whoever only reported it stands where she said that she stands. */
function sideOf({ report }: ClaimFacts, viewers: readonly Viewer[]): Side {
  const named = viewers.find(({ role }) => role !== 'reporter');
  if (named) return named.role === 'insured' || named.role === 'driver' ? 'insured' : 'injured';
  return report.role === 'injured' || report.role === 'family' ? 'injured' : 'insured';
}

export const hears = ({ seen, reporter }: Ear, needs: readonly Need[]): boolean =>
  needs.some((need) => {
    if (need === 'reporter') return reporter;
    if ('claim' in need) return need.claim in seen.claim;
    return need.field in (seen.people[need.person] ?? {});
  });
