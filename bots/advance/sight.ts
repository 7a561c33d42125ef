/** Whose money for treatment a conversation may speak of, and what of the claim tells in the answer. */
import { type Asking, factsOf, SEES_NOTHING } from '../../claims/advance/known.ts';
import type { AdvanceFacts } from '../../claims/advance/types.ts';
import { wishFor } from '../../claims/advance/wish.ts';
import type { Advance } from '../../claims/recording/advances.ts';
import type { InjuredPerson, Report } from '../../claims/report.ts';
import { sectionsOf } from '../../claims/sections.ts';
import { visible } from '../../claims/visible.ts';
import { reportedHere } from '../consented.ts';
import { grantFor, isFresh, viewerOf } from '../identity/index.ts';
import type { Whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';

export type Given = Pick<Scope, 'draft' | 'deps'>;

/** Whoever asks is of those who were hurt: by the claim, or where there is none by their words. */
export const isFamily = ({ draft }: Pick<Given, 'draft'>, own: Whose | undefined): boolean =>
  own?.side === 'injured' || (own === undefined && draft.state.hurtSide === true);

/** Somebody who was hurt: named by the insurer, or only counted in the report. */
export interface Patient {
  readonly person?: string;
  readonly n?: number;
  readonly name: string;
  readonly told?: InjuredPerson;
}

/** What whoever asks may see of the claim now. */
export function seenOf(given: Given, own: Whose) {
  const grant = grantFor(given, own.id);
  const viewer = grant && viewerOf(grant, own.facts);
  return { grant, viewer, sections: viewer && visible(viewer, sectionsOf(own.facts), given.draft.at) };
}

/** Those that claims/visible.ts shows to her. */
export function seenAdvances(given: Given, own: Whose): readonly Advance[] {
  const { sections } = seenOf(given, own);
  return (own.facts.advances ?? []).filter(({ person }) => sections?.people[person]?.advance !== undefined);
}

/** Whom it can be for: herself, or those of whom she may see that money was put forward. */
export function patientsOf(given: Given, own: Whose): readonly Patient[] {
  const { sections } = seenOf(given, own);
  const named = (own.facts.registered?.parties ?? []).filter(({ role }) => role === 'injured');
  const report = own.facts.report as Partial<Report>;
  const counted = reportedHere(given, own.id) ? (report.injured ?? []) : [];
  const [told] = counted.length === 1 && named.length < 2 ? counted : [];
  if (own.side === 'injured' && own.party !== undefined)
    return [{ person: own.party, name: '', ...(told && { told }) }];
  if (named.length === 1 && named[0]) return [{ person: named[0].id, name: named[0].name, ...(told && { told }) }];
  const seen = named.filter(({ id }) => sections?.people[id]?.name !== undefined);
  if (seen.length > 0) return seen.map(({ id, name }) => ({ person: id, name }));
  const living = counted.filter(({ state }) => state !== 'died');
  // The only one is whoever the insurer names later.
  return living.map((one) => ({ ...(living.length > 1 && { n: one.n }), name: one.hospital ?? '', told: one }));
}

/** What decides which route it is: of the claim what she may see, and what she has wished for. */
export function advanceFacts(given: Given, own: Whose, whom: Pick<Patient, 'person' | 'n'>): AdvanceFacts {
  const wish = wishFor(own.facts.wishes, whom);
  const hers = wish?.from === given.draft.conversation.person ? wish : undefined;
  const asking: Asking = {
    ...{ wish: hers, person: whom.person, reported: reportedHere(given, own.id), sees: seesOf(given, own) },
  };
  return factsOf(own.facts, asking);
}

function seesOf(given: Given, own: Whose): Asking['sees'] {
  const { grant, sections } = seenOf(given, own);
  if (!grant || !sections) return SEES_NOTHING;
  // What is left of a limit tells what others were given.
  const advanced = (own.facts.advances ?? []).map(({ person }) => person);
  const all = advanced.every((person) => sections.people[person]?.advance !== undefined);
  return {
    policy: sections.claim.policy !== undefined,
    determination: sections.claim.determination !== undefined,
    amounts: all && isFresh(given, grant),
  };
}
