/** “我不弄那个码了，他儿子又打电话来了我咋回”: whoever asks for no code any more is not asked for one; what she wants besides is answered. */
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import { moneyAside } from '../../understanding/moneyAsides.ts';
import { toldAnyway } from '../../understanding/moneyTalk.ts';
import { leavesCode } from '../../understanding/noPhone.ts';
import { saysNotReported } from '../../understanding/reported.ts';
import { sureWish } from '../../understanding/talkWish.ts';
import { asideSays } from '../advance/aside.ts';
import { type Scope, startReport } from '../scope.ts';
import { isAsking, withoutAskings } from './askings.ts';

/** `answered`: nothing is left of the message. */
export async function leavesAsking(scope: Scope, { text }: Input): Promise<'no' | 'left' | 'answered'> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (!open || !isAsking(open.frame)) return 'no';
  const anew = saysNotReported(text) || sureWish(text, 'money') === 'notReported';
  if (!anew && !leavesCode(text)) return 'no';
  draft.set({ talk: { ...draft.state.talk, stack: withoutAskings(draft.state.talk.stack) } });
  if (anew) return reportsAnew(scope, text);
  if (toldAnyway(text, true)) return 'left';
  scope.say({ key: 'identity.left', quick: ['human'] });
  return 'answered';
}

/** “啥验证码，我都没报过案”: whether it is too late is told, and a report begins. */
async function reportsAnew(scope: Scope, text: string): Promise<'answered'> {
  const late = moneyAside(text, true) === 'lateReport' || sureWish(text, 'money') === 'lateReport';
  scope.say(...(late ? await asideSays(scope, 'lateReport') : [{ key: 'identity.notReported' }]));
  await startReport(scope, text);
  return 'answered';
}
