/** A line of a colleague as clients show it, and the files that go with it. */
import type { FileRecord, JsonObject } from '../store/ports.ts';
import type { Adjuster, Line } from './acts.ts';
import { speaker } from './noting.ts';
import type { Scope } from './scope.ts';

/** Asked for in the product's words where she has none. */
const REQUESTED = { photo: 'human.request.photo', document: 'human.request.document' } as const;

/** What is known of the files to be sent, or why they cannot be. */
export async function filesOf({ draft, deps }: Scope, { files = [] }: Line): Promise<FileRecord[] | string> {
  if (files.length > 0 && draft.push) return 'this channel takes words only';
  const found = await Promise.all(files.map((id) => deps.store.file(id)));
  const theirs = found.filter((file) => file !== undefined && file.conversation === draft.conversation.id);
  return theirs.length < files.length
    ? 'a file is not there, or belongs to another conversation'
    : (theirs as FileRecord[]);
}

/** As clients show it: who speaks stands in `from` and beside the text. */
export function payloadOf({ draft, deps }: Scope, adjuster: Adjuster, { text, choices, request }: Line): JsonObject {
  const { lang } = draft.state;
  const words = text?.trim() || (request ? deps.renderer.sentence(lang, REQUESTED[request]) : '');
  const actions = (choices ?? []).map((choice) => ({ type: 'imBack', title: choice.trim(), value: choice.trim() }));
  return {
    ...{ type: 'message', text: words, textFormat: 'plain', locale: lang, from: speaker(adjuster) },
    inputHint: choices || request ? 'expectingInput' : 'acceptingInput',
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    channelData: { key: 'human.said', speaker: 'person', ...(request ? { input: 'photo', request } : {}) },
  };
}
