/** What was answered to the end, by somebody whose proof of who she is has become too old meanwhile: nothing of it is lost. She proves it again, and it goes on. */
import type { AsWhom } from '../dialogs/identity/index.ts';
import type { Ended } from '../dialogs/runtime.ts';
import { asWhomOf } from '../understanding/kin.ts';
import type { Ending } from './endings.ts';
import { grantFor, isFresh } from './identity/index.ts';
import type { Scope } from './scope.ts';
import { sendCode } from './standing/proving.ts';

const NEEDS_PROOF: ReadonlySet<string> = new Set(['objection', 'objectionWay', 'advance']);

/** Undefined where the claim is open. */
export async function provesAgain(scope: Scope, { flow, frame }: Ended): Promise<Ending | undefined> {
  const { draft } = scope;
  const claim = String(frame.params.claim);
  if (!NEEDS_PROOF.has(flow) || isOpen(scope, flow, claim)) return undefined;
  const { verified, talk } = draft.state;
  const phone = grantFor(scope, claim)?.phone ?? verified?.phone;
  if (phone === undefined) return undefined;
  draft.set({ talk: { ...talk, shelf: { ...talk.shelf, [flow]: frame } } });
  const as: AsWhom = asWhomOf(verified?.as ?? 'self');
  const asked = await sendCode(scope, { wish: 'takeUp', named: { phone }, as });
  return { ...asked, says: [{ key: 'identity.onceMore' }, ...asked.says] };
}

/** Sums need a fresh proof; whoever has reported here may ask for money without any. */
function isOpen(scope: Scope, flow: string, claim: string): boolean {
  const grant = grantFor(scope, claim);
  if (flow === 'advance') return grant !== undefined || scope.draft.state.claim?.id === claim;
  return grant !== undefined && isFresh(scope, grant);
}

/** After the code: the flow with all its answers, which ends at once and is filed. */
export function goesOn({ draft }: Scope, claim: string): Ending {
  const waits = Object.values(draft.state.talk.shelf).find(
    ({ flow, params }) => NEEDS_PROOF.has(flow) && params.claim === claim,
  );
  return waits ? { says: [], next: { flow: waits.flow, params: waits.params } } : { says: [] };
}
