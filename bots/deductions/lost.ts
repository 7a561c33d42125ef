/** Words that nobody here understands, while a settlement is spoken of: what can be done, or how the objection stands, instead of a menu. */
import { grantFor } from '../identity/index.ts';
import type { Scope } from '../scope.ts';
import { isHers } from './filed.ts';
import { sumSays } from './lineTold.ts';
import { pathSay } from './path.ts';
import { seenBy } from './seen.ts';
import { objectionSays } from './stood.ts';
import { topicOf } from './topic.ts';

export async function lostInCuts(scope: Scope, text: string): Promise<boolean> {
  const topic = topicOf(scope);
  const grant = topic && grantFor(scope, topic.claim);
  if (!grant) return false;
  await scope.draft.know(grant.claim, scope.deps.store);
  const seen = seenBy(scope, grant);
  if (seen.kind !== 'own') return false;
  const line = sumSays(scope, seen, text);
  if (line) {
    scope.say(...line);
    return true;
  }
  const { conversation } = scope.draft;
  const filed = (seen.facts.objections ?? []).some((one) => one.victim === seen.person && isHers(conversation, one));
  scope.say({ key: 'explanation.lost' }, ...(filed ? objectionSays(scope, grant, seen) : [pathSay(scope)]));
  return true;
}
