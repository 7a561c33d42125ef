/** “她刚刚走了” before the account was given: a kind word and a person at once; what was said becomes part of the account. */
import { withTold } from '../dialogs/frame.ts';
import { noteFact, onTop, openQuestion, reprompt } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { tellsOfDeath } from '../understanding/opening.ts';
import type { Scope } from './scope.ts';

const said = 'report.death';

/** True when the words were a death that no question was asked about; later than that the flow itself says it. */
export function mourns(scope: Scope, input: Input): boolean {
  const { draft, runtime } = scope;
  const { talk } = draft.state;
  const open = openQuestion(runtime, talk);
  if (open?.frame.flow !== 'report' || !tellsOfDeath(input.text)) return false;
  const { frame, position } = open;
  if (frame.answers.what || position.ask.kind.read(input, runtime.now).kind !== 'problem') return false;
  const noted = noteFact(runtime, talk, 'what', input.text);
  const top = noted.stack.at(-1) ?? frame;
  const again = frame.told.includes(said);
  draft.set({ talk: onTop(noted, again ? top : withTold(top, [said])) });
  scope.say(again ? { key: 'common.keptForLater' } : { key: said, raise: 'death' }, ...reprompt(runtime, noted));
  return true;
}
