/** 问进度: what was reported, who calls by when, and what is still open. */
import { isFirstContact } from '../claims/promises.ts';
import { begun } from '../dialogs/runtime.ts';
import { callBackSaid } from './callBack.ts';
import type { Scope } from './scope.ts';

export async function tellProgress(scope: Scope): Promise<void> {
  const { claim, callBack, talk } = scope.draft.state;
  if (claim) await tellClaim(scope, claim);
  if (callBack) scope.say(callBackSaid(scope, callBack));
  if (claim || callBack) return;
  const draft = begun(talk, 'report');
  scope.say(
    draft
      ? { key: 'progress.draft', quick: ['resume', 'verify', 'human'] }
      : { key: 'progress.none', quick: ['report', 'human'] },
  );
}

async function tellClaim(scope: Scope, claim: NonNullable<Scope['draft']['state']['claim']>): Promise<void> {
  const { draft, deps } = scope;
  await draft.know(claim.id, deps.store);
  const { promises = [], contacted } = draft.facts.get(claim.id) ?? {};
  const promise = promises.findLast(isFirstContact);
  const number = { kind: 'number', answer: claim.number };
  if (!promise) return scope.say({ key: 'progress.number', values: { number }, quick: ['human'] });
  if (contacted)
    return scope.say({ key: 'progress.contacted', values: { number, name: contacted.who }, quick: ['human'] });
  const { by, who } = promise;
  const values = { number, by: { kind: 'instant', answer: by }, who: { kind: 'caller', answer: who } };
  const inTime = draft.state.phone === null ? 'progress.reportedNoPhone' : 'progress.reported';
  scope.say({ key: Date.parse(by) < draft.at ? 'progress.overdue' : inTime, values, quick: ['human'] });
}

/** False where nothing was reported. */
export function giveReceipt({ draft, deps, say }: Scope): boolean {
  const { claim } = draft.state;
  if (!claim) return false;
  const number = { kind: 'number', answer: claim.number };
  const url = deps.receiptUrl(claim.id, draft.conversation.id);
  say({ key: 'progress.number', values: { number }, links: [{ name: 'receipt', url }] });
  return true;
}
