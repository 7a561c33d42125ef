/** “时间不对，是下午四点” before the time was asked: what was understood is put right, and read back when its question comes. */
import { correctableFields } from '../dialogs/correction/index.ts';
import { foretold } from '../dialogs/frame.ts';
import { newValueIn } from '../dialogs/newValue.ts';
import { noteFacts, onTop, openQuestion, reprompt } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';
import type { Scope } from './scope.ts';

/** True when the words were kept for a question of the report that is still ahead. */
export function keptForLater(scope: Scope, field: string, input: Input): boolean {
  const { draft, runtime } = scope;
  const { talk } = draft.state;
  const frame = talk.stack.at(-1);
  if (frame?.flow !== 'report') return false;
  const kind = correctableFields[field]?.();
  const before = frame.answers[field]?.value;
  const read = kind && newValueIn(kind, before, input, runtime.now);
  const said = read?.kind === 'value' ? (read.value as Json) : undefined;
  const told = onTop(talk, foretold(frame, field, said, runtime.now.at));
  const noted =
    said === undefined ? noteFacts(runtime, told, input.text, openQuestion(runtime, talk)?.position.ask.name) : told;
  if (before === undefined && JSON.stringify(noted) === JSON.stringify(talk)) return false;
  draft.set({ talk: noted });
  scope.say({ key: 'common.keptForLater' }, ...reprompt(runtime, noted));
  return true;
}
