/** “我不异议了” while an objection is being made: it is not filed, and her words are no reason for one. */
import { withoutTop } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { ClaimId } from '../../store/ports.ts';
import { onlyAsked, withdrawsObjection } from '../../understanding/objection.ts';
import type { Scope } from '../scope.ts';
import { isObjecting } from './topic.ts';

export function dropped(scope: Scope, { text }: Input): boolean {
  const { draft } = scope;
  const { talk } = draft.state;
  if (!isObjecting(talk)) return false;
  const asked = onlyAsked(text);
  if (!asked && !withdrawsObjection(text)) return false;
  draft.set({ talk: withoutTop(talk) });
  // “俺那是问你话，不是又不同意”: what was read back is let go, and what she asks is answered.
  if (asked) return false;
  scope.say({ key: 'objection.dropped', quick: ['object', 'human'] });
  // Those that were filed before go on, and that is said.
  const { claim } = talk.stack.at(-1)?.params ?? {};
  const filed = draft.facts.get(claim as ClaimId)?.objections ?? [];
  if (filed.length > 0) scope.say({ key: 'objection.withdraw', quick: ['human'] });
  return true;
}
