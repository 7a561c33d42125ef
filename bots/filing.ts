/** Files are kept as evidence the moment they arrive, whatever is being asked. */

import { openQuestion } from '../dialogs/talk.ts';
import type { Input } from '../prompts/kind.ts';
import type { Scope } from './claimBot.ts';

export async function keepFiles(scope: Scope, input: Input): Promise<void> {
  const { draft, deps, runtime } = scope;
  if (input.files.length === 0) return;
  const ids = input.files.map((file) => file.id);
  const claim = draft.state.claim?.id;
  if (claim) {
    await draft.know(claim, deps.store);
    for (const file of ids) draft.event(claim, 'fileAdded', { file });
  } else {
    draft.set({ files: [...draft.state.files, ...ids] });
  }
  const asked = openQuestion(runtime, draft.state.talk)?.position.ask.kind.kind;
  if (asked !== 'photo') scope.say({ key: 'common.filesKept', values: { count: ids.length } });
}
