/** “俺的药钱凭啥少给”, where a phone or a code is waited for: that is what is told once it is known who asks. */
import { onTop, openQuestion, reprompt } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import type { Scope } from '../scope.ts';
import { isAsking } from '../standing/askings.ts';

export function carriesOn(scope: Scope, input: Input): boolean {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (!open || !isAsking(open.frame) || open.position.ask.kind.read(input, runtime.now).kind !== 'problem')
    return false;
  const { frame } = open;
  const params = { ...frame.params, wish: 'deductions', said: { asked: input.text.slice(0, LONGEST) } };
  draft.set({ talk: onTop(draft.state.talk, { ...frame, params }) });
  scope.say({ key: 'explanation.afterCode' }, ...reprompt(runtime, draft.state.talk));
  return true;
}
const LONGEST = 200;
