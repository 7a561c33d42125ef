/** Name and phone of a party as they are, for a reason that is noted with it. */

import { reasonOf } from '../pages/conversation.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { seenClaim } from './see.ts';

export async function revealParty(desk: Desk, visit: Colleague): Promise<Answer> {
  const { id, facts } = await seenClaim(desk, visit);
  const wanted = visit.form.get('party') ?? '';
  const party = facts.registered?.parties.find((one) => one.id === wanted);
  if (!party) return page('revealed', { label: '', value: '' }, 404);
  await desk.trail.note(visit.me.account.id, 'reveal', id, { field: `party.${party.id}`, reason: reasonOf(visit) });
  const label = desk.renderer.sentence(visit.lang, `desk.party.${party.role}`);
  return page('revealed', { label, value: [party.name, party.phone].filter((one) => one).join(' ') });
}
