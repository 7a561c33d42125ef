/** Whose papers a conversation may speak of: of the claim that was reported in it, or of one that a grant opens. */
import { type Side, sideOf } from '../../claims/documents/asking.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { type ListTold, lastTold, type Standing, standingOf } from '../../claims/documents/told.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Report } from '../../claims/report.ts';
import type { ClaimId } from '../../store/ports.ts';
import type { Scope } from '../scope.ts';

/** What a code or a colleague has opened (claims/identity). */
interface Grant {
  readonly claim: ClaimId;
  readonly party: string;
  readonly role: 'insured' | 'driver' | 'injured' | 'heir' | 'agent';
  readonly lastSeenAt: number;
}

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

/** Undefined: nothing was reported here, and nothing is open to this conversation. */
export async function whose({ draft, deps }: Pick<Scope, 'draft' | 'deps'>): Promise<Whose | undefined> {
  const { claim, papers } = draft.state;
  const grant = grantIn(draft.state);
  const id = claim?.id ?? grant?.claim;
  if (!id) return undefined;
  await draft.know(id, deps.store);
  const facts = draft.facts.get(id);
  if (!facts) return undefined;
  const number = claim?.number ?? facts.number;
  if (grant?.claim === id) {
    const side: Side = grant.role === 'insured' || grant.role === 'driver' ? 'insured' : 'injured';
    return { id, number, facts, side, party: grant.party, verified: draft.at - grant.lastSeenAt <= FRESH };
  }
  const side = sideOf((facts.report as Partial<Report>).role) ?? papers?.side;
  return { id, number, facts, side, ...partyOf(facts, side), verified: false };
}
/** Medical papers need a code, or activity in the conversation that it opened, within this time (milliseconds). */
const FRESH = 15 * 60_000;

/** The last one that was given. */
const grantIn = (state: object): Grant | undefined =>
  (state as { readonly identity?: { readonly grants?: readonly Grant[] } }).identity?.grants?.at(-1);

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
export function standing({ facts, party, verified }: Whose, told: ListTold): readonly Standing[] {
  const own = <T extends { readonly person?: string }>({ person }: T) => person === undefined || person === party;
  const events = (facts.papers ?? []).filter(own);
  const seen = verified
    ? events
    : events.filter(({ person, document }) => person === undefined || !isMedical(document));
  return standingOf(told, seen, (facts.papersAsked ?? []).filter(own));
}

/** Whether something is not said because nobody knows who asks. */
export const isWithheld = ({ facts, party, verified }: Whose): boolean =>
  !verified &&
  (facts.papers ?? []).some(({ person, document }) => person === party && person !== undefined && isMedical(document));

const MEDICAL: ReadonlySet<string> = new Set(
  DOCUMENTS.filter(({ group }) => group === 'treatment' || group === 'disability').map(({ id }) => id),
);
const isMedical = (document: string): boolean => MEDICAL.has(document);
