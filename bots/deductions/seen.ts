/** What somebody may see of a settlement: all of her own, or what whoever is liable has to bear; only while the proof of who she is is fresh. */
import { type Explanation, explain } from '../../claims/deductions/explain.ts';
import type { Settlement } from '../../claims/deductions/settlement.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { type LiableRow, sectionsOf } from '../../claims/sections.ts';
import { visible } from '../../claims/visible.ts';
import { isFresh, viewerOf } from '../identity/index.ts';
import type { Scope } from '../scope.ts';

export type Seen =
  | {
      readonly kind: 'own';
      readonly facts: ClaimFacts;
      readonly person: string;
      readonly settlement: Settlement;
      readonly explanation: Explanation;
    }
  | { readonly kind: 'liable'; readonly facts: ClaimFacts; readonly rows: readonly LiableRow[] }
  /** Nothing is settled yet; the proof is too old; it is none of hers. */
  | { readonly kind: 'notYet' | 'stale' | 'notYours' };

/** `facts` as the draft knows them. */
export function seenBy(scope: Pick<Scope, 'draft' | 'deps'>, grant: Grant): Seen {
  const { draft, deps } = scope;
  const facts = draft.facts.get(grant.claim);
  const viewer = facts && viewerOf(grant, facts);
  if (!facts || !viewer || viewer.role === 'reporter') return { kind: 'notYours' };
  if ((facts.settlements ?? []).length === 0) return { kind: 'notYet' };
  if (!isFresh(scope, grant)) return { kind: 'stale' };
  const seen = visible(viewer, sectionsOf(facts), draft.at);
  const [own] = Object.entries(seen.people).filter(([, fields]) => 'settlement' in fields);
  if (own) {
    const [person, { settlement }] = own;
    const settled = settlement as Settlement;
    return { kind: 'own', facts, person, settlement: settled, explanation: explain(settled, deps.clocks.law) };
  }
  const rows = seen.claim.liableBears as readonly LiableRow[] | undefined;
  if (rows) return { kind: 'liable', facts, rows };
  return { kind: viewer.role === 'injured' || viewer.role === 'heir' ? 'notYet' : 'notYours' };
}
