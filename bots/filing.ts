/** Files and places are kept the moment they arrive, whatever is being asked. */
import { noteFact, openQuestion, reprompt, running } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import type { Input } from '../prompts/kind.ts';
import { occupied } from './handoff.ts';
import { keepPages } from './papers/filing.ts';
import type { Scope } from './scope.ts';

/** True when the thanks already stood under the open question, so that it need not be put again. */
export async function keepFiles(scope: Scope, input: Input): Promise<boolean> {
  const { draft, deps } = scope;
  if (input.files.length === 0) {
    draft.set({ filesDuring: '' });
    return false;
  }
  const ids = input.files.map((file) => file.id);
  keepPages(scope, input);
  const { claim, talk } = draft.state;
  // While a report is being filled its photos belong to it, not to the claim before.
  if (claim && !running(talk, 'report')) {
    await draft.know(claim.id, deps.store);
    for (const file of ids) draft.event(claim.id, 'fileAdded', { file });
  } else {
    draft.set({ files: [...draft.state.files, ...ids] });
  }
  const heard = input.files.every(({ type }) => type.startsWith('audio/'));
  // Whoever waits for a person, or speaks with one, is thanked by nobody else.
  return occupied(draft) ? false : thank(scope, ids.length, heard ? 'common.voiceKept' : 'common.filesKept');
}

/** The question that was just put again with a photo is not put again with the next: its buttons stay in reach. */
function thank(scope: Scope, count: number, key: string): boolean {
  const { draft, runtime } = scope;
  const [asked] = reprompt(runtime, draft.state.talk);
  const name = openQuestion(runtime, draft.state.talk)?.position.ask.name ?? '';
  const again = asked !== undefined && draft.state.filesDuring === name;
  const thanks: Say = { key, values: { count } };
  draft.set({ filesDuring: name });
  scope.say(again ? { ...asked, ...thanks } : thanks);
  return again;
}

/** A photo where words are asked is kept and no wrong answer: the question stands. True when that is all there was. */
export function onlyFiles(scope: Scope, input: Input, thanked: boolean): boolean {
  const { draft, runtime } = scope;
  if (input.text !== '' || input.location || input.files.length === 0) return false;
  const ask = openQuestion(runtime, draft.state.talk)?.position.ask;
  if (ask?.kind.kind === 'photo') return false;
  if (ask && !thanked) scope.say(...reprompt(runtime, draft.state.talk));
  return true;
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
