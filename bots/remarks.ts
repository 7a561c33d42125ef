/** Thanks, agreement and small talk while a question is open: a short word, and the question stays. */
import { noteFacts, openQuestion, reprompt } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { asksSomething, saysUnsure } from '../understanding/asks.ts';
import { takesIt } from '../understanding/desk.ts';
import { isFree, looksLikeAnswer } from '../understanding/remark.ts';
import { addToClaim, goOnUnlessPhotos } from './asides.ts';
import type { Scope } from './scope.ts';

const day = 24 * 60 * 60 * 1000;

/** True where the words were a remark. Right after a colleague only what looks like an answer is one. */
export async function remarked(scope: Scope, input: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const { text } = input;
  const ask = openQuestion(runtime, draft.state.talk)?.position.ask;
  if (!ask || ask.options.doubt || text === '' || input.location || input.files.length > 0) return false;
  if (asksSomething(text) || saysUnsure(text)) return false;
  const { kind } = ask.kind;
  const free = isFree(kind);
  if (takesIt(text) && (free || ask.kind.read(input, runtime.now).kind === 'problem')) return acknowledged(scope);
  if (!free || !settles(scope)) return false;
  if (looksLikeAnswer({ kind, name: ask.name }, text, runtime.now)) {
    draft.set({ settling: 0 });
    return false;
  }
  return told(scope, text);
}

/** Whether somebody has handed back a message or two ago; each that is asked about counts. */
function settles({ draft }: Scope): boolean {
  const { settling = 0, handoff } = draft.state;
  if (settling <= 0) return false;
  draft.set({ settling: settling - 1 });
  return draft.at - (handoff?.endedAt ?? 0) < day;
}

function acknowledged({ say, draft, runtime }: Scope): true {
  say({ key: 'common.remark' }, ...reprompt(runtime, draft.state.talk));
  return true;
}

/** With a report that was sent it is kept; of one that is not, what fits a later question. */
async function told(scope: Scope, text: string): Promise<true> {
  const { draft, runtime, say } = scope;
  const { claim, talk } = draft.state;
  const open = openQuestion(runtime, talk);
  if (claim && open?.frame.flow === 'details') {
    if (!(await addToClaim(scope, claim, text))) goOnUnlessPhotos(scope);
    return true;
  }
  const noted = noteFacts(runtime, talk, text, open?.position.ask.name);
  const isNew = JSON.stringify(noted) !== JSON.stringify(talk);
  draft.set({ talk: noted });
  say({ key: isNew ? 'common.keptForLater' : 'common.remark' }, ...reprompt(runtime, noted));
  return true;
}
