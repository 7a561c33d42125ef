/** What was answered to the end, by somebody whose proof of who she is has become too old meanwhile: nothing of it is lost. She proves it again, and it goes on. */
import { begin } from '../dialogs/begin.ts';
import type { Frame } from '../dialogs/flow.ts';
import type { AsWhom } from '../dialogs/identity/index.ts';
import type { Ended } from '../dialogs/runtime.ts';
import { answer } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import { comesBack } from '../understanding/comesBack.ts';
import { asWhomOf } from '../understanding/kin.ts';
import { meaningOf } from '../understanding/meaning.ts';
import type { Ending } from './endings.ts';
import { grantFor, isFresh } from './identity/index.ts';
import { heardAt } from './putAside.ts';
import { proceed, type Scope } from './scope.ts';
import { sendCode } from './standing/proving.ts';

const NEEDS_PROOF: ReadonlySet<string> = new Set(['objection', 'objectionWay', 'advance']);

/** Said after a long silence, while such a flow is open: her words are taken, nothing of it is shown, and a code is asked for first. */
export async function pausedTooLong(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const { talk } = draft.state;
  const frame = talk.stack.at(-1);
  if (!frame || !NEEDS_PROOF.has(frame.flow) || !isAlone(scope, frame)) return false;
  if (LEAVES.has(meaningOf(input.text, true)?.command ?? '')) return false;
  // “我回来了”, “继续” is no answer: the question is put again after the code.
  const taken = comesBack(input.text) ? { talk, says: [] } : await answer(runtime, talk, input);
  // What ends with these words is filed by the usual way, which asks for the proof itself.
  if ('ended' in taken && taken.ended) return false;
  const asked = await asksProof(scope, taken.talk.stack.at(-1) ?? frame);
  if (!asked) return false;
  draft.set({ talk: { ...draft.state.talk, stack: talk.stack.slice(0, -1) } });
  scope.say(...asked.says);
  if (asked.next) await proceed(scope, await begin(runtime, draft.state.talk, asked.next.flow, asked.next));
  return true;
}
const LEAVES: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel', 'later']);

/** The money and the injuries of somebody who was verified here, and is no more. */
function isAlone(scope: Scope, frame: Frame): boolean {
  const claim = String(frame.params.claim);
  const grant = grantFor(scope, claim);
  if (grant ? isFresh(scope, grant) : isOpen(scope, frame.flow, claim)) return false;
  return scope.draft.at - heardAt(frame) >= (scope.deps.identity?.policy.freshFor ?? 0);
}

/** Undefined where the claim is open. */
export async function provesAgain(scope: Scope, { flow, frame }: Ended): Promise<Ending | undefined> {
  if (!NEEDS_PROOF.has(flow) || isOpen(scope, flow, String(frame.params.claim))) return undefined;
  return asksProof(scope, frame);
}

async function asksProof(scope: Scope, frame: Frame): Promise<Ending | undefined> {
  const { draft } = scope;
  const claim = String(frame.params.claim);
  const { verified, talk } = draft.state;
  const phone = grantFor(scope, claim)?.phone ?? verified?.phone;
  if (phone === undefined) return undefined;
  draft.set({ talk: { ...talk, shelf: { ...talk.shelf, [frame.flow]: frame } } });
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
