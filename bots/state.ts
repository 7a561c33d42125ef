/** A conversation's state as the bot sees it. What is stored may come from an older version: read leniently, write exactly. */
import { emptyTalk, type Talk } from '../dialogs/talk.ts';
import type { Lang } from '../locales/render.ts';
import type { ClaimId, Json, JsonObject } from '../store/ports.ts';

export interface State {
  readonly lang: Lang;
  /** Chosen by the person; otherwise the first English message decides. */
  readonly langChosen: boolean;
  readonly greeted: boolean;
  readonly talk: Talk;
  readonly phone: string | null;
  readonly claim: { readonly id: ClaimId; readonly number: string } | null;
  /** Files that came before there was a claim. */
  readonly files: readonly string[];
}

export const newState = (lang: Lang): State => ({
  lang,
  langChosen: false,
  greeted: false,
  talk: emptyTalk,
  phone: null,
  claim: null,
  files: [],
});

export function readState(stored: JsonObject): State {
  const state = { ...newState('zh-CN'), ...(stored as unknown as Partial<State>) };
  return { ...state, talk: { ...emptyTalk, ...state.talk } };
}

export const writeState = (state: State): JsonObject => JSON.parse(JSON.stringify(state)) as Json as JsonObject;
