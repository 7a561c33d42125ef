/** Lets somebody see a claim who cannot read a code: first which claim, then whom, as what, and what proves it. */
import type { LetIn } from '../../bots/desk.ts';
import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { RELATIONS, type Relation } from '../../claims/identity/types.ts';
import type { Party } from '../../claims/recording/types.ts';
import type { Authorisation } from '../../claims/visible.ts';
import type { ClaimId } from '../../store/ports.ts';
import { claimOf, mayOpen, type SeenClaim } from '../claim/see.ts';
import { seen } from '../seen.ts';
import { maskedNames } from '../shown.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';
import { doing, field, keyOf } from './doing.ts';

/** The parties of the claim with this number, to choose from. One that is not hers to see is no claim. */
export async function askWhom(desk: Desk, visit: Colleague): Promise<Answer> {
  const { conversation } = await seen(desk, visit);
  const claim = await numbered(desk, visit, field(visit, 'number').slice(0, 64));
  await desk.trail.note(visit.me.account.id, 'letIn.look', conversation.id, { claim: claim?.id ?? null });
  if (!claim) return refuse(visit, `/workbench/c/${conversation.id}`);
  const { parties = [], number = '' } = claim.facts.registered ?? {};
  return page('letIn', {
    ...{ id: conversation.id as string, claim: claim.id as string, number, relations: RELATIONS },
    parties: parties.map(({ id, role, name }) => ({ id, role, name: maskedNames(name) })),
    agents: parties.some(({ role }) => role === 'agent'),
    principals: parties.filter(mayAuthorise).map(({ id, role, name }) => ({ id, role, name: maskedNames(name) })),
    today: nameOf(dayAt(desk.now())),
  });
}

const refuse = ({ part }: Colleague, path: string): Answer =>
  part ? page('problem', { problem: 'desk.problem.noSuchClaim', values: {} }, 409) : go(`${path}?problem=noSuchClaim`);

export const letIn = doing(
  'letIn',
  async (desk, visit, { conversation }, me) => {
    const claim = await hers(desk, visit, claimField(visit));
    const party = claim?.facts.registered?.parties.find(({ id }) => id === field(visit, 'party'));
    if (!claim || !party) return { status: 'notAdmitted', why: claim ? 'noSuchParty' : 'noSuchClaim' };
    return desk.floor.letIn(conversation.id, me, wishOf(visit, claim, party), keyOf(visit));
  },
  'page',
  (visit) => ({ claim: claimField(visit) }),
);

/** Whoever sees the conversation may take it back: nobody is to wait for the one colleague who sees the claim. */
export const shutOut = doing(
  'shutOut',
  (desk, visit, { conversation }, me) => desk.floor.shutOut(conversation.id, me, claimField(visit), keyOf(visit)),
  'side',
  (visit) => ({ claim: claimField(visit) }),
);

/** Ids only are noted, whatever was sent. */
const claimField = (visit: Colleague): ClaimId => (/^[\w-]{1,64}$/.exec(field(visit, 'claim'))?.[0] ?? '') as ClaimId;

async function numbered(desk: Desk, visit: Colleague, number: string): Promise<SeenClaim | undefined> {
  const row = (await desk.store.claimOfInsurer(number)) ?? (await desk.store.claimByNumber(number));
  return row && hers(desk, visit, row.id);
}

/** For others it does not exist, and the attempt is noted. */
async function hers(desk: Desk, { me }: Colleague, id: ClaimId): Promise<SeenClaim | undefined> {
  const found = await claimOf(desk, id);
  if (!found || mayOpen(desk, me.account, found.facts)) return found;
  await desk.trail.note(me.account.id, 'refused', id);
  return undefined;
}

function wishOf(visit: Colleague, { id, facts }: SeenClaim, { id: party, role }: Party): LetIn {
  const relation = RELATIONS.find((one): one is Relation => one === field(visit, 'relation'));
  const authorisation = role === 'agent' ? authorisationOf(visit, facts.registered?.parties ?? []) : undefined;
  return {
    ...{ claim: id, party, role, proof: field(visit, 'proof').slice(0, 300) },
    ...(relation === undefined ? {} : { relation }),
    ...(authorisation === undefined ? {} : { authorisation }),
  };
}

/** Without whose it is and from when until when there is none. */
function authorisationOf(visit: Colleague, parties: readonly Party[]): Authorisation | undefined {
  const by = principalOf(parties.find(({ id }) => id === field(visit, 'by')));
  const [from, until] = [field(visit, 'from'), field(visit, 'until')];
  if (!by || !from || !until) return undefined;
  return { by, from, until, mayReceiveMoney: field(visit, 'money') === 'yes' };
}

const mayAuthorise = (party: Party): boolean => principalOf(party) !== undefined;

function principalOf(party: Party | undefined): Authorisation['by'] | undefined {
  if (party?.role === 'insured') return { role: 'insured' };
  if (party?.role === 'injured') return { role: 'injured', person: party.id };
  return party?.role === 'heir' && party.of !== undefined ? { role: 'heir', person: party.of } : undefined;
}
