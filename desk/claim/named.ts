/** Parties of a claim as colleagues read them: masked, and told apart where several have the same part in it. */
import type { ClaimFacts } from '../../claims/fold.ts';
import { maskedNames } from '../shown.ts';

/** “张* 2”: the second of the injured persons, as they are registered. Empty: there is no such party. */
export function partyName(
  { registered }: { readonly registered?: ClaimFacts['registered'] | undefined },
  id: string | undefined,
): string {
  const parties = registered?.parties ?? [];
  const party = parties.find((one) => one.id === id);
  if (!party) return '';
  const alike = parties.filter(({ role }) => role === party.role);
  const name = maskedNames(party.name);
  return alike.length > 1 ? `${name} ${alike.indexOf(party) + 1}` : name;
}
