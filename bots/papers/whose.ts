/** Whose papers a conversation may speak of: of the claim that was reported in it, or of one that a grant opens. */

import { instantOf } from '../../claims/clocks/days.ts';
import { type Side, sideOf } from '../../claims/documents/asking.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { stateOf } from '../../claims/documents/state.ts';
import { type ListTold, lastTold, type Standing, standingOf } from '../../claims/documents/told.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { awaitedOf, concerns } from '../../claims/progress/progress.ts';
import type { Report } from '../../claims/report.ts';
import type { Authorisation, Viewer } from '../../claims/visible.ts';
import type { ClaimId } from '../../store/ports.ts';
import { grantFor, grantsOf, isFresh, viewerOf } from '../identity/index.ts';
import type { Scope } from '../scope.ts';

export interface Whose {
  readonly id: ClaimId;
  readonly number: string;
  readonly facts: ClaimFacts;
  /** Undefined: reported for others; it is asked. */
  readonly side: Side | undefined;
  readonly party?: string;
  /** Who asks is known to be that party. */
  readonly verified: boolean;
}

type Given = Pick<Scope, 'draft' | 'deps'>;

/** Undefined: nothing was reported here, and nothing is open to this conversation. */
export async function whose(given: Given): Promise<Whose | undefined> {
  const { draft, deps } = given;
  const { claim, papers } = draft.state;
  const grants = grantsOf(given);
  const looksAt = grants.find((one) => one.claim === draft.state.looksAt);
  const id = claim?.id ?? (looksAt ?? grants.at(-1))?.claim;
  if (!id) return undefined;
  await draft.know(id, deps.store);
  const facts = draft.facts.get(id);
  if (!facts) return undefined;
  const open = grantFor(given, id);
  const as = open && viewerOf(open, facts);
  const verified = as && ofViewer(as, facts, draft.at);
  const known = { id, number: claim?.number ?? facts.number, facts };
  if (open && verified) return { ...known, ...verified, verified: isFresh(given, open) };
  // Who reported it may know what was asked of her, here or on another phone.
  if (claim?.id !== id && as?.role !== 'reporter') return undefined;
  const side = sideOf((facts.report as Partial<Report>).role) ?? papers?.side;
  return { ...known, side, ...partyOf(facts, side), verified: false };
}

function ofViewer(viewer: Viewer, facts: ClaimFacts, at: number): Pick<Whose, 'side' | 'party'> | undefined {
  switch (viewer.role) {
    case 'insured':
    case 'driver':
      return { side: 'insured', ...partyOf(facts, 'insured') };
    case 'injured':
    case 'heir':
      return { side: 'injured', party: viewer.person };
    case 'agent':
      return standsNow(viewer.authorisation, at) ? ofViewer(viewer.authorisation.by, facts, at) : undefined;
    default:
      return undefined;
  }
}
const standsNow = (given: Authorisation | undefined, at: number): given is Authorisation =>
  given !== undefined && at >= instantOf(given.from, 'from') && at < instantOf(given.until, 'until');

/** The only one of that side, if there is only one. */
function partyOf({ registered }: ClaimFacts, side: Side | undefined): { readonly party?: string } {
  const own = registered?.parties.filter(({ role }) => role === side) ?? [];
  const [only, ...others] = own;
  return only && others.length === 0 ? { party: only.id } : {};
}

export const toldTo = ({ facts, side, party }: Whose): ListTold | undefined =>
  side && lastTold(facts.lists, side, party);

/** The page of a list, in the language of the conversation. */
export const urlOf = ({ deps, draft }: Pick<Scope, 'deps' | 'draft'>, { id }: Whose, told: ListTold): string => {
  const { side, party, version } = told;
  const whose = { side, ...(party !== undefined && { party }) };
  return deps.papersUrl(id, draft.conversation.id, { ...whose, version, lang: draft.state.lang });
};

/** How each paper stands, as far as whoever asks may know: what others have recorded of a hospital's papers needs a code. */
export function standing(own: Whose, told: ListTold): readonly Standing[] {
  const { papers = [], papersAsked = [] } = seenBy(own);
  const mine = concerns(own.facts, own.party ?? '', told.side);
  return standingOf(told, papers.filter(mine), papersAsked.filter(mine));
}

const seenBy = ({ facts, verified }: Whose): ClaimFacts =>
  verified
    ? facts
    : { ...facts, papers: facts.papers?.filter((one) => one.person === undefined || !isMedical(one.document)) ?? [] };

/** What the insurer waits for, list or not: the same papers that the answer to where the claim stands names. */
export function awaited(own: Whose): readonly Standing[] {
  if (!own.side) return [];
  const seen = seenBy(own);
  const mine = concerns(own.facts, own.party ?? '', own.side);
  const events = (seen.papers ?? []).filter(mine);
  return awaitedOf(seen, own.party ?? '', own.side).map(({ document, asked }, i) => ({
    ...{ n: i + 1, document, need: 'needed', dependsOn: [], waits: true, state: stateOf(document, events) },
    ...(asked && { asked: { document, ...asked } }),
  }));
}

/** Whether something is not said because nobody knows who asks. */
export const isWithheld = ({ facts, party, verified }: Whose): boolean =>
  !verified &&
  (facts.papers ?? []).some(({ person, document }) => person === party && person !== undefined && isMedical(document));

const MEDICAL: ReadonlySet<string> = new Set(
  DOCUMENTS.filter(({ group }) => group === 'treatment' || group === 'disability').map(({ id }) => id),
);
const isMedical = (document: string): boolean => MEDICAL.has(document);
