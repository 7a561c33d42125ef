/** “我不弄那个码了，他儿子又打电话来了我咋回”: whoever asks for no code any more is not asked for one; what she wants besides is answered. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import { toldAnyway } from '../../understanding/moneyTalk.ts';
import { leavesCode } from '../../understanding/noPhone.ts';
import { saysNotReported } from '../../understanding/reported.ts';
import type { Scope } from '../scope.ts';
import { isAsking, withoutAskings } from './askings.ts';

/** `answered`: nothing is left of the message. */
export function leavesAsking(scope: Scope, { text }: Input): 'no' | 'left' | 'answered' {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const anew = saysNotReported(text);
  if (!open || !isAsking(open.frame) || !(anew || leavesCode(text))) return 'no';
  draft.set({ talk: { ...draft.state.talk, stack: withoutAskings(draft.state.talk.stack) } });
  if (anew || toldAnyway(text, true)) return 'left';
  scope.say({ key: 'identity.left', quick: ['human'] });
  return 'answered';
}
