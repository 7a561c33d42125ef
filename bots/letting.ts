/** A colleague lets somebody see a claim who cannot read a code, such as the daughter of somebody in a coma; or takes that back. */
import type { ClaimId } from '../store/ports.ts';
import type { Adjuster, DeskResult, LetIn } from './acts.ts';
import { occupied } from './handoff.ts';
import { admit, shutOut } from './identity/index.ts';
import { answers } from './promising.ts';
import type { Scope } from './scope.ts';
import { withoutAskings } from './standing/askings.ts';

export async function letIn(scope: Scope, adjuster: Adjuster, whom: LetIn): Promise<DeskResult | undefined> {
  const { draft } = scope;
  const { claim, party, role, relation, proof, authorisation } = whom;
  const admission = {
    ...{ claim, party, role, proof: proof.trim(), who: adjuster.id },
    ...(relation === undefined ? {} : { relation }),
    ...(authorisation === undefined ? {} : { authorisation }),
  };
  const why = await admit(scope, admission);
  if (why) return { status: 'notAdmitted', why };
  const { talk } = draft.state;
  draft.set({ looksAt: claim, talk: { ...talk, stack: withoutAskings(talk.stack) } });
  tell(scope, adjuster, claim, 'letIn');
  return undefined;
}

export async function takeBack(scope: Scope, adjuster: Adjuster, claim: ClaimId): Promise<DeskResult | undefined> {
  if (!(await shutOut(scope, claim, adjuster.id))) return { status: 'done' };
  tell(scope, adjuster, claim, 'shutOut');
  return undefined;
}

/** In one line. While a person has the floor what is asked goes to her: the bot answers afterwards. */
function tell(scope: Scope, adjuster: Adjuster, claim: ClaimId, what: 'letIn' | 'shutOut'): void {
  const { draft } = scope;
  const { lastSaid } = draft.state;
  const facts = draft.facts.get(claim);
  const number = { kind: 'number', answer: facts?.registered?.number ?? facts?.number ?? '' };
  const values = { name: adjuster.name, number };
  if (what === 'shutOut') scope.say({ key: 'human.shutOut', values });
  else if (occupied(draft)) scope.say({ key: 'human.letInLater', values });
  else scope.say({ key: 'human.letIn', values, quick: ['progress', 'human'] });
  answers(scope, adjuster);
  draft.set({ lastSaid });
}
