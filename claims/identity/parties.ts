/** To whom of a claim a code can be sent, and who somebody with a grant is today. */
import type { ClaimFacts } from '../fold.ts';
import type { Party, PartyRole } from '../recording/types.ts';
import type { Viewer } from '../visible.ts';
import type { Grant, Reachable } from './types.ts';

/** The party of whoever reported it here; the insurer's have ids of their own, which begin with a letter or digit. */
export const REPORTER = '@reporter';

/** A mobile number of the mainland without its country code, any other as it is, without what only parts it into groups. */
export function plainPhone(phone: string): string {
  const digits = phone.replace(/[ -]/g, '');
  return /^(?:\+?0{0,2}86)?(1[3-9]\d{9})$/.exec(digits)?.[1] ?? phone.replaceAll(' ', '');
}

/**
 * The parties that the insurer has named, and whoever reported it. What she said of herself, such as that she is the insured,
 * is not proved by her phone: as the reporter she sees that it goes on, and no more.
 */
export function reachableOf(facts: Pick<ClaimFacts, 'registered' | 'report'>): readonly Reachable[] {
  const parties = (facts.registered?.parties ?? []).flatMap(reachable);
  const { phone } = facts.report;
  if (typeof phone !== 'string' || parties.some((one) => one.phone === phone)) return parties;
  return [...parties, { party: REPORTER, role: 'reporter', phone }];
}

const reachable = ({ id, role, phone, idEnding }: Party): Reachable[] =>
  phone === undefined
    ? []
    : [{ party: id, role, phone: plainPhone(phone), ...(idEnding === undefined ? {} : { idEnding }) }];

/** Whom of a claim somebody means who names a phone, or the last signs of a phone or an ID number. */
export function meant(
  people: readonly Reachable[],
  { phone, ending }: { readonly phone?: string; readonly ending?: string },
): readonly Reachable[] {
  if (phone !== undefined) return people.filter((one) => one.phone === phone);
  if (!ending) return [];
  return people.filter((one) => one.phone.endsWith(ending) || one.idEnding === ending);
}

/** For `visible`. Undefined: the party, its role or its phone is another by now, and the grant opens nothing. */
export function viewerOf(grant: Grant, facts: ClaimFacts): Viewer | undefined {
  if (!stillHolds(grant, facts)) return undefined;
  const { role, party } = grant;
  return role === 'reporter' ? { role } : viewerNamed(facts, role, party);
}

/** A party as the claim knows it; undefined: there is no such party of this role. An agent sees nothing without a recorded authorisation. */
function viewerNamed(facts: ClaimFacts, role: PartyRole, party: string): Viewer | undefined {
  const named = facts.registered?.parties.find((one) => one.id === party && one.role === role);
  if (!named) return undefined;
  if (role === 'injured') return { role, person: party };
  if (role === 'heir') return named.of === undefined ? undefined : { role, person: named.of };
  if (role !== 'agent') return { role };
  const authorisation = facts.admissions?.findLast((one) => one.party === party)?.authorisation;
  return authorisation ? { role, authorisation } : { role };
}

/** As the insurer's systems name somebody who takes part: `insured`, `driver`, `adjuster`, or `injured:`, `heir:`, `agent:` with the party's id. */
export function viewerAs(facts: ClaimFacts, as: string): Viewer | undefined {
  if (as === 'insured' || as === 'driver' || as === 'adjuster') return { role: as };
  const [, role, id = ''] = /^(injured|heir|agent):([A-Za-z\d][\w.-]{0,31})$/.exec(as) ?? [];
  return role === undefined ? undefined : viewerNamed(facts, role as PartyRole, id);
}

/** A code proves the phone that it went to, as long as that is the party's. A colleague's word is about the party. */
function stillHolds({ by, party, role, phone, admission }: Grant, facts: ClaimFacts): boolean {
  if (by === 'code')
    return reachableOf(facts).some((one) => one.party === party && one.role === role && one.phone === phone);
  if (admission !== undefined && !facts.admissions?.some(({ id }) => id === admission)) return false;
  return facts.registered?.parties.some((one) => one.id === party && one.role === role) ?? false;
}
