/** The request that is being asked about, or was sent: its answers, sent once, begun anew, put right. */
import { openQuestion, running, withoutTop } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import { advanceAsked } from '../../understanding/advance.ts';
import type { Meaning } from '../../understanding/meaning.ts';
import { saysOnlyYes, saysSubmit } from '../../understanding/yes.ts';
import { whose } from '../papers/whose.ts';
import type { Scope } from '../scope.ts';
import { wishSays } from './status.ts';
import { isTidings } from './tidings.ts';
import { wish } from './wishing.ts';

/** “医院催的” answers who has asked; “没钱” answers nothing of ours. */
export function isAnswer({ draft, runtime }: Scope, input: Input): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  const read = open?.frame.flow === 'advance' && open.position.ask.kind.read(input, runtime.now);
  return read !== false && read !== undefined && read.kind !== 'problem';
}

/** The button was tapped twice, or the answer was slow: nothing is sent again. */
export async function sentAgain(scope: Scope, text: string, speaking: boolean): Promise<boolean> {
  const sends = saysSubmit(text) && saysOnlyYes(text, scope.runtime.now);
  if (!speaking || !sends || running(scope.draft.state.talk, 'advance')) return false;
  const own = await whose(scope);
  const says = own ? wishSays(scope, own) : [];
  scope.say(...says);
  return says.length > 0;
}

/** “重来”: her answers are asked once more; nothing was sent. */
export async function beginsAnew(scope: Scope): Promise<boolean> {
  scope.draft.set({ talk: withoutTop(scope.draft.state.talk) });
  return wish(scope, await whose(scope), { anew: true, text: '' });
}

/** “不对，一共要四万三”, “床号说错了” of a request that was sent: nothing of the report is put right. */
export const rightsRequest = async (scope: Scope, text: string, { command }: Meaning): Promise<boolean> =>
  command === 'correct' &&
  scope.draft.state.talk.stack.length === 0 &&
  (advanceAsked(text, false) !== undefined || (await isTidings(scope, text)));

/** Nothing of where somebody lies is noted of whoever did not agree, and that is said. */
export const declined = ({ draft }: Scope): boolean =>
  draft.state.talk.stack.at(-1)?.flow === 'advance' &&
  draft.state.talk.stack.at(-1)?.answers.consent?.value === 'decline';
