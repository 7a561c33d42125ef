/** Whom a colleague has let in in this conversation, until it is taken back. */
import { CODE_POLICY } from '../../bots/identity/figures.ts';
import { readState } from '../../bots/state.ts';
import { standing } from '../../claims/identity/policy.ts';
import { claimOf } from '../claim/see.ts';
import type { Seen } from '../seen.ts';
import { maskedNames, when } from '../shown.ts';
import type { Desk } from '../web/visit.ts';

export async function letInOf(desk: Desk, { conversation }: Seen) {
  const { identity } = readState(conversation.state, desk.flows);
  if (!identity) return [];
  const open = standing(identity, desk.now(), conversation.revokedAt, CODE_POLICY);
  const theirs = identity.grants.filter(({ by }) => by === 'colleague');
  const rows = theirs.map(async (grant) => {
    const { claim, party, role, relation, verifiedAt } = grant;
    const { registered } = (await claimOf(desk, claim))?.facts ?? {};
    return {
      ...{ claim: claim as string, number: registered?.number ?? '', role, relation: relation ?? '' },
      name: maskedNames(registered?.parties.find(({ id }) => id === party)?.name ?? ''),
      ...{ at: when(verifiedAt, desk.now()), over: !open.includes(grant) },
    };
  });
  return Promise.all(rows);
}
