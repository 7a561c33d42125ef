/** Which of two answers is right: a tap, whose words may hide part of what they stand for (“138****8000”). */
import { openQuestion } from '../dialogs/runtime.ts';
import { question } from '../dialogs/say.ts';
import { languages } from '../locales/render.ts';
import type { Input } from '../prompts/kind.ts';
import type { Scope } from './scope.ts';

/** The words of a button become the place of what it stands for. */
export function tappedOne({ deps, draft, runtime }: Scope, input: Input): Input {
  const open = openQuestion(runtime, draft.state.talk);
  if (!open?.position.ask.options.doubt) return input;
  const options = question(open.frame, open.position).asked?.options ?? [];
  const at = options.findIndex((option) => languages.some((lang) => deps.renderer.show(lang, option) === input.text));
  return at < 0 ? input : { ...input, text: at === 0 ? 'first' : 'second' };
}
