/** “我之前同意了什么”, “撤回同意”: of the report that was made in this conversation. */

import { wallClock } from '../claims/clocks/days.ts';
import { type Consent, given } from '../claims/consents.ts';
import { begin } from '../dialogs/begin.ts';
import { framesOf } from '../dialogs/runtime.ts';
import type { ClaimId, Json, JsonObject } from '../store/ports.ts';
import { withdraw } from './consents.ts';
import { correctTapped } from './correcting.ts';
import type { Draft } from './draft.ts';
import { goOn, proceed, type Scope } from './scope.ts';

/** “我之前同意了什么”. */
export async function listConsents(scope: Scope): Promise<boolean> {
  const found = await standing(scope);
  if (found === 'draft') scope.say({ key: 'consents.draft', quick: ['withdrawConsent', 'resume', 'human'] });
  else if (found.length === 0) scope.say({ key: 'consents.none', quick: ['report', 'human'] });
  else scope.say({ key: 'consents.list', values: { consents: shown(found) }, quick: ['withdrawConsent', 'human'] });
  goOn(scope);
  return true;
}

/** “撤回同意”: the only one at once, of several which. Of a report that is not sent the question itself is put again. */
export async function withdrawConsent(scope: Scope): Promise<boolean> {
  const { draft, runtime } = scope;
  const found = await standing(scope);
  if (found === 'draft')
    return correctTapped(scope, { text: '', files: [], change: { flow: 'report', question: 'consent' } });
  const [only, ...more] = found;
  if (!only) scope.say({ key: 'consents.none', quick: ['report', 'human'] });
  else if (more.length === 0) {
    scope.say(...withdraw(draft, claimIn(draft), only.purpose));
    goOn(scope);
  } else {
    const params = { claim: claimIn(draft), purposes: found.map(({ purpose }) => purpose) };
    await proceed(scope, await begin(runtime, draft.state.talk, 'consents', { params }));
  }
  return true;
}

/** Those of this conversation's report; `draft`: it is not sent yet. */
async function standing({ draft, deps }: Scope): Promise<readonly Consent[] | 'draft'> {
  const { claim, talk } = draft.state;
  const begun = framesOf(talk).find(({ flow }) => flow === 'report');
  if (begun?.answers.consent?.value === 'agree') return 'draft';
  if (!claim) return [];
  await draft.know(claim.id, deps.store);
  return given(draft.facts.get(claim.id)?.consents ?? []);
}

const claimIn = ({ state }: Draft): ClaimId => state.claim?.id ?? ('' as ClaimId);

const shown = (found: readonly Consent[]): { kind: string; answer: Json } => ({
  kind: 'consents',
  answer: found.map(({ purpose, at, version = '' }): JsonObject => ({ purpose, at: wallClock(at), version })),
});
