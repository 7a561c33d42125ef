/** Corrections of a request for money: its fields are no report's, and two may be put right at once. */
import { broughtUp, correct } from '../../dialogs/change.ts';
import { openQuestion, running } from '../../dialogs/runtime.ts';
import type { Input } from '../../prompts/kind.ts';
import { advanceFieldIn } from '../../understanding/field.ts';
import { reopen, type Target, targetOf } from '../correcting.ts';
import type { Scope } from '../scope.ts';

/** “医院改成市二院，金额改成3万”: each is put right, and what is open is put once. */
export async function correctsTwo(scope: Scope, input: Input): Promise<boolean> {
  if (!running(scope.draft.state.talk, 'advance')) return false;
  const parts = input.text.split(/[,，;；。]/).filter((part) => advanceFieldIn(part) !== undefined);
  const named = parts.map((part) => targetInAdvance(scope, part));
  if (parts.length < 2 || named.includes(undefined) || new Set(named.map((one) => one?.question)).size < 2)
    return false;
  for (const part of parts.slice(0, -1)) {
    const target = targetInAdvance(scope, part);
    if (!target || target.at === 'claim') return false;
    const { talk } = scope.draft.state;
    const said = { text: part, files: [] };
    const outcome = await correct(scope.runtime, broughtUp(talk, target.at), target.question, said);
    scope.draft.set({ talk: outcome.talk });
    scope.say(...outcome.says.filter(({ key }) => key === 'common.corrected'));
  }
  const last = parts.at(-1) ?? '';
  const target = targetInAdvance(scope, last);
  return target !== undefined && reopen(scope, target, { text: last, files: [] });
}

/** “医院催的是四万五不是五万”, while all is read back: an answer becomes another one, and no wish is said again. */
export function revisesNow({ deps, draft, runtime }: Scope, text: string): boolean {
  const open = openQuestion(runtime, draft.state.talk);
  if (open?.frame.flow !== 'advance') return false;
  return deps.flows.advance?.revises?.(text, runtime.now, open.position.ask.name, open.frame.answers) !== undefined;
}

/** Named, and not asked yet: “把医院要的金额改成5万” is no hospital then. */
export const aheadInAdvance = (scope: Scope, text: string): boolean =>
  running(scope.draft.state.talk, 'advance') &&
  advanceFieldIn(text) !== undefined &&
  targetInAdvance(scope, text) === undefined;

/** “金额填错了”, while money for treatment is asked for: its fields are no report's. */
export function targetInAdvance(scope: Scope, text: string): Target | undefined {
  if (!running(scope.draft.state.talk, 'advance')) return undefined;
  return targetOf(scope, advanceFieldIn(text), 'advance');
}
