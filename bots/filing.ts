/** Files and places are kept the moment they arrive, whatever is being asked. */
import { noteFact, openQuestion, reprompt } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { Scope } from './scope.ts';

export async function keepFiles(scope: Scope, input: Input): Promise<void> {
  const { draft, deps, runtime } = scope;
  if (input.files.length === 0) return;
  const ids = input.files.map((file) => file.id);
  const { claim, talk } = draft.state;
  // While a report is being filled its photos belong to it, not to the claim before.
  if (claim && !talk.stack.some((frame) => frame.flow === 'report')) {
    await draft.know(claim.id, deps.store);
    for (const file of ids) draft.event(claim.id, 'fileAdded', { file });
  } else {
    draft.set({ files: [...draft.state.files, ...ids] });
  }
  const asked = openQuestion(runtime, talk)?.position.ask.kind.kind;
  if (asked !== 'photo') scope.say({ key: 'common.filesKept', values: { count: ids.length } });
}

/** A place shared while something else is asked is kept for its own question. True when the message is dealt with. */
export function keepPlace(scope: Scope, input: Input): boolean {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  if (!input.location || !open || open.position.ask.kind.kind === 'place' || open.frame.flow !== 'report') return false;
  const place = { text: '', ...input.location };
  draft.set({ talk: noteFact(runtime, draft.state.talk, 'where', place) });
  scope.say({ key: 'common.placeKept' }, ...reprompt(runtime, draft.state.talk));
  return true;
}
