/** “我之前同意了什么”, “撤回同意”: of the report that was made in this conversation, or of whoever has proved who she is. */

import { wallClock } from '../claims/clocks/days.ts';
import type { Consent } from '../claims/consents.ts';
import { begin } from '../dialogs/begin.ts';
import { framesOf } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import type { ClaimId, Json, JsonObject } from '../store/ports.ts';
import { consentsHere } from './consented.ts';
import { withdraw } from './consents.ts';
import { correctTapped } from './correcting.ts';
import { grantsOf } from './identity/index.ts';
import { whose } from './papers/whose.ts';
import { goOn, proceed, type Scope } from './scope.ts';

/** “我之前同意了什么”. */
export async function listConsents(scope: Scope): Promise<boolean> {
  const found = await standing(scope);
  if ('open' in found) scope.say(STILL_OPEN[found.open]);
  else if (found.consents.length === 0) scope.say(nothing(scope));
  else
    scope.say({
      key: 'consents.list',
      values: { consents: shown(found.consents) },
      quick: ['withdrawConsent', 'human'],
    });
  goOn(scope);
  return true;
}

/** “撤回同意”: the only one at once, of several which. Of a report that is not sent the question itself is put again. */
export async function withdrawConsent(scope: Scope): Promise<boolean> {
  const { draft, runtime } = scope;
  const found = await standing(scope);
  if ('open' in found)
    return correctTapped(scope, { text: '', files: [], change: { flow: found.open, question: 'consent' } });
  const { claim, consents } = found;
  const [only, ...more] = new Set(consents.map(({ purpose }) => purpose));
  if (!only || !claim) scope.say(nothing(scope));
  else if (more.length === 0) {
    scope.say(...withdraw(scope, claim, only));
    goOn(scope);
  } else {
    const params = { claim, purposes: [only, ...more] };
    await proceed(scope, await begin(runtime, draft.state.talk, 'consents', { params }));
  }
  return true;
}

const STILL_OPEN = {
  report: { key: 'consents.draft', quick: ['withdrawConsent', 'resume', 'human'] },
  documents: { key: 'consents.asking', quick: ['withdrawConsent', 'human'] },
  advance: { key: 'consents.askingAdvance', quick: ['withdrawConsent', 'human'] },
} as const satisfies Record<string, Say>;

interface Held {
  readonly claim?: ClaimId;
  readonly consents: readonly Consent[];
}

/** `open`: agreed to in questions that are not at their end, and not recorded yet. */
async function standing(scope: Scope): Promise<Held | { readonly open: keyof typeof STILL_OPEN }> {
  const agreed = framesOf(scope.draft.state.talk).filter(({ answers }) => answers.consent?.value === 'agree');
  const open = (['advance', 'documents', 'report'] as const).find((name) => agreed.some(({ flow }) => flow === name));
  if (open) return { open };
  const claim = (await whose(scope))?.id;
  if (!claim) return { consents: [] };
  return { claim, consents: consentsHere(scope, claim).filter(({ state }) => state === 'given') };
}

/** What was said as a party is hers only once she has proved again who she is. */
function nothing(scope: Scope): Say {
  const lapsed = scope.draft.state.verified !== undefined && grantsOf(scope).length === 0;
  return lapsed
    ? { key: 'consents.prove', quick: ['progress', 'human'] }
    : { key: 'consents.none', quick: ['report', 'human'] };
}

const shown = (found: readonly Consent[]): { kind: string; answer: Json } => ({
  kind: 'consents',
  answer: found.map(({ purpose, at, version = '' }): JsonObject => ({ purpose, at: wallClock(at), version })),
});
