/** A consent that is given or refused in a sentence: taken once, and not asked for again. */
import { openQuestion } from '../dialogs/runtime.ts';
import { take } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import { consentIn } from '../understanding/yes.ts';
import { answersBeside } from './advance/room.ts';
import { proceed, type Scope } from './scope.ts';

export async function consentsInWords(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const ask = openQuestion(runtime, draft.state.talk)?.position.ask;
  if (ask?.kind.kind !== 'choice.consent' || ask.kind.read(input, runtime.now).kind !== 'problem') return false;
  const said = consentIn(input.text);
  if (said === undefined) return false;
  await proceed(scope, await take(runtime, draft.state.talk, ask.name, said.said, input));
  // What was asked beside it is not lost.
  if (said.rest !== '') await answersBeside(scope, said.rest);
  return true;
}
